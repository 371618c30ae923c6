//! The editor of one way of delivery: what it costs depends on its kind.

use super::typed::{self, Typed, currency};
use super::{regions, steps};
use crate::api::delivery::DeliveryKind;
use crate::components::{Choice, Entry, Field, live, radios};
use crate::desk::form::amount_field;
use crate::desk::way::Editor;
use crate::view::prelude::*;

/// All of it.
pub fn fields(editor: Editor<Typed>) -> AnyView {
    let kind = Memo::new(move || editor.typed.with(|typed| typed.kind));
    let costs = live(move || match kind.get() {
        DeliveryKind::Flat => view! { <section class="block">{fee(editor)}{free_over(editor)}</section> },
        DeliveryKind::Weight => view! {
            {steps::steps(editor)}
            <section class="block">{free_over(editor)}</section>
        },
        DeliveryKind::Pickup => ().into_any(),
    });
    let places = live(move || match kind.get() {
        DeliveryKind::Pickup => ().into_any(),
        _ => regions::regions(editor),
    });
    view! {
        {kinds(editor)}
        {live(move || naming(editor, kind.get() == DeliveryKind::Pickup))}
        {costs}
        {days(editor)}
        {places}
    }
}

fn kinds(editor: Editor<Typed>) -> AnyView {
    let desk = editor.desk;
    let text = &desk.text().deliveries;
    let choice =
        |kind, title, told: &str| Choice { text: told.to_owned(), ..Choice::new(typed::word(kind), title) };
    let kinds = vec![
        choice(DeliveryKind::Flat, text.flat, text.flat_text),
        choice(DeliveryKind::Weight, text.weight, text.weight_text),
        choice(DeliveryKind::Pickup, text.pickup, text.pickup_text),
    ];
    let chosen = editor.typing("kind", move |typed, word| typed.choose(desk, &word));
    let own = editor.text_of(|typed| typed::word(typed.kind).to_owned());
    view! { <section class="block way-kind">{radios("kind", desk.text().ways.kind, kinds, own, chosen)}</section> }
}

fn naming(editor: Editor<Typed>, pickup: bool) -> AnyView {
    let text = &editor.desk.text().deliveries;
    let (note, hint) =
        if pickup { (text.pickup_note, text.pickup_note_hint) } else { (text.note, text.note_hint) };
    view! {
        <section class="block">
            {Field::new(
                "title",
                editor.desk.text().ways.name,
                editor.text_of(|typed| typed.title.clone()),
                editor.typing("title", |typed, text| typed.title = text),
            )
                .flaw(editor.flaws.of("title"))
                .show()}
            {Field::new(
                "note",
                note,
                editor.text_of(|typed| typed.note.clone()),
                editor.typing("note", |typed, text| typed.note = text),
            )
                .entry(Entry::Lines(2))
                .hint(hint)
                .flaw(editor.flaws.of("note"))
                .show()}
        </section>
    }
}

fn fee(editor: Editor<Typed>) -> AnyView {
    let text = &editor.desk.text().deliveries;
    let field = amount_field(
        "fee",
        text.fee,
        currency(editor.desk),
        editor.text_of(|typed| typed.fee.clone()),
        editor.typing("fee", |typed, text| typed.fee = text),
    );
    field.example("0").flaw(editor.flaws.of("fee")).show()
}

fn free_over(editor: Editor<Typed>) -> AnyView {
    let text = &editor.desk.text().deliveries;
    let field = amount_field(
        "free_over",
        text.free_over,
        currency(editor.desk),
        editor.text_of(|typed| typed.free_over.clone()),
        editor.typing("free_over", |typed, text| typed.free_over = text),
    );
    view! {
        {field.flaw(editor.flaws.of("free_over")).show()}
        <p class="field-hint">{text.free_over_hint}</p>
    }
}

fn days(editor: Editor<Typed>) -> AnyView {
    let text = &editor.desk.text().deliveries;
    let day = |path: &'static str, label, at: usize| {
        Field::new(
            path,
            label,
            editor.text_of(move |typed| typed.days[at].clone()),
            editor.typing(path, move |typed, text| typed.days[at] = text),
        )
        .entry(Entry::Count)
        .flaw(editor.flaws.of(path))
        .show()
    };
    view! {
        <section class="block" aria-labelledby="days-title">
            <h2 class="block-title" id="days-title">{text.days}</h2>
            <div class="field-pair">{day("days_min", text.days_min, 0)}{day("days_max", text.days_max, 1)}</div>
            <p class="field-hint">{text.days_hint}</p>
        </section>
    }
}
