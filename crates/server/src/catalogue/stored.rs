//! Goods as their rows hold them.

use super::{Entry, EntrySku};
use crate::db::Conn;
use crate::error::Failure;
use sqlx::FromRow;
use std::collections::{HashMap, HashSet};

/// One goods item's rows, in a form that can be compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stored {
    pub id: String,
    pub title: String,
    pub text: String,
    pub category: Option<String>,
    pub visible: bool,
    /// Counts the changes.
    pub version: i64,
    /// Hash and alternative text, in order.
    pub photos: Vec<(String, String)>,
    /// Name and values, in order.
    pub options: Vec<(String, Vec<String>)>,
    /// All ever sold, in order; withdrawn ones last.
    pub skus: Vec<StoredSku>,
}

/// One sku's row.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct StoredSku {
    /// Empty for one that is still to be added.
    pub id: String,
    pub code: String,
    pub value1: String,
    pub value2: String,
    pub value3: String,
    pub price: i64,
    pub compare_at: Option<i64>,
    pub stock: i64,
    pub photo: Option<String>,
    pub weight_grams: Option<i64>,
    pub active: bool,
    /// No longer one of the goods' skus; kept for the orders that name it.
    pub withdrawn: bool,
}

/// Begins what stands in place of a value that another sku took over; no real value has a control character.
pub const PARKED: char = '\u{1}';

impl StoredSku {
    pub fn values(&self) -> [&str; 3] {
        [&self.value1, &self.value2, &self.value3]
    }
}

#[derive(FromRow)]
struct GoodsRow {
    id: String,
    title: String,
    text: String,
    visible: bool,
    version: i64,
    category: Option<String>,
}

impl Stored {
    /// The goods with that handle.
    pub async fn named(conn: &mut Conn, shop: i64, handle: &str) -> Result<Option<Self>, Failure> {
        let id: Option<String> = sqlx::query_scalar("SELECT id FROM goods WHERE shop = $1 AND handle = $2")
            .bind(shop)
            .bind(handle)
            .fetch_optional(&mut *conn)
            .await?;
        match id {
            Some(id) => Self::find(conn, shop, &id).await,
            None => Ok(None),
        }
    }

    /// The goods with that id.
    pub async fn find(conn: &mut Conn, shop: i64, id: &str) -> Result<Option<Self>, Failure> {
        let row: Option<GoodsRow> = sqlx::query_as(
            "SELECT g.id, g.title, g.text, g.visible, g.version, c.name AS category \
             FROM goods g LEFT JOIN categories c ON c.id = g.category WHERE g.shop = $1 AND g.id = $2",
        )
        .bind(shop)
        .bind(id)
        .fetch_optional(&mut *conn)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let photos = sqlx::query_as("SELECT photo, alt FROM goods_photos WHERE goods = $1 ORDER BY position")
            .bind(&row.id)
            .fetch_all(&mut *conn)
            .await?;
        let values: Vec<(String, String)> = sqlx::query_as(
            "SELECT o.name, v.value FROM options o JOIN option_values v ON v.goods = o.goods AND v.option = o.position \
             WHERE o.goods = $1 ORDER BY o.position, v.position",
        )
        .bind(&row.id)
        .fetch_all(&mut *conn)
        .await?;
        let mut options: Vec<(String, Vec<String>)> = Vec::new();
        for (name, value) in values {
            match options.last_mut() {
                Some((last, values)) if *last == name => values.push(value),
                _ => options.push((name, vec![value])),
            }
        }
        let skus = sqlx::query_as(
            "SELECT id, code, value1, value2, value3, price, compare_at, stock, photo, weight_grams, active, withdrawn \
             FROM skus WHERE goods = $1 ORDER BY withdrawn, position, id",
        )
        .bind(&row.id)
        .fetch_all(&mut *conn)
        .await?;
        let GoodsRow { id, title, text, visible, version, category } = row;
        Ok(Some(Self { id, title, text, category, visible, version, photos, options, skus }))
    }

    /// The same goods as the entry wants them; a sku without an id is new.
    pub fn with(&self, entry: &Entry) -> Self {
        let mut photos: Vec<_> =
            entry.photos.iter().map(|photo| (photo.picture.hash.clone(), photo.alt.clone())).collect();
        if !entry.all_photos {
            let kept = self
                .photos
                .iter()
                .filter(|(hash, _)| entry.photos.iter().all(|new| new.picture.hash != *hash));
            photos.extend(kept.cloned());
            photos.truncate(Entry::MAX_PHOTOS);
        }
        let mut skus = self.skus_of(entry);
        let taken: HashSet<[String; 3]> = skus.iter().map(|sku| sku.values().map(str::to_owned)).collect();
        let gone = self.skus.iter().filter(|own| skus.iter().all(|sku| sku.id != own.id));
        let gone: Vec<_> =
            gone.map(|own| own.withdrawn(taken.contains(&own.values().map(str::to_owned)))).collect();
        skus.extend(gone);
        Self {
            id: self.id.clone(),
            title: entry.title.clone(),
            text: if entry.kept.text { self.text.clone() } else { entry.text.clone() },
            category: if entry.kept.category { self.category.clone() } else { entry.category.clone() },
            visible: entry.visible.unwrap_or(self.id.is_empty() || self.visible),
            version: self.version,
            photos,
            options: entry
                .options
                .iter()
                .map(|option| (option.name.clone(), option.values.clone()))
                .collect(),
            skus,
        }
    }
    /// The entry's skus, each with the stored one it is: that of its id, else that of its values.
    fn skus_of(&self, entry: &Entry) -> Vec<StoredSku> {
        let named: HashSet<&str> = entry.skus.iter().filter_map(|sku| sku.id.as_deref()).collect();
        let free = self.skus.iter().filter(|own| !named.contains(own.id.as_str()));
        let by_values: HashMap<[&str; 3], &StoredSku> = free.map(|own| (own.values(), own)).collect();
        let by_id: HashMap<&str, &StoredSku> = self.skus.iter().map(|own| (own.id.as_str(), own)).collect();
        let sku = |sku: &EntrySku| {
            let own = match &sku.id {
                Some(id) => by_id.get(id.as_str()),
                None => by_values.get(&std::array::from_fn(|at| sku.value(at))),
            };
            sku.stored(own.copied(), entry)
        };
        entry.skus.iter().map(sku).collect()
    }

    /// Whether more pieces were taken away than are left.
    pub fn is_short(&self) -> bool {
        self.skus.iter().any(|sku| sku.stock < 0)
    }
}

impl EntrySku {
    fn value(&self, at: usize) -> &str {
        self.values.get(at).map(String::as_str).unwrap_or_default()
    }

    fn stored(&self, own: Option<&StoredSku>, entry: &Entry) -> StoredSku {
        let before = own.map(|own| own.stock);
        let stock = match (self.stock, self.stock_seen, before) {
            (Some(stock), Some(seen), Some(before)) => before + stock - seen,
            (stock, _, before) => stock.or(before).unwrap_or(0),
        };
        let kept = entry.kept;
        let keeps = |field: bool| own.filter(|_| field);
        let photo = self.photo.as_ref().map(|picture| picture.hash.clone());
        StoredSku {
            id: own.map(|own| own.id.clone()).unwrap_or_default(),
            code: keeps(kept.code).map_or(&self.code, |own| &own.code).clone(),
            value1: self.value(0).to_owned(),
            value2: self.value(1).to_owned(),
            value3: self.value(2).to_owned(),
            price: self.price.minor(),
            compare_at: keeps(kept.compare_at)
                .map_or(self.compare_at.map(|amount| amount.minor()), |own| own.compare_at),
            stock,
            photo: photo.or(keeps(kept.sku_photo || !entry.all_photos).and_then(|own| own.photo.clone())),
            weight_grams: keeps(kept.weight)
                .map_or(self.weight_grams.filter(|grams| *grams > 0), |own| own.weight_grams),
            active: keeps(kept.active && own.is_some_and(|own| !own.withdrawn))
                .map_or(self.active, |own| own.active),
            withdrawn: false,
        }
    }
}

impl StoredSku {
    /// The same, out of its goods; `crowded` when another sku has its values now.
    fn withdrawn(&self, crowded: bool) -> Self {
        let mut gone = Self { active: false, withdrawn: true, ..self.clone() };
        if crowded {
            gone.value3 = format!("{PARKED}{}", self.id);
        }
        gone
    }
}
