//! One product with its options and skus, built only whole and consistent.

use crate::id::{GoodsId, SkuId};
use crate::money::{Currency, Money};
use core::fmt;

/// Options of one goods item at most, as in the common exchange format (Shopify's CSV has three).
pub const MAX_OPTIONS: usize = 3;
/// Skus of one goods item at most.
pub const MAX_SKUS: usize = 250;

/// A way goods differ, such as «Size», with its values in the seller's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoodsOption {
    pub name: String,
    pub values: Vec<String>,
}

/// One buyable combination of option values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sku {
    pub id: SkuId,
    /// One value for each option, in the options' order.
    pub values: Vec<String>,
    pub price: Money,
    /// Pieces left to sell.
    pub left: u32,
}

/// Why goods cannot be built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GoodsError {
    NoSku,
    TooManySkus,
    TooManyOptions,
    /// The option's name stands twice or is empty.
    BadOption(String),
    /// The sku has not exactly one listed value for each option.
    BadValues(SkuId),
    /// Two skus with the same values.
    SameValues(SkuId),
    /// A price in another currency than the shop's.
    OtherCurrency(SkuId),
}

impl fmt::Display for GoodsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSku => f.write_str("goods need at least one sku"),
            Self::TooManySkus => write!(f, "more than {MAX_SKUS} skus"),
            Self::TooManyOptions => write!(f, "more than {MAX_OPTIONS} options"),
            Self::BadOption(name) => write!(f, "the option «{name}» is empty or stands twice"),
            Self::BadValues(sku) => write!(f, "sku {sku} has not one value for each option"),
            Self::SameValues(sku) => write!(f, "sku {sku} repeats the values of another"),
            Self::OtherCurrency(sku) => write!(f, "sku {sku} has a price in another currency"),
        }
    }
}

/// A product: its skus cover some of the options' combinations, never one twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goods {
    id: GoodsId,
    options: Vec<GoodsOption>,
    skus: Vec<Sku>,
}

impl Goods {
    /// Checks every rule; the first broken one is the error.
    pub fn new(
        id: GoodsId,
        currency: Currency,
        options: Vec<GoodsOption>,
        skus: Vec<Sku>,
    ) -> Result<Self, GoodsError> {
        if skus.is_empty() {
            return Err(GoodsError::NoSku);
        }
        if skus.len() > MAX_SKUS {
            return Err(GoodsError::TooManySkus);
        }
        if options.len() > MAX_OPTIONS {
            return Err(GoodsError::TooManyOptions);
        }
        for (at, option) in options.iter().enumerate() {
            let twice = options[..at].iter().any(|other| other.name == option.name);
            if twice || option.name.is_empty() || option.values.is_empty() {
                return Err(GoodsError::BadOption(option.name.clone()));
            }
        }
        for (at, sku) in skus.iter().enumerate() {
            let listed = sku.values.iter().zip(&options).all(|(value, option)| option.values.contains(value));
            if sku.values.len() != options.len() || !listed {
                return Err(GoodsError::BadValues(sku.id.clone()));
            }
            if skus[..at].iter().any(|other| other.values == sku.values) {
                return Err(GoodsError::SameValues(sku.id.clone()));
            }
            if sku.price.currency() != currency {
                return Err(GoodsError::OtherCurrency(sku.id.clone()));
            }
        }
        Ok(Self { id, options, skus })
    }

    pub fn id(&self) -> &GoodsId {
        &self.id
    }

    pub fn options(&self) -> &[GoodsOption] {
        &self.options
    }

    pub fn skus(&self) -> &[Sku] {
        &self.skus
    }

    /// The lowest and the highest price.
    pub fn prices(&self) -> (Money, Money) {
        let mut low = self.skus[0].price;
        let mut high = low;
        for sku in &self.skus {
            if sku.price.minor() < low.minor() {
                low = sku.price;
            }
            if sku.price.minor() > high.minor() {
                high = sku.price;
            }
        }
        (low, high)
    }

    /// No sku has a piece left.
    pub fn sold_out(&self) -> bool {
        self.skus.iter().all(|sku| sku.left == 0)
    }
}
