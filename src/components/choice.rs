//! Choosing instead of typing: a switch, a list that opens, and radios as large as their cards.

use crate::view::prelude::*;

/// Something that is on or off, with its name and a quiet line that may be empty.
pub fn toggle(
    label: impl Into<String>,
    hint: impl Into<String>,
    on: Signal<bool>,
    on_change: Callback<bool>,
) -> AnyView {
    let hint = Some(hint.into()).filter(|hint| !hint.is_empty());
    let hint = hint.map(|hint| view! { <span class="toggle-hint">{hint}</span> });
    view! {
        <button class="toggle" type="button" role="switch"
            aria-checked=move || if on.get() { "true" } else { "false" }
            on:click=move |_| on_change.run(!on.get_untracked())>
            <span class="toggle-body"><span class="toggle-label">{label.into()}</span>{hint}</span>
            <span class="toggle-track" aria-hidden="true"></span>
        </button>
    }
}

/// One of a few values: what it is called in the program, and by people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub title: String,
    /// A quieter line; may be empty.
    pub text: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, title: impl Into<String>) -> Self {
        Self { value: value.into(), title: title.into(), text: String::new() }
    }
}

/// A list that opens: for many values.
pub fn select(
    id: impl Into<String>,
    label: impl Into<String>,
    choices: Vec<Choice>,
    value: Signal<String>,
    on_change: Callback<String>,
) -> AnyView {
    let option = |choice: Choice| {
        let own = choice.value.clone();
        view! {
            <option value=choice.value prop:selected=move || value.get() == own>{choice.title}</option>
        }
    };
    let options: Vec<AnyView> = choices.into_iter().map(option).collect();
    let id = id.into();
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>{label.into()}</label>
            <span class="select">
                <select class="field-input select-input" id=id
                    on:change=move |event| on_change.run(event_target_value(&event))>
                    {options}
                </select>
            </span>
        </div>
    }
}

/// Radios under one name: for a few values, all in sight.
pub fn radios(
    name: &'static str,
    legend: impl Into<String>,
    choices: Vec<Choice>,
    value: Signal<String>,
    on_change: Callback<String>,
) -> AnyView {
    let radio = |choice: Choice| {
        let Choice { value: own, title, text } = choice;
        let (known, told) = (own.clone(), own.clone());
        let text = Some(text).filter(|text| !text.is_empty());
        view! {
            <label class="choice">
                <input class="choice-input" type="radio" name=name value=own
                    prop:checked=move || value.get() == known on:change=move |_| on_change.run(told.clone()) />
                <span class="choice-dot"></span>
                <span class="choice-body">
                    <span class="choice-title">{title}</span>
                    {text.map(|text| view! { <span class="choice-text">{text}</span> })}
                </span>
            </label>
        }
    };
    let radios: Vec<AnyView> = choices.into_iter().map(radio).collect();
    view! {
        <fieldset class="field">
            <legend class="field-label radios-legend">{legend.into()}</legend>
            <div class="radios">{radios}</div>
        </fieldset>
    }
}
