//! How it comes and how it is paid: one card for each way.

use super::form::Form;
use super::state::View;
use crate::api::{DeliveryKind, PaymentKind};
use crate::buyer::ways;
use crate::components::{live, warning};
use crate::device::Draft;
use crate::view::prelude::*;
use minishop_core::{Money, Refused};

/// One way to choose.
struct Choice {
    id: String,
    title: String,
    text: String,
    end: String,
}

/// Which choice of the draft a block is about.
type Part = fn(&mut Draft) -> &mut String;

/// The ways of delivery, each with its fee for these goods.
pub fn deliveries(view: View) -> AnyView {
    let text = &view.app.text().checkout;
    let choices = move || {
        let goods = view.priced.with(|priced| priced.here()?.as_ref().map(|priced| priced.quote.goods_total));
        view.shop.with(|shop| {
            let Some(shop) = shop.here() else { return Vec::new() };
            let goods = goods.unwrap_or(Money::zero(shop.currency));
            let choice = |method: &crate::api::DeliveryMethod| {
                let known = view.fee(&method.id);
                let fee = known.unwrap_or_else(|| method.fee(goods));
                let free = match method.kind {
                    DeliveryKind::Flat => true,
                    // What weighs little may cost nothing; what this weighs only the server knows.
                    DeliveryKind::Weight => known.is_some() || method.fee.minor() > 0,
                    DeliveryKind::Pickup => false,
                };
                let end = if free && fee.minor() == 0 {
                    text.free.to_owned()
                } else if known.is_some() {
                    fee.to_string()
                } else {
                    ways::fee(view.app, method)
                };
                let limit = method.free_over.map(|limit| (text.free_over)(&limit.to_string()));
                Choice {
                    id: method.id.clone(),
                    title: method.title.clone(),
                    text: ways::dotted(&[
                        &method.note,
                        &ways::days(view.app, method),
                        &limit.unwrap_or_default(),
                    ]),
                    end,
                }
            };
            shop.deliveries.iter().map(choice).collect()
        })
    };
    view! {
        {block(view, "delivery", text.delivery, choices, |draft| &mut draft.delivery)}
        {live(move || not_delivered(view))}
    }
}

/// Why the chosen one cannot be had, and what to do then.
fn not_delivered(view: View) -> AnyView {
    let text = &view.app.text().checkout;
    let why = match view.not_delivered() {
        None => return ().into_any(),
        Some(Refused::Region) => text.not_there,
        Some(Refused::Weight) => text.too_heavy,
    };
    let others = view.shop.with(|shop| shop.here().is_some_and(|shop| shop.deliveries.len() > 1));
    let what = if others { text.other_way } else { text.ask_seller };
    view! { <div id="not-delivered" tabindex="-1">{warning([why, what].concat())}</div> }.into_any()
}

/// The ways of payment.
pub fn payments(view: View) -> AnyView {
    let text = &view.app.text().checkout;
    let choices = move || {
        view.shop.with(|shop| {
            let choice = |method: &crate::api::PaymentMethod| Choice {
                id: method.id.clone(),
                title: method.title.clone(),
                text: match method.kind {
                    PaymentKind::Transfer => text.transfer_hint.to_owned(),
                    PaymentKind::CashOnDelivery => text.cash_hint.to_owned(),
                },
                end: String::new(),
            };
            shop.here().map(|shop| shop.payments.iter().map(choice).collect()).unwrap_or_default()
        })
    };
    block(view, "payment", text.payment, choices, |draft| &mut draft.payment)
}

fn block(
    view: View,
    name: &'static str,
    title: &'static str,
    choices: impl Fn() -> Vec<Choice> + Send + 'static,
    part: Part,
) -> AnyView {
    let text = &view.app.text().checkout;
    let title_id = format!("{name}-title");
    let label = title_id.clone();
    view! {
        <div class="block" role="radiogroup" aria-labelledby=label>
            <h2 class="block-title" id=title_id>{title}</h2>
            {live(move || {
                let cards: Vec<_> = choices().into_iter().map(|choice| card(view, name, choice, part)).collect();
                if cards.is_empty() { warning(text.no_way.to_owned()) } else { cards.into_any() }
            })}
        </div>
    }
    .into_any()
}

fn card(view: View, name: &'static str, choice: Choice, part: Part) -> AnyView {
    let Choice { id, title, text, end } = choice;
    let own = id.clone();
    let chosen = move |form: &mut Form| *part(&mut form.draft) == own;
    let checked = move || chosen(&mut view.form.get());
    let value = id.clone();
    let choose = move |_| {
        view.form.update(|form| part(&mut form.draft).clone_from(&id));
        if name == "delivery" {
            view.refused.set(None);
            view.ask_price(|_, _| {});
        }
    };
    view! {
        <label class="choice">
            <input class="choice-input" type="radio" name=name value=value prop:checked=checked on:change=choose />
            <span class="choice-dot"></span>
            <span class="choice-body">
                <span class="choice-title">{title}</span>
                <span class="choice-text">{text}</span>
            </span>
            <span class="choice-end">{end}</span>
        </label>
    }
    .into_any()
}
