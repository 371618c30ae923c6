//! Publishing goods, and saving them again.

use super::body::{GoodsBody, MAX_BODY};
use super::detail::{self, DeskGoods};
use super::{changed, unknown_goods};
use crate::app::App;
use crate::catalogue::{self, Entry, Stored};
use crate::db::Conn;
use crate::desk::form::Form;
use crate::desk::seller::Seller;
use crate::error::{Failure, Problem};
use crate::extract::Body;
use crate::mint;
use crate::orders::attempt::key;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};

/// A checked request on its way to the writer.
struct Draft {
    seller: Seller,
    entry: Entry,
    /// A category's id.
    category: Option<String>,
    form: Form,
}

/// Publishes goods, or answers with those this key has published already. New goods come first in the shop.
#[utoipa::path(post, path = "/desk/goods", tag = "seller", request_body = GoodsBody,
    params(("Idempotency-Key" = String, Header, description = "22–64 of A-Z a-z 0-9 _ -, random, one per goods item")),
    responses((status = 201, body = DeskGoods), (status = 200, body = DeskGoods, description = "this key had published them before"),
        (status = 400, body = Problem, description = "`invalid_field`, `bad_key`"), (status = 401, body = Problem),
        (status = 404, body = Problem, description = "`unknown_goods`: what this key published was deleted"),
        (status = 422, body = Problem, description = "`key_reused`: this key has published other goods")))]
pub async fn post(
    State(app): State<App>,
    seller: Seller,
    headers: HeaderMap,
    Body(body): Body<GoodsBody, MAX_BODY>,
) -> Result<(StatusCode, Json<DeskGoods>), Problem> {
    let key_hash = mint::hash(key(&headers)?.as_str());
    let canonical = serde_json::to_vec(&body).map_err(|error| Failure::Broken(error.to_string()))?;
    let mut draft = Draft::of(&app, seller, &mint::id()?, &body).await?;
    if body.version.is_some() {
        draft.form.fault("version", "unknown", "New goods have no version yet.");
    }
    let attempt = Publish { key_hash, body_hash: mint::hash(canonical), draft };
    let (status, goods) = app.db.write.run(move |conn: &mut Conn| Box::pin(attempt.run(conn))).await?;
    Ok((status, Json(goods)))
}

/// Saves goods whole. A sku without an id is the one with its values, or new; one left out is withdrawn.
#[utoipa::path(put, path = "/desk/goods/{id}", tag = "seller", request_body = GoodsBody, params(("id" = String, Path)),
    responses((status = 200, body = DeskGoods), (status = 400, body = Problem, description = "`invalid_field`"),
        (status = 401, body = Problem), (status = 404, body = Problem, description = "`unknown_goods`"),
        (status = 409, body = Problem, description = "`changed`, with the `current` goods")))]
pub async fn put(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
    Body(body): Body<GoodsBody, MAX_BODY>,
) -> Result<Json<DeskGoods>, Problem> {
    let mut draft = Draft::of(&app, seller, &id, &body).await?;
    if body.version.is_none() {
        draft.form.fault("version", "required", "Which version was edited?");
    }
    let version = body.version;
    Ok(Json(
        app.db
            .write
            .run(move |conn: &mut Conn| Box::pin(async move { draft.save(conn, &id, version).await }))
            .await?,
    ))
}

impl Draft {
    async fn of(app: &App, seller: Seller, handle: &str, body: &GoodsBody) -> Result<Self, Failure> {
        let (entry, form) = body.entry(handle, seller.currency, &app.media).await?;
        Ok(Self { seller, entry, category: body.category.clone(), form })
    }

    /// Adds what only the shop's rows can tell: the category, and the skus that are meant.
    async fn check(&mut self, conn: &mut Conn, stored: &Stored) -> Result<(), Problem> {
        if let Some(category) = &self.category {
            self.entry.category = catalogue::category_name(conn, self.seller.shop, category).await?;
            if self.entry.category.is_none() {
                self.form.fault("category", "unknown", "There is no such category.");
            }
        }
        for (at, sku) in self.entry.skus.iter().enumerate() {
            let Some(id) = &sku.id else { continue };
            let path = format!("skus[{at}].id");
            if !stored.skus.iter().any(|own| own.id == *id) {
                self.form.fault(path, "unknown", "These goods have no such sku.");
            } else if self.entry.skus[..at].iter().any(|other| other.id == sku.id) {
                self.form.fault(path, "duplicate", "The sku stands twice.");
            }
        }
        std::mem::take(&mut self.form).done()
    }

    async fn save(mut self, conn: &mut Conn, id: &str, version: Option<i64>) -> Result<DeskGoods, Problem> {
        let shop = self.seller.shop;
        let stored = Stored::find(conn, shop, id).await?.ok_or_else(unknown_goods)?;
        if version.is_some_and(|version| version != stored.version) {
            return Err(changed(self.current(conn, id).await?));
        }
        self.check(conn, &stored).await?;
        let wanted = stored.with(&self.entry);
        if wanted.is_short() {
            return Err(changed(self.current(conn, id).await?));
        }
        if wanted != stored {
            for picture in self.entry.pictures() {
                catalogue::picture(conn, picture).await?;
            }
            catalogue::update(conn, shop, &stored, &wanted).await?;
        }
        self.current(conn, id).await
    }

    async fn current(&self, conn: &mut Conn, id: &str) -> Result<DeskGoods, Problem> {
        detail::find(conn, &self.seller, id).await?.ok_or_else(unknown_goods)
    }
}

/// One attempt to publish.
struct Publish {
    key_hash: String,
    body_hash: String,
    draft: Draft,
}

impl Publish {
    async fn run(mut self, conn: &mut Conn) -> Result<(StatusCode, DeskGoods), Problem> {
        let shop = self.draft.seller.shop;
        if let Some(id) = self.published_before(conn, shop).await? {
            return Ok((StatusCode::OK, self.draft.current(conn, &id).await?));
        }
        self.draft.check(conn, &Stored::default()).await?;
        let entry = &self.draft.entry;
        for picture in entry.pictures() {
            catalogue::picture(conn, picture).await?;
        }
        let fresh = Stored { id: entry.handle.clone(), ..Stored::default().with(entry) };
        let place = catalogue::first_place(conn, shop).await?;
        catalogue::add(conn, shop, &entry.handle, place, &fresh).await?;
        sqlx::query("INSERT INTO goods_keys (shop, key_hash, body_hash, goods) VALUES ($1, $2, $3, $4)")
            .bind(shop)
            .bind(&self.key_hash)
            .bind(&self.body_hash)
            .bind(&fresh.id)
            .execute(&mut *conn)
            .await?;
        Ok((StatusCode::CREATED, self.draft.current(conn, &fresh.id).await?))
    }

    /// The goods this key published earlier; 422 when they were others.
    async fn published_before(&self, conn: &mut Conn, shop: i64) -> Result<Option<String>, Problem> {
        let row: Option<(String, String)> =
            sqlx::query_as("SELECT body_hash, goods FROM goods_keys WHERE shop = $1 AND key_hash = $2")
                .bind(shop)
                .bind(&self.key_hash)
                .fetch_optional(conn)
                .await?;
        match row {
            Some((body, goods)) if body == self.body_hash => Ok(Some(goods)),
            Some(_) => {
                let detail = "This key has already published other goods; new goods need a new key.";
                Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "key_reused", detail))
            }
            None => Ok(None),
        }
    }
}
