//! The `shop` of a goods.json: what a shop made for its goods is like.

use super::amount::Amount;
use super::folder::Folder;
use crate::catalogue::{Delivery, NewShop, Payment};
use crate::media::Media;
use crate::plain;
use minishop_core::{Currency, Money};
use serde::Deserialize;

/// A shop as the file describes it; what is absent is as in a plain shop.
#[derive(Debug, Clone, Deserialize)]
pub struct ShopCard {
    name: String,
    currency: String,
    locale: String,
    #[serde(default)]
    notice: Option<String>,
    #[serde(default)]
    about: Option<String>,
    #[serde(default)]
    licence: Option<String>,
    /// A picture's path.
    #[serde(default)]
    logo: Option<String>,
    #[serde(default)]
    theme: Option<String>,
    #[serde(default)]
    contacts: Vec<ContactCard>,
    #[serde(default)]
    unpaid_minutes: Option<i64>,
    #[serde(default)]
    deliveries: Vec<DeliveryCard>,
    #[serde(default)]
    payments: Vec<PaymentCard>,
}

#[derive(Debug, Clone, Deserialize)]
struct ContactCard {
    kind: String,
    value: String,
}

#[derive(Debug, Clone, Deserialize)]
struct DeliveryCard {
    kind: String,
    title: String,
    #[serde(default)]
    note: Option<String>,
    #[serde(default)]
    fee: Option<Amount>,
    #[serde(default)]
    free_over: Option<Amount>,
}

#[derive(Debug, Clone, Deserialize)]
struct PaymentCard {
    kind: String,
    title: String,
    #[serde(default)]
    text: Option<String>,
    /// A picture's path.
    #[serde(default)]
    qr: Option<String>,
}

const CONTACTS: [&str; 6] = ["phone", "wechat", "whatsapp", "telegram", "line", "email"];

impl ShopCard {
    /// As the file says it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The shop with its pictures stored, or what is wrong with it.
    pub async fn new_shop(self, folder: &Folder, media: &Media) -> Result<NewShop, String> {
        let wrong = |what: &str| format!("shop: {what}");
        let currency = Currency::parse(&self.currency);
        let currency =
            currency.ok_or_else(|| wrong(&format!("{} is not a currency of ISO 4217", self.currency)))?;
        one_of("locale", &self.locale, &["en", "zh"])?;
        let name = plain::line(&self.name);
        if name.is_empty() || name.chars().count() > 100 {
            return Err(wrong("a name has 1 to 100 characters"));
        }
        let theme = self.theme.map(|theme| theme.to_ascii_lowercase());
        if theme.as_deref().is_some_and(|theme| !is_color(theme)) {
            return Err(wrong("a theme is a colour such as #b4232a"));
        }
        let mut shop = NewShop::plain(&name, currency, &self.locale)?;
        shop.notice = text(self.notice);
        shop.about = text(self.about);
        shop.licence = text(self.licence);
        shop.theme = theme;
        shop.unpaid_minutes = self.unpaid_minutes.unwrap_or(shop.unpaid_minutes);
        if !(1..=43_200).contains(&shop.unpaid_minutes) {
            return Err(wrong("the time to pay is 1 to 43200 minutes"));
        }
        if let Some(logo) = &self.logo {
            shop.logo = Some(folder.picture(logo, media).await?);
        }
        for contact in self.contacts {
            one_of("a contact's kind", &contact.kind, &CONTACTS)?;
            shop.contacts.push((contact.kind, plain::line(&contact.value)));
        }
        if !self.deliveries.is_empty() {
            let deliveries = self.deliveries.into_iter().map(|delivery| delivery.checked(currency));
            shop.deliveries = deliveries.collect::<Result<_, _>>()?;
        }
        if !self.payments.is_empty() {
            shop.payments.clear();
        }
        for payment in self.payments {
            one_of("a payment's kind", &payment.kind, &["cash_on_delivery", "transfer"])?;
            let qr = match &payment.qr {
                Some(path) => Some(folder.picture(path, media).await?),
                None => None,
            };
            let text = plain::block(payment.text.as_deref().unwrap_or_default());
            shop.payments.push(Payment { kind: payment.kind, title: plain::line(&payment.title), text, qr });
        }
        Ok(shop)
    }
}

impl DeliveryCard {
    fn checked(self, currency: Currency) -> Result<Delivery, String> {
        one_of("a delivery's kind", &self.kind, &["flat", "pickup"])?;
        let money = |amount: Option<Amount>| match amount {
            Some(amount) => amount
                .money(currency)
                .map_err(|reason| format!("shop: the delivery «{}»: {reason}", self.title)),
            None => Ok(None),
        };
        Ok(Delivery {
            fee: money(self.fee)?.unwrap_or(Money::zero(currency)),
            free_over: money(self.free_over)?,
            note: plain::block(self.note.as_deref().unwrap_or_default()),
            title: plain::line(&self.title),
            kind: self.kind,
        })
    }
}

fn one_of(what: &str, word: &str, words: &[&str]) -> Result<(), String> {
    if words.contains(&word) {
        return Ok(());
    }
    Err(format!("shop: {what} is one of {}, not «{word}»", words.join(", ")))
}

fn text(text: Option<String>) -> Option<String> {
    text.map(|text| plain::block(&text)).filter(|text| !text.is_empty())
}

fn is_color(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}
