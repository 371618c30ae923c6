//! The request to place an order, checked field by field.

use crate::error::{FieldFault, Problem};
use crate::quotes::{self, LineRequest, Wanted};
use crate::wire::Money;
use minishop_core::Recipient;
use minishop_core::recipient::{MAX_NOTE, Wrong};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who gets the parcel.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderContact {
    /// 1–80 characters.
    pub name: String,
    /// 5–20 digits, perhaps with `+ - ( )` and spaces.
    pub phone: String,
}

/// Where the parcel goes; which parts are used differs by country.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// ISO 3166 two letters, or empty.
    pub country: String,
    pub province: String,
    pub city: String,
    pub district: String,
    pub street: String,
    pub postcode: String,
}

/// An order to be placed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceRequest {
    /// 1–50 lines, each sku once.
    pub lines: Vec<LineRequest>,
    pub contact: OrderContact,
    /// `null` for pickup.
    pub address: Option<Address>,
    /// A delivery method's id.
    pub delivery: String,
    /// A payment method's id.
    pub payment: String,
    /// For the seller, at most 500 characters.
    pub note: String,
    /// The total the buyer saw and agreed to.
    pub expected_total: Money,
}

impl PlaceRequest {
    /// The lines, once all that can be judged without the database is right.
    pub fn check(&self) -> Result<Vec<Wanted>, Problem> {
        let wanted = quotes::check(&self.lines)?;
        let mut faults = recipient_faults(&self.recipient(), self.address.is_some());
        if self.note.chars().count() > MAX_NOTE {
            faults.push(too_long("note".to_owned(), MAX_NOTE));
        }
        if faults.is_empty() { Ok(wanted) } else { Err(Problem::fields(faults)) }
    }

    fn recipient(&self) -> Recipient {
        let mut recipient = Recipient {
            name: self.contact.name.clone(),
            phone: self.contact.phone.clone(),
            ..Recipient::default()
        };
        if let Some(address) = self.address.clone() {
            recipient.country = address.country;
            recipient.province = address.province;
            recipient.city = address.city;
            recipient.district = address.district;
            recipient.street = address.street;
            recipient.postcode = address.postcode;
        }
        recipient
    }
}

fn recipient_faults(recipient: &Recipient, needs_address: bool) -> Vec<FieldFault> {
    let faults = recipient.faults(needs_address).into_iter().map(|fault| {
        let part = if matches!(fault.field, "name" | "phone") { "contact" } else { "address" };
        let path = format!("{part}.{}", fault.field);
        match fault.wrong {
            Wrong::Empty => FieldFault { message: format!("{path} must be filled in."), code: "empty", path },
            Wrong::TooLong(max) => too_long(path, max),
            Wrong::NotPhone => FieldFault {
                message: "A telephone number has 5 to 20 digits.".to_owned(),
                code: "not_phone",
                path,
            },
        }
    });
    faults.collect()
}

fn too_long(path: String, max: usize) -> FieldFault {
    FieldFault { message: format!("{path} has more than {max} characters."), code: "too_long", path }
}
