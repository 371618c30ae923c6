//! Who gets the parcel, and what is wrong with it, field by field.

use crate::address::Address;

/// The fields of a recipient are those of a pasted address.
pub type Recipient = Address;

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// It must be filled in.
    Empty,
    /// More characters than allowed; the number allowed.
    TooLong(usize),
    /// Not a telephone number: 5–20 digits, perhaps with `+ - ( )` and spaces.
    NotPhone,
}

/// One field that cannot stay as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The field's name in JSON.
    pub field: &'static str,
    pub wrong: Wrong,
}

/// Characters of a note to the seller at most.
pub const MAX_NOTE: usize = 500;
/// Characters of a name at most.
pub const MAX_NAME: usize = 80;
/// Characters of a street line at most.
pub const MAX_STREET: usize = 300;
/// Characters of any other part of an address at most.
pub const MAX_PART: usize = 80;

impl Recipient {
    /// Everything wrong with it, in the order of the form; nothing when the parcel can be sent.
    pub fn faults(&self, needs_address: bool) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut check = |field, text: &str, required: bool, max: usize| {
            if required && text.trim().is_empty() {
                faults.push(Fault { field, wrong: Wrong::Empty });
            } else if text.chars().count() > max {
                faults.push(Fault { field, wrong: Wrong::TooLong(max) });
            } else if field == "phone" && !is_phone(text) {
                faults.push(Fault { field, wrong: Wrong::NotPhone });
            }
        };
        check("name", &self.name, true, MAX_NAME);
        check("phone", &self.phone, true, MAX_PART);
        // Which parts an address has differs by country; what every parcel needs is a street line and a city or province.
        let place_known = !self.city.trim().is_empty() || !self.province.trim().is_empty();
        check("province", &self.province, false, MAX_PART);
        check("city", &self.city, needs_address && !place_known, MAX_PART);
        check("district", &self.district, false, MAX_PART);
        check("street", &self.street, needs_address, MAX_STREET);
        check("postcode", &self.postcode, false, MAX_PART);
        check("country", &self.country, false, MAX_PART);
        faults
    }
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let allowed =
        |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')' | '.' | '/' | '#' | 'x');
    (5..=20).contains(&digits) && text.chars().all(allowed)
}
