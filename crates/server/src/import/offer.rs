//! Goods as a file offers them, and what it takes to make them an entry of the catalogue.

use super::Folder;
use crate::catalogue::{Entry, EntryPhoto, EntrySku};
use crate::media::{Media, Picture};
use minishop_core::{GoodsOption, Money};

/// Goods read from a file; pictures are still names.
#[derive(Debug, Clone)]
pub struct Offer {
    /// Where they stand: `line 7`, `lines 7-9`, `goods[3]`.
    pub place: String,
    pub handle: String,
    pub title: String,
    pub text: String,
    pub category: Option<String>,
    pub visible: Option<bool>,
    pub photos: Vec<OfferPhoto>,
    pub options: Vec<GoodsOption>,
    pub skus: Vec<OfferSku>,
    /// What was read otherwise than written, with its place.
    pub remarks: Vec<String>,
}

/// A picture's name in the file, and what it shows.
#[derive(Debug, Clone)]
pub struct OfferPhoto {
    pub place: String,
    pub source: String,
    pub alt: String,
}

/// One variant.
#[derive(Debug, Clone)]
pub struct OfferSku {
    pub place: String,
    pub code: String,
    pub values: Vec<String>,
    pub price: Money,
    pub compare_at: Option<Money>,
    pub stock: Option<i64>,
    pub weight_grams: Option<i64>,
    pub photo: Option<String>,
}

/// Goods that were not taken, and why.
#[derive(Debug, Clone)]
pub struct Refusal {
    pub place: String,
    pub handle: String,
    pub reason: String,
}

/// Goods with their pictures stored, ready to be written.
#[derive(Debug, Clone)]
pub struct Ready {
    pub place: String,
    pub entry: Entry,
    pub remarks: Vec<String>,
    pub missing_photos: usize,
}

impl Offer {
    /// The option's values in order of first use, from those of all skus.
    pub fn options(names: Vec<String>, skus: &[OfferSku]) -> Vec<GoodsOption> {
        let option = |(at, name)| {
            let mut values: Vec<String> = Vec::new();
            for value in skus.iter().filter_map(|sku| sku.values.get(at)) {
                if !values.contains(value) {
                    values.push(value.clone());
                }
            }
            GoodsOption { name, values }
        };
        names.into_iter().enumerate().map(option).collect()
    }

    /// The offer itself, or why no shop of that currency can sell it.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        self.forgive();
        match self.entry(Vec::new(), true, |_| None).faults().into_iter().next() {
            None => Ok(self),
            Some(fault) => Err(Refusal { place: self.place, handle: self.handle, reason: fault.message }),
        }
    }

    /// Mends what is meant well, and says so.
    fn forgive(&mut self) {
        for sku in &mut self.skus {
            if sku.stock.is_some_and(|stock| stock < 0) {
                self.remarks.push(format!("{}: stock below zero read as 0", sku.place));
                sku.stock = Some(0);
            }
            if sku.compare_at.is_some_and(|before| before.minor() <= sku.price.minor()) {
                // Many exports write 0 where there is none.
                if sku.compare_at.is_some_and(|before| before.minor() > 0) {
                    self.remarks
                        .push(format!("{}: compare-at price not above the price, left out", sku.place));
                }
                sku.compare_at = None;
            }
        }
        match self.skus.iter().filter(|sku| sku.stock.is_none()).count() {
            0 => {}
            all if all == self.skus.len() => {
                self.remarks.push(format!("{}: no stock given; new skus have 0", self.place));
            }
            some => {
                self.remarks.push(format!("{}: no stock given for {some} skus; new ones have 0", self.place))
            }
        }
    }

    /// Stores the pictures; one that cannot be had is a remark, never a refusal.
    pub async fn ready(self, folder: &Folder, media: &Media) -> Ready {
        let mut remarks = self.remarks.clone();
        let mut stored: Vec<(String, Picture)> = Vec::new();
        let mut photos: Vec<EntryPhoto> = Vec::new();
        let mut missing: Vec<String> = Vec::new();
        let of_skus = self.skus.iter().filter_map(|sku| {
            let source = sku.photo.clone()?;
            Some(OfferPhoto { place: sku.place.clone(), source, alt: String::new() })
        });
        for photo in self.photos.iter().cloned().chain(of_skus) {
            if missing.contains(&photo.source) || stored.iter().any(|(source, _)| *source == photo.source) {
                continue;
            }
            match folder.picture(&photo.source, media).await {
                Ok(picture) => {
                    if photos.iter().all(|known| known.picture.hash != picture.hash) {
                        photos.push(EntryPhoto { picture: picture.clone(), alt: photo.alt });
                    }
                    stored.push((photo.source, picture));
                }
                Err(reason) => {
                    remarks.push(format!("{}: {reason}", photo.place));
                    missing.push(photo.source);
                }
            }
        }
        let find =
            |source: &str| stored.iter().find(|(name, _)| name == source).map(|(_, picture)| picture.clone());
        let entry = self.entry(photos, missing.is_empty(), find);
        Ready { place: self.place, entry, remarks, missing_photos: missing.len() }
    }

    fn entry(
        &self,
        photos: Vec<EntryPhoto>,
        all_photos: bool,
        find: impl Fn(&str) -> Option<Picture>,
    ) -> Entry {
        let skus = self.skus.iter().map(|sku| EntrySku {
            id: None,
            code: sku.code.clone(),
            values: sku.values.clone(),
            price: sku.price,
            compare_at: sku.compare_at,
            stock: sku.stock,
            stock_seen: None,
            active: true,
            weight_grams: sku.weight_grams,
            photo: sku.photo.as_deref().and_then(&find),
        });
        Entry {
            handle: self.handle.clone(),
            title: self.title.clone(),
            text: self.text.clone(),
            category: self.category.clone(),
            visible: self.visible,
            photos,
            all_photos,
            options: self.options.clone(),
            skus: skus.collect(),
        }
    }
}

impl Ready {
    /// The same goods, not taken after all.
    pub fn refused(self, reason: String) -> Refusal {
        Refusal { place: self.place, handle: self.entry.handle, reason }
    }
}
