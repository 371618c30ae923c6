//! How it comes and how it is paid: one card for each way.

use super::form::Form;
use super::state::View;
use crate::api::{DeliveryKind, DeliveryMethod, PaymentKind, PaymentMethod};
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

/// The ways of delivery, and a word where the chosen one cannot be had.
pub fn deliveries(view: View) -> AnyView {
    let title = view.app.text().checkout.delivery;
    view! {
        {block(view, "delivery", title, ways_to_come, |draft| &mut draft.delivery)}
        {live(move || not_delivered(view))}
    }
}

/// Each with its fee for these goods.
fn ways_to_come(view: View) -> Vec<Choice> {
    let text = &view.app.text().checkout;
    let priced = view.priced.with(|priced| {
        let quote = &priced.here()?.as_ref()?.quote;
        Some((quote.goods_total, Some(quote.delivery_fee).filter(|_| quote.refused.is_none())))
    });
    let asked = view.quoted.with(|quoted| quoted.as_ref().map(|way| way.delivery.clone()));
    view.shop.with(|shop| {
        let Some(shop) = shop.here() else { return Vec::new() };
        let (goods, quoted) = priced.unwrap_or((Money::zero(shop.currency), None));
        let choice = |method: &DeliveryMethod| {
            let known = quoted.filter(|_| asked.as_ref() == Some(&method.id));
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
                ways::fee(view.app, method, fee)
            };
            let limit = method.free_over.map(|limit| (text.free_over)(&limit.to_string()));
            let days = ways::days(view.app, method);
            Choice {
                id: method.id.clone(),
                title: method.title.clone(),
                text: ways::dotted(&[&method.note, &days, &limit.unwrap_or_default()]),
                end,
            }
        };
        shop.deliveries.iter().map(choice).collect()
    })
}

/// Why the chosen one cannot be had, and what to do then.
fn not_delivered(view: View) -> AnyView {
    let text = &view.app.text().checkout;
    let why = match view.sum().and_then(|sum| sum.refused) {
        None => return ().into_any(),
        Some(Refused::Region) => text.not_there,
        Some(Refused::Weight) => text.too_heavy,
    };
    let others = view.shop.with(|shop| shop.here().is_some_and(|shop| shop.deliveries.len() > 1));
    let what = if others { text.other_way } else { text.ask_seller };
    view! { <div id="not-delivered" tabindex="-1">{warning(format!("{why}{what}"))}</div> }.into_any()
}

/// The ways of payment.
pub fn payments(view: View) -> AnyView {
    let title = view.app.text().checkout.payment;
    block(view, "payment", title, ways_to_pay, |draft| &mut draft.payment)
}

fn ways_to_pay(view: View) -> Vec<Choice> {
    let text = &view.app.text().checkout;
    view.shop.with(|shop| {
        let choice = |method: &PaymentMethod| Choice {
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
}

fn block(
    view: View,
    name: &'static str,
    title: &'static str,
    choices: fn(View) -> Vec<Choice>,
    part: Part,
) -> AnyView {
    let text = &view.app.text().checkout;
    let title_id = format!("{name}-title");
    let label = title_id.clone();
    view! {
        <div class="block" role="radiogroup" aria-labelledby=label>
            <h2 class="block-title" id=title_id>{title}</h2>
            {live(move || {
                let cards: Vec<_> = choices(view).into_iter().map(|choice| card(view, name, choice, part)).collect();
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
