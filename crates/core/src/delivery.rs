//! What delivery costs, where it does not go, and what an order comes to.

use crate::cart::Quantity;
use crate::money::{Currency, Money, MoneyError};

/// How goods come to the buyer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// One fee for any parcel, free from a goods total on.
    Flat { fee: Money, free_over: Option<Money> },
    /// A fee by the parcel's weight, free from a goods total on.
    Weight { steps: Steps, free_over: Option<Money> },
    /// The buyer comes for it; no address is needed.
    Pickup,
}

/// A parcel of up to so many grams costs that fee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// 1–[`Steps::MAX_GRAMS`].
    pub grams: u32,
    pub fee: Money,
}

/// 1–20 steps, each heavier than the one before. What weighs more than the last is not delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps(Vec<Step>);

/// Why goods cannot come so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It does not go there.
    Region,
    /// The parcel is heavier than the last step.
    Weight,
}

impl Steps {
    /// Steps of one delivery at most.
    pub const MAX: usize = 20;
    /// A step weighs a ton at most.
    pub const MAX_GRAMS: u32 = 1_000_000;

    /// `None` where there are none or too many, where one weighs nothing or too much, or where they do not ascend.
    pub fn new(steps: Vec<Step>) -> Option<Self> {
        let good = |step: &Step| (1..=Self::MAX_GRAMS).contains(&step.grams);
        let ascending = steps.windows(2).all(|pair| pair[0].grams < pair[1].grams);
        let fits = (1..=Self::MAX).contains(&steps.len()) && ascending && steps.iter().all(good);
        fits.then_some(Self(steps))
    }

    /// The fee of the first step that holds the parcel; `None` where it is too heavy for the last.
    pub fn fee(&self, grams: u64) -> Option<Money> {
        self.0.iter().find(|step| grams <= u64::from(step.grams)).map(|step| step.fee)
    }
}

impl Delivery {
    /// The fee for goods of that total and weight; `None` where the parcel is too heavy.
    pub fn fee(&self, goods_total: Money, grams: u64) -> Option<Money> {
        let (fee, free_over) = match self {
            Self::Pickup => (Money::zero(goods_total.currency()), &None),
            Self::Flat { fee, free_over } => (*fee, free_over),
            Self::Weight { steps, free_over } => (steps.fee(grams)?, free_over),
        };
        let free = free_over.is_some_and(|limit| goods_total.minor() >= limit.minor());
        Some(if free { Money::zero(goods_total.currency()) } else { fee })
    }
}

impl Refused {
    /// The word used in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Weight => "weight",
        }
    }
}

/// The amounts of a quote or an order; `total` = goods + delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    pub goods: Money,
    pub delivery: Money,
    pub total: Money,
    /// The delivery takes no parcel of that weight; its fee is not in the total then.
    pub too_heavy: bool,
}

impl Totals {
    /// Adds lines of (unit price, grams of one piece, pieces) and the delivery's fee.
    pub fn of(
        currency: Currency,
        lines: impl IntoIterator<Item = (Money, u32, Quantity)>,
        delivery: Option<&Delivery>,
    ) -> Result<Self, MoneyError> {
        let mut goods = Money::zero(currency);
        let mut grams = 0;
        for (unit, weight, quantity) in lines {
            goods = goods.plus(unit.times(quantity.get())?)?;
            grams += u64::from(weight) * u64::from(quantity.get());
        }
        let nothing = Money::zero(currency);
        let fee = delivery.map_or(Some(nothing), |delivery| delivery.fee(goods, grams));
        let delivery = fee.unwrap_or(nothing);
        Ok(Self { goods, delivery, total: goods.plus(delivery)?, too_heavy: fee.is_none() })
    }
}
