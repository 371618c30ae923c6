//! What was typed into a shop's checkout, kept at every change, and who got the last parcel.

use super::{load, storage};
use crate::json::{At, Json};
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

fn read_recipient(at: &At) -> Recipient {
    Recipient {
        name: at.text("name"),
        phone: at.text("phone"),
        country: at.text("country"),
        province: at.text("province"),
        city: at.text("city"),
        district: at.text("district"),
        street: at.text("street"),
        postcode: at.text("postcode"),
    }
}

fn write_recipient(who: &Recipient) -> Json {
    Json::map(&mut [
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
    fn read(at: &At) -> Self {
        Self {
            pasted: at.text("pasted"),
            recipient: at.part("recipient", read_recipient),
            delivery: at.text("delivery"),
            payment: at.text("payment"),
            note: at.text("note"),
        }
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
        let json = Json::map(&mut [
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
