//! Shopify's product CSV: several rows make one goods item, grouped by handle.

mod row;
mod table;
#[cfg(test)]
mod tests;

use super::offer::{Offer, OfferPhoto, OfferSku, Refusal};
use super::{html, weight};
use crate::plain;
use minishop_core::goods::MAX_OPTIONS;
use minishop_core::{Currency, Money};
use row::{Field, Row};

/// Shopify's name for the only option of goods that have none, and its only value.
const NO_OPTION: (&str, &str) = ("Title", "Default Title");

/// Every goods item of the file, in the order of first rows; an error when it is no such file at all.
pub fn offers(bytes: &[u8], currency: Currency) -> Result<Vec<Result<Offer, Refusal>>, String> {
    let table = table::read(bytes)?;
    Ok(table.groups().map(|(handle, rows)| offer(handle, &rows, currency)).collect())
}

/// One goods item from its rows. A single bad row refuses it whole: half a product must not be on sale.
fn offer(handle: &str, rows: &[&Row], currency: Currency) -> Result<Offer, Refusal> {
    let refuse = |place: String, reason: String| Refusal { place, handle: handle.to_owned(), reason };
    if let Some((row, fault)) = rows.iter().find_map(|row| Some((row, row.fault.clone()?))) {
        return Err(refuse(row.place(), fault));
    }
    if handle.is_empty() {
        return Err(refuse(place(rows), "there is no handle".to_owned()));
    }
    let first = |field: Field| {
        rows.iter().map(|row| row.get(field)).find(|value| !value.is_empty()).unwrap_or_default()
    };
    let mut remarks = Vec::new();
    let variants: Vec<&Row> = rows.iter().copied().filter(|row| row.is_variant()).collect();
    let names = names(&variants);
    let skus = variants.iter().map(|row| sku(row, &names, currency, &mut remarks));
    let skus: Vec<OfferSku> =
        skus.collect::<Result<_, (String, String)>>().map_err(|(place, reason)| refuse(place, reason))?;
    let offer = Offer {
        place: place(rows),
        handle: handle.to_owned(),
        title: plain::line(first(Field::Title)),
        text: html::text(first(Field::Body)),
        category: category(first(Field::Type), first(Field::Tags)),
        visible: Some(visible(first(Field::Published), first(Field::Status))),
        photos: photos(rows),
        options: Offer::options(names.iter().flatten().cloned().collect(), &skus),
        skus,
        remarks,
    };
    offer.checked()
}

/// The lines the rows begin in.
fn place(rows: &[&Row]) -> String {
    match (rows.first(), rows.last()) {
        (Some(first), Some(last)) if first.line != last.line => format!("lines {}-{}", first.line, last.line),
        (Some(first), _) => first.place(),
        _ => String::new(),
    }
}

/// The options' names, each in its column's slot.
fn names(variants: &[&Row]) -> [Option<String>; MAX_OPTIONS] {
    let named = |at: usize| {
        let name = variants.iter().map(|row| row.get(Field::OptionName(at))).find(|name| !name.is_empty());
        name.map(plain::line)
    };
    let names = std::array::from_fn(named);
    let none = names == [Some(NO_OPTION.0.to_owned()), None, None]
        && variants.iter().all(|row| row.get(Field::OptionValue(0)) == NO_OPTION.1);
    if none { [const { None }; MAX_OPTIONS] } else { names }
}

/// One variant, or where and why it cannot be.
fn sku(
    row: &Row,
    names: &[Option<String>; MAX_OPTIONS],
    currency: Currency,
    remarks: &mut Vec<String>,
) -> Result<OfferSku, (String, String)> {
    let refuse = |reason: String| (row.place(), reason);
    let money = |field: Field, what: &str| match row.get(field) {
        "" => Ok(None),
        text => Money::parse(text, currency)
            .map(Some)
            .map_err(|error| refuse(format!("the {what} «{text}» {error}"))),
    };
    let mut values = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let value = plain::line(row.get(Field::OptionValue(at)));
        match name {
            Some(name) if value.is_empty() => {
                return Err(refuse(format!("there is no value for the option «{name}»")));
            }
            Some(_) => values.push(value),
            None if value.is_empty() || value == NO_OPTION.1 => {}
            None => return Err(refuse(format!("the value «{value}» belongs to no named option"))),
        }
    }
    let stock = match row.get(Field::Quantity) {
        "" => None,
        text => Some(text.parse().map_err(|_| refuse(format!("the stock «{text}» is not a whole number")))?),
    };
    let grams = row.get(Field::Grams);
    let weight_grams = weight::grams(grams);
    if weight_grams.is_none() && !grams.chars().all(|c| matches!(c, '0' | '.')) {
        remarks.push(format!("{}: weight «{grams}» not read", row.place()));
    }
    let image = row.get(Field::VariantImage);
    Ok(OfferSku {
        place: row.place(),
        code: plain::line(row.get(Field::Sku)),
        values,
        price: money(Field::Price, "price")?.ok_or_else(|| refuse("there is no price".to_owned()))?,
        compare_at: money(Field::CompareAt, "compare-at price")?,
        stock,
        weight_grams,
        photo: (!image.is_empty()).then(|| image.to_owned()),
    })
}

/// The type, or else the first tag.
fn category(kind: &str, tags: &str) -> Option<String> {
    let tag = tags.split(',').map(plain::line).find(|tag| !tag.is_empty());
    Some(plain::line(kind)).filter(|kind| !kind.is_empty()).or(tag)
}

fn visible(published: &str, status: &str) -> bool {
    !published.eq_ignore_ascii_case("false") && (status.is_empty() || status.eq_ignore_ascii_case("active"))
}

/// The pictures by their position, else in the rows' order.
fn photos(rows: &[&Row]) -> Vec<OfferPhoto> {
    let mut photos: Vec<(u32, OfferPhoto)> = rows
        .iter()
        .filter(|row| !row.get(Field::Image).is_empty())
        .map(|row| {
            let photo = OfferPhoto {
                place: row.place(),
                source: row.get(Field::Image).to_owned(),
                alt: plain::line(row.get(Field::ImageAlt)),
            };
            (row.get(Field::ImagePosition).parse().unwrap_or(u32::MAX), photo)
        })
        .collect();
    photos.sort_by_key(|(position, _)| *position);
    photos.into_iter().map(|(_, photo)| photo).collect()
}
