//! Choosing option values until one sku is left, never offering what cannot be bought.

use crate::goods::{Goods, Sku};

/// What a value is, given the values chosen in the *other* options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueState {
    /// At least one sku with it can be bought.
    Free,
    /// Such skus exist, all sold out.
    SoldOut,
    /// No such combination exists.
    Impossible,
}

/// The values chosen so far: one slot for each option of the goods it was made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    chosen: Vec<Option<String>>,
}

impl Pick {
    /// Nothing chosen, but options with a single possible value decide themselves.
    pub fn new(goods: &Goods) -> Self {
        let chosen = goods.options().iter().map(|option| match option.values.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        });
        Self { chosen: chosen.collect() }
    }

    /// The choice that names this sku.
    pub fn of(sku: &Sku) -> Self {
        Self { chosen: sku.values.iter().cloned().map(Some).collect() }
    }

    /// The value chosen in that option.
    pub fn chosen(&self, option: usize) -> Option<&str> {
        self.chosen.get(option)?.as_deref()
    }

    /// Chooses a value, or takes it back when it was the chosen one; a value that is not [`ValueState::Free`] changes
    /// nothing.
    pub fn toggle(&mut self, goods: &Goods, option: usize, value: &str) {
        if self.chosen(option) == Some(value) {
            self.chosen[option] = None;
        } else if option < self.chosen.len() && self.state(goods, option, value) == ValueState::Free {
            self.chosen[option] = Some(value.to_owned());
        }
    }

    /// What `value` of `option` is, given the other options' choices.
    pub fn state(&self, goods: &Goods, option: usize, value: &str) -> ValueState {
        let mut state = ValueState::Impossible;
        for sku in goods.skus().iter().filter(|sku| self.fits(sku, option, value)) {
            if sku.left > 0 {
                return ValueState::Free;
            }
            state = ValueState::SoldOut;
        }
        state
    }

    /// The one sku all choices lead to, sold out or not.
    pub fn sku<'g>(&self, goods: &'g Goods) -> Option<&'g Sku> {
        let all: Option<Vec<&str>> = self.chosen.iter().map(Option::as_deref).collect();
        let all = all?;
        goods.skus().iter().find(|sku| sku.values.iter().map(String::as_str).eq(all.iter().copied()))
    }

    /// The first option still open.
    pub fn missing(&self) -> Option<usize> {
        self.chosen.iter().position(Option::is_none)
    }

    fn fits(&self, sku: &Sku, option: usize, value: &str) -> bool {
        sku.values.iter().enumerate().all(|(at, own)| {
            if at == option { own == value } else { self.chosen(at).is_none_or(|chosen| chosen == own) }
        })
    }
}
