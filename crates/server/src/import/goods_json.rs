//! goods.json: goods with their variants, and perhaps the shop they belong to.

#[cfg(test)]
mod tests;

use super::amount::Amount;
use super::note::{Note, Place, Refusal};
use super::offer::{Offer, OfferPhoto, OfferSku};
use super::shop_json::ShopCard;
use super::weight;
use crate::catalogue::Kept;
use crate::plain;
use minishop_core::Currency;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::HashSet;
use std::fmt;

/// A whole file; goods are kept as they are written, so that one broken item spoils no other.
#[derive(Debug, serde::Deserialize)]
pub struct Catalogue {
    pub shop: Option<ShopCard>,
    goods: Vec<Box<RawValue>>,
}

#[derive(Debug, serde::Deserialize)]
struct Item {
    slug: String,
    title: String,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    category: Option<String>,
    #[serde(default)]
    visible: Option<bool>,
    #[serde(default)]
    photos: Vec<Photo>,
    /// The options' order; without it that of the first variant.
    #[serde(default)]
    options: Option<Vec<String>>,
    variants: Vec<Variant>,
}

/// A path, alone or with what it shows.
#[derive(Debug, serde::Deserialize)]
#[serde(untagged)]
enum Photo {
    Path(String),
    Described { path: String, alt: String },
}

#[derive(Debug, serde::Deserialize)]
struct Variant {
    #[serde(default)]
    sku: Option<String>,
    #[serde(default)]
    options: Values,
    price: Amount,
    #[serde(default)]
    compare_at: Option<Amount>,
    #[serde(default)]
    stock: Option<i64>,
    /// `1000.0:g`.
    #[serde(default)]
    weight: Option<String>,
    #[serde(default)]
    weight_grams: Option<i64>,
    #[serde(default)]
    photo: Option<String>,
}

impl Catalogue {
    /// Reads the file as a whole; what is wrong with single goods comes later.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = serde_json::Deserializer::from_slice(bytes);
        let file = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            match error.path().to_string() {
                path if path == "." => error.into_inner().to_string(),
                path => format!("{path}: {}", error.into_inner()),
            }
        })?;
        reader.end().map_err(|error| error.to_string())?;
        Ok(file)
    }

    /// Every goods item, readable or refused; a slug that stands twice is refused the second time.
    pub fn offers(&self, currency: Currency) -> Vec<Result<Offer, Refusal>> {
        let mut seen = HashSet::new();
        let offers = self.goods.iter().enumerate().map(|(at, raw)| {
            let offer = read(&format!("goods[{at}]"), raw, currency)?;
            if seen.insert(offer.handle.clone()) {
                return Ok(offer);
            }
            Err(Refusal::because(&offer.place, &offer.handle, &offer.title, "the slug stands twice"))
        });
        offers.collect()
    }
}

fn read(place: &str, raw: &RawValue, currency: Currency) -> Result<Offer, Refusal> {
    let mut reader = serde_json::Deserializer::from_str(raw.get());
    let item: Item = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        // The position is one within the item, which helps nobody.
        let message = error.into_inner().to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        let reason = if path == "." { message.to_owned() } else { format!("{path}: {message}") };
        Refusal::because(&Place::named(place), &slug(raw), "", reason)
    })?;
    let (handle, title) = (plain::line(&item.slug), plain::line(&item.title));
    let refused = |reason: String| Refusal::because(&Place::named(place), &handle, &title, reason);
    let mut offer = offer(place, item, currency).map_err(refused)?;
    offer.forgive();
    offer.checked(Vec::new(), |offer, _| (offer.place.clone(), String::new()))
}

/// The slug of an item that is broken elsewhere.
fn slug(raw: &RawValue) -> String {
    #[derive(serde::Deserialize)]
    struct Slug {
        slug: String,
    }
    serde_json::from_str::<Slug>(raw.get()).map(|item| plain::line(&item.slug)).unwrap_or_default()
}

fn offer(place: &str, item: Item, currency: Currency) -> Result<Offer, String> {
    let handle = plain::line(&item.slug);
    let names = match (&item.options, item.variants.first()) {
        (Some(names), _) => names.clone(),
        (None, Some(first)) => first.options.0.iter().map(|(name, _)| name.clone()).collect(),
        (None, None) => Vec::new(),
    };
    let mut skus = Vec::with_capacity(item.variants.len());
    let mut remarks = Vec::new();
    for (at, variant) in item.variants.into_iter().enumerate() {
        let place = format!("{place}.variants[{at}]");
        let sku = sku(&place, variant, &names, currency, &mut remarks);
        skus.push(sku.map_err(|reason| format!("variants[{at}]: {reason}"))?);
    }
    let photos = item.photos.into_iter().map(|photo| {
        let (source, alt) = match photo {
            Photo::Path(path) => (path, String::new()),
            Photo::Described { path, alt } => (path, plain::line(&alt)),
        };
        OfferPhoto { place: Place::named(place), source, alt }
    });
    Ok(Offer {
        place: Place::named(place),
        handle,
        title: plain::line(&item.title),
        text: plain::block(item.description.as_deref().unwrap_or_default()),
        category: item.category.as_deref().map(plain::line).filter(|name| !name.is_empty()),
        visible: item.visible,
        photos: photos.collect(),
        options: Offer::options(names.iter().map(|name| plain::line(name)).collect(), Vec::new(), &skus),
        skus,
        kept: Kept::default(),
        remarks,
    })
}

fn sku(
    place: &str,
    variant: Variant,
    names: &[String],
    currency: Currency,
    remarks: &mut Vec<Note>,
) -> Result<OfferSku, String> {
    let given = &variant.options.0;
    if let Some((unknown, _)) = given.iter().find(|(name, _)| !names.contains(name)) {
        return Err(format!("the option «{unknown}» is not one of the goods' options"));
    }
    let value = |name: &String| {
        let value = given.iter().find(|(own, _)| own == name).map(|(_, value)| plain::line(value));
        value
            .filter(|value| !value.is_empty())
            .ok_or_else(|| format!("there is no value for the option «{name}»"))
    };
    let price = variant.price.money(currency).map_err(|reason| format!("the price {reason}"))?;
    let price = price
        .ok_or_else(|| format!("there is no price in {currency}, only in {}", variant.price.currencies()))?;
    let compare_at = variant.compare_at.as_ref().map(|amount| amount.money(currency)).transpose();
    let compare_at = compare_at.map_err(|reason| format!("the compare-at price {reason}"))?.flatten();
    let by_text = variant.weight.as_deref().and_then(weight::grams);
    if variant.weight.is_some() && by_text.is_none() {
        let message = format!("weight «{}» not read", variant.weight.unwrap_or_default());
        remarks.push(Note::new(&Place::named(place), "weight_not_read", message));
    }
    Ok(OfferSku {
        place: Place::named(place),
        code: plain::line(variant.sku.as_deref().unwrap_or_default()),
        values: names.iter().map(value).collect::<Result<_, _>>()?,
        price,
        compare_at,
        stock: variant.stock,
        weight_grams: variant.weight_grams.filter(|grams| *grams > 0).or(by_text),
        photo: variant.photo,
        active: true,
    })
}

/// Option values by name, in the order in which they are written.
#[derive(Debug, Default)]
struct Values(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Values;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("option values by option name")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Values, A::Error> {
                let mut values = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    values.push(pair);
                }
                Ok(Values(values))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}
