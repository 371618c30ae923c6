//! What delivery costs and what an order comes to.

use crate::cart::Quantity;
use crate::money::{Currency, Money, MoneyError};

/// How goods come to the buyer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// One fee for any parcel, free from a goods total on.
    Flat { fee: Money, free_over: Option<Money> },
    /// The buyer comes for it; no address is needed.
    Pickup,
}

impl Delivery {
    /// The fee for goods of that total.
    pub fn fee(self, goods_total: Money) -> Money {
        match self {
            Self::Pickup => Money::zero(goods_total.currency()),
            Self::Flat { free_over: Some(limit), .. } if goods_total.minor() >= limit.minor() => {
                Money::zero(goods_total.currency())
            }
            Self::Flat { fee, .. } => fee,
        }
    }

    /// Whether an address must be known.
    pub fn needs_address(self) -> bool {
        self != Self::Pickup
    }
}

/// The amounts of a quote or an order; `total` = goods + delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    pub goods: Money,
    pub delivery: Money,
    pub total: Money,
}

impl Totals {
    /// Adds lines of (unit price, pieces) and the delivery's fee.
    pub fn of(
        currency: Currency,
        lines: impl IntoIterator<Item = (Money, Quantity)>,
        delivery: Option<Delivery>,
    ) -> Result<Self, MoneyError> {
        let mut goods = Money::zero(currency);
        for (unit, quantity) in lines {
            goods = goods.plus(unit.times(quantity.get())?)?;
        }
        let delivery = delivery.map_or(Money::zero(currency), |delivery| delivery.fee(goods));
        Ok(Self { goods, delivery, total: goods.plus(delivery)? })
    }
}
