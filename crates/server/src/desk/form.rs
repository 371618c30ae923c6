//! A form's fields, tidied and checked; what is wrong is told all at once, each beside its field.

use crate::error::{FieldFault, Problem};
use crate::plain;
use crate::wire::Money;
use minishop_core::Currency;
use std::ops::RangeInclusive;

/// The largest amount a seller can set: fifty lines of 999 pieces still make a total.
pub const MAX_AMOUNT: i64 = 100_000_000_000;

/// What is wrong so far.
#[derive(Default)]
pub struct Form {
    faults: Vec<FieldFault>,
}

impl Form {
    /// Notes a fault: where, a stable word, and a sentence for developers.
    pub fn fault(&mut self, path: impl Into<String>, code: &'static str, message: impl Into<String>) {
        self.faults.push(FieldFault { path: path.into(), code, message: message.into() });
    }

    /// One line of so many characters.
    pub fn line(&mut self, path: &str, text: &str, length: RangeInclusive<usize>) -> String {
        let text = plain::line(text);
        self.length(path, &text, length);
        text
    }

    /// Text of several lines, at most `max` characters; empty is none.
    pub fn text(&mut self, path: &str, text: Option<&str>, max: usize) -> Option<String> {
        let text = plain::block(text?);
        self.length(path, &text, 0..=max);
        Some(text).filter(|text| !text.is_empty())
    }

    /// Characters, not bytes.
    pub fn length(&mut self, path: &str, text: &str, length: RangeInclusive<usize>) {
        let (min, max) = (*length.start(), *length.end());
        match text.chars().count() {
            0 if min > 0 => self.fault(path, "empty", format!("{path} must be filled in.")),
            count if count < min => {
                self.fault(path, "too_short", format!("{path} has fewer than {min} characters."));
            }
            count if count > max => {
                self.fault(path, "too_long", format!("{path} has more than {max} characters."));
            }
            _ => {}
        }
    }

    /// A number within these.
    pub fn within(&mut self, path: &str, value: i64, range: RangeInclusive<i64>) {
        if !range.contains(&value) {
            let (min, max) = (range.start(), range.end());
            self.fault(path, "out_of_range", format!("{path} is {min} to {max}."));
        }
    }

    /// An amount of the shop's currency, at most [`MAX_AMOUNT`]; in its smallest unit.
    pub fn amount(&mut self, path: &str, given: &Money, currency: Currency) -> i64 {
        self.within(&format!("{path}.minor"), given.minor, 0..=MAX_AMOUNT);
        self.one_of(&format!("{path}.currency"), &given.currency, &[currency.code()]);
        given.minor
    }

    /// One of these words.
    pub fn one_of(&mut self, path: &str, word: &str, words: &[&str]) {
        if !words.contains(&word) {
            self.fault(path, "unknown", format!("{path} is one of {}.", words.join(", ")));
        }
    }

    /// 400 with every fault, if there is any.
    pub fn done(self) -> Result<(), Problem> {
        if self.faults.is_empty() { Ok(()) } else { Err(self.refusal()) }
    }

    /// 400 with every fault.
    pub fn refusal(self) -> Problem {
        Problem::fields(self.faults)
    }
}
