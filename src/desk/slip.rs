//! The paper that goes into the parcel: A6, black on white.

use super::page::{self, Page, inner};
use super::place::{Form, place};
use super::route::Route;
use super::session::Desk;
use super::tools::grouped;
use super::trouble::trouble;
use crate::api::desk::orders::{self, DeskOrder};
use crate::api::{OrderLine, PaymentKind};
use crate::app::wait::{Wait, when_back};
use crate::components::{DeskIcon, desk_icon, live};
use crate::view::prelude::*;
use minishop_core::{OrderId, Quantity};

/// The slip of that order.
pub fn screen(desk: Desk, id: OrderId) -> AnyView {
    let order = RwSignal::new(Wait::Asked);
    let stored = StoredValue::new(id);
    let ask = move || {
        let Some(id) = stored.try_get_value() else { return };
        order.set(Wait::Asked);
        let call = move || {
            let id = id.clone();
            async move { orders::order(&id).await }
        };
        desk.ask(call, move |answer| order.update(|own| own.take(answer)));
    };
    ask();
    when_back(desk.app, move || order.with_untracked(|own| matches!(own, Wait::Failed(_))), ask);
    live(move || match order.get() {
        Wait::Asked => page::waiting(desk),
        Wait::Here(order) => whole(desk, &order),
        Wait::Failed(error) => {
            let frame = Page::new("slip", desk.text().slip.title);
            inner(desk, frame, &Route::Order(stored.get_value()), trouble(desk, &error, ask))
        }
    })
}

fn whole(desk: Desk, order: &DeskOrder) -> AnyView {
    let text = &desk.text().slip;
    let print = move |_| _ = window().print();
    let foot = view! {
        <button class="button button-main foot-bar-grow" type="button" data-do="print" on:click=print>
            {desk_icon(DeskIcon::Print)}
            <span>{text.print}</span>
        </button>
    };
    let frame = Page::new("slip", text.title).foot(foot);
    inner(desk, frame, &Route::Order(order.id.clone()), paper(desk, order))
}

fn paper(desk: Desk, order: &DeskOrder) -> AnyView {
    let text = &desk.text().slip;
    let seen = &order.seen;
    let who = &seen.recipient;
    let lines: Vec<AnyView> = seen.lines.iter().map(line).collect();
    let pieces: u32 = seen.lines.iter().map(|line| line.quantity.get()).sum();
    let to = if seen.has_address { text.to } else { text.pickup };
    let address =
        seen.has_address.then(|| view! { <p class="slip-place lines">{place(desk, seen, Form::Lines)}</p> });
    let note = (!seen.note.is_empty())
        .then(|| view! { <p class="slip-note lines">{text.note}": "{seen.note.clone()}</p> });
    // Who rings at the door must know what to ask for.
    let cash = (seen.payment.kind == PaymentKind::CashOnDelivery)
        .then(|| view! { <p class="slip-cash">{(text.cash)(&seen.total.to_string())}</p> });
    view! {
        <article class="slip" data-slip=seen.code.clone()>
            <header class="slip-head">
                <p class="slip-shop">{seen.shop.name.clone()}</p>
                <p class="figures">{text.shop_number}" "{grouped(seen.shop.number)}</p>
            </header>
            <section class="slip-to">
                <p class="slip-label">{to}</p>
                <p class="slip-who">{who.name.clone()}</p>
                <p class="slip-who figures">{who.phone.clone()}</p>
                {address}
            </section>
            <table class="slip-lines">
                <caption class="slip-label">{text.order}" "{seen.code.clone()}" · "{(text.pieces)(pieces)}</caption>
                <tbody>{lines}</tbody>
            </table>
            {note}
            {cash}
        </article>
    }
}

fn line(line: &OrderLine) -> AnyView {
    let values = line.values.join(", ");
    let title = if values.is_empty() { line.title.clone() } else { format!("{} ({values})", line.title) };
    view! {
        <tr>
            <td class="slip-count figures">{times(line.quantity)}</td>
            <td>{title}</td>
        </tr>
    }
}

fn times(quantity: Quantity) -> String {
    format!("{} ×", quantity.get())
}
