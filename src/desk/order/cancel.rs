//! The end of an order before it is shipped, with a reason the buyer reads.

use super::View;
use super::act::act;
use super::menu::{said, send_button};
use crate::api::PaymentKind;
use crate::api::desk::orders::{Change, DeskOrder};
use crate::components::{Entry, Field, Icon, form, note};
use crate::desk::form::show_first_flaw;
use crate::view::prelude::*;

/// Characters of a reason at most.
const MOST: usize = 200;

/// The panel.
pub fn fields(view: View, order: &DeskOrder) -> AnyView {
    let text = &view.desk.text().order.cancel;
    let type_in = Callback::new(move |typed: String| {
        view.flaws.clear("reason");
        view.keep(|draft| draft.reason.clone_from(&typed));
        view.reason.set(typed);
    });
    let field = Field::new("reason", text.label, Signal::derive(move || view.reason.get()), type_in)
        .entry(Entry::Lines(2))
        .hint(text.hint)
        .flaw(view.flaws.of("reason"))
        .show();
    let chip = |reason: &'static str| {
        view! {
            <button class="chip" type="button" on:click=move |_| type_in.run(reason.to_owned())
                aria-pressed=move || if view.reason.with(|own| own == reason) { "true" } else { "false" }>
                {reason}
            </button>
        }
    };
    let chips: Vec<AnyView> = text.reasons.into_iter().map(chip).collect();
    let paid =
        (order.seen.payment.kind == PaymentKind::Transfer).then(|| note(Icon::Alert, text.paid.to_owned()));
    let busy = Signal::derive(move || view.busy.get());
    let inside = view! {
        {said(view)}
        <p>{text.lead}</p>
        {paid}
        {field}
        <div class="chips">{chips}</div>
        {send_button(view, text.act)}
    };
    form(busy, move || send(view), inside)
}

fn send(view: View) {
    view.flaws.clear_all();
    // One line, as the buyer reads it.
    let reason = view.reason.get_untracked().split_whitespace().collect::<Vec<_>>().join(" ");
    view.flaws.short(view.desk, "reason", &reason, MOST);
    if view.flaws.any() {
        return show_first_flaw();
    }
    act(view, Change::Cancel(reason), view.desk.text().order.cancel.done);
}
