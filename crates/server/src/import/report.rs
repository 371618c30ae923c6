//! What an import says: one line for each goods item, one for each remark, and a sum at the end.

use super::note::Refusal;
use super::offer::Ready;
use crate::catalogue::Change;
use minishop_core::ShopNumber;

/// Counts what it has said.
#[derive(Debug, Default)]
pub struct Report {
    added: usize,
    updated: usize,
    unchanged: usize,
    refused: usize,
    skus: usize,
    photos: usize,
    missing_photos: usize,
}

impl Report {
    /// Goods that are now in the shop as the file has them.
    pub fn took(&mut self, change: Change, ready: &Ready) {
        let (word, count) = match change {
            Change::Added => ("added", &mut self.added),
            Change::Updated => ("updated", &mut self.updated),
            Change::Unchanged => ("unchanged", &mut self.unchanged),
        };
        *count += 1;
        let (skus, photos) = (ready.entry.skus.len(), ready.entry.photos.len());
        self.skus += skus;
        self.photos += photos;
        self.missing_photos += ready.missing_photos;
        let parts = [counted(skus, "sku", "skus"), counted(photos, "photo", "photos")].join(", ");
        println!("{}: {} {word}, {parts}", ready.place, ready.entry.handle);
        ready.remarks.iter().for_each(|remark| println!("{remark}"));
    }

    /// Goods that stay out.
    pub fn refused(&mut self, refusal: &Refusal) {
        self.refused += 1;
        for note in &refusal.notes {
            println!("{}: {} refused: {}", note.place, refusal.handle, note.message);
        }
    }

    /// Whether the shop now has anything of the file.
    pub fn took_any(&self) -> bool {
        self.added + self.updated + self.unchanged > 0
    }

    /// The sum.
    pub fn close(&self, shop: Option<ShopNumber>) {
        let goods = self.added + self.updated + self.unchanged;
        let place = shop.map(|shop| format!("shop {shop}: ")).unwrap_or_default();
        println!(
            "{place}{} goods, {}, {}; {} added, {} updated, {} unchanged, {} refused; {} missing",
            goods,
            counted(self.skus, "sku", "skus"),
            counted(self.photos, "photo", "photos"),
            self.added,
            self.updated,
            self.unchanged,
            self.refused,
            counted(self.missing_photos, "photo", "photos"),
        );
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
