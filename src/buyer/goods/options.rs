//! Option chips and the quantity, on the page and in the sheet; both show the same choice.

use super::View;
use crate::api::Detail;
use crate::components::{Stepper, live, live_text, stepper, warning};
use crate::view::prelude::*;
use minishop_core::ValueState;

/// The block on the page.
pub fn block(view: View, detail: &Detail) -> AnyView {
    let label = view.app.text().goods.options;
    view! {
        <section class="block block-flush" aria-label=label>{choices(view, detail, "page")}</section>
    }
    .into_any()
}

/// A group of chips for each option, and the stepper. `place` tells the two apart in the page's ids.
pub fn choices(view: View, detail: &Detail, place: &'static str) -> AnyView {
    let text = view.app.text();
    let options = detail.goods.options().iter().enumerate();
    let groups: Vec<_> =
        options.map(|(at, option)| group(view, at, &option.name, &option.values, place)).collect();
    let sold_out = detail.goods.sold_out();
    let count = Stepper {
        value: Signal::derive(move || view.read(1, |_, choice| choice.quantity().get())),
        most: Signal::derive(move || view.read(1, |detail, choice| choice.most(&detail.goods))),
        on_change: Callback::new(move |pieces| {
            view.choose(|detail, choice| choice.count(&detail.goods, pieces))
        }),
    };
    let quantity = (!sold_out).then(|| {
        view! {
            <div class="row">
                <span class="option-name">{text.common.quantity}</span>
                {stepper(count, "", &text.common)}
            </div>
        }
    });
    view! {
        {groups}
        {quantity}
        {live(move || limit(view))}
    }
    .into_any()
}

fn group(view: View, at: usize, name: &str, values: &[String], place: &'static str) -> AnyView {
    let id = format!("{place}-option-{at}");
    let labelled = id.clone();
    let chosen =
        move || view.read(String::new(), |_, choice| choice.chosen(at).unwrap_or_default().to_owned());
    let chips: Vec<_> = values.iter().map(|value| chip(view, at, value.clone())).collect();
    view! {
        <div class="stack stack-tight" role="group" aria-labelledby=labelled>
            <p id=id>
                <span class="option-name">{name.to_owned()}</span>
                " "
                <span class="option-value">{live_text(chosen)}</span>
            </p>
            <div class="chips">{chips}</div>
            {live(move || refusal(view, at))}
        </div>
    }
    .into_any()
}

fn chip(view: View, at: usize, value: String) -> AnyView {
    let own = StoredValue::new(value.clone());
    let pressed = move || view.read(false, |_, choice| own.with_value(|own| choice.chosen(at) == Some(own)));
    let off = move || {
        view.read(false, |detail, choice| {
            own.with_value(|own| choice.state(&detail.goods, at, own) != ValueState::Free)
        })
    };
    view! {
        <button class="chip" type="button" aria-pressed=move || pressed().to_string()
            aria-disabled=move || off().then_some("true")
            on:click=move |_| view.choose(|detail, choice| own.with_value(|own| choice.tap(&detail.goods, at, own)))>
            {value}
        </button>
    }
    .into_any()
}

/// Why the value tapped last cannot be had.
fn refusal(view: View, at: usize) -> AnyView {
    let text = &view.app.text().goods;
    view.read(().into_any(), |_, choice| match &choice.refused {
        Some(refused) if refused.option == at => warning(match refused.state {
            ValueState::Impossible => (text.value_impossible)(&refused.value),
            _ => (text.value_sold_out)(&refused.value),
        }),
        _ => ().into_any(),
    })
}

/// That there are no more, once the buyer has asked for all of them.
fn limit(view: View) -> AnyView {
    let text = &view.app.text().goods;
    view.read(().into_any(), |detail, choice| match choice.sku(&detail.goods) {
        Some(sku) if sku.left == 0 => warning(text.sold_out.to_owned()),
        Some(sku) if choice.quantity().get() == sku.left => warning((text.only_left)(sku.left)),
        _ => ().into_any(),
    })
}
