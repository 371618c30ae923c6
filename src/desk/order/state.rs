//! Where the order stands, in one big sentence, and the one thing to do next.

use super::act::act;
use super::menu::arrived;
use super::{Panel, View};
use crate::api::desk::orders::{Change, DeskOrder};
use crate::components::{live, live_text, warning};
use crate::desk::standing::{left, words};
use crate::view::prelude::*;
use minishop_core::{Action, Status};

/// The sentence and what follows from it.
pub fn state(view: View, order: &DeskOrder) -> AnyView {
    let desk = view.desk;
    let text = &desk.text().order;
    let status = order.seen.status;
    let pickup = !order.seen.has_address;
    let hint = match status {
        Status::New => text.hint.new,
        Status::ToPay => text.hint.to_pay,
        Status::ToConfirm => text.hint.to_confirm,
        Status::ToShip if pickup => text.hint.to_ship_pickup,
        Status::ToShip => text.hint.to_ship,
        Status::Shipped if pickup => text.hint.shipped_pickup,
        Status::Shipped => text.hint.shipped,
        Status::Done => text.hint.done,
        Status::Cancelled => "",
    };
    let ends = order.seen.expires_at.filter(|_| status == Status::ToPay);
    let reason = (!order.seen.cancel_reason.is_empty())
        .then(|| view! { <p class="lines">{text.reason}": "{order.seen.cancel_reason.clone()}</p> });
    view! {
        <section class="desk-state" role="status">
            <h2 class="desk-state-title">
                {words(desk, status, pickup)}
                <span aria-live="off">{live_text(move || left(desk, ends, view.now.get()))}</span>
            </h2>
            {(!hint.is_empty()).then(|| view! { <p class="quiet">{hint}</p> })}
            {reason}
            {live(move || view.changed.get().then(|| warning(text.changed.to_owned())).into_any())}
        </section>
    }
}

/// The bar below: the next step filled, another one beside it; nothing where nothing is to do.
pub fn foot(view: View, order: &DeskOrder) -> Option<AnyView> {
    let text = &view.desk.text().order;
    let ship_label = if order.seen.has_address { text.ship } else { text.hand_over };
    let ship = |class: &'static str| {
        let own = order.clone();
        view! {
            <button class=class type="button" data-do="ship" on:click=move |_| view.ship.begin_order(&own)>
                {ship_label}
            </button>
        }
    };
    let step = |class: &'static str, label, word, change: Change, done| {
        view! {
            <button class=class type="button" data-do=word
                aria-busy=move || view.busy.get().then_some("true")
                aria-disabled=move || view.busy.get().then_some("true")
                on:click=move |_| act(view, change.clone(), done)>
                {label}
            </button>
        }
    };
    const MAIN: &str = "button button-main foot-bar-grow";
    const SIDE: &str = "button foot-bar-grow";
    Some(match order.seen.status {
        Status::New if order.allows(Action::Accept) => view! {
            {ship(SIDE)}
            {step(MAIN, text.accept, "accept", Change::Accept, text.accepted)}
        },
        Status::ToConfirm => step(MAIN, text.confirm, "confirm", Change::ConfirmPayment, text.confirmed),
        Status::ToPay => step(SIDE, text.confirm, "confirm", Change::ConfirmPayment, text.confirmed),
        Status::ToShip => ship(MAIN),
        Status::Shipped if order.allows(Action::Receive) => {
            view! {
                <button class=SIDE type="button" data-do="arrived" on:click=move |_| view.show(Panel::Receive)>
                    {arrived(view, order)}
                </button>
            }
        }
        _ => return None,
    })
}
