//! Rows as skus, with everything that is wrong with them.

use super::super::note::Note;
use super::super::offer::OfferSku;
use super::super::weight;
use super::NO_OPTION;
use super::row::{Dialect, Field, Row};
use super::table::Table;
use crate::plain;
use minishop_core::goods::MAX_OPTIONS;
use minishop_core::money::MoneyError;
use minishop_core::{Currency, Money};

/// Reads the rows of one goods item and gathers what is to be said.
pub struct Reader<'t> {
    table: &'t Table,
    currency: Currency,
    pub faults: Vec<Note>,
    pub remarks: Vec<Note>,
}

impl<'t> Reader<'t> {
    pub fn new(table: &'t Table, currency: Currency) -> Self {
        Self { table, currency, faults: Vec::new(), remarks: Vec::new() }
    }

    fn fault(&mut self, row: &Row, field: Field, code: &'static str, message: impl Into<String>) {
        let note = Note { column: self.table.title(field), ..Note::new(&row.place, code, message) };
        self.faults.push(note);
    }

    /// What makes the whole row unreadable.
    pub fn whole(&mut self, row: &Row) {
        if let Some((column, code, message)) = &row.fault {
            self.faults.push(Note { column: column.clone(), ..Note::new(&row.place, code, message) });
        }
        let currency = row.get(Field::Currency);
        if !currency.is_empty() && !currency.eq_ignore_ascii_case(self.currency.code()) {
            let message = format!("the price is in {currency}, the shop's is {}", self.currency);
            self.fault(row, Field::Currency, "other_currency", message);
        }
    }

    /// Yes or no; `None`, and a fault, for anything else.
    pub fn flag(&mut self, row: &Row, field: Field) -> Option<bool> {
        let text = row.get(field);
        // As spreadsheets write it in their own languages, too.
        match text.to_lowercase().as_str() {
            "true" | "yes" | "1" | "是" | "wahr" | "vrai" | "verdadero" => Some(true),
            "false" | "no" | "0" | "否" | "falsch" | "faux" | "falso" => Some(false),
            _ => {
                self.fault(row, field, "not_flag", format!("«{text}» is neither TRUE nor FALSE"));
                None
            }
        }
    }

    /// One variant; `None`, and its faults, where it cannot be one.
    pub fn sku(&mut self, row: &Row, names: &[Option<String>; MAX_OPTIONS]) -> Option<OfferSku> {
        let before = self.faults.len();
        let ours = self.table.dialect == Dialect::Minishop;
        let values = self.values(row, names, ours);
        let price = self.money(row, Field::Price, "price");
        if price.is_none() && row.get(Field::Price).is_empty() {
            self.fault(row, Field::Price, "empty", "there is no price");
        }
        let compare_at = self.money(row, Field::CompareAt, "compare-at price");
        let stock = self.number(row, Field::Quantity, "stock");
        let weight_grams = if ours { self.number(row, Field::Grams, "weight") } else { self.weight(row) };
        let active = match row.get(Field::Active) {
            "" => true,
            _ => self.flag(row, Field::Active).unwrap_or(true),
        };
        let image = row.get(Field::VariantImage);
        (self.faults.len() == before).then_some(())?;
        Some(OfferSku {
            place: row.place.clone(),
            code: plain::line(row.get(Field::Sku)),
            values,
            price: price?,
            compare_at,
            stock,
            weight_grams,
            photo: (!image.is_empty()).then(|| image.to_owned()),
            active,
        })
    }

    fn values(&mut self, row: &Row, names: &[Option<String>; MAX_OPTIONS], ours: bool) -> Vec<String> {
        let mut values = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let value = plain::line(row.get(Field::OptionValue(at)));
            match name {
                Some(name) if value.is_empty() => {
                    let message = format!("there is no value for the option «{name}»");
                    self.fault(row, Field::OptionValue(at), "empty", message);
                }
                Some(_) => values.push(value),
                None if value.is_empty() || (!ours && value == NO_OPTION.1) => {}
                None => {
                    let message = format!("the value «{value}» belongs to no named option");
                    self.fault(row, Field::OptionValue(at), "unknown", message);
                }
            }
        }
        values
    }

    fn money(&mut self, row: &Row, field: Field, what: &str) -> Option<Money> {
        let text = row.get(field);
        if text.is_empty() {
            return None;
        }
        let error = match Money::parse(text, self.currency) {
            Ok(money) => return Some(money),
            Err(error) => error,
        };
        let code = match error {
            MoneyError::NotDecimal | MoneyError::OtherCurrency => "not_amount",
            MoneyError::TooPrecise(_) => "too_precise",
            MoneyError::Negative => "negative",
            MoneyError::TooLarge => "out_of_range",
        };
        self.fault(row, field, code, format!("the {what} «{text}» {error}"));
        None
    }

    fn number(&mut self, row: &Row, field: Field, what: &str) -> Option<i64> {
        let text = row.get(field);
        if text.is_empty() {
            return None;
        }
        let number = text.parse().ok();
        if number.is_none() {
            self.fault(row, field, "not_number", format!("the {what} «{text}» is not a whole number"));
        }
        number
    }

    /// Weights of other systems come in many forms; one that is not understood is left out.
    fn weight(&mut self, row: &Row) -> Option<i64> {
        let text = row.get(Field::Grams);
        let grams = weight::grams(text);
        if grams.is_none() && !text.chars().all(|c| matches!(c, '0' | '.')) {
            let note = Note::new(&row.place, "weight_not_read", format!("weight «{text}» not read"));
            self.remarks.push(Note { column: self.table.title(Field::Grams), ..note });
        }
        grams
    }
}
