//! `PATCH /desk/skus/{id}`: price and stock, changed in the list.

use super::body::amount;
use super::{DeskCard, changed};
use crate::app::App;
use crate::catalogue::Entry;
use crate::db::Conn;
use crate::desk::form::Form;
use crate::desk::seller::Seller;
use crate::error::Problem;
use crate::extract::Body;
use crate::wire::Money;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

/// What is to change; what is left out stays.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SkuChange {
    price: Option<Money>,
    /// 0–1000000.
    stock: Option<i64>,
    /// The stock that was edited: what is stored then moves by the difference, so that no sale is undone.
    stock_seen: Option<i64>,
}

/// Changes a sku's price, stock or both; two phones that change the same stock both count.
#[utoipa::path(patch, path = "/desk/skus/{id}", tag = "seller", request_body = SkuChange, params(("id" = String, Path)),
    responses((status = 200, body = DeskCard), (status = 400, body = Problem, description = "`invalid_field`"),
        (status = 401, body = Problem), (status = 404, body = Problem, description = "`unknown_sku`"),
        (status = 409, body = Problem, description = "`changed`: more were taken away than are left; with the `current` card")))]
pub async fn patch(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
    Body(change): Body<SkuChange>,
) -> Result<Json<DeskCard>, Problem> {
    let price = change.check(&seller)?;
    Ok(Json(
        app.db
            .write
            .run(move |conn: &mut Conn| {
                Box::pin(async move { change.write(conn, &seller, &id, price).await })
            })
            .await?,
    ))
}

impl SkuChange {
    /// The new price, once every field is right.
    fn check(&self, seller: &Seller) -> Result<Option<i64>, Problem> {
        let mut form = Form::default();
        let price =
            self.price.as_ref().map(|money| amount(money, seller.currency, "price", &mut form).minor());
        if let Some(price) = price {
            form.within("price", price, 0..=Entry::MAX_PRICE);
        }
        for (name, value) in [("stock", self.stock), ("stock_seen", self.stock_seen)] {
            if let Some(value) = value {
                form.within(name, value, 0..=Entry::MAX_STOCK);
            }
        }
        if self.stock.is_none() && (self.stock_seen.is_some() || self.price.is_none()) {
            form.fault("stock", "required", "What is to change?");
        }
        form.done()?;
        Ok(price)
    }

    async fn write(
        &self,
        conn: &mut Conn,
        seller: &Seller,
        id: &str,
        price: Option<i64>,
    ) -> Result<DeskCard, Problem> {
        let sku: Option<(String, i64, i64)> = sqlx::query_as(
            "SELECT goods, price, stock FROM skus WHERE id = $1 AND shop = $2 AND NOT withdrawn",
        )
        .bind(id)
        .bind(seller.shop)
        .fetch_optional(&mut *conn)
        .await?;
        let unknown = || Problem::new(StatusCode::NOT_FOUND, "unknown_sku", "This shop has no such sku.");
        let (goods, own_price, own_stock) = sku.ok_or_else(unknown)?;
        let stock = match (self.stock, self.stock_seen) {
            (Some(stock), Some(seen)) => own_stock + stock - seen,
            (stock, _) => stock.unwrap_or(own_stock),
        };
        if stock < 0 {
            return Err(changed(DeskCard::of(conn, seller, &goods).await?));
        }
        let price = price.unwrap_or(own_price);
        sqlx::query("UPDATE skus SET price = $3, stock = $4 WHERE id = $1 AND shop = $2")
            .bind(id)
            .bind(seller.shop)
            .bind(price)
            .bind(stock)
            .execute(&mut *conn)
            .await?;
        // Stock moves with every sale and is saved by difference; a price saved from an older page would be lost.
        if price != own_price {
            super::touch(conn, seller.shop, &goods).await?;
        }
        DeskCard::of(conn, seller, &goods).await
    }
}
