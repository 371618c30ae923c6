//! What the basket comes to with the chosen delivery to where the buyer lives.

use super::form::Form;
use super::state::View;
use crate::api::{ApiError, Quote, Way};
use crate::app::wait::ask;
use crate::buyer::priced::price;
use crate::buyer::trouble::words;
use crate::view::prelude::*;
use minishop_core::{Money, Refused};
use std::time::Duration;

/// The pause after the last letter of a region before the price is asked for again.
const PAUSE: Duration = Duration::from_millis(500);

impl Form {
    /// How the goods are to come; a province that was left out is known by its city.
    pub fn way(&self) -> Way {
        let who = &self.draft.recipient;
        let province = if who.province.trim().is_empty() { &who.city } else { &who.province };
        let region = [&who.country, province].map(|part| part.trim().to_owned());
        Way { delivery: self.draft.delivery.clone(), region }
    }
}

impl View {
    /// Of the price for the chosen delivery what `read` finds in it, watched; `None` while it is not known.
    fn quote<T>(self, read: fn(&Quote) -> Option<T>) -> Option<T> {
        let chosen = self.form.with(|form| form.draft.delivery.clone());
        let known = self.quoted.with(|quoted| quoted.as_deref() == Some(chosen.as_str()));
        self.priced.with(|priced| read(&priced.here()?.as_ref()?.quote)).filter(|_| known)
    }

    /// The total for the chosen delivery, watched; `None` while it is not known.
    pub fn total(self) -> Option<Money> {
        self.quote(|quote| Some(quote.total))
    }

    /// The fee of that delivery for these goods, watched; `None` while it is not known.
    pub fn fee(self, delivery: &str) -> Option<Money> {
        let asked = self.quoted.with(|quoted| quoted.as_deref() == Some(delivery));
        self.quote(|quote| Some(quote.delivery_fee).filter(|_| quote.refused.is_none())).filter(|_| asked)
    }

    /// Why the chosen delivery cannot take it there, watched.
    pub fn not_delivered(self) -> Option<Refused> {
        self.quote(|quote| quote.refused)
    }

    /// The buyer changed where it goes: asks again once the typing rests.
    pub(super) fn ask_price_soon(self) {
        let soon = set_timeout_with_handle(move || self.ask_price(|_, _| {}), PAUSE).ok();
        if let Some(Some(earlier)) = self.pause.try_update_value(|pause| std::mem::replace(pause, soon)) {
            earlier.clear();
        }
    }

    /// Asks what the basket comes to with the chosen delivery, and then does `then`, which hears whether it is known.
    pub fn ask_price(self, then: impl FnOnce(Self, bool) + 'static) {
        let chosen = move || self.form.try_with_untracked(Form::way);
        let Some(asked) = chosen() else { return };
        ask(self.app, price(self.number, self.slot, asked.clone()), move |answer| {
            if chosen().as_ref() != Some(&asked) {
                return;
            }
            let known = answer.is_ok();
            if let Err(error) = &answer
                && self.priced.with_untracked(|priced| priced.here().is_some())
            {
                self.app.say(&words(self.app, error).0);
            }
            if let Err(ApiError::Refused(problem)) = &answer
                && problem.fields().iter().any(|fault| fault.path == "delivery")
            {
                // The seller has taken it off meanwhile.
                self.fetch_shop(Some(asked.delivery.clone()));
            }
            self.priced.update(|priced| priced.take(answer));
            self.quoted.set(Some(asked.delivery).filter(|_| known));
            then(self, known);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::form::{Field, Form};
    use crate::device::Draft;

    #[test]
    fn a_city_stands_in_for_its_province() {
        let mut form = Form::new(Draft::default());
        form.set(Field::City, "杭州市".into());
        assert_eq!(form.way().region, ["", "杭州市"]);
        form.set(Field::Province, " 新疆 ".into());
        form.set(Field::Country, "CN ".into());
        assert_eq!(form.way().region, ["CN", "新疆"]);
        assert_eq!(form.way().delivery, "");
    }
}
