//! The shop as its seller sets it.

use super::super::problem::ApiError;
use super::super::shop::{Photo, color, currency, number};
use super::{current, get, send};
use crate::json::{At, Json};
use minishop_core::{Currency, ShopNumber};

/// Everything a seller sets about the shop. A text that is not set is empty.
#[derive(Clone, PartialEq, Debug)]
pub struct DeskShop {
    pub number: ShopNumber,
    pub name: String,
    pub currency: Currency,
    /// `en` or `zh`.
    pub locale: String,
    pub notice: String,
    pub about: String,
    pub licence: String,
    pub logo: Option<Photo>,
    /// `#b4232a`; empty for the app's own colour.
    pub theme: String,
    pub open: bool,
    pub hours: String,
    pub holiday: bool,
    /// `2026-12-01`; empty where it is not known.
    pub back_on: String,
    pub contacts: Vec<DeskContact>,
    /// Minutes an order waits for its transfer.
    pub unpaid_minutes: u32,
    /// Pieces at which a sku is low.
    pub low_stock: u32,
    pub version: i64,
}

/// A way to speak to the seller, of one of the kinds in [`minishop_core::contact::KINDS`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeskContact {
    pub kind: String,
    pub value: String,
}

impl DeskShop {
    fn read(at: &At) -> Self {
        Self {
            number: number(at),
            name: at.text("name"),
            currency: currency(at),
            locale: at.text("locale"),
            notice: at.text_or_empty("notice"),
            about: at.text_or_empty("about"),
            licence: at.text_or_empty("licence"),
            logo: at.part_opt("logo", Photo::read),
            theme: at.parsed_opt("theme", color).unwrap_or_default(),
            open: at.flag("open"),
            hours: at.text_or_empty("hours"),
            holiday: at.flag("holiday"),
            back_on: at.text_or_empty("back_on"),
            contacts: at
                .list("contacts", |at| DeskContact { kind: at.text("kind"), value: at.text("value") }),
            unpaid_minutes: at.count("unpaid_minutes"),
            low_stock: at.count("low_stock"),
            version: at.int("version"),
        }
    }

    fn body(&self) -> Json {
        let optional = |text: &str| Json::from(Some(text.trim()).filter(|text| !text.is_empty()));
        let contact = |own: &DeskContact| {
            Json::map(&mut [("kind", own.kind.as_str().into()), ("value", own.value.as_str().into())])
        };
        Json::map(&mut [
            ("name", self.name.as_str().into()),
            ("locale", self.locale.as_str().into()),
            ("notice", optional(&self.notice)),
            ("about", optional(&self.about)),
            ("licence", optional(&self.licence)),
            ("logo", self.logo.as_ref().map(|photo| photo.hash.as_str()).into()),
            ("theme", optional(&self.theme)),
            ("open", Json::Bool(self.open)),
            ("hours", optional(&self.hours)),
            ("holiday", Json::Bool(self.holiday)),
            ("back_on", optional(&self.back_on)),
            ("contacts", Json::List(self.contacts.iter().map(contact).collect())),
            ("unpaid_minutes", i64::from(self.unpaid_minutes).into()),
            ("low_stock", i64::from(self.low_stock).into()),
            ("version", self.version.into()),
        ])
    }
}

/// The shop.
pub async fn shop() -> Result<DeskShop, ApiError> {
    get("/desk/shop", DeskShop::read).await
}

/// Sets everything about it; the shop as it is then.
pub async fn set_shop(shop: &DeskShop) -> Result<DeskShop, ApiError> {
    send("PUT", "/desk/shop", &shop.body(), DeskShop::read).await
}

/// The shop as it stands, out of a refusal that says it was changed meanwhile.
pub fn changed_shop(error: &ApiError) -> Option<DeskShop> {
    current(error, DeskShop::read)
}
