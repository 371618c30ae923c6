//! A shop's ways of delivery, with their weights and the places they do not go to.

use super::{DeliveryMethod, ShopRow};
use crate::error::Failure;
use crate::wire::{self, Money};
use minishop_core as core;
use minishop_core::{Currency, Region, Steps};
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, SqliteConnection};
use utoipa::ToSchema;

/// A delivery method as stored.
#[derive(Debug, Clone, FromRow)]
pub struct Delivery {
    pub id: String,
    /// `flat`, `weight` or `pickup`.
    pub kind: String,
    pub title: String,
    pub note: String,
    pub fee: i64,
    pub free_over: Option<i64>,
    pub days_min: Option<i64>,
    pub days_max: Option<i64>,
    /// Of `weight` alone: grams and fee, ascending.
    #[sqlx(skip)]
    pub steps: Vec<(i64, i64)>,
    #[sqlx(skip)]
    pub exclusions: Vec<Exclusion>,
}

/// Where a delivery does not go: a country, or one province of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema, FromRow)]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// ISO 3166, two letters.
    #[schema(example = "CN")]
    pub country: String,
    /// Empty for the whole country.
    pub province: String,
}

/// A parcel of up to so many grams costs that fee.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliveryStep {
    pub grams: i64,
    pub fee: Money,
}

/// The shop's delivery methods in its own order.
pub async fn deliveries(conn: &mut SqliteConnection, shop: i64) -> Result<Vec<Delivery>, Failure> {
    let query = "SELECT id, kind, title, note, fee, free_over, days_min, days_max FROM deliveries \
         WHERE shop = $1 ORDER BY position";
    let mut methods: Vec<Delivery> = sqlx::query_as(query).bind(shop).fetch_all(&mut *conn).await?;
    if methods.iter().any(|method| method.kind == "weight") {
        let steps: Vec<(String, i64, i64)> = sqlx::query_as(
            "SELECT s.delivery, s.grams, s.fee FROM delivery_steps s JOIN deliveries d ON d.id = s.delivery \
             WHERE d.shop = $1 ORDER BY s.grams",
        )
        .bind(shop)
        .fetch_all(&mut *conn)
        .await?;
        for (delivery, grams, fee) in steps {
            if let Some(method) = methods.iter_mut().find(|method| method.id == delivery) {
                method.steps.push((grams, fee));
            }
        }
    }
    let places: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT x.delivery, x.country, x.province FROM delivery_exclusions x \
         JOIN deliveries d ON d.id = x.delivery WHERE d.shop = $1 ORDER BY x.country, x.province",
    )
    .bind(shop)
    .fetch_all(conn)
    .await?;
    for (delivery, country, province) in places {
        if let Some(method) = methods.iter_mut().find(|method| method.id == delivery) {
            method.exclusions.push(Exclusion { country, province });
        }
    }
    Ok(methods)
}

impl Exclusion {
    /// As the core compares it.
    pub fn region(&self) -> Region {
        Region::read(&self.country, &self.province, "")
    }
}

impl Delivery {
    /// As the core prices it.
    pub fn priced(&self, currency: Currency) -> Result<core::Delivery, Failure> {
        let free_over = self.free_over.map(|minor| wire::money(minor, currency)).transpose()?;
        match self.kind.as_str() {
            "pickup" => Ok(core::Delivery::Pickup),
            "flat" => Ok(core::Delivery::Flat { fee: wire::money(self.fee, currency)?, free_over }),
            "weight" => {
                let step = |(grams, fee): &(i64, i64)| -> Result<core::Step, Failure> {
                    let grams = u32::try_from(*grams).unwrap_or(0);
                    Ok(core::Step { grams, fee: wire::money(*fee, currency)? })
                };
                let steps = self.steps.iter().map(step).collect::<Result<_, _>>()?;
                let steps = Steps::new(steps).ok_or_else(|| Failure::Broken("delivery steps".to_owned()))?;
                Ok(core::Delivery::Weight { steps, free_over })
            }
            other => Err(Failure::Broken(format!("delivery kind {other}"))),
        }
    }

    /// Whether it does not go there.
    pub fn excludes(&self, place: &Region) -> bool {
        self.exclusions.iter().any(|own| own.region().covers(place))
    }

    /// The steps with their amounts, as buyers and sellers see them.
    pub fn shown_steps(&self, currency: Currency) -> Result<Vec<DeliveryStep>, Failure> {
        let step = |(grams, fee): &(i64, i64)| {
            Ok(DeliveryStep { grams: *grams, fee: wire::money(*fee, currency)?.into() })
        };
        self.steps.iter().map(step).collect()
    }

    /// As buyers see it.
    pub fn shown(self, currency: Currency) -> Result<DeliveryMethod, Failure> {
        let lowest = self.steps.iter().map(|(_, fee)| *fee).min();
        Ok(DeliveryMethod {
            steps: self.shown_steps(currency)?,
            fee: wire::money(lowest.unwrap_or(self.fee), currency)?.into(),
            free_over: self.free_over.map(|minor| wire::money(minor, currency)).transpose()?.map(Into::into),
            days_min: self.days_min,
            days_max: self.days_max,
            id: self.id,
            kind: self.kind,
            title: self.title,
            note: self.note,
        })
    }
}

impl ShopRow {
    /// The country that an address without one is in; empty where nobody knows it.
    pub fn home(&self) -> &'static str {
        if self.locale == "zh" { "CN" } else { "" }
    }
}
