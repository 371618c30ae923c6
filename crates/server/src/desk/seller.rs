//! Who calls: the signed-in seller and the one shop that is theirs.

use super::cookie;
use crate::app::App;
use crate::clock;
use crate::error::Problem;
use crate::mint;
use crate::wire;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use minishop_core::Currency;

/// The header every write must carry. No page of another site can send it without asking first, and we never allow it.
const HEADER: &str = "minishop-desk";

/// The signed-in seller; a handler that takes one answers nobody else. Writes also need the header.
#[derive(Debug, Clone)]
pub struct Seller {
    pub id: String,
    /// The number of their shop: every query of the desk is scoped by it.
    pub shop: i64,
    /// The currency of every amount in the shop.
    pub currency: Currency,
    /// The hash under which this sign-in is stored.
    pub(super) session: String,
}

impl FromRequestParts<App> for Seller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        FromDesk::from_request_parts(parts, app).await?;
        let token = cookie::read(&parts.headers, app.https()).ok_or_else(signed_out)?;
        let session = mint::hash(token);
        let row: Option<(String, i64, String)> = sqlx::query_as(
            "SELECT s.id, h.number, h.currency FROM sessions t JOIN sellers s ON s.id = t.seller \
             JOIN shops h ON h.seller = s.id WHERE t.token_hash = $1 AND t.expires_at > $2",
        )
        .bind(&session)
        .bind(clock::now())
        .fetch_optional(&app.db.read)
        .await?;
        let (id, shop, currency) = row.ok_or_else(signed_out)?;
        Ok(Self { id, shop, currency: wire::currency(&currency)?, session })
    }
}

fn signed_out() -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, "signed_out", "Sign in first.")
}

/// Proof that a write comes from the desk itself and from no other site's page.
pub struct FromDesk;

impl FromRequestParts<App> for FromDesk {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let reads = matches!(parts.method, Method::GET | Method::HEAD);
        if reads || parts.headers.get(HEADER).is_some_and(|value| value == "1") {
            return Ok(Self);
        }
        Err(Problem::new(
            StatusCode::FORBIDDEN,
            "missing_header",
            "A write needs the header Minishop-Desk: 1.",
        ))
    }
}
