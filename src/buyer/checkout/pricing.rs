//! What the basket comes to with the chosen delivery to where the buyer lives.

use super::form::Form;
use super::state::View;
use crate::api::{ApiError, Way};
use crate::app::wait::ask;
use crate::buyer::priced::price;
use crate::buyer::trouble::words;
use crate::json::Json;
use crate::view::prelude::*;
use minishop_core::{Money, Refused};
use std::time::Duration;

/// The pause after the last letter of a region before the price is asked for again.
const PAUSE: Duration = Duration::from_millis(500);

impl Form {
    /// How the goods are to come; a province that was left out is known by its city.
    pub fn way(&self) -> Way {
        let who = &self.draft.recipient;
        let (country, province) = (who.country.trim(), who.province.trim());
        let province = if province.is_empty() { who.city.trim() } else { province };
        let region = if country.is_empty() && province.is_empty() {
            Json::Null
        } else {
            Json::map(&mut [("country", country.into()), ("province", province.into())])
        };
        Way { delivery: self.draft.delivery.clone(), region }
    }
}

/// What the chosen delivery makes of the price.
#[derive(Clone, Copy)]
pub struct Sum {
    pub total: Money,
    /// Why it cannot take the goods there.
    pub refused: Option<Refused>,
}

impl View {
    /// The price for the chosen delivery, watched; `None` while it is not known.
    pub fn sum(self) -> Option<Sum> {
        let known = self.quoted.with(|quoted| {
            let asked = quoted.as_ref().map(|way| way.delivery.as_str());
            self.form.with(|form| asked == Some(form.draft.delivery.as_str()))
        });
        self.priced.with(|priced| {
            let quote = &priced.here()?.as_ref().filter(|_| known)?.quote;
            Some(Sum { total: quote.total, refused: quote.refused })
        })
    }

    /// Whether the goods go elsewhere than the price was asked for: then it is asked for once the typing rests.
    pub fn look_where(self) {
        let moved = |quoted: &Option<Way>| {
            let asked = quoted.as_ref().map(|way| &way.region);
            asked.is_some_and(|asked| self.form.with_untracked(|form| form.way().region != *asked))
        };
        if self.quoted.with_untracked(moved) {
            let soon = set_timeout_with_handle(move || self.ask_price(|_, _| {}), PAUSE).ok();
            if let Some(Some(earlier)) = self.pause.try_update_value(|pause| std::mem::replace(pause, soon)) {
                earlier.clear();
            }
        }
    }

    /// Asks what the basket comes to with the chosen delivery, and then does `then`, which hears whether it is known.
    pub fn ask_price(self, then: fn(Self, bool)) {
        let chosen = move || self.form.try_with_untracked(Form::way);
        let Some(asked) = chosen() else { return };
        ask(self.app, price(self.number, self.slot, asked.clone()), move |answer| {
            if chosen().is_none_or(|now| now.delivery != asked.delivery) {
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
            self.quoted.set(Some(asked).filter(|_| known));
            self.look_where();
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
        let region = |form: &Form| form.way().region.write();
        assert_eq!(region(&form), r#"{"country":"","province":"杭州市"}"#);
        form.set(Field::Province, " 新疆 ".into());
        form.set(Field::Country, "CN ".into());
        assert_eq!(region(&form), r#"{"country":"CN","province":"新疆"}"#);
        assert_eq!(region(&Form::new(Draft::default())), "null");
    }
}
