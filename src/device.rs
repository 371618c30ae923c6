//! What this phone remembers. Storage may be forbidden, full or emptied at any time: then the page remembers for its own
//! life. A stored value that cannot be read counts as none. Keys are `ms:1:…`; a new shape takes a new number.

pub mod attempt;
pub mod basket;
pub mod desk_draft;
pub mod draft;
pub mod language;
pub mod orders;
pub mod selling;
pub mod storage;
pub mod visited;

pub use attempt::Attempt;
pub use basket::{Basket, Slot};
pub use draft::Draft;
pub use orders::MyOrder;
pub use storage::on_change;
pub use visited::Visited;

use crate::json::{At, Json};
use minishop_core::OrderKey;

/// Seconds since 1970 by this device's clock.
pub fn now() -> i64 {
    (js_sys::Date::now() / 1000.0) as i64
}

/// Month 1–12, day, hour and minute of a time (seconds since 1970) where this device is.
pub fn local_time(seconds: i64) -> [u32; 4] {
    let date = js_sys::Date::new(&(seconds as f64 * 1000.0).into());
    [date.get_month() + 1, date.get_date(), date.get_hours(), date.get_minutes()]
}

/// Minutes this device's clock is ahead of UTC.
pub fn minutes_ahead() -> i64 {
    -(js_sys::Date::new_0().get_timezone_offset() as i64)
}

/// 128 random bits in hex.
fn random_key() -> OrderKey {
    let mut bytes = [0; 16];
    bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // What cannot be filled so keeps its weaker bits: a key that repeats is refused by the server, never mixed up.
        _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    let mut text = String::with_capacity(32);
    for half in bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]) {
        text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
    }
    OrderKey::parse(&text).unwrap_or_else(|_| unreachable!())
}

fn order_key(text: &str) -> Option<OrderKey> {
    OrderKey::parse(text).ok()
}

fn read_key(at: &At) -> OrderKey {
    at.parsed("key", order_key, "----------------------")
}

/// The stored value of that key, if there is one that `read` understands.
fn load<T>(key: &str, read: fn(&At) -> T) -> Option<T> {
    Json::parse(&storage::get(key)?).and_then(|json| json.read(read)).ok()
}

/// The stored list of that key without the items that `read` does not understand.
fn load_list<T>(key: &str, read: fn(&At) -> T) -> Vec<T> {
    match storage::get(key).map(|text| Json::parse(&text)) {
        Some(Ok(Json::List(items))) => items.iter().filter_map(|item| item.read(read).ok()).collect(),
        _ => Vec::new(),
    }
}
