//! Splits a pasted text into the fields of an address. It only proposes: the buyer sees the fields and confirms them.
//!
//! The work is done on a slice of characters in which whatever has been understood is cut out and leaves a gap behind;
//! what is still there at the end is the street. That is how no text can get lost.

mod chinese;
pub(crate) mod country;
pub(crate) mod glyph;
mod label;
mod name;
mod phone;
mod postcode;
pub(crate) mod province;
mod region;
mod table;
mod western;

/// The fields of one postal address; a field that is not known is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// The receiver, with a title such as 先生 if one was written.
    pub name: String,
    /// Chinese mobile numbers as eleven digits, every other number as it was written.
    pub phone: String,
    /// ISO 3166 alpha-2, upper case.
    pub country: String,
    /// Province or state; Chinese ones by their full name, others as written.
    pub province: String,
    pub city: String,
    /// District or county, 区/县/旗 or a county-level city; only Chinese addresses fill it.
    pub district: String,
    /// Street, house, flat, and everything that found no better place.
    pub street: String,
    pub postcode: String,
}

/// Proposes the fields for a pasted text, Chinese or Western, in any order; takes time in proportion to its length.
pub fn split(pasted: &str) -> Address {
    let mut address = Address::default();
    let mut text = label::take(&glyph::clean(pasted), &mut address);
    let mobile = phone::take(&mut text, &mut address.phone);
    let han = text.iter().filter(|c| glyph::is_han(**c)).count();
    let latin = text.iter().filter(|c| glyph::is_latin(**c)).count();
    // Four characters beside a Latin address are the name of a Chinese receiver abroad.
    if han > 4 || latin < 8 {
        chinese::fill(&mut text, &mut address);
    } else {
        western::fill(&text, &mut address);
    }
    if mobile && address.country.is_empty() {
        address.country = "CN".into();
    }
    address
}
