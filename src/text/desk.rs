//! The phrases of the desk, apart from the buyer's: neither app carries the other's. Each screen has a file of its own.

pub mod account;
pub mod card;
pub mod delivery;
pub mod goods;
pub mod import;
pub mod numbers;
pub mod order;
pub mod orders;
pub mod ship;
pub mod shop;
pub mod webhook;

use super::{Language, en, zh};

impl Language {
    /// The desk's phrases in this language.
    pub fn desk(self) -> &'static DeskText {
        match self {
            Self::En => &en::desk::TEXT,
            Self::Zh => &zh::desk::TEXT,
        }
    }
}

/// The phrases, grouped by the screen that says them.
pub struct DeskText {
    pub common: Common,
    pub tabs: Tabs,
    pub trouble: Trouble,
    pub flaw: Flaw,
    pub account: account::Account,
    pub import: import::Import,
    pub numbers: numbers::Numbers,
    pub webhook: webhook::Webhook,
    pub goods: goods::Goods,
    pub editor: goods::Editor,
    pub categories: goods::Categories,
    pub orders: orders::Orders,
    pub order: order::Order,
    pub ship: ship::Ship,
    pub slip: ship::Slip,
    pub shop: shop::Shop,
    pub about: shop::About,
    pub unsaved: shop::Unsaved,
    pub upload: shop::Upload,
    pub ways: delivery::Ways,
    pub deliveries: delivery::Deliveries,
    pub payments: delivery::Payments,
    pub card: card::Card,
}

/// Said on more than one screen.
pub struct Common {
    /// The app's own name.
    pub app: &'static str,
    /// The other language, in that language.
    pub other_language: &'static str,
    pub language: &'static str,
    pub back: &'static str,
    pub close: &'static str,
    pub cancel: &'static str,
    pub save: &'static str,
    pub saved: &'static str,
    pub remove: &'static str,
    pub retry: &'static str,
    pub loading: &'static str,
    pub more: &'static str,
    pub search: &'static str,
    pub clear_search: &'static str,
    pub load_more: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    /// What could not be copied, shown instead.
    pub copy_yourself: fn(&str) -> String,
    /// The number, grouped.
    pub shop_number: fn(&str) -> String,
    pub move_up: &'static str,
    pub move_down: &'static str,
}

/// The bar below.
pub struct Tabs {
    pub orders: &'static str,
    /// Orders that need a look.
    pub orders_new: fn(u32) -> String,
    pub goods: &'static str,
    pub add: &'static str,
    pub numbers: &'static str,
    pub shop: &'static str,
    /// The bar's own name.
    pub desk: &'static str,
}

/// What can go wrong anywhere.
pub struct Trouble {
    pub offline: &'static str,
    pub offline_hint: &'static str,
    /// Short, for the strip.
    pub offline_strip: &'static str,
    pub slow: &'static str,
    pub timeout: &'static str,
    pub timeout_hint: &'static str,
    pub broken: &'static str,
    /// The server's id for its error, or nothing.
    pub server: fn(&str) -> String,
    /// Seconds to wait.
    pub limited: fn(u32) -> String,
    pub refused: &'static str,
    pub unknown: &'static str,
    pub unknown_hint: &'static str,
    pub changed: &'static str,
    pub nowhere: &'static str,
    pub to_orders: &'static str,
}

/// What is wrong with a field, said beside it.
pub struct Flaw {
    pub empty: &'static str,
    /// Characters allowed.
    pub too_long: fn(usize) -> String,
    pub too_short: fn(usize) -> String,
    pub not_amount: &'static str,
    pub negative: &'static str,
    /// Decimals the currency has.
    pub too_precise: fn(u32) -> String,
    pub too_large: &'static str,
    /// The most it may be.
    pub not_count: fn(u32) -> String,
    pub wrong: &'static str,
}
