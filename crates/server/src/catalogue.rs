//! Writing a shop's goods: what they should be is compared with what is stored, and only a difference is written.

mod shop;
mod stored;

pub use shop::{Delivery, NewShop, Payment, ShopLine, create, list};

use crate::clock;
use crate::db::Conn;
use crate::error::Failure;
use crate::media::Picture;
use crate::mint;
use minishop_core::{Currency, Goods, GoodsId, GoodsOption, Money, ShopNumber, Sku, SkuId};
use stored::Stored;

/// Goods as they should stand in a shop; the handle is what names them there.
#[derive(Debug, Clone)]
pub struct Entry {
    pub handle: String,
    pub title: String,
    pub text: String,
    pub category: Option<String>,
    /// `None` leaves it as it is; new goods are shown.
    pub visible: Option<bool>,
    pub photos: Vec<EntryPhoto>,
    /// False when some photos could not be had: stored ones then stay, after those given.
    pub all_photos: bool,
    pub options: Vec<GoodsOption>,
    pub skus: Vec<EntrySku>,
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
    /// The seller's own article number; may be empty.
    pub code: String,
    /// One value for each option.
    pub values: Vec<String>,
    pub price: Money,
    pub compare_at: Option<Money>,
    /// `None` leaves it as it is; a new sku then has none.
    pub stock: Option<i64>,
    pub weight_grams: Option<i64>,
    pub photo: Option<Picture>,
}

/// What writing an entry did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Added,
    Updated,
    Unchanged,
}

impl Entry {
    /// Longest name of goods, category, option or value, and longest article number, in characters.
    pub const MAX_NAME: usize = 255;
    /// Longest text in characters.
    pub const MAX_TEXT: usize = 20_000;
    /// Pieces of one sku in stock at most.
    pub const MAX_STOCK: i64 = 999_999_999;

    /// Why these goods cannot be sold in a shop of that currency, if so.
    pub fn check(&self, currency: Currency) -> Result<(), String> {
        let names = self.options.iter().flat_map(|option| option.values.iter().chain([&option.name]));
        let codes = self.skus.iter().map(|sku| &sku.code);
        let required = [("handle", &self.handle), ("title", &self.title)];
        if let Some((name, _)) = required.iter().find(|(_, value)| value.is_empty()) {
            return Err(format!("there is no {name}"));
        }
        let all = required.iter().map(|(_, value)| *value).chain(&self.category).chain(names).chain(codes);
        if let Some(long) = all.into_iter().find(|name| name.chars().count() > Self::MAX_NAME) {
            let start: String = long.chars().take(20).collect();
            return Err(format!("«{start}…» has more than {} characters", Self::MAX_NAME));
        }
        if self.text.chars().count() > Self::MAX_TEXT {
            return Err(format!("the text has more than {} characters", Self::MAX_TEXT));
        }
        if self.skus.iter().any(|sku| sku.values.iter().any(String::is_empty)) {
            return Err("an option's value is empty".to_owned());
        }
        if self.skus.iter().filter_map(|sku| sku.stock).any(|stock| !(0..=Self::MAX_STOCK).contains(&stock)) {
            return Err(format!("a stock is not between 0 and {}", Self::MAX_STOCK));
        }
        self.whole(currency)
    }

    /// The core's own rules for goods; skus are counted from 1 in what it says.
    fn whole(&self, currency: Currency) -> Result<(), String> {
        let id = GoodsId::parse("new").map_err(|error| error.to_string())?;
        let skus = self.skus.iter().enumerate().map(|(at, sku)| {
            let left = sku.stock.and_then(|stock| u32::try_from(stock).ok()).unwrap_or(0);
            let id = SkuId::parse(&(at + 1).to_string()).map_err(|error| error.to_string())?;
            Ok(Sku { id, values: sku.values.clone(), price: sku.price, left })
        });
        let skus = skus.collect::<Result<Vec<_>, String>>()?;
        Goods::new(id, currency, self.options.clone(), skus).map(|_| ()).map_err(|error| error.to_string())
    }
}

/// Writes one entry: new goods come last in their shop, known ones keep their place, their id and their skus' ids. A
/// sku that is no longer in the entry is withdrawn, never deleted: orders name it.
pub async fn put(conn: &mut Conn, shop: ShopNumber, entry: &Entry) -> Result<Change, Failure> {
    let shop = i64::from(shop.value());
    let now = clock::now();
    let Some(stored) = Stored::find(conn, shop, &entry.handle).await? else {
        let id = mint::id()?;
        let fresh = Stored::default().with(entry);
        let category = category(conn, shop, fresh.category.as_deref()).await?;
        sqlx::query(
            "INSERT INTO goods (id, shop, handle, category, position, title, text, search, visible, created_at, \
             updated_at) VALUES ($1, $2, $3, $4, (SELECT COALESCE(MAX(position), 0) + 1 FROM goods WHERE shop = $2), \
             $5, $6, $7, $8, $9, $9)",
        )
        .bind(&id)
        .bind(shop)
        .bind(&entry.handle)
        .bind(category)
        .bind(&fresh.title)
        .bind(&fresh.text)
        .bind(search(&fresh))
        .bind(fresh.visible)
        .bind(now)
        .execute(&mut *conn)
        .await?;
        write_parts(conn, shop, &id, entry, &Stored::default(), &fresh).await?;
        return Ok(Change::Added);
    };
    let wanted = stored.with(entry);
    if wanted == stored {
        return Ok(Change::Unchanged);
    }
    let category = category(conn, shop, wanted.category.as_deref()).await?;
    sqlx::query(
        "UPDATE goods SET category = $2, title = $3, text = $4, search = $5, visible = $6, updated_at = $7 WHERE id = $1",
    )
    .bind(&stored.id)
    .bind(category)
    .bind(&wanted.title)
    .bind(&wanted.text)
    .bind(search(&wanted))
    .bind(wanted.visible)
    .bind(now)
    .execute(&mut *conn)
    .await?;
    write_parts(conn, shop, &stored.id, entry, &stored, &wanted).await?;
    Ok(Change::Updated)
}

/// What a search looks through.
fn search(goods: &Stored) -> String {
    format!("{}\n{}", goods.title, goods.text).to_lowercase()
}

/// The category's id; one named for the first time comes last.
async fn category(conn: &mut Conn, shop: i64, name: Option<&str>) -> Result<Option<String>, Failure> {
    let Some(name) = name else { return Ok(None) };
    let known: Option<String> = sqlx::query_scalar("SELECT id FROM categories WHERE shop = $1 AND name = $2")
        .bind(shop)
        .bind(name)
        .fetch_optional(&mut *conn)
        .await?;
    if known.is_some() {
        return Ok(known);
    }
    let id = mint::id()?;
    sqlx::query(
        "INSERT INTO categories (id, shop, position, name) \
         VALUES ($1, $2, (SELECT COALESCE(MAX(position), 0) + 1 FROM categories WHERE shop = $2), $3)",
    )
    .bind(&id)
    .bind(shop)
    .bind(name)
    .execute(&mut *conn)
    .await?;
    Ok(Some(id))
}

/// Makes a picture known to the database, so that rows may name it.
async fn picture(conn: &mut Conn, picture: &Picture) -> Result<(), Failure> {
    sqlx::query("INSERT INTO photos (hash, width, height, color) VALUES ($1, $2, $3, $4) ON CONFLICT (hash) DO NOTHING")
        .bind(&picture.hash)
        .bind(i64::from(picture.width))
        .bind(i64::from(picture.height))
        .bind(&picture.color)
        .execute(conn)
        .await?;
    Ok(())
}

/// Photos, options and skus, each only where it differs.
async fn write_parts(
    conn: &mut Conn,
    shop: i64,
    goods: &str,
    entry: &Entry,
    stored: &Stored,
    wanted: &Stored,
) -> Result<(), Failure> {
    let pictures = entry.photos.iter().map(|photo| &photo.picture);
    for given in pictures.chain(entry.skus.iter().filter_map(|sku| sku.photo.as_ref())) {
        picture(conn, given).await?;
    }
    if stored.photos != wanted.photos {
        wanted.write_photos(conn, goods).await?;
    }
    if stored.options != wanted.options {
        wanted.write_options(conn, goods).await?;
    }
    if stored.skus != wanted.skus {
        wanted.write_skus(conn, shop, goods).await?;
    }
    Ok(())
}
