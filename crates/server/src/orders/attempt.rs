//! One attempt to order: what its buyer asked for, with all that is made before the database is asked.

use super::body::PlaceRequest;
use crate::error::{Failure, Problem};
use crate::quotes::Wanted;
use crate::{clock, mint};
use axum::http::{HeaderMap, StatusCode};
use minishop_core::{OrderKey, ShopNumber};

/// A checked request under its key.
pub struct Attempt {
    pub shop: ShopNumber,
    /// SHA-256 of the order key, of the request and of the token: what the database keeps of them.
    pub key_hash: String,
    pub body_hash: String,
    pub token_hash: String,
    /// The id the order gets.
    pub id: String,
    pub wanted: Vec<Wanted>,
    pub request: PlaceRequest,
    /// Milliseconds since 1970.
    pub now: i64,
}

impl Attempt {
    /// The attempt and the token of the order it makes, or made before.
    pub fn new(
        secret: &str,
        shop: ShopNumber,
        key: &OrderKey,
        wanted: Vec<Wanted>,
        request: PlaceRequest,
    ) -> Result<(Self, String), Failure> {
        let token = mint::order_token(secret, shop, key.as_str())?;
        let canonical = serde_json::to_vec(&request).map_err(|error| Failure::Broken(error.to_string()))?;
        let attempt = Self {
            shop,
            key_hash: mint::hash(key.as_str()),
            body_hash: mint::hash(canonical),
            token_hash: mint::hash(&token),
            id: mint::id()?,
            wanted,
            request,
            now: clock::now(),
        };
        Ok((attempt, token))
    }

    /// The shop's number as stored.
    pub fn number(&self) -> i64 {
        self.shop.value().into()
    }
}

/// The order key of a request.
pub fn key(headers: &HeaderMap) -> Result<OrderKey, Problem> {
    let bad =
        |why: String| Problem::new(StatusCode::BAD_REQUEST, "bad_key", format!("Idempotency-Key {why}."));
    let value = headers.get("idempotency-key").ok_or_else(|| bad("is missing".to_owned()))?;
    let text = value.to_str().map_err(|_| bad("is not plain text".to_owned()))?;
    OrderKey::parse(text).map_err(|error| bad(error.to_string()))
}
