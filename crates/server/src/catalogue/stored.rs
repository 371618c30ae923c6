//! Goods as their rows hold them.

use super::Entry;
use crate::db::Conn;
use crate::error::Failure;
use crate::mint;
use sqlx::FromRow;
use std::collections::HashMap;

/// One goods item's rows, in a form that can be compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stored {
    pub id: String,
    pub title: String,
    pub text: String,
    pub category: Option<String>,
    pub visible: bool,
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
    id: String,
    code: String,
    value1: String,
    value2: String,
    value3: String,
    price: i64,
    compare_at: Option<i64>,
    stock: i64,
    photo: Option<String>,
    weight_grams: Option<i64>,
    active: bool,
}

impl StoredSku {
    fn values(&self) -> [&str; 3] {
        [&self.value1, &self.value2, &self.value3]
    }
}

#[derive(FromRow)]
struct GoodsRow {
    id: String,
    title: String,
    text: String,
    visible: bool,
    category: Option<String>,
}

impl Stored {
    /// The goods with that handle.
    pub async fn find(conn: &mut Conn, shop: i64, handle: &str) -> Result<Option<Self>, Failure> {
        let row: Option<GoodsRow> = sqlx::query_as(
            "SELECT g.id, g.title, g.text, g.visible, c.name AS category \
             FROM goods g LEFT JOIN categories c ON c.id = g.category WHERE g.shop = $1 AND g.handle = $2",
        )
        .bind(shop)
        .bind(handle)
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
            "SELECT id, code, value1, value2, value3, price, compare_at, stock, photo, weight_grams, active \
             FROM skus WHERE goods = $1 ORDER BY active DESC, position, id",
        )
        .bind(&row.id)
        .fetch_all(&mut *conn)
        .await?;
        let GoodsRow { id, title, text, visible, category } = row;
        Ok(Some(Self { id, title, text, category, visible, photos, options, skus }))
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
        }
        let known: HashMap<[&str; 3], &StoredSku> = self.skus.iter().map(|sku| (sku.values(), sku)).collect();
        let mut skus: Vec<StoredSku> = entry
            .skus
            .iter()
            .map(|sku| {
                let value = |at: usize| sku.values.get(at).map(String::as_str).unwrap_or_default();
                let own = known.get(&[value(0), value(1), value(2)]);
                let kept_photo = own.and_then(|own| own.photo.clone()).filter(|_| !entry.all_photos);
                StoredSku {
                    id: own.map(|own| own.id.clone()).unwrap_or_default(),
                    code: sku.code.clone(),
                    value1: value(0).to_owned(),
                    value2: value(1).to_owned(),
                    value3: value(2).to_owned(),
                    price: sku.price.minor(),
                    compare_at: sku.compare_at.map(|amount| amount.minor()),
                    stock: sku.stock.or(own.map(|own| own.stock)).unwrap_or(0),
                    photo: sku.photo.as_ref().map(|picture| picture.hash.clone()).or(kept_photo),
                    weight_grams: sku.weight_grams,
                    active: true,
                }
            })
            .collect();
        let withdrawn = self.skus.iter().filter(|own| skus.iter().all(|sku| sku.id != own.id));
        let withdrawn: Vec<_> = withdrawn.map(|own| StoredSku { active: false, ..own.clone() }).collect();
        skus.extend(withdrawn);
        Self {
            id: self.id.clone(),
            title: entry.title.clone(),
            text: entry.text.clone(),
            category: entry.category.clone(),
            visible: entry.visible.unwrap_or(self.id.is_empty() || self.visible),
            photos,
            options: entry
                .options
                .iter()
                .map(|option| (option.name.clone(), option.values.clone()))
                .collect(),
            skus,
        }
    }

    /// Replaces the photos; their pictures must be known already.
    pub async fn write_photos(&self, conn: &mut Conn, goods: &str) -> Result<(), Failure> {
        sqlx::query("DELETE FROM goods_photos WHERE goods = $1").bind(goods).execute(&mut *conn).await?;
        for ((photo, alt), at) in self.photos.iter().zip(0_i64..) {
            sqlx::query("INSERT INTO goods_photos (goods, position, photo, alt) VALUES ($1, $2, $3, $4)")
                .bind(goods)
                .bind(at)
                .bind(photo)
                .bind(alt)
                .execute(&mut *conn)
                .await?;
        }
        Ok(())
    }

    /// Replaces the options and their values.
    pub async fn write_options(&self, conn: &mut Conn, goods: &str) -> Result<(), Failure> {
        sqlx::query("DELETE FROM option_values WHERE goods = $1").bind(goods).execute(&mut *conn).await?;
        sqlx::query("DELETE FROM options WHERE goods = $1").bind(goods).execute(&mut *conn).await?;
        for ((name, values), at) in self.options.iter().zip(0_i64..) {
            sqlx::query("INSERT INTO options (goods, position, name) VALUES ($1, $2, $3)")
                .bind(goods)
                .bind(at)
                .bind(name)
                .execute(&mut *conn)
                .await?;
            for (value, place) in values.iter().zip(0_i64..) {
                sqlx::query(
                    "INSERT INTO option_values (goods, option, position, value) VALUES ($1, $2, $3, $4)",
                )
                .bind(goods)
                .bind(at)
                .bind(place)
                .bind(value)
                .execute(&mut *conn)
                .await?;
            }
        }
        Ok(())
    }

    /// Adds new skus and brings the others up to date, all in their order.
    pub async fn write_skus(&self, conn: &mut Conn, shop: i64, goods: &str) -> Result<(), Failure> {
        for (sku, at) in self.skus.iter().zip(0_i64..) {
            let id = if sku.id.is_empty() { mint::id()? } else { sku.id.clone() };
            sqlx::query(
                "INSERT INTO skus (id, goods, shop, position, code, value1, value2, value3, price, compare_at, stock, \
                 photo, weight_grams, active) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
                 ON CONFLICT (id) DO UPDATE SET position = excluded.position, code = excluded.code, \
                 price = excluded.price, compare_at = excluded.compare_at, stock = excluded.stock, \
                 photo = excluded.photo, weight_grams = excluded.weight_grams, active = excluded.active",
            )
            .bind(id)
            .bind(goods)
            .bind(shop)
            .bind(at)
            .bind(&sku.code)
            .bind(&sku.value1)
            .bind(&sku.value2)
            .bind(&sku.value3)
            .bind(sku.price)
            .bind(sku.compare_at)
            .bind(sku.stock)
            .bind(&sku.photo)
            .bind(sku.weight_grams)
            .bind(sku.active)
            .execute(&mut *conn)
            .await?;
        }
        Ok(())
    }
}
