//! `POST /desk/goods/{id}/copy`: the same goods once more, to begin others from.

use super::detail::{self, DeskGoods};
use super::unknown_goods;
use crate::app::App;
use crate::catalogue::{self, Entry, Stored};
use crate::db::Conn;
use crate::desk::seller::Seller;
use crate::error::Problem;
use crate::extract::Body;
use crate::mint;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

/// What follows the title of a copy.
const MARK: &str = " (2)";

/// Nothing more is to be said.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Copies goods; the copy is hidden and comes first in the shop.
#[utoipa::path(post, path = "/desk/goods/{id}/copy", tag = "seller", request_body = Nothing, params(("id" = String, Path)),
    responses((status = 201, body = DeskGoods), (status = 401, body = Problem), (status = 404, body = Problem, description = "`unknown_goods`")))]
pub async fn post(
    State(app): State<App>,
    seller: Seller,
    Path(id): Path<String>,
    Body(Nothing {}): Body<Nothing>,
) -> Result<(StatusCode, Json<DeskGoods>), Problem> {
    Ok((
        StatusCode::CREATED,
        Json(
            app.db
                .write
                .run(move |conn: &mut Conn| Box::pin(async move { write(conn, &seller, &id).await }))
                .await?,
        ),
    ))
}

async fn write(conn: &mut Conn, seller: &Seller, id: &str) -> Result<DeskGoods, Problem> {
    let mut goods = Stored::find(conn, seller.shop, id).await?.ok_or_else(unknown_goods)?;
    goods.id = mint::id()?;
    goods.visible = false;
    let kept: String = goods.title.chars().take(Entry::MAX_TITLE - MARK.len()).collect();
    goods.title = format!("{}{MARK}", kept.trim_end());
    goods.skus.retain(|sku| !sku.withdrawn);
    goods.skus.iter_mut().for_each(|sku| sku.id.clear());
    let place = catalogue::first_place(conn, seller.shop).await?;
    catalogue::add(conn, seller.shop, &goods.id, place, &goods).await?;
    detail::find(conn, seller, &goods.id).await?.ok_or_else(unknown_goods)
}
