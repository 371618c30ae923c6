//! How goods can come from a shop.

use super::shop::money;
use crate::json::At;
use minishop_core::Money;

/// How goods can come.
#[derive(Clone, PartialEq, Debug)]
pub struct DeliveryMethod {
    pub id: String,
    pub title: String,
    pub note: String,
    pub kind: DeliveryKind,
    /// By weight: the lowest fee.
    pub fee: Money,
    /// Goods total from which the fee falls away.
    pub free_over: Option<Money>,
    /// Days until it arrives, at least and at most.
    pub days: Option<[u32; 2]>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum DeliveryKind {
    Flat,
    /// The server knows what the goods weigh: its quote has the fee.
    Weight,
    Pickup,
}

impl DeliveryMethod {
    pub(super) fn read(at: &At) -> Self {
        let kind = |word: &str| match word {
            "flat" => Some(DeliveryKind::Flat),
            "weight" => Some(DeliveryKind::Weight),
            "pickup" => Some(DeliveryKind::Pickup),
            _ => None,
        };
        Self {
            id: at.text("id"),
            title: at.text("title"),
            note: at.text_or_empty("note"),
            kind: at.parsed("kind", kind, "flat"),
            fee: at.part("fee", money),
            free_over: at.part_opt("free_over", money),
            days: at.has("days_min").then(|| [at.count("days_min"), at.count("days_max")]),
        }
    }

    /// The fee for goods of that total; by weight the lowest.
    pub fn fee(&self, goods: Money) -> Money {
        let free = self.free_over.is_some_and(|limit| goods.minor() >= limit.minor());
        if free || self.kind == DeliveryKind::Pickup { Money::zero(goods.currency()) } else { self.fee }
    }
}
