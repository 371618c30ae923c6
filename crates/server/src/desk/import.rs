//! `POST /desk/import`: goods from a CSV, first as a preview, then in earnest.

mod outcome;

use super::seller::Seller;
use crate::app::App;
use crate::catalogue::{self, Change};
use crate::db::Conn;
use crate::error::{Failure, Problem};
use crate::extract::sized;
use crate::import::sheet::{self, Sheet};
use crate::import::{Folder, Offer, Ready, Refusal};
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, Request, State};
use axum::http::StatusCode;
use outcome::Outcome;
use serde::Deserialize;
use tokio::sync::Semaphore;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Bytes of a file at most.
const MAX_BYTES: usize = 5_000_000;
/// Rows of a file at most.
const MAX_ROWS: usize = 10_000;
/// Goods written in one go: orders that come in wait for so many, never for the whole file.
const AT_ONCE: usize = 16;
/// Files worked on at once, of all shops.
static TURNS: Semaphore = Semaphore::const_new(2);

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(post))
}

/// What is to be done with the file.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct Wish {
    /// Without it nothing is written: the answer says what would be.
    apply: bool,
}

/// Reads a CSV, Shopify's or our own, and adds or updates goods by their handle. Goods with a broken row stay as they are;
/// all others are taken. What the file does not have a column for stays as it is.
#[utoipa::path(post, path = "/desk/import", tag = "seller", params(Wish),
    request_body(content = Vec<u8>, content_type = "text/csv", description = "UTF-8, UTF-16 or GB18030; 5 MB and 10000 rows at most"),
    responses((status = 200, body = Outcome), (status = 400, body = Problem, description = "`bad_file` with a `reason`: `not_goods` or `too_many_rows`"),
        (status = 401, body = Problem), (status = 413, body = Problem, description = "`too_large`")))]
pub async fn post(
    State(app): State<App>,
    seller: Seller,
    wish: Result<Query<Wish>, QueryRejection>,
    request: Request,
) -> Result<Json<Outcome>, Problem> {
    let Query(wish) = wish.map_err(|error| Problem::field("apply", "wrong_type", error.body_text()))?;
    let bytes = sized(request, &app, MAX_BYTES).await?;
    // On its own: once begun it is done, also when the phone goes away meanwhile.
    let work = tokio::spawn(import(app, seller, bytes, wish.apply));
    work.await.map_err(|error| Failure::Broken(error.to_string()))?.map(Json)
}

async fn import(app: App, seller: Seller, bytes: Bytes, apply: bool) -> Result<Outcome, Problem> {
    let _turn = TURNS.acquire().await.map_err(|_| Failure::Busy)?;
    let currency = seller.currency;
    let read = tokio::task::spawn_blocking(move || sheet::read(&bytes, currency)).await;
    let read = read.map_err(|error| Failure::Broken(error.to_string()))?;
    let Sheet { dialect, encoding, rows, offers } = read.map_err(|reason| bad_file("not_goods", reason))?;
    if rows > MAX_ROWS {
        return Err(bad_file("too_many_rows", format!("the file has {rows} rows, more than {MAX_ROWS}")));
    }
    let mut outcome = Outcome::of(dialect, encoding, rows);
    let mut offers = offers.into_iter();
    loop {
        let chunk: Vec<_> = offers.by_ref().take(AT_ONCE).collect();
        if chunk.is_empty() {
            return Ok(outcome);
        }
        for taken in take(&app, seller.shop, chunk, apply).await? {
            outcome.add(taken);
        }
    }
}

/// What became of each, in the file's order.
async fn take(
    app: &App,
    shop: i64,
    chunk: Vec<Result<Offer, Refusal>>,
    apply: bool,
) -> Result<Vec<Result<(Change, Ready), Refusal>>, Failure> {
    let mut ready = Vec::with_capacity(chunk.len());
    for offer in chunk {
        ready.push(match offer {
            Ok(offer) => Ok(offer.ready(&Folder::Nowhere, &app.media).await),
            Err(refusal) => Err(refusal),
        });
    }
    if apply {
        return app.db.write.run(move |conn: &mut Conn| Box::pin(write(conn, shop, ready))).await;
    }
    let mut conn = app.db.read.acquire().await?;
    let mut planned = Vec::with_capacity(ready.len());
    for ready in ready {
        planned.push(match ready {
            Ok(ready) => Ok((catalogue::plan(&mut conn, shop, &ready.entry).await?, ready)),
            Err(refusal) => Err(refusal),
        });
    }
    Ok(planned)
}

async fn write(
    conn: &mut Conn,
    shop: i64,
    chunk: Vec<Result<Ready, Refusal>>,
) -> Result<Vec<Result<(Change, Ready), Refusal>>, Failure> {
    let mut written = Vec::with_capacity(chunk.len());
    for ready in chunk {
        written.push(match ready {
            Ok(ready) => Ok((catalogue::put(conn, shop, &ready.entry).await?, ready)),
            Err(refusal) => Err(refusal),
        });
    }
    Ok(written)
}

fn bad_file(reason: &str, why: String) -> Problem {
    let detail = format!("The file cannot be read: {why}.");
    Problem::new(StatusCode::BAD_REQUEST, "bad_file", detail).with("reason", reason)
}
