//! Goods as the desk sends them, checked field by field.

use crate::catalogue::{Entry, EntryPhoto, EntrySku, Kept, Spot};
use crate::desk::form::Form;
use crate::error::Failure;
use crate::goods::detail::GoodsOption;
use crate::media::{Media, Picture};
use crate::plain;
use crate::wire::Money;
use minishop_core as core;
use minishop_core::Currency;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Bytes of a request at most: a hundred skus with every text at its limit, and room for texts that are too long.
pub const MAX_BODY: usize = 512 * 1024;

/// Goods to be saved.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GoodsBody {
    /// 1–120 characters.
    pub title: String,
    /// At most 5000 characters, plain text with line breaks.
    pub text: String,
    /// A category's id.
    pub category: Option<String>,
    pub visible: bool,
    /// At most 9, the first one is the goods' face.
    pub photos: Vec<PhotoBody>,
    /// At most 3, of at most 20 values each.
    pub options: Vec<GoodsOption>,
    /// 1–100; exactly one where there are no options.
    pub skus: Vec<SkuBody>,
    /// The version that was edited; for new goods left out.
    pub version: Option<i64>,
}

/// A photo that was sent before.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PhotoBody {
    pub hash: String,
    /// What it shows; at most 200 characters.
    #[serde(default)]
    pub alt: String,
}

/// One combination of option values.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SkuBody {
    /// `null` for a new one.
    pub id: Option<String>,
    /// The seller's own article number, at most 60 characters.
    #[serde(default)]
    pub code: String,
    /// One value for each option.
    pub values: Vec<String>,
    pub price: Money,
    pub compare_at: Option<Money>,
    /// 0–1000000.
    pub stock: i64,
    /// The stock that was edited: what is stored then moves by the difference. Without it `stock` is set as it is.
    pub stock_seen: Option<i64>,
    pub weight_grams: Option<i64>,
    /// Hash of one of the goods' photos.
    pub photo: Option<String>,
    #[serde(default = "on_sale")]
    pub active: bool,
}

fn on_sale() -> bool {
    true
}

impl GoodsBody {
    /// The entry for the catalogue, and everything wrong with it that can be told without the shop's rows; while there
    /// is a fault the entry is of no use. Its category is still to be named.
    pub async fn entry(
        &self,
        handle: &str,
        currency: Currency,
        media: &Media,
    ) -> Result<(Entry, Form), Failure> {
        let mut form = Form::default();
        let mut photos = Vec::with_capacity(self.photos.len());
        // More than may be kept are not looked up.
        for (at, photo) in self.photos.iter().enumerate() {
            let known = if at < Entry::MAX_PHOTOS { media.known(&photo.hash).await? } else { None };
            if known.is_none() && at < Entry::MAX_PHOTOS {
                form.fault(format!("photos[{at}].hash"), "unknown", "There is no such photo.");
            }
            let picture = known.unwrap_or_else(|| nothing(&photo.hash));
            photos.push(EntryPhoto { picture, alt: plain::spaced(&photo.alt) });
        }
        let skus = self.skus.iter().enumerate().map(|(at, sku)| sku.entry(at, currency, &photos, &mut form));
        let skus = skus.collect();
        let option = |option: &GoodsOption| core::GoodsOption {
            name: plain::spaced(&option.name),
            values: option.values.iter().map(|value| plain::spaced(value)).collect(),
        };
        let entry = Entry {
            handle: handle.to_owned(),
            title: plain::spaced(&self.title),
            text: plain::lines(&self.text),
            category: None,
            visible: Some(self.visible),
            photos,
            all_photos: true,
            options: self.options.iter().map(option).collect(),
            skus,
            kept: Kept::default(),
        };
        for found in entry.faults() {
            form.fault(path(found.spot), found.code, sentence(&found.message));
        }
        Ok((entry, form))
    }
}

impl SkuBody {
    fn entry(&self, at: usize, currency: Currency, photos: &[EntryPhoto], form: &mut Form) -> EntrySku {
        let price = amount(&self.price, currency, &format!("skus[{at}].price"), form);
        let compare_at = self.compare_at.as_ref();
        let compare_at =
            compare_at.map(|money| amount(money, currency, &format!("skus[{at}].compare_at"), form));
        let photo = self.photo.as_ref().and_then(|hash| {
            let shown = photos.iter().find(|photo| photo.picture.hash == *hash);
            if shown.is_none() {
                form.fault(format!("skus[{at}].photo"), "unknown", "A sku shows one of the goods' photos.");
            }
            shown.map(|photo| photo.picture.clone())
        });
        if let Some(seen) = self.stock_seen {
            form.within(&format!("skus[{at}].stock_seen"), seen, 0..=Entry::MAX_STOCK);
        }
        EntrySku {
            id: self.id.clone(),
            code: plain::spaced(&self.code),
            values: self.values.iter().map(|value| plain::spaced(value)).collect(),
            price,
            compare_at,
            stock: Some(self.stock),
            stock_seen: self.stock_seen,
            weight_grams: self.weight_grams,
            photo,
            active: self.active,
        }
    }
}

/// An amount in the shop's currency; nothing, and a fault, where it is none.
pub fn amount(money: &Money, currency: Currency, path: &str, form: &mut Form) -> core::Money {
    if money.currency != currency.code() {
        form.fault(path, "other_currency", format!("This shop's amounts are in {currency}."));
    }
    core::Money::new(money.minor, currency).unwrap_or_else(|error| {
        form.fault(path, "out_of_range", format!("The amount {error}."));
        core::Money::zero(currency)
    })
}

/// Stands where an unknown photo was named, so that the others keep their numbers; never written.
fn nothing(hash: &str) -> Picture {
    Picture { hash: hash.to_owned(), width: 0, height: 0, color: String::new() }
}

/// Where a spot stands in the request.
fn path(spot: Spot) -> String {
    match spot {
        Spot::Handle => "id".to_owned(),
        Spot::Title => "title".to_owned(),
        Spot::Text => "text".to_owned(),
        Spot::Category => "category".to_owned(),
        Spot::Photos => "photos".to_owned(),
        Spot::Photo(at) => format!("photos[{at}].hash"),
        Spot::Alt(at) => format!("photos[{at}].alt"),
        Spot::Options => "options".to_owned(),
        Spot::OptionName(at) => format!("options[{at}].name"),
        Spot::OptionValues(at) => format!("options[{at}].values"),
        Spot::OptionValue(at, value) => format!("options[{at}].values[{value}]"),
        Spot::Skus => "skus".to_owned(),
        Spot::Code(at) => format!("skus[{at}].code"),
        Spot::Values(at) => format!("skus[{at}].values"),
        Spot::Value(at, value) => format!("skus[{at}].values[{value}]"),
        Spot::Price(at) => format!("skus[{at}].price"),
        Spot::CompareAt(at) => format!("skus[{at}].compare_at"),
        Spot::Stock(at) => format!("skus[{at}].stock"),
        Spot::Weight(at) => format!("skus[{at}].weight_grams"),
    }
}

fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    let first: String = chars.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}.", chars.as_str())
}
