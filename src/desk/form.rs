//! What is wrong with a form, field by field: found here before sending, or told by the server.

use super::session::Desk;
use crate::api::ApiError;
use crate::components::{Entry, Field};
use crate::text::desk::Flaw;
use crate::view::prelude::*;
use minishop_core::{Currency, Money, MoneyError, typed};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The faults of one form by the path of their field, such as `shop.name`; copied into any closure.
#[derive(Clone, Copy)]
pub struct Flaws(RwSignal<Vec<(String, String)>>);

impl Flaws {
    #[expect(clippy::new_without_default, reason = "a form's own, made with it")]
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// What is wrong with that field, watched.
    pub fn of(self, path: impl Into<String>) -> Signal<Option<String>> {
        let path = path.into();
        Signal::derive(move || {
            self.0.with(|all| all.iter().find(|(own, _)| *own == path).map(|(_, words)| words.clone()))
        })
    }

    /// Says that something is wrong with that field.
    pub fn set(self, path: impl Into<String>, words: impl Into<String>) {
        let entry = (path.into(), words.into());
        self.0.update(|all| {
            all.retain(|(own, _)| *own != entry.0);
            all.push(entry);
        });
    }

    /// The field was changed: what was wrong with it may be right now.
    pub fn clear(self, path: &str) {
        if self.0.with_untracked(|all| all.iter().any(|(own, _)| own == path)) {
            self.0.update(|all| all.retain(|(own, _)| own != path));
        }
    }

    /// Forgets all of them.
    pub fn clear_all(self) {
        self.0.set(Vec::new());
    }

    /// Whether anything is wrong, as of now.
    pub fn any(self) -> bool {
        self.0.with_untracked(|all| !all.is_empty())
    }

    /// A text of 1 to `most` characters, without spaces around; says what is wrong with it.
    pub fn required(self, desk: Desk, path: &str, text: &str, most: usize) {
        if text.trim().is_empty() {
            self.set(path, desk.text().flaw.empty);
        } else {
            self.short(desk, path, text, most);
        }
    }

    /// A text of at most `most` characters.
    pub fn short(self, desk: Desk, path: &str, text: &str, most: usize) {
        if text.trim().chars().count() > most {
            self.set(path, (desk.text().flaw.too_long)(most));
        }
    }

    /// Takes over the fields the server refused; `false` where it named none of `known`. A path may lie deeper than a
    /// known one: `skus[3].price`.
    pub fn take(self, desk: Desk, error: &ApiError, known: &[&str]) -> bool {
        let ApiError::Refused(problem) = error else { return false };
        let mut taken = false;
        for fault in problem.fields() {
            let inside = |path: &&&str| {
                let deeper = fault.path.strip_prefix(**path);
                deeper.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            };
            if known.iter().find(inside).is_some() {
                self.set(fault.path, words(&desk.text().flaw, &fault.code));
                taken = true;
            }
        }
        taken
    }
}

/// Takes over the faults of one item of a list, by their paths within it; `false` where there are none.
pub fn take_item(desk: Desk, flaws: Flaws, error: &ApiError, at: usize) -> bool {
    let ApiError::Refused(problem) = error else { return false };
    let item = format!("items[{at}].");
    let mut taken = false;
    for fault in problem.fields() {
        if let Some(path) = fault.path.strip_prefix(&item) {
            flaws.set(path, words(&desk.text().flaw, &fault.code));
            taken = true;
        }
    }
    taken
}

fn words(text: &Flaw, code: &str) -> String {
    match code {
        "empty" | "required" | "missing" => text.empty.to_owned(),
        "too_large" => text.too_large.to_owned(),
        "negative" => text.negative.to_owned(),
        _ => text.wrong.to_owned(),
    }
}

/// Why an amount cannot be read, in words.
pub fn amount_words(text: &Flaw, error: MoneyError) -> String {
    match error {
        MoneyError::NotDecimal | MoneyError::OtherCurrency => text.not_amount.to_owned(),
        MoneyError::TooPrecise(places) => (text.too_precise)(places),
        MoneyError::Negative => text.negative.to_owned(),
        MoneyError::TooLarge => text.too_large.to_owned(),
    }
}

/// Reads an amount as typed; in words what is wrong with it.
pub fn read_amount(desk: Desk, text: &str, currency: Currency) -> Result<Money, String> {
    if text.trim().is_empty() {
        return Err(desk.text().flaw.empty.to_owned());
    }
    typed::amount(text, currency).map_err(|error| amount_words(&desk.text().flaw, error))
}

/// Reads a whole number as typed; in words what is wrong with it.
pub fn read_count(desk: Desk, text: &str, most: u32) -> Result<u32, String> {
    if text.trim().is_empty() {
        return Err(desk.text().flaw.empty.to_owned());
    }
    typed::count(text, most).ok_or_else(|| (desk.text().flaw.not_count)(most))
}

/// A field for an amount; where it was not typed plainly, the line below says how it is understood.
pub fn amount_field(
    id: impl Into<String>,
    label: impl Into<String>,
    currency: Currency,
    value: Signal<String>,
    on_input: Callback<String>,
) -> Field {
    let understood = Signal::derive(move || {
        let text = value.get();
        let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        match typed::amount(&text, currency) {
            Ok(amount) if !plain => format!("= {amount}"),
            _ => String::new(),
        }
    });
    let sign = match currency.sign() {
        "" => currency.code(),
        sign => sign,
    };
    Field::new(id, label, value, on_input).entry(Entry::Amount).before(sign).live_hint(understood)
}

/// Brings the first field with a fault into sight, once it is marked.
pub fn show_first_flaw() {
    request_animation_frame(|| {
        let found = document().query_selector("[aria-invalid=true]").ok().flatten();
        if let Some(field) = found.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
        }
    });
}
