//! Every phrase of the app, typed: one that is missing in a language does not compile.

pub mod desk;
mod en;
pub mod ordering;
mod zh;

/// A language the app speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    En,
    Zh,
}

impl Language {
    /// Reads a language tag such as `zh-CN`; whoever reads no Chinese is served in English.
    pub fn of_tag(tag: &str) -> Self {
        if tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("zh")) { Self::Zh } else { Self::En }
    }

    /// What stands in `<html lang>` and in the device's memory.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The one to switch to.
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh => Self::En,
        }
    }

    /// All phrases in this language.
    pub fn text(self) -> &'static Text {
        match self {
            Self::En => &en::TEXT,
            Self::Zh => &zh::TEXT,
        }
    }
}

/// The phrases, grouped by the screen that says them.
pub struct Text {
    pub common: Common,
    pub trouble: Trouble,
    pub door: Door,
    pub shop: Shop,
    pub goods: Goods,
    pub cart: ordering::Cart,
    pub checkout: ordering::Checkout,
    pub order: ordering::Order,
    pub orders: ordering::Orders,
}

/// Said on more than one screen.
pub struct Common {
    /// The other language, in that language.
    pub other_language: &'static str,
    pub back: &'static str,
    pub close: &'static str,
    pub retry: &'static str,
    pub loading: &'static str,
    pub cart: &'static str,
    /// Pieces in the cart.
    pub cart_holds: fn(u32) -> String,
    /// The number, grouped.
    pub shop_number: fn(&str) -> String,
    pub copied: &'static str,
    /// What could not be copied, shown instead.
    pub copy_yourself: fn(&str) -> String,
    pub fewer: &'static str,
    pub more: &'static str,
    pub quantity: &'static str,
    pub my_orders: &'static str,
    /// Read aloud before a struck-through price.
    pub was: &'static str,
    /// The app's own name.
    pub app: &'static str,
}

/// What can go wrong anywhere, and where to go then.
pub struct Trouble {
    pub offline: &'static str,
    pub offline_hint: &'static str,
    /// Short, for the toast.
    pub offline_cart: &'static str,
    pub slow: &'static str,
    pub timeout: &'static str,
    pub timeout_hint: &'static str,
    pub broken: &'static str,
    /// The server's id for its error, or nothing.
    pub server: fn(&str) -> String,
    /// Seconds to wait.
    pub limited: fn(u32) -> String,
    pub refused: &'static str,
    pub nowhere: &'static str,
    pub to_door: &'static str,
    pub unknown_shop: &'static str,
    pub unknown_shop_hint: &'static str,
    pub unknown_goods: &'static str,
    pub to_shop: &'static str,
}

/// The door.
pub struct Door {
    pub title: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub enter: &'static str,
    /// Digits still missing.
    pub too_short: fn(u32) -> String,
    pub too_long: &'static str,
    pub leading_zero: &'static str,
    pub several: &'static str,
    pub visited: &'static str,
    pub scan: &'static str,
    pub photo: &'static str,
    pub scan_title: &'static str,
    pub scan_hint: &'static str,
    pub no_camera: &'static str,
    pub no_reader: &'static str,
    pub no_code: &'static str,
    pub foreign_code: &'static str,
}

/// The shop.
pub struct Shop {
    pub open: &'static str,
    pub resting: &'static str,
    /// The seller is away and takes no orders.
    pub away: &'static str,
    /// Month 1–12 and day.
    pub back_on: fn(u32, u32) -> String,
    pub contact: &'static str,
    pub licence: &'static str,
    /// The number, grouped.
    pub copy_number: fn(&str) -> String,
    pub share: &'static str,
    pub search: &'static str,
    pub clear_search: &'static str,
    pub categories: &'static str,
    pub all: &'static str,
    pub sold_out: &'static str,
    pub few_left: fn(u32) -> String,
    /// Before and after the lowest of several prices.
    pub from: [&'static str; 2],
    pub load_more: &'static str,
    /// What was searched for.
    pub nothing_found: fn(&str) -> String,
    pub other_word: &'static str,
    pub nothing_here: &'static str,
    pub no_goods: &'static str,
    pub show_all: &'static str,
    pub another: &'static str,
    pub phone: &'static str,
    pub wechat: &'static str,
    pub email: &'static str,
}

/// One product.
pub struct Goods {
    pub add: &'static str,
    pub buy_now: &'static str,
    pub share: &'static str,
    pub shop: &'static str,
    pub added: &'static str,
    pub cart_full: &'static str,
    /// Pieces left, and how many of them are in the cart.
    pub all_in_cart: fn(u32, u32) -> String,
    /// The option still open.
    pub choose: fn(&str) -> String,
    pub value_sold_out: fn(&str) -> String,
    pub value_impossible: fn(&str) -> String,
    pub sold_out: &'static str,
    pub left: fn(u32) -> String,
    pub only_left: fn(u32) -> String,
    /// The fee.
    pub delivery: fn(&str) -> String,
    /// The fee, and the total from which it falls away.
    pub delivery_over: fn(&str, &str) -> String,
    pub delivery_free: &'static str,
    /// `3` or `3–5`.
    pub days: fn(&str) -> String,
    pub pickup: &'static str,
    pub options: &'static str,
    pub choose_options: &'static str,
    pub add_to_cart: &'static str,
    pub photos: &'static str,
    /// Read aloud before «2/5».
    pub photo: &'static str,
    /// Which one, from 1.
    pub enlarge: fn(u32) -> String,
    pub enlarged: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub about: &'static str,
    pub link_copied: &'static str,
    pub wechat_title: &'static str,
    pub share_in_wechat: &'static str,
}
