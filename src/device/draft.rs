//! What was typed into a shop's checkout, kept at every change, and who got the last parcel.

use super::{load, storage};
use crate::json::{Json, Wrong};
use minishop_core::ShopNumber;
use minishop_core::recipient::Recipient;

/// A checkout form as it stands.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Draft {
    /// The text in the paste box.
    pub pasted: String,
    pub recipient: Recipient,
    /// The chosen delivery method's id; empty before a choice.
    pub delivery: String,
    /// The chosen payment method's id; empty before a choice.
    pub payment: String,
    pub note: String,
}

const LAST: &str = "ms:1:recipient";

fn place(shop: ShopNumber) -> String {
    format!("ms:1:draft:{shop}")
}

fn read_recipient(json: &Json) -> Result<Recipient, Wrong> {
    Ok(Recipient {
        name: json.text("name")?,
        phone: json.text("phone")?,
        country: json.text("country")?,
        province: json.text("province")?,
        city: json.text("city")?,
        district: json.text("district")?,
        street: json.text("street")?,
        postcode: json.text("postcode")?,
    })
}

fn write_recipient(who: &Recipient) -> Json {
    Json::map([
        ("name", who.name.as_str().into()),
        ("phone", who.phone.as_str().into()),
        ("country", who.country.as_str().into()),
        ("province", who.province.as_str().into()),
        ("city", who.city.as_str().into()),
        ("district", who.district.as_str().into()),
        ("street", who.street.as_str().into()),
        ("postcode", who.postcode.as_str().into()),
    ])
}

impl Draft {
    fn read(json: &Json) -> Result<Self, Wrong> {
        Ok(Self {
            pasted: json.text("pasted")?,
            recipient: json.read("recipient", read_recipient)?,
            delivery: json.text("delivery")?,
            payment: json.text("payment")?,
            note: json.text("note")?,
        })
    }

    /// The form as it was left in that shop; else an empty one for whoever got the last parcel.
    pub fn load(shop: ShopNumber) -> Self {
        load(&place(shop), Self::read).unwrap_or_else(|| Self {
            recipient: load(LAST, read_recipient).unwrap_or_default(),
            ..Self::default()
        })
    }

    /// Keeps the form.
    pub fn save(&self, shop: ShopNumber) {
        let json = Json::map([
            ("pasted", self.pasted.as_str().into()),
            ("recipient", write_recipient(&self.recipient)),
            ("delivery", self.delivery.as_str().into()),
            ("payment", self.payment.as_str().into()),
            ("note", self.note.as_str().into()),
        ]);
        storage::set(&place(shop), &json.write());
    }

    /// The order is placed: the form is done with, its recipient is remembered for the next one.
    pub fn finish(shop: ShopNumber) {
        let draft = Self::load(shop);
        storage::set(LAST, &write_recipient(&draft.recipient).write());
        storage::remove(&place(shop));
    }
}
