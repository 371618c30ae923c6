//! An attempt to order: saved before it is sent, asked again until there is a definite answer, dropped only when an order
//! came of its key. After a no, or when the buyer would rather change the order, its bodies are still remembered: should
//! a late copy have become an order after all, the key says so and they find it.

use super::basket::Slot;
use super::{load, now, read_key, storage};
use crate::json::{At, Json};
use minishop_core::{OrderKey, ShopNumber};

/// The exact request, so that it can be sent again as it was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attempt {
    pub key: OrderKey,
    pub body: String,
    /// When it was made, seconds since 1970.
    pub at: i64,
    /// Other bodies sent under the same key; the newest last.
    pub earlier: Vec<String>,
    /// Whether its outcome is in doubt.
    pub open: bool,
}

/// Earlier bodies kept at most.
const MAX_EARLIER: usize = 4;

impl Attempt {
    /// The attempt to send `body` under `key`, knowing what was sent before.
    pub fn after(before: Option<Self>, key: OrderKey, body: String, at: i64) -> Self {
        let mut earlier = Vec::new();
        if let Some(old) = before.filter(|old| old.key == key) {
            earlier = old.earlier;
            earlier.push(old.body);
            earlier.retain(|old| old != &body);
            let surplus = earlier.len().saturating_sub(MAX_EARLIER);
            earlier.drain(..surplus);
        }
        Self { key, body, at, earlier, open: true }
    }

    fn read(at: &At) -> Self {
        Self {
            key: read_key(at),
            body: at.text("body"),
            at: at.int("at"),
            earlier: at.texts("earlier"),
            open: at.flag("open"),
        }
    }

    fn write(&self) -> String {
        let earlier = self.earlier.iter().map(|body| body.as_str().into()).collect();
        Json::map(&mut [
            ("key", self.key.as_str().into()),
            ("body", self.body.as_str().into()),
            ("at", self.at.into()),
            ("earlier", Json::List(earlier)),
            ("open", Json::Bool(self.open)),
        ])
        .write()
    }
}

fn place(shop: ShopNumber, slot: Slot) -> String {
    format!("ms:1:try:{}:{shop}", slot.word())
}

/// The last attempt of that basket that no order is known to have come of.
pub fn last(shop: ShopNumber, slot: Slot) -> Option<Attempt> {
    load(&place(shop, slot), Attempt::read)
}

/// The attempt in doubt of that basket.
pub fn pending(shop: ShopNumber, slot: Slot) -> Option<Attempt> {
    last(shop, slot).filter(|attempt| attempt.open)
}

/// The basket of this shop that has an attempt in doubt.
pub fn in_doubt(shop: ShopNumber) -> Option<Slot> {
    Slot::ALL.into_iter().find(|slot| pending(shop, *slot).is_some())
}

/// Saves an attempt before it is sent.
pub fn save(shop: ShopNumber, slot: Slot, key: &OrderKey, body: String) -> Attempt {
    let attempt = Attempt::after(last(shop, slot), key.clone(), body, now());
    storage::set(&place(shop, slot), &attempt.write());
    storage::changed();
    attempt
}

/// The attempt under that key is no longer in doubt, though no order came of it.
pub fn close(shop: ShopNumber, slot: Slot, key: &OrderKey) {
    if let Some(attempt) = last(shop, slot).filter(|attempt| &attempt.key == key) {
        storage::set(&place(shop, slot), &Attempt { open: false, ..attempt }.write());
        storage::changed();
    }
}

/// Forgets the attempts under that key: it stands for an order now.
pub fn drop(shop: ShopNumber, slot: Slot, key: &OrderKey) {
    if last(shop, slot).is_some_and(|attempt| &attempt.key == key) {
        storage::remove(&place(shop, slot));
        storage::changed();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(digit: &str) -> OrderKey {
        OrderKey::parse(&digit.repeat(32)).unwrap()
    }

    #[test]
    fn a_stored_attempt_reads_back_whole() {
        let attempt = Attempt {
            key: key("a"),
            body: "{\"a\":\"中\"}".into(),
            at: 7,
            earlier: vec!["{}".into()],
            open: true,
        };
        assert_eq!(Json::parse(&attempt.write()).unwrap().read(Attempt::read), Ok(attempt));
        assert!(Json::parse("{\"key\":\"short\"}").unwrap().read(Attempt::read).is_err());
    }

    #[test]
    fn bodies_of_one_key_are_remembered_once_each() {
        let first = Attempt::after(None, key("a"), "1".into(), 0);
        assert!(first.earlier.is_empty());
        assert!(Attempt::after(Some(first.clone()), key("a"), "1".into(), 0).earlier.is_empty());
        assert!(Attempt::after(Some(first.clone()), key("b"), "2".into(), 0).earlier.is_empty());
        let mut attempt = first;
        for body in ["2", "3", "2", "4", "5", "6"] {
            attempt = Attempt::after(Some(attempt), key("a"), body.into(), 0);
        }
        assert_eq!(attempt.earlier, ["3", "2", "4", "5"]);
    }
}
