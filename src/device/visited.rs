//! Shops this device has been in.

use super::{load_list, now, storage};
use crate::json::{At, Json};
use minishop_core::ShopNumber;

/// A shop as the door shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct Visited {
    pub number: ShopNumber,
    pub name: String,
    /// The logo's content hash.
    pub logo: Option<String>,
    /// The last visit, seconds since 1970.
    pub at: i64,
}

const PLACE: &str = "ms:1:visited";
/// Shops remembered at most.
const MAX: usize = 20;

fn read(at: &At) -> Visited {
    Visited {
        number: at.parsed("number", ShopNumber::exact, "100000"),
        name: at.text("name"),
        logo: at.text_opt("logo"),
        at: at.int("at"),
    }
}

/// The shops visited, the last one first.
pub fn visited() -> Vec<Visited> {
    load_list(PLACE, read)
}

/// Remembers a visit.
pub fn visit(number: ShopNumber, name: &str, logo: Option<&str>) {
    let mut all = visited();
    all.retain(|shop| shop.number != number);
    all.insert(0, Visited { number, name: name.to_owned(), logo: logo.map(str::to_owned), at: now() });
    all.truncate(MAX);
    save(&all);
}

/// Forgets a shop, for one that is no longer there.
pub fn forget(number: ShopNumber) {
    let mut all = visited();
    all.retain(|shop| shop.number != number);
    save(&all);
}

fn save(all: &[Visited]) {
    let write = |shop: &Visited| {
        Json::map(&mut [
            ("number", shop.number.to_string().as_str().into()),
            ("name", shop.name.as_str().into()),
            ("logo", shop.logo.as_deref().into()),
            ("at", shop.at.into()),
        ])
    };
    storage::set(PLACE, &Json::List(all.iter().map(write).collect()).write());
}
