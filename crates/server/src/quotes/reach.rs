//! Whether what is priced can also come to the buyer: the region it goes to, and the seller's holiday.

use super::Quote;
use crate::error::Problem;
use crate::orders::body::Address;
use crate::shops::{Delivery, ShopRow};
use axum::http::StatusCode;
use minishop_core::recipient::MAX_PART;
use minishop_core::{Refused, Region};
use serde::Deserialize;
use utoipa::ToSchema;

/// Where goods are to go, as the buyer wrote it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionRequest {
    /// Two letters or a name; empty for the shop's own.
    pub country: String,
    /// Or state, or a city where the buyer named no province; may be empty.
    pub province: String,
}

impl RegionRequest {
    /// As the core compares it.
    pub fn read(&self, shop: &ShopRow) -> Result<Region, Problem> {
        for (part, text) in [("country", &self.country), ("province", &self.province)] {
            if text.chars().count() > MAX_PART {
                let message = format!("A {part} has at most {MAX_PART} characters.");
                return Err(Problem::field(format!("region.{part}"), "too_long", message));
            }
        }
        Ok(Region::read(&self.country, &self.province, shop.home()))
    }
}

impl Address {
    /// Where it is, as far as a delivery asks: a province that was left out is known by its city.
    fn region(&self, shop: &ShopRow) -> Region {
        let province = if self.province.trim().is_empty() { &self.city } else { &self.province };
        Region::read(&self.country, province, shop.home())
    }
}

impl Quote {
    /// Looks whether the delivery goes there.
    pub fn send(&mut self, delivery: &Delivery, place: &Region) {
        if delivery.excludes(place) {
            self.delivery_refused = Some(Refused::Region.word());
            self.orderable = false;
        }
    }

    /// 409 `not_delivered` where an order with this delivery to this address could not arrive.
    pub fn must_arrive(
        mut self,
        shop: &ShopRow,
        delivery: &Delivery,
        address: Option<&Address>,
    ) -> Result<Self, Problem> {
        if let Some(address) = address {
            self.send(delivery, &address.region(shop));
        }
        let Some(reason) = self.delivery_refused else { return Ok(self) };
        let detail = "This delivery does not take these goods there.";
        let refusal = Problem::new(StatusCode::CONFLICT, "not_delivered", detail);
        Err(refusal.with("reason", reason).with("quote", self))
    }
}

/// 409 `on_holiday` while the shop takes no orders.
pub fn open_for_orders(shop: &ShopRow) -> Result<(), Problem> {
    if !shop.holiday {
        return Ok(());
    }
    let detail = "The shop is on holiday and takes no orders.";
    Err(Problem::new(StatusCode::CONFLICT, "on_holiday", detail).with("back_on", &shop.back_on))
}
