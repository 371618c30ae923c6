//! Name, price and stock; description and category; and below what few goods need.

use super::View;
use crate::components::{Choice, Entry, Field, live, select, toggle};
use crate::desk::form::amount_field;
use crate::device::desk_draft::{DraftSku, GoodsDraft};
use crate::view::prelude::*;

/// A text of one sku.
type Part = fn(&mut DraftSku) -> &mut String;

/// What nearly all goods have.
pub fn basics(view: View) -> AnyView {
    let text = &view.desk.text().editor;
    let single = Memo::new(move || view.draft.with(is_single));
    let title = Field::new(
        "title",
        text.title,
        view.text_of(|draft| draft.title.clone()),
        Callback::new(move |typed| view.edit("title", |draft| draft.title = typed)),
    );
    let prices = live(move || {
        if !single.get() {
            return ().into_any();
        }
        view! { <div class="field-pair">{price_field(view, 0)}{stock_field(view, 0)}</div> }
    });
    let about = Field::new(
        "text",
        text.text,
        view.text_of(|draft| draft.text.clone()),
        Callback::new(move |typed| view.edit("text", |draft| draft.text = typed)),
    );
    view! {
        <section class="block">
            {title.example(text.title_example).flaw(view.flaws.of("title")).show()}
            {prices}
            {about.entry(Entry::Lines(4)).flaw(view.flaws.of("text")).show()}
            {category(view)}
        </section>
    }
}

/// Whether there is one sku alone.
pub fn is_single(draft: &GoodsDraft) -> bool {
    draft.skus.len() == 1 && draft.skus[0].values.is_empty()
}

fn sku_text(view: View, at: usize, part: Part) -> Signal<String> {
    view.text_of(move |draft| {
        draft.skus.get(at).map(|sku| part(&mut sku.clone()).clone()).unwrap_or_default()
    })
}

fn sku_typed(view: View, at: usize, field: &'static str, part: Part) -> Callback<String> {
    Callback::new(move |typed| {
        view.edit(&format!("skus[{at}].{field}"), |draft| {
            if let Some(sku) = draft.skus.get_mut(at) {
                *part(sku) = typed;
            }
        });
    })
}

/// One field of one sku, by its path; named after the sku where there are several.
pub fn sku_field(view: View, at: usize, field: &'static str, label: &str, part: Part) -> Field {
    Field::new(format!("{field}-{at}"), label, sku_text(view, at, part), sku_typed(view, at, field, part))
        .flaw(view.flaws.of(format!("skus[{at}].{field}")))
}

/// The price of one sku.
pub fn price_field(view: View, at: usize) -> AnyView {
    let label = view.desk.text().editor.price;
    let (value, typed) =
        (sku_text(view, at, |sku| &mut sku.price), sku_typed(view, at, "price", |sku| &mut sku.price));
    amount_field(format!("price-{at}"), label, view.currency, value, typed)
        .flaw(view.flaws.of(format!("skus[{at}].price")))
        .show()
}

/// The stock of one sku.
pub fn stock_field(view: View, at: usize) -> AnyView {
    let label = view.desk.text().editor.stock;
    sku_field(view, at, "stock", label, |sku| &mut sku.stock).entry(Entry::Count).show()
}

/// What one sku can have besides: an old price, a weight, a number.
pub fn rare(view: View, at: usize) -> AnyView {
    let text = &view.desk.text().editor;
    let old = amount_field(
        format!("compare_at-{at}"),
        text.compare_at,
        view.currency,
        sku_text(view, at, |sku| &mut sku.compare_at),
        sku_typed(view, at, "compare_at", |sku| &mut sku.compare_at),
    );
    view! {
        {old.flaw(view.flaws.of(format!("skus[{at}].compare_at"))).show()}
        {sku_field(view, at, "weight_grams", text.weight, |sku| &mut sku.weight)
            .entry(Entry::Count)
            .hint(text.weight_hint)
            .show()}
        {sku_field(view, at, "code", text.code, |sku| &mut sku.code).hint(text.code_hint).show()}
    }
}

/// What few goods need, and whether they are on sale.
pub fn more(view: View) -> AnyView {
    let text = &view.desk.text().editor;
    let single = Memo::new(move || view.draft.with(is_single));
    let rare = live(move || {
        if !single.get() {
            return ().into_any();
        }
        view! {
            <details class="block details">
                <summary class="details-title">{text.more}</summary>
                <div class="stack">{rare(view, 0)}</div>
            </details>
        }
    });
    let visible = (!view.is_new()).then(|| {
        let toggle = toggle(
            text.visible,
            text.visible_hint,
            Signal::derive(move || view.draft.with(|draft| draft.visible)),
            Callback::new(move |on| view.edit("visible", |draft| draft.visible = on)),
        );
        view! { <section class="block">{toggle}</section> }
    });
    view! { {rare}{visible} }
}

fn category(view: View) -> AnyView {
    let text = &view.desk.text().editor;
    live(move || {
        let known = view.categories.get();
        if known.is_empty() {
            return ().into_any();
        }
        let mut choices = vec![Choice::new("", text.no_category)];
        choices.extend(known.into_iter().filter_map(|own| Some(Choice::new(own.id?, own.name))));
        select(
            "category",
            text.category,
            choices,
            view.text_of(|draft| draft.category.clone()),
            Callback::new(move |id| view.edit("category", |draft| draft.category = id)),
        )
    })
}
