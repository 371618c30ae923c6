//! A form field: its label above, a hint below, and in the hint's place what is wrong with it.

use super::icon::{Icon, small_icon};
use super::live::{live, live_text};
use crate::view::prelude::*;

/// What can be typed into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    Text,
    /// So many lines high; grows by hand.
    Lines(u32),
    /// A phone number or an e-mail address.
    Login,
    Email,
    Phone,
    Url,
    /// Figures with a point or a comma.
    Amount,
    /// Figures alone.
    Count,
    /// Dots until the button beside it, which has these two names, shows it.
    Password {
        show: &'static str,
        hide: &'static str,
    },
    Day,
}

/// A field; build it with [`Field::new`] and show it with [`Field::show`].
pub struct Field {
    id: String,
    label: String,
    value: Signal<String>,
    on_input: Callback<String>,
    entry: Entry,
    hint: Option<Signal<String>>,
    flaw: Option<Signal<Option<String>>>,
    autocomplete: &'static str,
    before: String,
    example: String,
    bare: bool,
}

impl Field {
    /// A field of one line; `id` is the only one of its name on the screen.
    pub fn new(
        id: impl Into<String>,
        label: impl Into<String>,
        value: Signal<String>,
        on_input: Callback<String>,
    ) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            value,
            on_input,
            entry: Entry::Text,
            hint: None,
            flaw: None,
            autocomplete: "off",
            before: String::new(),
            example: String::new(),
            bare: false,
        }
    }

    /// The same over a signal of its own.
    pub fn of(id: impl Into<String>, label: impl Into<String>, value: RwSignal<String>) -> Self {
        Self::new(id, label, Signal::derive(move || value.get()), Callback::new(move |text| value.set(text)))
    }

    pub fn entry(self, entry: Entry) -> Self {
        Self { entry, ..self }
    }

    /// A quiet line below it that never changes.
    pub fn hint(self, hint: &'static str) -> Self {
        self.live_hint(Signal::derive(move || hint.to_owned()))
    }

    /// A quiet line below it; none while it is empty.
    pub fn live_hint(self, hint: Signal<String>) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// What is wrong with it.
    pub fn flaw(self, flaw: Signal<Option<String>>) -> Self {
        Self { flaw: Some(flaw), ..self }
    }

    /// What the browser may fill in, in the words of the `autocomplete` attribute.
    pub fn autocomplete(self, what: &'static str) -> Self {
        Self { autocomplete: what, ..self }
    }

    /// What stands before the figures, such as the currency's sign.
    pub fn before(self, what: &str) -> Self {
        Self { before: what.to_owned(), ..self }
    }

    /// Shown in the field while it is empty.
    pub fn example(self, what: impl Into<String>) -> Self {
        Self { example: what.into(), ..self }
    }

    /// Without its label above, which is read out only: for grids and rows that name it otherwise.
    pub fn bare(self) -> Self {
        Self { bare: true, ..self }
    }

    pub fn show(self) -> AnyView {
        let (id, flaw, hint) = (self.id.clone(), self.flaw, self.hint);
        let below = live(move || {
            if let Some(flaw) = flaw.and_then(Signal::get) {
                return view! {
                    <p class="field-error" id=format!("{id}-error")>
                        {small_icon(Icon::Alert)}
                        <span>{flaw}</span>
                    </p>
                }
                .into_any();
            }
            let hint = hint.map(Signal::get).filter(|hint| !hint.is_empty());
            hint.map(|hint| view! { <p class="field-hint" id=format!("{id}-hint")>{hint}</p> }).into_any()
        });
        let label = if self.bare { "unseen" } else { "field-label" };
        let (label_for, name) = (self.id.clone(), self.label.clone());
        let input = self.input();
        view! {
            <div class="field">
                <label class=label for=label_for>{name}</label>
                {input}
                {below}
            </div>
        }
    }

    fn input(self) -> AnyView {
        let Self { id, value, on_input, entry, flaw, hint, autocomplete, before, example, .. } = self;
        let wrong = move || flaw.and_then(Signal::get).is_some();
        let invalid = move || wrong().then_some("true");
        let own = id.clone();
        let described = move || {
            if wrong() {
                Some(format!("{own}-error"))
            } else {
                hint.map(Signal::get).filter(|hint| !hint.is_empty()).map(|_| format!("{own}-hint"))
            }
        };
        let typed = move |event| on_input.run(event_target_value(&event));
        if let Entry::Lines(rows) = entry {
            return view! {
                <textarea class="field-input field-text" id=id rows=rows autocomplete=autocomplete
                    placeholder=example aria-invalid=invalid aria-describedby=described
                    prop:value=move || value.get() on:input=typed></textarea>
            };
        }
        let shown = RwSignal::new(false);
        let kind = move || match entry {
            Entry::Password { .. } if !shown.get() => "password",
            Entry::Phone => "tel",
            Entry::Email => "email",
            Entry::Url => "url",
            Entry::Day => "date",
            _ => "text",
        };
        let mode = match entry {
            Entry::Amount => Some("decimal"),
            Entry::Count => Some("numeric"),
            Entry::Login => Some("email"),
            _ => None,
        };
        let plain = matches!(entry, Entry::Login | Entry::Password { .. } | Entry::Url | Entry::Email);
        let input = view! {
            <input class="field-input" id=id.clone() name=id type=kind inputmode=mode autocomplete=autocomplete
                autocapitalize=plain.then_some("off") spellcheck=plain.then_some("false") placeholder=example
                aria-invalid=invalid aria-describedby=described
                prop:value=move || value.get() on:input=typed />
        };
        if let Entry::Password { show, hide } = entry {
            return view! {
                <span class="field-line">
                    {input}
                    <button class="text-button field-side" type="button"
                        aria-pressed=move || if shown.get() { "true" } else { "false" }
                        on:click=move |_| shown.set(!shown.get_untracked())>
                        {live_text(move || if shown.get() { hide } else { show }.to_owned())}
                    </button>
                </span>
            };
        }
        if before.is_empty() {
            return input;
        }
        view! { <span class="field-line"><span class="field-before">{before}</span>{input}</span> }
    }
}
