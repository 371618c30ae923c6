//! The cart: an impossible one cannot be built.

use crate::id::{GoodsId, SkuId};
use crate::money::{Currency, Money, MoneyError};
use core::fmt;

/// Pieces of one sku, 1–999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity(u32);

impl Quantity {
    /// One piece.
    pub const ONE: Self = Self(1);
    /// Pieces of one sku in one order at most.
    pub const MAX: u32 = 999;

    /// `None` outside 1–999.
    pub fn new(pieces: i64) -> Option<Self> {
        let pieces = u32::try_from(pieces).ok()?;
        (1..=Self::MAX).contains(&pieces).then_some(Self(pieces))
    }

    /// 1–999.
    pub fn get(self) -> u32 {
        self.0
    }
}

/// What the buyer saw when the line was put in: shown at once, offline too, and compared with the quote later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub goods: GoodsId,
    pub title: String,
    /// The option values, joined for reading; empty when there are none.
    pub choice: String,
    /// The photo's content hash.
    pub photo: Option<String>,
    pub unit: Money,
}

/// One sku in a cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub sku: SkuId,
    pub quantity: Quantity,
    pub seen: Seen,
}

/// Why something cannot go into the cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CartError {
    /// Another currency than the cart's.
    OtherCurrency,
    /// [`Cart::MAX_LINES`] different skus are in it already.
    Full,
    /// More pieces than [`Quantity::MAX`] of one sku.
    TooMany,
}

impl fmt::Display for CartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherCurrency => f.write_str("another currency than the cart's"),
            Self::Full => write!(f, "a cart holds {} different skus", Cart::MAX_LINES),
            Self::TooMany => write!(f, "at most {} pieces of one sku", Quantity::MAX),
        }
    }
}

/// Lines of one shop in one currency, each sku once, in the order they were put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cart {
    currency: Currency,
    lines: Vec<Line>,
}

impl Cart {
    /// Different skus in one cart at most.
    pub const MAX_LINES: usize = 50;

    /// An empty cart.
    pub fn new(currency: Currency) -> Self {
        Self { currency, lines: Vec::new() }
    }

    pub fn currency(&self) -> Currency {
        self.currency
    }

    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Pieces in all.
    pub fn pieces(&self) -> u32 {
        self.lines.iter().map(|line| line.quantity.get()).sum()
    }

    /// Puts a line in; a sku that is in already gains the pieces and shows the newer price.
    pub fn add(&mut self, line: Line) -> Result<(), CartError> {
        if line.seen.unit.currency() != self.currency {
            return Err(CartError::OtherCurrency);
        }
        if let Some(own) = self.lines.iter_mut().find(|own| own.sku == line.sku) {
            let pieces = i64::from(own.quantity.get()) + i64::from(line.quantity.get());
            own.quantity = Quantity::new(pieces).ok_or(CartError::TooMany)?;
            own.seen = line.seen;
            return Ok(());
        }
        if self.lines.len() >= Self::MAX_LINES {
            return Err(CartError::Full);
        }
        self.lines.push(line);
        Ok(())
    }

    /// Changes the pieces of a sku; one that is not in the cart changes nothing.
    pub fn set(&mut self, sku: &SkuId, quantity: Quantity) {
        if let Some(line) = self.lines.iter_mut().find(|line| &line.sku == sku) {
            line.quantity = quantity;
        }
    }

    /// Accepts a new price for a sku: what the buyer has now seen.
    pub fn see_price(&mut self, sku: &SkuId, unit: Money) {
        if let Some(line) = self.lines.iter_mut().find(|line| &line.sku == sku)
            && unit.currency() == self.currency
        {
            line.seen.unit = unit;
        }
    }

    /// Takes a sku out.
    pub fn remove(&mut self, sku: &SkuId) {
        self.lines.retain(|line| &line.sku != sku);
    }

    /// The sum of what the buyer saw, before delivery.
    pub fn total_seen(&self) -> Result<Money, MoneyError> {
        self.lines.iter().try_fold(Money::zero(self.currency), |sum, line| {
            sum.plus(line.seen.unit.times(line.quantity.get())?)
        })
    }
}
