//! What the buyer has chosen of one product: values, pieces, and what could not be had.

use minishop_core::{Goods, Pick, Quantity, Sku, ValueState};

/// A value that was tapped and is not to be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub option: usize,
    pub value: String,
    pub state: ValueState,
}

/// The choice so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pick: Pick,
    quantity: Quantity,
    pub refused: Option<Refused>,
}

impl Choice {
    /// Nothing chosen, one piece.
    pub fn new(goods: &Goods) -> Self {
        Self { pick: Pick::new(goods), quantity: Quantity::ONE, refused: None }
    }

    /// A tap on a value: chooses it, takes it back, or says why it cannot be had.
    pub fn tap(&mut self, goods: &Goods, option: usize, value: &str) {
        self.refused = match self.state(goods, option, value) {
            state if state == ValueState::Free || self.pick.chosen(option) == Some(value) => None,
            state => Some(Refused { option, value: value.to_owned(), state }),
        };
        self.pick.toggle(goods, option, value);
        self.count(goods, self.quantity.get());
    }

    /// What the value is, given the other options' choices.
    pub fn state(&self, goods: &Goods, option: usize, value: &str) -> ValueState {
        self.pick.state(goods, option, value)
    }

    /// The value chosen in that option.
    pub fn chosen(&self, option: usize) -> Option<&str> {
        self.pick.chosen(option)
    }

    /// The first option still open.
    pub fn missing(&self) -> Option<usize> {
        self.pick.missing()
    }

    /// The one sku all choices lead to.
    pub fn sku<'g>(&self, goods: &'g Goods) -> Option<&'g Sku> {
        self.pick.sku(goods)
    }

    /// Pieces that can be had: of the chosen sku, else of all together.
    pub fn left(&self, goods: &Goods) -> u32 {
        match self.sku(goods) {
            Some(sku) => sku.left,
            None => goods.skus().iter().fold(0, |sum, sku| sum.saturating_add(sku.left)),
        }
    }

    /// The most pieces that may be asked for, 1 at least.
    pub fn most(&self, goods: &Goods) -> u32 {
        self.left(goods).clamp(1, Quantity::MAX)
    }

    /// Pieces asked for.
    pub fn quantity(&self) -> Quantity {
        self.quantity
    }

    /// Asks for that many pieces; what cannot be had becomes the nearest that can.
    pub fn count(&mut self, goods: &Goods, pieces: u32) {
        let near = pieces.clamp(1, self.most(goods));
        self.quantity = Quantity::new(near.into()).unwrap_or(Quantity::ONE);
    }

    /// Carries the choice over to fresh data; values that can no longer be had are open again.
    pub fn renew(&mut self, goods: &Goods) {
        let old = std::mem::replace(&mut self.pick, Pick::new(goods));
        for (at, _) in goods.options().iter().enumerate() {
            if let Some(value) = old.chosen(at)
                && self.pick.chosen(at) != Some(value)
            {
                self.pick.toggle(goods, at, value);
            }
        }
        self.refused = None;
        self.count(goods, self.quantity.get());
    }
}
