//! Placing an order: exactly once, in one transaction, acknowledged after its COMMIT.

use super::body::PlaceRequest;
use super::{Order, shown};
use crate::app::App;
use crate::db::Conn;
use crate::error::{Failure, Problem};
use crate::extract::{Body, Source};
use crate::quotes::{self, Quote, Wanted};
use crate::shops::{self, ShopRow};
use crate::{clock, mint};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use minishop_core::{OrderKey, ShopNumber, Status};
use serde::Serialize;
use sqlx::Row;
use utoipa::ToSchema;

/// A placed order and the key to its link.
#[derive(Debug, Serialize, ToSchema)]
pub struct Placed {
    pub order: Order,
    /// The order's page is `/o/{token}`; nobody can read it from the database later.
    pub token: String,
}

/// Everything the transaction needs, owned.
struct Attempt {
    shop: ShopNumber,
    key_hash: String,
    body_hash: String,
    token_hash: String,
    wanted: Vec<Wanted>,
    request: PlaceRequest,
    now: i64,
}

/// Places an order, or answers with the one this key has already placed.
#[utoipa::path(post, path = "/shops/{number}/orders", tag = "buyer", request_body = PlaceRequest,
    params(("number" = String, Path, description = "Six digits"),
        ("Idempotency-Key" = String, Header, description = "22–64 of A-Z a-z 0-9 _ -, random, one per attempt to order")),
    responses((status = 201, body = Placed), (status = 200, body = Placed, description = "this key had placed it before"),
        (status = 400, body = Problem, description = "`invalid_field`, `bad_key`, `bad_json`"),
        (status = 404, body = Problem, description = "`unknown_shop`"),
        (status = 409, body = Problem, description = "`sold_out` or `price_changed`, with the new `quote`"),
        (status = 422, body = Problem, description = "`key_reused`: this key has placed another order")))]
pub async fn post(
    State(app): State<App>,
    source: Source,
    Path(number): Path<String>,
    headers: HeaderMap,
    Body(request): Body<PlaceRequest>,
) -> Result<(StatusCode, Json<Placed>), Problem> {
    let key = key(&headers)?;
    let wanted = request.check()?;
    let shop = {
        let mut conn = app.db.read.acquire().await?;
        let row = shops::admit(&app, &source, &mut conn, &number).await?;
        u32::try_from(row.number).ok().and_then(ShopNumber::new).ok_or_else(Problem::unknown_shop)?
    };
    let token = mint::order_token(&app.secret, shop, key.as_str())?;
    let canonical = serde_json::to_vec(&request).map_err(|error| Failure::Broken(error.to_string()))?;
    let attempt = Attempt {
        shop,
        key_hash: mint::hash(key.as_str()),
        body_hash: mint::hash(canonical),
        token_hash: mint::hash(&token),
        wanted,
        request,
        now: clock::now(),
    };
    let (fresh, id) = app.db.write.run(|conn: &mut Conn| Box::pin(attempt.place(conn))).await?;
    if fresh {
        metrics::counter!("minishop_orders_placed_total").increment(1);
    }
    let order = shown(&app, &id).await?;
    let status = if fresh { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(Placed { order, token })))
}

fn key(headers: &HeaderMap) -> Result<OrderKey, Problem> {
    let bad =
        |why: String| Problem::new(StatusCode::BAD_REQUEST, "bad_key", format!("Idempotency-Key {why}."));
    let value = headers.get("idempotency-key").ok_or_else(|| bad("is missing".to_owned()))?;
    let text = value.to_str().map_err(|_| bad("is not plain text".to_owned()))?;
    OrderKey::parse(text).map_err(|error| bad(error.to_string()))
}

impl Attempt {
    /// Whether it is new, and the order's id.
    async fn place(self, conn: &mut Conn) -> Result<(bool, String), Problem> {
        if let Some(id) = self.placed_before(conn).await? {
            return Ok((false, id));
        }
        let shop = shops::find(conn, self.shop).await?.ok_or_else(Problem::unknown_shop)?;
        let delivery = quotes::delivery(conn, &shop, &self.request.delivery).await?;
        if delivery.kind != "pickup" && self.request.address.is_none() {
            return Err(Problem::field("address", "required", "This delivery needs an address."));
        }
        let payment = shops::payments(conn, shop.number).await?;
        let payment = payment
            .into_iter()
            .find(|method| method.id == self.request.payment)
            .ok_or_else(|| Problem::field("payment", "unknown", "This shop has no such payment method."))?;
        let (quote, totals) = quotes::price(conn, &shop, &self.wanted, Some(&delivery)).await?;
        if let Some(short) = quote.lines.iter().find(|line| line.state != "ok") {
            return Err(sold_out(&short.sku, short.left, &quote));
        }
        if self.request.expected_total != quote.total {
            let detail = "The total has changed since the buyer saw it.";
            return Err(Problem::new(StatusCode::CONFLICT, "price_changed", detail).with("quote", quote));
        }
        self.take_stock(conn, &quote).await?;
        let id = mint::id()?;
        let cash = payment.kind == "cash_on_delivery";
        let status = if cash { Status::New } else { Status::ToPay };
        let expires_at = (!cash).then(|| self.now + shop.unpaid_minutes * 60_000);
        let code = self.free_code(conn, &shop).await?;
        let recipient = &self.request.contact;
        let address = self.request.address.as_ref().filter(|_| delivery.kind != "pickup");
        let part =
            |pick: fn(&super::body::Address) -> &String| address.map(pick).cloned().unwrap_or_default();
        sqlx::query(
            "INSERT INTO orders (id, shop, code, token_hash, status, currency, goods_total, delivery_fee, total, \
             name, phone, has_address, country, province, city, district, street, postcode, \
             delivery_kind, delivery_title, delivery_note, payment_kind, payment_title, payment_text, payment_qr, \
             note, placed_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, \
             $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28)",
        )
        .bind(&id)
        .bind(shop.number)
        .bind(code)
        .bind(&self.token_hash)
        .bind(status.word())
        .bind(&shop.currency)
        .bind(totals.goods.minor())
        .bind(totals.delivery.minor())
        .bind(totals.total.minor())
        .bind(recipient.name.trim())
        .bind(recipient.phone.trim())
        .bind(address.is_some())
        .bind(part(|address| &address.country))
        .bind(part(|address| &address.province))
        .bind(part(|address| &address.city))
        .bind(part(|address| &address.district))
        .bind(part(|address| &address.street))
        .bind(part(|address| &address.postcode))
        .bind(delivery.kind)
        .bind(delivery.title)
        .bind(delivery.note)
        .bind(payment.kind)
        .bind(payment.title)
        .bind(payment.text)
        .bind(payment.qr)
        .bind(self.request.note.trim())
        .bind(self.now)
        .bind(expires_at)
        .execute(&mut *conn)
        .await?;
        insert_lines(conn, &id, &quote).await?;
        super::act::record(conn, &id, self.now, "buyer", "place", status).await?;
        sqlx::query("INSERT INTO order_keys (shop, key_hash, body_hash, order_id) VALUES ($1, $2, $3, $4)")
            .bind(shop.number)
            .bind(&self.key_hash)
            .bind(&self.body_hash)
            .bind(&id)
            .execute(&mut *conn)
            .await?;
        Ok((true, id))
    }

    /// The order this key placed earlier; 422 when it was another one.
    async fn placed_before(&self, conn: &mut Conn) -> Result<Option<String>, Problem> {
        let row = sqlx::query("SELECT body_hash, order_id FROM order_keys WHERE shop = $1 AND key_hash = $2")
            .bind(i64::from(self.shop.value()))
            .bind(&self.key_hash)
            .fetch_optional(&mut *conn)
            .await?;
        let Some(row) = row else { return Ok(None) };
        if row.try_get::<String, _>("body_hash")? != self.body_hash {
            let detail = "This key has already placed another order; a new order needs a new key.";
            return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "key_reused", detail));
        }
        Ok(Some(row.try_get("order_id")?))
    }

    /// Takes the pieces in a fixed sku order, each only where enough are left.
    async fn take_stock(&self, conn: &mut Conn, quote: &Quote) -> Result<(), Problem> {
        let mut lines: Vec<_> = self.wanted.iter().collect();
        lines.sort_by(|one, other| one.sku.cmp(&other.sku));
        for line in lines {
            let taken =
                sqlx::query("UPDATE skus SET stock = stock - $1 WHERE id = $2 AND shop = $3 AND stock >= $1")
                    .bind(i64::from(line.quantity.get()))
                    .bind(&line.sku)
                    .bind(i64::from(self.shop.value()))
                    .execute(&mut *conn)
                    .await?;
            if taken.rows_affected() != 1 {
                return Err(sold_out(&line.sku, 0, quote));
            }
        }
        Ok(())
    }

    /// A code no other order of the shop has.
    async fn free_code(&self, conn: &mut Conn, shop: &ShopRow) -> Result<String, Problem> {
        loop {
            let code = format!("{}-{}", clock::day(self.now), mint::code()?);
            let taken: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM orders WHERE shop = $1 AND code = $2")
                .bind(shop.number)
                .bind(&code)
                .fetch_one(&mut *conn)
                .await?;
            if taken == 0 {
                return Ok(code);
            }
        }
    }
}

fn sold_out(sku: &str, left: i64, quote: &Quote) -> Problem {
    let detail = if left > 0 { format!("Only {left} left of {sku}.") } else { format!("{sku} is sold out.") };
    Problem::new(StatusCode::CONFLICT, "sold_out", detail)
        .with("sku", sku)
        .with("left", left)
        .with("quote", quote)
}

async fn insert_lines(conn: &mut Conn, id: &str, quote: &Quote) -> Result<(), Problem> {
    for (position, line) in (0_i64..).zip(&quote.lines) {
        let value = |at: usize| line.values.get(at).cloned().unwrap_or_default();
        sqlx::query(
            "INSERT INTO order_lines (order_id, position, sku, goods, title, value1, value2, value3, photo, unit, \
             quantity) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .bind(id)
        .bind(position)
        .bind(&line.sku)
        .bind(line.goods.as_deref().unwrap_or_default())
        .bind(&line.title)
        .bind(value(0))
        .bind(value(1))
        .bind(value(2))
        .bind(line.photo.as_ref().map(|photo| &photo.hash))
        .bind(line.unit.minor)
        .bind(line.quantity)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}
