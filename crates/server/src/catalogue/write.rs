//! Goods into their rows.

use super::stored::{PARKED, Stored};
use crate::clock;
use crate::db::Conn;
use crate::error::Failure;
use crate::media::Picture;
use crate::mint;

/// Adds goods that have an id of their own already, at that place in the shop. Their pictures must be known.
pub async fn add(
    conn: &mut Conn,
    shop: i64,
    handle: &str,
    place: i64,
    fresh: &Stored,
) -> Result<(), Failure> {
    let category = category(conn, shop, fresh.category.as_deref()).await?;
    sqlx::query(
        "INSERT INTO goods (id, shop, handle, category, position, title, text, search, visible, created_at, \
         updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)",
    )
    .bind(&fresh.id)
    .bind(shop)
    .bind(handle)
    .bind(category)
    .bind(place)
    .bind(&fresh.title)
    .bind(&fresh.text)
    .bind(search(fresh))
    .bind(fresh.visible)
    .bind(clock::now())
    .execute(&mut *conn)
    .await?;
    parts(conn, shop, &Stored::default(), fresh).await
}

/// The place before all others of the shop.
pub async fn first_place(conn: &mut Conn, shop: i64) -> Result<i64, Failure> {
    let first = sqlx::query_scalar("SELECT COALESCE(MIN(position), 1) - 1 FROM goods WHERE shop = $1");
    Ok(first.bind(shop).fetch_one(conn).await?)
}

/// Makes stored goods what is wanted; the version counts on. Their pictures must be known.
pub async fn update(conn: &mut Conn, shop: i64, stored: &Stored, wanted: &Stored) -> Result<(), Failure> {
    let category = category(conn, shop, wanted.category.as_deref()).await?;
    sqlx::query(
        "UPDATE goods SET category = $3, title = $4, text = $5, search = $6, visible = $7, updated_at = $8, \
         version = version + 1 WHERE id = $1 AND shop = $2",
    )
    .bind(&stored.id)
    .bind(shop)
    .bind(category)
    .bind(&wanted.title)
    .bind(&wanted.text)
    .bind(search(wanted))
    .bind(wanted.visible)
    .bind(clock::now())
    .execute(&mut *conn)
    .await?;
    parts(conn, shop, stored, wanted).await
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

/// The name of the shop's category with that id.
pub async fn category_name(conn: &mut Conn, shop: i64, id: &str) -> Result<Option<String>, Failure> {
    let name =
        sqlx::query_scalar("SELECT name FROM categories WHERE shop = $1 AND id = $2").bind(shop).bind(id);
    Ok(name.fetch_optional(conn).await?)
}

/// Makes a picture known to the database, so that rows may name it.
pub async fn picture(conn: &mut Conn, picture: &Picture) -> Result<(), Failure> {
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
async fn parts(conn: &mut Conn, shop: i64, stored: &Stored, wanted: &Stored) -> Result<(), Failure> {
    if stored.photos != wanted.photos {
        photos(conn, wanted).await?;
    }
    if stored.options != wanted.options {
        options(conn, wanted).await?;
    }
    if stored.skus != wanted.skus {
        make_room(conn, stored, wanted).await?;
        skus(conn, shop, wanted).await?;
    }
    Ok(())
}

/// Replaces the photos.
async fn photos(conn: &mut Conn, wanted: &Stored) -> Result<(), Failure> {
    sqlx::query("DELETE FROM goods_photos WHERE goods = $1").bind(&wanted.id).execute(&mut *conn).await?;
    for ((photo, alt), at) in wanted.photos.iter().zip(0_i64..) {
        sqlx::query("INSERT INTO goods_photos (goods, position, photo, alt) VALUES ($1, $2, $3, $4)")
            .bind(&wanted.id)
            .bind(at)
            .bind(photo)
            .bind(alt)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// Replaces the options and their values.
async fn options(conn: &mut Conn, wanted: &Stored) -> Result<(), Failure> {
    sqlx::query("DELETE FROM option_values WHERE goods = $1").bind(&wanted.id).execute(&mut *conn).await?;
    sqlx::query("DELETE FROM options WHERE goods = $1").bind(&wanted.id).execute(&mut *conn).await?;
    for ((name, values), at) in wanted.options.iter().zip(0_i64..) {
        sqlx::query("INSERT INTO options (goods, position, name) VALUES ($1, $2, $3)")
            .bind(&wanted.id)
            .bind(at)
            .bind(name)
            .execute(&mut *conn)
            .await?;
        for (value, place) in values.iter().zip(0_i64..) {
            sqlx::query("INSERT INTO option_values (goods, option, position, value) VALUES ($1, $2, $3, $4)")
                .bind(&wanted.id)
                .bind(at)
                .bind(place)
                .bind(value)
                .execute(&mut *conn)
                .await?;
        }
    }
    Ok(())
}

/// Skus whose values change let go of the old ones first: two may change places, and no combination stands twice.
async fn make_room(conn: &mut Conn, stored: &Stored, wanted: &Stored) -> Result<(), Failure> {
    for sku in &stored.skus {
        let moved = wanted.skus.iter().any(|other| other.id == sku.id && other.values() != sku.values());
        if moved {
            sqlx::query("UPDATE skus SET value3 = $2 WHERE id = $1")
                .bind(&sku.id)
                .bind(format!("{PARKED}{}", sku.id))
                .execute(&mut *conn)
                .await?;
        }
    }
    Ok(())
}

/// Adds new skus and brings the others up to date, all in their order.
async fn skus(conn: &mut Conn, shop: i64, wanted: &Stored) -> Result<(), Failure> {
    for (sku, at) in wanted.skus.iter().zip(0_i64..) {
        let id = if sku.id.is_empty() { mint::id()? } else { sku.id.clone() };
        sqlx::query(
            "INSERT INTO skus (id, goods, shop, position, code, value1, value2, value3, price, compare_at, stock, \
             photo, weight_grams, active, withdrawn) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
             ON CONFLICT (id) DO UPDATE SET position = excluded.position, code = excluded.code, \
             value1 = excluded.value1, value2 = excluded.value2, value3 = excluded.value3, \
             price = excluded.price, compare_at = excluded.compare_at, stock = excluded.stock, \
             photo = excluded.photo, weight_grams = excluded.weight_grams, active = excluded.active, \
             withdrawn = excluded.withdrawn",
        )
        .bind(id)
        .bind(&wanted.id)
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
        .bind(sku.withdrawn)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}
