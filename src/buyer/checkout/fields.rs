//! Who gets it and where: the paste box first, then every field with its label and what is wrong with it.

use super::form::Field;
use super::state::View;
use crate::components::{Icon, live, small_icon};
use crate::text::Language;
use crate::view::prelude::*;

/// A text that grew by so much at once was pasted, not typed.
const PASTED: usize = 6;

/// The block of who and where.
pub fn who(view: View) -> AnyView {
    let text = &view.app.text().checkout;
    // Counts up when a pasted text filled the fields: which of the rare ones show may be different then.
    let turn = RwSignal::new(0);
    let needs_address = Memo::new(move || view.needs_address());
    view! {
        <section class="block" aria-labelledby="who">
            <h2 class="block-title" id="who">{text.who}</h2>
            {paste(view, turn)}
            <div class="field-pair">{field(view, Field::Name)}{field(view, Field::Phone)}</div>
            {live(move || {
                turn.track();
                if needs_address.get() { address(view) } else { ().into_any() }
            })}
        </section>
    }
    .into_any()
}

fn paste(view: View, turn: RwSignal<u32>) -> AnyView {
    let text = &view.app.text().checkout;
    let form = view.form;
    let fill = move |pasted: &str| {
        if form.try_update(|form| form.paste(pasted)).unwrap_or_default() {
            turn.update(|turn| *turn += 1);
            view.app.say(text.pasted);
        }
    };
    let typed = move |event| {
        let new: String = event_target_value(&event);
        let grown = new.len().saturating_sub(form.with_untracked(|form| form.draft.pasted.len()));
        form.update(|form| form.draft.pasted.clone_from(&new));
        if grown >= PASTED {
            fill(&new);
        }
    };
    let left = move |event| fill(&event_target_value(&event));
    view! {
        <div class="field">
            <label class="field-label" for="paste">{text.paste}</label>
            <textarea class="field-input field-text field-paste" id="paste" rows="2" autocomplete="off"
                placeholder=text.paste_example prop:value=move || form.with(|form| form.draft.pasted.clone())
                on:input=typed on:change=left></textarea>
        </div>
    }
    .into_any()
}

/// The address's fields in the order of the language; a part it does not know shows only when there is something in it.
fn address(view: View) -> AnyView {
    use Field::{City, Country, District, Postcode, Province, Street};
    let pair = |one, other| {
        view! { <div class="field-pair">{field(view, one)}{field(view, other)}</div> }.into_any()
    };
    let rare = |own: &[Field]| -> Vec<AnyView> {
        // In an address of the language's own country the country goes without saying.
        let own_country = if view.app.language() == Language::Zh { "CN" } else { "" };
        let filled =
            |own: &&Field| view.form.with_untracked(|form| !["", own_country].contains(&form.value(**own)));
        own.iter().filter(filled).map(|own| field(view, *own)).collect()
    };
    match view.app.language() {
        Language::Zh => [pair(Province, City), field(view, District), field(view, Street)]
            .into_iter()
            .chain(rare(&[Postcode, Country]))
            .collect::<Vec<_>>(),
        Language::En => [field(view, Street), pair(City, Postcode), pair(Province, Country)]
            .into_iter()
            .chain(rare(&[District]))
            .collect::<Vec<_>>(),
    }
    .into_any()
}

/// One field with its label, its value and its flaw.
pub fn field(view: View, own: Field) -> AnyView {
    let text = &view.app.text().checkout;
    let form = view.form;
    let id = own.word();
    let flaw = Memo::new(move || form.with(|form| form.flaw(own)));
    let invalid = move || flaw.get().map(|_| "true");
    let described = move || flaw.get().map(|_| format!("{id}-error"));
    let value = move || form.with(|form| form.value(own).to_owned());
    let typed = move |event| form.update(|form| form.set(own, event_target_value(&event)));
    let input = if own == Field::Note {
        view! {
            <textarea class="field-input field-text" id=id rows="2" autocomplete="off" aria-invalid=invalid
                aria-describedby=described prop:value=value on:input=typed></textarea>
        }
        .into_any()
    } else {
        let kind = if own == Field::Phone { "tel" } else { "text" };
        view! {
            <input class="field-input" id=id name=id type=kind autocomplete=own.autocomplete() aria-invalid=invalid
                aria-describedby=described prop:value=value on:input=typed />
        }
        .into_any()
    };
    let error = move || match flaw.get() {
        None => ().into_any(),
        Some(flaw) => view! {
            <p class="field-error" id=format!("{id}-error")>
                {small_icon(Icon::Alert)}
                <span>{flaw.words(own, text)}</span>
            </p>
        }
        .into_any(),
    };
    view! {
        <div class="field">
            <label class="field-label" for=id>{own.label(text)}</label>
            {input}
            {live(error)}
        </div>
    }
    .into_any()
}
