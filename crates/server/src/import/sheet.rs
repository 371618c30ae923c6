//! Goods in a CSV, Shopify's or our own: several rows make one goods item, grouped by handle.

mod reader;
mod row;
mod table;
#[cfg(test)]
mod tests;

pub use row::{Dialect, Field, MINISHOP};

use super::html;
use super::note::{Place, Refusal};
use super::offer::{Offer, OfferPhoto};
use crate::catalogue::{Kept, Spot};
use crate::plain;
use minishop_core::Currency;
use minishop_core::goods::MAX_OPTIONS;
use reader::Reader;
use row::Row;
use table::Table;

/// Shopify's name for the only option of goods that have none, and its only value.
const NO_OPTION: (&str, &str) = ("Title", "Default Title");

/// A file that was read.
pub struct Sheet {
    pub dialect: Dialect,
    /// `utf-8`, `utf-16` or `gb18030`.
    pub encoding: &'static str,
    /// Rows below the header that are not empty.
    pub rows: usize,
    /// Every goods item, in the order of first rows.
    pub offers: Vec<Result<Offer, Refusal>>,
}

/// Reads a file; an error when it is no such file at all.
pub fn read(bytes: &[u8], currency: Currency) -> Result<Sheet, String> {
    let table = table::read(bytes)?;
    let offers = table.groups().map(|(handle, rows)| offer(&table, handle, &rows, currency)).collect();
    Ok(Sheet { dialect: table.dialect, encoding: table.encoding, rows: table.rows.len(), offers })
}

/// One goods item from its rows. A single bad row refuses it whole: half a product must not be on sale.
fn offer(table: &Table, handle: &str, rows: &[&Row], currency: Currency) -> Result<Offer, Refusal> {
    let mut reader = Reader::new(table, currency);
    let ours = table.dialect == Dialect::Minishop;
    let filled = |field: Field| rows.iter().copied().find(|row| !row.get(field).is_empty());
    let first = |field: Field| filled(field).map(|row| row.whole(field)).unwrap_or_default();
    rows.iter().for_each(|row| reader.whole(row));
    let variants: Vec<&Row> =
        rows.iter().copied().filter(|row| row.fault.is_none() && row.is_variant()).collect();
    let names = names(&variants, ours);
    let skus: Vec<_> = variants.iter().filter_map(|row| reader.sku(row, &names)).collect();
    let listed =
        |at: usize| first(Field::OptionValues(at)).lines().map(plain::line).filter(|value| !value.is_empty());
    let listed: Vec<Vec<String>> = names
        .iter()
        .enumerate()
        .filter(|(_, name)| name.is_some())
        .map(|(at, _)| listed(at).collect())
        .collect();
    let visible = match (ours, filled(Field::Published)) {
        (true, Some(row)) => reader.flag(row, Field::Published),
        (true, None) => None,
        (false, None) if filled(Field::Status).is_none() => None,
        (false, _) => Some(visible(first(Field::Published).trim(), first(Field::Status).trim())),
    };
    let text = first(Field::Body);
    let mut offer = Offer {
        place: place(rows),
        handle: handle.to_owned(),
        title: plain::line(first(Field::Title)),
        text: if ours { plain::block(text) } else { html::text(text.trim()) },
        category: category(first(Field::Type), first(Field::Tags)),
        visible,
        photos: photos(rows),
        options: Offer::options(names.iter().flatten().cloned().collect(), listed, &skus),
        skus,
        kept: kept(table),
        remarks: std::mem::take(&mut reader.remarks),
    };
    if !ours {
        offer.forgive();
    }
    offer.checked(reader.faults, |offer, spot| spot_in(table, offer, spot))
}

/// A column the file does not have changes nothing.
fn kept(table: &Table) -> Kept {
    let absent = |field: Field| !table.has(field);
    Kept {
        text: absent(Field::Body),
        category: absent(Field::Type) && absent(Field::Tags),
        photos: absent(Field::Image),
        code: absent(Field::Sku),
        compare_at: absent(Field::CompareAt),
        weight: absent(Field::Grams),
        sku_photo: absent(Field::VariantImage),
        active: absent(Field::Active),
    }
}

/// The lines the rows begin in, and the first one's row.
fn place(rows: &[&Row]) -> Place {
    match (rows.first(), rows.last()) {
        (Some(first), Some(last)) if first.place != last.place => {
            let line = |row: &Row| row.place.text.trim_start_matches("line ").to_owned();
            Place { text: format!("lines {}-{}", line(first), line(last)), row: first.place.row }
        }
        (Some(first), _) => first.place.clone(),
        _ => Place::default(),
    }
}

/// Where a fault of the whole goods stands in the file: row and column.
fn spot_in(table: &Table, offer: &Offer, spot: Spot) -> (Place, String) {
    let sku = |at: usize, field: Field| {
        let place = offer.skus.get(at).map_or(&offer.place, |sku| &sku.place);
        (place.clone(), table.title(field))
    };
    let all = |field: Field| (offer.place.clone(), table.title(field));
    match spot {
        Spot::Handle => all(Field::Handle),
        Spot::Title => all(Field::Title),
        Spot::Text => all(Field::Body),
        Spot::Category => all(Field::Type),
        Spot::Photos | Spot::Photo(_) => all(Field::Image),
        Spot::Alt(at) => {
            let place = offer.photos.get(at).map_or(&offer.place, |photo| &photo.place);
            (place.clone(), table.title(Field::ImageAlt))
        }
        Spot::OptionName(at) => all(Field::OptionName(at)),
        Spot::OptionValues(at) => all(Field::OptionValue(at)),
        Spot::OptionValue(at, value) => {
            let value = offer.options.get(at).and_then(|option| option.values.get(value));
            let own = offer.skus.iter().position(|sku| sku.values.get(at) == value);
            own.map_or_else(|| all(Field::OptionValues(at)), |own| sku(own, Field::OptionValue(at)))
        }
        Spot::Options | Spot::Skus => (offer.place.clone(), String::new()),
        Spot::Code(at) => sku(at, Field::Sku),
        Spot::Values(at) => sku(at, Field::OptionValue(0)),
        Spot::Value(at, option) => sku(at, Field::OptionValue(option)),
        Spot::Price(at) => sku(at, Field::Price),
        Spot::CompareAt(at) => sku(at, Field::CompareAt),
        Spot::Stock(at) => sku(at, Field::Quantity),
        Spot::Weight(at) => sku(at, Field::Grams),
    }
}

/// The options' names, each in its column's slot.
fn names(variants: &[&Row], ours: bool) -> [Option<String>; MAX_OPTIONS] {
    let named = |at: usize| {
        let name = variants.iter().map(|row| row.get(Field::OptionName(at))).find(|name| !name.is_empty());
        name.map(plain::line)
    };
    let names = std::array::from_fn(named);
    let none = !ours
        && names == [Some(NO_OPTION.0.to_owned()), None, None]
        && variants.iter().all(|row| row.get(Field::OptionValue(0)) == NO_OPTION.1);
    if none { [const { None }; MAX_OPTIONS] } else { names }
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
                place: row.place.clone(),
                source: row.get(Field::Image).to_owned(),
                alt: plain::line(row.get(Field::ImageAlt)),
            };
            (row.get(Field::ImagePosition).parse().unwrap_or(u32::MAX), photo)
        })
        .collect();
    photos.sort_by_key(|(position, _)| *position);
    photos.into_iter().map(|(_, photo)| photo).collect()
}
