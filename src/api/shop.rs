//! A shop as every screen of it needs it.

use super::fetch;
use crate::json::{Json, Wrong};
use minishop_core::{Currency, Delivery, Money, ShopNumber};
use std::cell::RefCell;

/// A shop that is open to look at.
#[derive(Clone, PartialEq, Debug)]
pub struct Shop {
    pub number: ShopNumber,
    pub name: String,
    pub currency: Currency,
    /// `en` or `zh`.
    pub locale: String,
    pub notice: Option<String>,
    pub about: Option<String>,
    pub licence: Option<String>,
    pub logo: Option<Photo>,
    /// `#b4232a`.
    pub theme: Option<String>,
    pub open: bool,
    pub contacts: Vec<Contact>,
    /// Minutes an order waits for its transfer.
    pub unpaid_minutes: u32,
    pub deliveries: Vec<DeliveryMethod>,
    pub payments: Vec<PaymentMethod>,
}

/// A picture by its content.
#[derive(Clone, PartialEq, Debug)]
pub struct Photo {
    pub hash: String,
    pub width: u32,
    pub height: u32,
    /// Its dominant colour, `#aabbcc`.
    pub color: String,
    pub alt: String,
}

/// A way to speak to the seller.
#[derive(Clone, PartialEq, Debug)]
pub struct Contact {
    pub kind: ContactKind,
    pub value: String,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum ContactKind {
    Phone,
    Wechat,
    Whatsapp,
    Telegram,
    Line,
    Email,
    /// One this app does not know: shown as text.
    Other,
}

/// How goods can come.
#[derive(Clone, PartialEq, Debug)]
pub struct DeliveryMethod {
    pub id: String,
    pub title: String,
    pub note: String,
    pub rule: Delivery,
}

/// How the buyer can pay.
#[derive(Clone, PartialEq, Debug)]
pub struct PaymentMethod {
    pub id: String,
    pub title: String,
    pub kind: PaymentKind,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum PaymentKind {
    CashOnDelivery,
    /// To the seller's account or wallet, shown with the order.
    Transfer,
}

thread_local! {
    /// The shop that answered last, for screens that need it at once.
    static KNOWN: RefCell<Option<Shop>> = const { RefCell::new(None) };
}

/// The shop of that number, if it is the one heard of last.
pub fn known(number: ShopNumber) -> Option<Shop> {
    KNOWN.with_borrow(|known| known.clone().filter(|shop| shop.number == number))
}

pub(super) fn remember(shop: &Shop) {
    KNOWN.set(Some(shop.clone()));
}

impl Photo {
    pub(super) fn read(json: &Json) -> Result<Self, Wrong> {
        Ok(Self {
            hash: json.read("hash", read_hash)?,
            width: json.count("width")?,
            height: json.count("height")?,
            color: json.read_opt("color", read_color)?.unwrap_or_default(),
            alt: json.text_opt("alt")?.unwrap_or_default(),
        })
    }

    /// Its address at 320, 640 or 1080 pixels of width.
    pub fn url(&self, width: u32) -> String {
        media(&self.hash, width)
    }
}

/// A picture's address at 320, 640 or 1080 pixels of width.
pub fn media(hash: &str, width: u32) -> String {
    format!("{}/media/{hash}/{width}.webp", fetch::origin())
}

pub(super) fn read_hash(json: &Json) -> Result<String, Wrong> {
    let hash = json.as_text()?;
    let good = !hash.is_empty() && hash.bytes().all(|b| b.is_ascii_alphanumeric());
    if good { Ok(hash) } else { Err(Wrong::here()) }
}

pub(super) fn read_color(json: &Json) -> Result<String, Wrong> {
    let color = json.as_text()?;
    let good =
        color.len() == 7 && color.starts_with('#') && color[1..].bytes().all(|b| b.is_ascii_hexdigit());
    if good { Ok(color) } else { Err(Wrong::here()) }
}

/// `{"minor": 1250, "currency": "CNY"}`.
pub(super) fn read_money(json: &Json) -> Result<Money, Wrong> {
    let currency = json.read("currency", read_currency)?;
    Money::new(json.int("minor")?, currency).map_err(|_| Wrong::here().under("minor"))
}

pub(super) fn read_currency(json: &Json) -> Result<Currency, Wrong> {
    Currency::parse(&json.as_text()?).ok_or_else(Wrong::here)
}

pub(super) fn read_number(json: &Json) -> Result<ShopNumber, Wrong> {
    ShopNumber::exact(&json.as_text()?).ok_or_else(Wrong::here)
}

impl Contact {
    pub(super) fn read(json: &Json) -> Result<Self, Wrong> {
        let kind = match json.text("kind")?.as_str() {
            "phone" => ContactKind::Phone,
            "wechat" => ContactKind::Wechat,
            "whatsapp" => ContactKind::Whatsapp,
            "telegram" => ContactKind::Telegram,
            "line" => ContactKind::Line,
            "email" => ContactKind::Email,
            _ => ContactKind::Other,
        };
        Ok(Self { kind, value: json.text("value")? })
    }

    /// What opens when it is tapped; `None` where only copying helps. Built from checked characters alone, so that no
    /// other scheme can slip in.
    pub fn href(&self) -> Option<String> {
        let kept = |good: fn(&char) -> bool| self.value.chars().filter(good).collect::<String>();
        let word = || self.value.trim_start_matches('@').to_owned();
        let plain =
            |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        Some(match self.kind {
            ContactKind::Phone => format!("tel:{}", kept(|c| c.is_ascii_digit() || *c == '+')),
            ContactKind::Whatsapp => format!("https://wa.me/{}", kept(char::is_ascii_digit)),
            ContactKind::Telegram => format!("https://t.me/{}", Some(word()).filter(|word| plain(word))?),
            ContactKind::Email => {
                let good = |b: u8| b.is_ascii_alphanumeric() || b"@._+-".contains(&b);
                let address = &self.value;
                format!(
                    "mailto:{}",
                    Some(address).filter(|text| text.contains('@') && text.bytes().all(good))?
                )
            }
            ContactKind::Wechat | ContactKind::Line | ContactKind::Other => return None,
        })
    }
}

impl PaymentKind {
    pub(super) fn read(json: &Json) -> Result<Self, Wrong> {
        match json.as_text()?.as_str() {
            "cash_on_delivery" => Ok(Self::CashOnDelivery),
            "transfer" => Ok(Self::Transfer),
            _ => Err(Wrong::here()),
        }
    }
}

impl Shop {
    pub(super) fn read(json: &Json) -> Result<Self, Wrong> {
        let payment = |json: &Json| {
            let kind = json.read("kind", PaymentKind::read)?;
            Ok(PaymentMethod { id: json.text("id")?, title: json.text("title")?, kind })
        };
        let delivery = |json: &Json| {
            let rule = match json.text("kind")?.as_str() {
                "pickup" => Delivery::Pickup,
                "flat" => Delivery::Flat {
                    fee: json.read("fee", read_money)?,
                    free_over: json.read_opt("free_over", read_money)?,
                },
                _ => return Err(Wrong::here().under("kind")),
            };
            let note = json.text_opt("note")?.unwrap_or_default();
            Ok(DeliveryMethod { id: json.text("id")?, title: json.text("title")?, note, rule })
        };
        Ok(Self {
            number: json.read("number", read_number)?,
            name: json.text("name")?,
            currency: json.read("currency", read_currency)?,
            locale: json.text("locale")?,
            notice: json.text_opt("notice")?,
            about: json.text_opt("about")?,
            licence: json.text_opt("licence")?,
            logo: json.read_opt("logo", Photo::read)?,
            theme: json.read_opt("theme", read_color)?,
            open: json.flag("open"),
            contacts: json.read_list("contacts", Contact::read)?,
            unpaid_minutes: json.count("unpaid_minutes")?,
            deliveries: json.read_list("deliveries", delivery)?,
            payments: json.read_list("payments", payment)?,
        })
    }

    /// The delivery method of that id.
    pub fn delivery(&self, id: &str) -> Option<&DeliveryMethod> {
        self.deliveries.iter().find(|method| method.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::{Contact, ContactKind};

    #[test]
    fn a_contact_opens_only_what_it_is() {
        use ContactKind::*;
        for (kind, value, href) in [
            (Phone, "+86 138-0013-8000", Some("tel:+8613800138000")),
            (Whatsapp, "+1 (555) 010-2030", Some("https://wa.me/15550102030")),
            (Telegram, "@cups_shop", Some("https://t.me/cups_shop")),
            (Telegram, "javascript:alert(1)", None),
            (Telegram, "a/../b", None),
            (Email, "a.b+c@example.com", Some("mailto:a.b+c@example.com")),
            (Email, "a@b?body=x", None),
            (Email, "nobody", None),
            (Wechat, "cups", None),
            (Line, "cups", None),
        ] {
            let contact = Contact { kind, value: value.to_owned() };
            assert_eq!(contact.href().as_deref(), href, "{value}");
        }
    }
}
