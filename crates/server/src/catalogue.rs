//! Writing a shop's goods: what they should be is compared with what is stored, and only a difference is written.

mod check;
mod shop;
mod stored;
mod write;

pub use check::Spot;
pub use shop::{Delivery, NewShop, Payment, ShopLine, create, list};
pub use stored::{Stored, StoredSku};
pub use write::{add, category_name, first_place, picture, update};

use crate::db::Conn;
use crate::error::Failure;
use crate::media::Picture;
use crate::mint;
use minishop_core::{GoodsOption, Money};

/// Goods as they should stand in a shop; the handle is what names them there.
#[derive(Debug, Clone)]
pub struct Entry {
    pub handle: String,
    pub title: String,
    pub text: String,
    /// A category's name.
    pub category: Option<String>,
    /// `None` leaves it as it is; new goods are shown.
    pub visible: Option<bool>,
    pub photos: Vec<EntryPhoto>,
    /// False when some photos could not be had: stored ones then stay, after those given.
    pub all_photos: bool,
    pub options: Vec<GoodsOption>,
    pub skus: Vec<EntrySku>,
    pub kept: Kept,
}

/// What an entry says nothing about: stored goods keep it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Kept {
    pub text: bool,
    pub category: bool,
    pub photos: bool,
    pub code: bool,
    pub compare_at: bool,
    pub weight: bool,
    pub sku_photo: bool,
    pub active: bool,
}

/// A photo of goods, in the seller's order.
#[derive(Debug, Clone)]
pub struct EntryPhoto {
    pub picture: Picture,
    pub alt: String,
}

/// One buyable combination of option values.
#[derive(Debug, Clone)]
pub struct EntrySku {
    /// The stored sku this is; without it the one with the same values.
    pub id: Option<String>,
    /// The seller's own article number; may be empty.
    pub code: String,
    /// One value for each option.
    pub values: Vec<String>,
    pub price: Money,
    pub compare_at: Option<Money>,
    /// `None` leaves it as it is; a new sku then has none.
    pub stock: Option<i64>,
    /// The stock that was to be changed: what is stored then moves by the difference, so that no sale is undone.
    pub stock_seen: Option<i64>,
    pub weight_grams: Option<i64>,
    pub photo: Option<Picture>,
    /// Whether it is on sale.
    pub active: bool,
}

/// What writing an entry did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Added,
    Updated,
    Unchanged,
}

/// What [`put`] would do; nothing is written.
pub async fn plan(conn: &mut Conn, shop: i64, entry: &Entry) -> Result<Change, Failure> {
    let Some(stored) = Stored::named(conn, shop, &entry.handle).await? else { return Ok(Change::Added) };
    Ok(if stored.with(entry) == stored { Change::Unchanged } else { Change::Updated })
}

/// Writes one entry: new goods come last in their shop, known ones keep their place, their id and their skus' ids. A
/// sku that is no longer in the entry is withdrawn, never deleted: orders name it.
pub async fn put(conn: &mut Conn, shop: i64, entry: &Entry) -> Result<Change, Failure> {
    for given in entry.pictures() {
        picture(conn, given).await?;
    }
    let Some(stored) = Stored::named(conn, shop, &entry.handle).await? else {
        let last: i64 = sqlx::query_scalar("SELECT COALESCE(MAX(position), 0) FROM goods WHERE shop = $1")
            .bind(shop)
            .fetch_one(&mut *conn)
            .await?;
        let fresh = Stored { id: mint::id()?, ..Stored::default().with(entry) };
        add(conn, shop, &entry.handle, last + 1, &fresh).await?;
        return Ok(Change::Added);
    };
    let wanted = stored.with(entry);
    if wanted == stored {
        return Ok(Change::Unchanged);
    }
    update(conn, shop, &stored, &wanted).await?;
    Ok(Change::Updated)
}

impl Entry {
    /// Every picture that goods or skus show.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let of_skus = self.skus.iter().filter_map(|sku| sku.photo.as_ref());
        self.photos.iter().map(|photo| &photo.picture).chain(of_skus)
    }
}
