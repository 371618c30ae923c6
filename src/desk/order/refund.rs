//! Money given back, all or a part: only written down, and said so.

use super::View;
use super::act::act;
use super::menu::{said, send_button};
use crate::api::desk::orders::{Change, DeskOrder};
use crate::components::{Icon, form, live, live_text, note};
use crate::desk::form::{amount_field, read_amount, show_first_flaw};
use crate::view::prelude::*;
use minishop_core::{Currency, Money};

/// The panel.
pub fn fields(view: View) -> AnyView {
    let text = &view.desk.text().order.refund;
    let Some(currency) = most(view).map(Money::currency) else { return ().into_any() };
    let type_in = Callback::new(move |typed: String| {
        view.flaws.clear("amount");
        view.keep(|draft| draft.refund.clone_from(&typed));
        view.refund.set(typed);
    });
    let field =
        amount_field("amount", text.label, currency, Signal::derive(move || view.refund.get()), type_in)
            .flaw(view.flaws.of("amount"))
            .show();
    let left = move || {
        view.order.with(|order| order.here().and_then(left)).map(|most| (text.most)(&most.to_string()))
    };
    let all = move |_| {
        if let Some(most) = most(view) {
            type_in.run(most.decimal());
        }
    };
    let busy = Signal::derive(move || view.busy.get());
    let inside = view! {
        {said(view)}
        {live(move || note(Icon::Alert, text.lead.to_owned()))}
        {field}
        <div class="row">
            <p class="quiet figures">{live_text(move || left().unwrap_or_default())}</p>
            <button class="text-button accent" type="button" data-do="refund-all" on:click=all>{text.all}</button>
        </div>
        {send_button(view, text.act)}
    };
    form(busy, move || send(view, currency), inside)
}

/// What was not given back yet.
fn left(order: &DeskOrder) -> Option<Money> {
    Money::new(order.kept(), order.seen.total.currency()).ok()
}

fn most(view: View) -> Option<Money> {
    view.order.with_untracked(|order| order.here().and_then(left))
}

fn send(view: View, currency: Currency) {
    let text = &view.desk.text().order.refund;
    view.flaws.clear_all();
    let most = most(view);
    match read_amount(view.desk, &view.refund.get_untracked(), currency) {
        Err(words) => view.flaws.set("amount", words),
        Ok(amount) if amount.minor() == 0 => view.flaws.set("amount", text.nothing),
        Ok(amount) => match most.filter(|most| most.minor() < amount.minor()) {
            Some(most) => view.flaws.set("amount", (text.too_much)(&most.to_string())),
            None => return act(view, Change::Refund(amount), text.done),
        },
    }
    show_first_flaw();
}
