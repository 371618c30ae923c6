//! JSON shapes that more than one resource shares.

use crate::error::Failure;
use crate::media::Picture;
use minishop_core as core;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An amount in the currency's smallest unit.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Money {
    #[schema(minimum = 0, maximum = 9_007_199_254_740_991_i64, example = 1250)]
    pub minor: i64,
    /// ISO 4217.
    #[schema(example = "CNY")]
    pub currency: String,
}

impl From<core::Money> for Money {
    fn from(money: core::Money) -> Self {
        Self { minor: money.minor(), currency: money.currency().code().to_owned() }
    }
}

/// An amount that may be below zero, in the currency's smallest unit.
#[derive(Debug, Clone, Serialize, ToSchema, PartialEq, Eq)]
pub struct Difference {
    #[schema(example = -250)]
    pub minor: i64,
    /// ISO 4217.
    #[schema(example = "CNY")]
    pub currency: String,
}

/// An amount as stored, in its shop's currency.
pub fn money(minor: i64, currency: core::Currency) -> Result<core::Money, Failure> {
    core::Money::new(minor, currency).map_err(|error| Failure::Broken(format!("an amount {error}")))
}

/// A currency as stored.
pub fn currency(code: &str) -> Result<core::Currency, Failure> {
    core::Currency::parse(code).ok_or_else(|| Failure::Broken(format!("currency {code}")))
}

/// A picture: `/media/{hash}/{width}.{webp,jpg}` with width 320, 640 or 1080.
#[derive(Debug, Clone, Serialize, ToSchema, sqlx::FromRow)]
pub struct Photo {
    /// SHA-256 of the uploaded file, 64 hex digits.
    pub hash: String,
    /// Pixels of the largest stored picture.
    pub width: i64,
    pub height: i64,
    /// The picture's main colour, `#rrggbb`: stands in its place until it has loaded.
    pub color: String,
    /// What it shows, for those who cannot see it; may be empty.
    pub alt: String,
}

impl Photo {
    /// From the columns of a LEFT JOIN on `photos`: `None` where there is no picture.
    pub fn of(
        hash: Option<String>,
        width: Option<i64>,
        height: Option<i64>,
        color: Option<String>,
        alt: &str,
    ) -> Option<Self> {
        Some(Self { hash: hash?, width: width?, height: height?, color: color?, alt: alt.to_owned() })
    }
}

impl From<&Picture> for Photo {
    fn from(picture: &Picture) -> Self {
        Self {
            hash: picture.hash.clone(),
            width: picture.width.into(),
            height: picture.height.into(),
            color: picture.color.clone(),
            alt: String::new(),
        }
    }
}

/// One page of a list; `next` is the cursor of the page after it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct List<T: ToSchema> {
    pub items: Vec<T>,
    pub next: Option<String>,
}

/// The values of the options, of three columns those in use.
pub fn values(columns: [String; 3]) -> Vec<String> {
    columns.into_iter().filter(|value| !value.is_empty()).collect()
}
