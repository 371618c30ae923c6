//! A shop as every screen of it needs it.

use super::delivery::DeliveryMethod;
use super::fetch;
use crate::json::At;
use minishop_core::{Currency, Money, ShopNumber};
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
    /// When it is open, in the seller's words.
    pub hours: Option<String>,
    /// It is shown, but takes no orders.
    pub holiday: bool,
    /// When it does again, `2026-12-01`; empty where the seller names no day.
    pub back_on: String,
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
    pub(super) fn read(at: &At) -> Self {
        Self {
            hash: at.parsed("hash", hash, "0"),
            width: at.count("width"),
            height: at.count("height"),
            color: at.parsed_opt("color", color).unwrap_or_default(),
            alt: at.text_or_empty("alt"),
        }
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

pub(super) fn hash(text: &str) -> Option<String> {
    let good = !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric());
    good.then(|| text.to_owned())
}

pub(super) fn color(text: &str) -> Option<String> {
    let good = text.len() == 7 && text.starts_with('#') && text[1..].bytes().all(|b| b.is_ascii_hexdigit());
    good.then(|| text.to_owned())
}

/// `{"minor": 1250, "currency": "CNY"}`.
pub(super) fn money(at: &At) -> Money {
    let currency = currency(at);
    Money::new(at.int("minor"), currency).unwrap_or_else(|_| {
        at.fail();
        Money::zero(currency)
    })
}

pub(super) fn currency(at: &At) -> Currency {
    at.parsed("currency", Currency::parse, "USD")
}

pub(super) fn number(at: &At) -> ShopNumber {
    at.parsed("number", ShopNumber::exact, "100000")
}

impl Contact {
    pub(super) fn read(at: &At) -> Self {
        let kind = match at.text("kind").as_str() {
            "phone" => ContactKind::Phone,
            "wechat" => ContactKind::Wechat,
            "whatsapp" => ContactKind::Whatsapp,
            "telegram" => ContactKind::Telegram,
            "line" => ContactKind::Line,
            "email" => ContactKind::Email,
            _ => ContactKind::Other,
        };
        Self { kind, value: at.text("value") }
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
    pub(super) fn of_word(word: &str) -> Option<Self> {
        match word {
            "cash_on_delivery" => Some(Self::CashOnDelivery),
            "transfer" => Some(Self::Transfer),
            _ => None,
        }
    }
}

impl PaymentMethod {
    fn read(at: &At) -> Self {
        let kind = at.parsed("kind", PaymentKind::of_word, "transfer");
        Self { id: at.text("id"), title: at.text("title"), kind }
    }
}

impl Shop {
    pub(super) fn read(at: &At) -> Self {
        Self {
            number: number(at),
            name: at.text("name"),
            currency: currency(at),
            locale: at.text("locale"),
            notice: at.text_opt("notice"),
            about: at.text_opt("about"),
            licence: at.text_opt("licence"),
            logo: at.part_opt("logo", Photo::read),
            theme: at.parsed_opt("theme", color),
            open: at.flag("open"),
            hours: at.text_opt("hours"),
            holiday: at.flag("holiday"),
            back_on: at.text_or_empty("back_on"),
            contacts: at.list("contacts", Contact::read),
            unpaid_minutes: at.count("unpaid_minutes"),
            deliveries: at.list("deliveries", DeliveryMethod::read),
            payments: at.list("payments", PaymentMethod::read),
        }
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
