//! Goods as a file offers them, and what it takes to make them an entry of the catalogue.

use super::Folder;
use super::note::{Note, Place, Refusal};
use crate::catalogue::{Entry, EntryPhoto, EntrySku, Kept, Spot};
use crate::media::{Media, Picture};
use crate::plain;
use minishop_core::{GoodsOption, Money};

/// Goods read from a file; pictures are still names.
#[derive(Debug, Clone)]
pub struct Offer {
    pub place: Place,
    pub handle: String,
    pub title: String,
    pub text: String,
    pub category: Option<String>,
    pub visible: Option<bool>,
    pub photos: Vec<OfferPhoto>,
    pub options: Vec<GoodsOption>,
    pub skus: Vec<OfferSku>,
    /// What the file says nothing about.
    pub kept: Kept,
    /// What was read otherwise than written.
    pub remarks: Vec<Note>,
}

/// A picture's name in the file, and what it shows.
#[derive(Debug, Clone)]
pub struct OfferPhoto {
    pub place: Place,
    pub source: String,
    pub alt: String,
}

/// One variant.
#[derive(Debug, Clone)]
pub struct OfferSku {
    pub place: Place,
    pub code: String,
    pub values: Vec<String>,
    pub price: Money,
    pub compare_at: Option<Money>,
    pub stock: Option<i64>,
    pub weight_grams: Option<i64>,
    pub photo: Option<String>,
    pub active: bool,
}

/// Goods with their pictures stored, ready to be written.
#[derive(Debug, Clone)]
pub struct Ready {
    pub place: Place,
    pub entry: Entry,
    pub remarks: Vec<Note>,
    pub missing_photos: usize,
}

impl Offer {
    /// The options with their values: those listed, then the others in order of first use by a sku.
    pub fn options(names: Vec<String>, listed: Vec<Vec<String>>, skus: &[OfferSku]) -> Vec<GoodsOption> {
        let mut listed = listed.into_iter();
        let option = |(at, name)| {
            let mut values = listed.next().unwrap_or_default();
            for value in skus.iter().filter_map(|sku| sku.values.get(at)) {
                if !values.contains(value) {
                    values.push(value.clone());
                }
            }
            GoodsOption { name, values }
        };
        names.into_iter().enumerate().map(option).collect()
    }

    /// The offer itself, or everything that keeps it out: what was wrong in single rows, and what no shop can sell.
    /// `find` tells where in the file a spot stands.
    pub fn checked(
        self,
        mut faults: Vec<Note>,
        find: impl Fn(&Self, Spot) -> (Place, String),
    ) -> Result<Self, Refusal> {
        let whole = faults.is_empty();
        for fault in self.entry(Vec::new(), true, |_| None).faults() {
            // Where rows are broken, skus are missing here that the file may well have.
            if whole || !matches!(fault.spot, Spot::Skus | Spot::OptionValues(_)) {
                let (place, column) = find(&self, fault.spot);
                faults.push(Note { place, column, code: fault.code, message: fault.message });
            }
        }
        if faults.is_empty() {
            return Ok(self);
        }
        faults.sort_by_key(|note| note.place.row);
        Err(Refusal { handle: self.handle, title: self.title, notes: faults })
    }

    /// Mends what other systems write otherwise, and says so.
    pub fn forgive(&mut self) {
        for sku in &mut self.skus {
            if sku.stock.is_some_and(|stock| stock < 0) {
                self.remarks.push(Note::new(&sku.place, "stock_below_zero", "stock below zero read as 0"));
                sku.stock = Some(0);
            }
            if sku.compare_at.is_some_and(|before| before.minor() <= sku.price.minor()) {
                // Many exports write 0 where there is none.
                if sku.compare_at.is_some_and(|before| before.minor() > 0) {
                    let message = "compare-at price not above the price, left out";
                    self.remarks.push(Note::new(&sku.place, "compare_at_left_out", message));
                }
                sku.compare_at = None;
            }
        }
        let message = match self.skus.iter().filter(|sku| sku.stock.is_none()).count() {
            0 => return,
            all if all == self.skus.len() => "no stock given; new skus have 0".to_owned(),
            some => format!("no stock given for {some} skus; new ones have 0"),
        };
        self.remarks.push(Note::new(&self.place, "no_stock", message));
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
                    remarks.push(Note::new(&photo.place, "photo_not_taken", reason));
                    missing.push(photo.source);
                }
            }
        }
        if photos.len() > Entry::MAX_PHOTOS {
            let message = format!("only the first {} photos are taken", Entry::MAX_PHOTOS);
            remarks.push(Note::new(&self.place, "too_many_photos", message));
            photos.truncate(Entry::MAX_PHOTOS);
            stored.retain(|(_, picture)| photos.iter().any(|photo| photo.picture.hash == picture.hash));
        }
        for photo in photos.iter_mut().filter(|photo| photo.alt.chars().count() > Entry::MAX_ALT) {
            let message = format!("only the first {} characters of a photo's text are taken", Entry::MAX_ALT);
            remarks.push(Note::new(&self.place, "photo_text_cut", message));
            photo.alt = plain::line(&photo.alt.chars().take(Entry::MAX_ALT).collect::<String>());
        }
        let find =
            |source: &str| stored.iter().find(|(name, _)| name == source).map(|(_, picture)| picture.clone());
        let entry = self.entry(photos, missing.is_empty() && !self.kept.photos, find);
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
            active: sku.active,
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
            kept: self.kept,
        }
    }
}

impl Ready {
    /// The same goods, not taken after all.
    pub fn refused(self, reason: String) -> Refusal {
        Refusal::because(&self.place, &self.entry.handle, &self.entry.title, reason)
    }
}
