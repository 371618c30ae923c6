//! Who bought, and where it goes: to call, and to copy in one tap.

use super::View;
use crate::api::desk::orders::DeskOrder;
use crate::api::{Contact, ContactKind};
use crate::components::{Icon, icon};
use crate::desk::place::{Form, place};
use crate::desk::tools::copy;
use crate::view::prelude::*;

/// Name, phone, address, delivery, and what the buyer wrote.
pub fn buyer(view: View, order: &DeskOrder) -> AnyView {
    let desk = view.desk;
    let text = &desk.text().order;
    let who = &order.seen.recipient;
    let whole = place(desk, &order.seen, Form::Line);
    let phone = Contact { kind: ContactKind::Phone, value: who.phone.clone() }.href().unwrap_or_default();
    let shown = place(desk, &order.seen, Form::Lines);
    let copied = whole.clone();
    let note = (!order.seen.note.is_empty()).then(|| {
        view! {
            <div class="block-split">
                <p class="quiet">{text.buyer_note}</p>
                <p class="lines" data-buyer-note="">{order.seen.note.clone()}</p>
            </div>
        }
    });
    let delivery = [order.seen.delivery_title.as_str(), order.seen.delivery_note.as_str()];
    let delivery: Vec<&str> = delivery.into_iter().filter(|part| !part.is_empty()).collect();
    view! {
        <section class="block">
            <h2 class="block-title">{text.buyer}</h2>
            <div class="desk-buyer">
                <p class="desk-buyer-name">{who.name.clone()}<span class="quiet figures">{"\n"}{who.phone.clone()}</span></p>
                <a class="button desk-buyer-call" href=phone>{text.call}</a>
            </div>
            <button class="copy-row" type="button" data-do="copy-address" data-address=whole
                on:click=move |_| copy(desk, &copied)>
                <span class="copy-row-value">{if order.seen.has_address { shown } else { text.pickup_by.to_owned() }}</span>
                {icon(Icon::Copy)}
                <span class="unseen">{text.copy_address}</span>
            </button>
            <p class="quiet">{delivery.join(" · ")}</p>
            {note}
        </section>
    }
}
