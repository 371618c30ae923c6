//! What goods must be like to be sold: every rule in one place, each fault with the spot it concerns.

use super::{Entry, EntrySku};
use minishop_core::goods::MAX_OPTIONS;
use std::collections::HashSet;

/// What a fault concerns; numbers count from 0 in the entry's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    Handle,
    Title,
    Text,
    Category,
    Photos,
    Photo(usize),
    Alt(usize),
    Options,
    OptionName(usize),
    OptionValues(usize),
    /// Option and value.
    OptionValue(usize, usize),
    Skus,
    Code(usize),
    Values(usize),
    /// Sku and option.
    Value(usize, usize),
    Price(usize),
    CompareAt(usize),
    Stock(usize),
    Weight(usize),
}

/// One thing that cannot stay as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub spot: Spot,
    /// A stable word, as in the API's field faults.
    pub code: &'static str,
    /// The same as a sentence.
    pub message: String,
}

impl Entry {
    /// Longest handle in characters.
    pub const MAX_HANDLE: usize = 255;
    /// Longest title in characters.
    pub const MAX_TITLE: usize = 120;
    /// Longest text in characters.
    pub const MAX_TEXT: usize = 5_000;
    /// Longest name of a category in characters.
    pub const MAX_CATEGORY: usize = 40;
    /// Longest name of an option, and longest value, in characters.
    pub const MAX_NAME: usize = 60;
    /// Longest article number in characters.
    pub const MAX_CODE: usize = 60;
    /// Longest description of a photo in characters.
    pub const MAX_ALT: usize = 200;
    pub const MAX_PHOTOS: usize = 9;
    /// Values of one option at most.
    pub const MAX_VALUES: usize = 20;
    pub const MAX_SKUS: usize = 100;
    /// Pieces of one sku in stock at most.
    pub const MAX_STOCK: i64 = 1_000_000;
    /// Grams of one sku at most.
    pub const MAX_GRAMS: i64 = 1_000_000;
    /// Highest price in the smallest unit of its currency.
    pub const MAX_PRICE: i64 = 1_000_000_000_000;

    /// Everything that keeps these goods from being sold; amounts are in the shop's currency already.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        name(&mut faults, Spot::Handle, "handle", &self.handle, Self::MAX_HANDLE);
        name(&mut faults, Spot::Title, "title", &self.title, Self::MAX_TITLE);
        text(&mut faults, Spot::Text, "text", &self.text, Self::MAX_TEXT);
        if let Some(category) = &self.category {
            name(&mut faults, Spot::Category, "category", category, Self::MAX_CATEGORY);
        }
        self.check_photos(&mut faults);
        self.check_options(&mut faults);
        self.check_skus(&mut faults);
        faults
    }

    fn check_photos(&self, faults: &mut Vec<Fault>) {
        if self.photos.len() > Self::MAX_PHOTOS {
            say(faults, Spot::Photos, "out_of_range", format!("more than {} photos", Self::MAX_PHOTOS));
        }
        let mut seen = HashSet::new();
        for (at, photo) in self.photos.iter().enumerate() {
            text(faults, Spot::Alt(at), "photo's description", &photo.alt, Self::MAX_ALT);
            if !seen.insert(&photo.picture.hash) {
                say(faults, Spot::Photo(at), "duplicate", "the photo stands twice");
            }
        }
    }

    fn check_options(&self, faults: &mut Vec<Fault>) {
        if self.options.len() > MAX_OPTIONS {
            say(faults, Spot::Options, "out_of_range", format!("more than {MAX_OPTIONS} options"));
        }
        for (at, option) in self.options.iter().enumerate() {
            name(faults, Spot::OptionName(at), "option's name", &option.name, Self::MAX_NAME);
            if self.options[..at].iter().any(|other| other.name == option.name) {
                say(
                    faults,
                    Spot::OptionName(at),
                    "duplicate",
                    format!("the option «{}» stands twice", option.name),
                );
            }
            if option.values.is_empty() {
                say(
                    faults,
                    Spot::OptionValues(at),
                    "empty",
                    format!("the option «{}» has no value", option.name),
                );
            }
            if option.values.len() > Self::MAX_VALUES {
                let message =
                    format!("the option «{}» has more than {} values", option.name, Self::MAX_VALUES);
                say(faults, Spot::OptionValues(at), "out_of_range", message);
            }
            let mut seen = HashSet::new();
            for (place, value) in option.values.iter().enumerate() {
                name(faults, Spot::OptionValue(at, place), "option's value", value, Self::MAX_NAME);
                if !seen.insert(value) {
                    let message = format!("the value «{value}» stands twice");
                    say(faults, Spot::OptionValue(at, place), "duplicate", message);
                }
            }
        }
    }

    fn check_skus(&self, faults: &mut Vec<Fault>) {
        match self.skus.len() {
            0 => say(faults, Spot::Skus, "empty", "goods need at least one sku"),
            count if count > Self::MAX_SKUS => {
                say(faults, Spot::Skus, "out_of_range", format!("more than {} skus", Self::MAX_SKUS));
            }
            1 => {}
            _ if self.options.is_empty() => {
                say(faults, Spot::Skus, "out_of_range", "goods without options have exactly one sku");
            }
            _ => {}
        }
        let mut seen = HashSet::new();
        for (at, sku) in self.skus.iter().enumerate() {
            self.check_values(faults, at, sku);
            if !self.options.is_empty() && !seen.insert(&sku.values) {
                let message = format!("sku {} repeats the values of another", at + 1);
                say(faults, Spot::Values(at), "duplicate", message);
            }
            text(faults, Spot::Code(at), "article number", &sku.code, Self::MAX_CODE);
            let amounts = [(Spot::Price(at), Some(sku.price)), (Spot::CompareAt(at), sku.compare_at)];
            for (spot, amount) in amounts {
                if amount.is_some_and(|amount| amount.minor() > Self::MAX_PRICE) {
                    say(faults, spot, "out_of_range", "the amount is too large");
                }
            }
            range(faults, Spot::Stock(at), "stock", sku.stock, Self::MAX_STOCK);
            range(faults, Spot::Weight(at), "weight in grams", sku.weight_grams, Self::MAX_GRAMS);
        }
    }

    /// One value of each option, and each one that the option lists.
    fn check_values(&self, faults: &mut Vec<Fault>, at: usize, sku: &EntrySku) {
        if sku.values.len() != self.options.len() {
            let (own, wanted) = (sku.values.len(), self.options.len());
            let message = format!("sku {} has {own} values for {wanted} options", at + 1);
            return say(faults, Spot::Values(at), "unfit", message);
        }
        for (place, (value, option)) in sku.values.iter().zip(&self.options).enumerate() {
            if !option.values.contains(value) {
                let message = format!("«{value}» is no value of the option «{}»", option.name);
                say(faults, Spot::Value(at, place), "unknown", message);
            }
        }
    }
}

fn say(faults: &mut Vec<Fault>, spot: Spot, code: &'static str, message: impl Into<String>) {
    faults.push(Fault { spot, code, message: message.into() });
}

/// A text that must be there.
fn name(faults: &mut Vec<Fault>, spot: Spot, what: &str, value: &str, max: usize) {
    if value.is_empty() {
        return say(faults, spot, "empty", format!("there is no {what}"));
    }
    text(faults, spot, what, value, max);
}

fn text(faults: &mut Vec<Fault>, spot: Spot, what: &str, value: &str, max: usize) {
    if value.chars().count() > max {
        say(faults, spot, "too_long", format!("the {what} has more than {max} characters"));
    }
    if value.chars().any(|c| c.is_control() && c != '\n') {
        say(faults, spot, "bad_character", format!("the {what} has a control character"));
    }
}

fn range(faults: &mut Vec<Fault>, spot: Spot, what: &str, value: Option<i64>, max: i64) {
    if value.is_some_and(|value| !(0..=max).contains(&value)) {
        say(faults, spot, "out_of_range", format!("the {what} is not between 0 and {max}"));
    }
}
