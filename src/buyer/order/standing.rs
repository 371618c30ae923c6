//! Where the order stands, in one big sentence, and the one thing to do next.

use super::View;
use crate::api::Order;
use crate::buyer::standing::{minutes_left, words};
use crate::components::live_text;
use crate::view::prelude::*;
use minishop_core::{Action, Status};

/// The sentence and what follows from it.
pub fn standing(view: View, order: &Order) -> AnyView {
    let text = &view.app.text().order;
    let (title, hint) = words(order, text);
    let countdown = order.expires_at.filter(|_| order.status == Status::ToPay).map(|end| {
        // A phone's clock may be wrong by hours: never more than the order had to begin with.
        let whole = end - order.placed_at;
        live_text(move || minutes_left(end, view.now.get(), whole).map(text.minutes_left).unwrap_or_default())
    });
    let receive = order.allows(Action::Receive).then(|| {
        view! {
            <button class="button button-main state-button" type="button" data-do="receive"
                on:click=move |_| super::actions::ask(view, Action::Receive)>
                {text.receive}
            </button>
        }
    });
    let reason = (!order.cancel_reason.is_empty())
        .then(|| view! { <p class="lines">{text.reason}{order.cancel_reason.clone()}</p> });
    view! {
        <section class="state" role="status">
            <h2 class="state-title">{title}<span aria-live="off">{countdown}</span></h2>
            <p class="state-text">{hint}</p>
            {reason}
            {receive}
        </section>
    }
    .into_any()
}
