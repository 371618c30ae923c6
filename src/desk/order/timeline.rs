//! Everything that happened, the newest first.

use super::View;
use crate::api::desk::orders::{DeskEvent, DeskOrder};
use crate::desk::standing::moment;
use crate::view::prelude::*;

/// The block of events.
pub fn timeline(view: View, order: &DeskOrder) -> AnyView {
    let text = view.desk.text();
    let step = |event: &DeskEvent| {
        let what = (text.orders.happened)(event.actor, &event.action);
        let what = match event.amount {
            Some(amount) => format!("{what}: {amount}"),
            None => what.to_owned(),
        };
        view! {
            <li class="desk-event">
                <p>{what}</p>
                <p class="quiet figures">{moment(view.desk, event.at)}</p>
            </li>
        }
    };
    let steps: Vec<AnyView> = order.events.iter().rev().map(step).collect();
    view! {
        <section class="block">
            <h2 class="block-title">{text.order.timeline}</h2>
            <ol class="desk-timeline" role="list">{steps}</ol>
        </section>
    }
}
