//! An order's address as its country writes it.

use super::session::Desk;
use crate::api::Order;

/// How it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Name, phone and address on one line, as carriers' own apps take it.
    Line,
    /// The address alone, over several lines.
    Lines,
}

/// The address; with whom it goes to where it is one line. The shop's own country goes without saying.
pub fn place(desk: Desk, order: &Order, form: Form) -> String {
    let who = &order.recipient;
    let chinese_shop = desk.account().is_some_and(|account| account.locale == "zh");
    let at_home = chinese_shop && who.country.trim() == "CN";
    let abroad = if at_home { String::new() } else { who.country.clone() };
    let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let chinese = han(&who.street) || han(&who.city);
    // Chinese addresses go from the large to the small.
    let large_first =
        joined(&[&abroad, &who.province, &who.city, &who.district, &who.street, &who.postcode], " ");
    let town = joined(&[&who.city, &who.district, &who.province, &who.postcode, &abroad], ", ");
    let between = if form == Form::Lines { "\n" } else { ", " };
    let address = if chinese { large_first } else { joined(&[&who.street, &town], between) };
    match form {
        Form::Lines => address,
        Form::Line if chinese => joined(&[&who.name, &who.phone, &address], " "),
        Form::Line => joined(&[&who.name, &who.phone, &address], ", "),
    }
}

/// The parts that are not empty, joined.
fn joined(parts: &[&String], between: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join(between)
}
