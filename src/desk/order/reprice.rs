//! Another total before payment; says at once what it differs by.

use super::View;
use super::act::act;
use super::menu::{said, send_button};
use crate::api::desk::orders::Change;
use crate::components::{form, live};
use crate::desk::form::{amount_field, read_amount, show_first_flaw};
use crate::view::prelude::*;
use minishop_core::{Currency, Money, typed};

/// The panel.
pub fn fields(view: View) -> AnyView {
    let text = &view.desk.text().order.reprice;
    let Some(currency) = total(view).map(Money::currency) else { return ().into_any() };
    let type_in = Callback::new(move |typed: String| {
        view.flaws.clear("total");
        view.keep(|draft| draft.total.clone_from(&typed));
        view.total.set(typed);
    });
    let field =
        amount_field("total", text.label, currency, Signal::derive(move || view.total.get()), type_in)
            .flaw(view.flaws.of("total"))
            .show();
    let busy = Signal::derive(move || view.busy.get());
    let inside = view! {
        {said(view)}
        <p class="quiet">{text.lead}</p>
        {field}
        {live(move || view! { <p class="quiet figures" role="status" data-difference="">{difference(view, currency)}</p> })}
        {send_button(view, text.act)}
    };
    form(busy, move || send(view, currency), inside)
}

fn total(view: View) -> Option<Money> {
    view.order.with_untracked(|order| order.here().map(|order| order.seen.total))
}

fn difference(view: View, currency: Currency) -> String {
    let text = &view.desk.text().order.reprice;
    let now = view.order.with(|order| order.here().map(|order| order.seen.total));
    let new = typed::amount(&view.total.get(), currency).ok();
    let Some(now) = now else { return String::new() };
    match new {
        None => (text.now)(&now.to_string()),
        Some(new) if new == now => text.same.to_owned(),
        Some(new) => match (now.minus(new), new.minus(now)) {
            (Ok(less), _) => (text.less)(&less.to_string()),
            (_, Ok(more)) => (text.more)(&more.to_string()),
            _ => String::new(),
        },
    }
}

fn send(view: View, currency: Currency) {
    let text = &view.desk.text().order.reprice;
    view.flaws.clear_all();
    match read_amount(view.desk, &view.total.get_untracked(), currency) {
        Err(words) => view.flaws.set("total", words),
        Ok(new) if Some(new) == total(view) => view.flaws.set("total", text.same),
        Ok(new) => return act(view, Change::Reprice(new), text.done),
    }
    show_first_flaw();
}
