//! The language chosen by hand. The page's boot script reads the same key before the app is there.

use super::storage;

const PLACE: &str = "ms:lang";

/// `en` or `zh`, if it was ever chosen.
pub fn language() -> Option<String> {
    storage::get(PLACE)
}

/// Remembers the choice.
pub fn choose(language: &str) {
    storage::set(PLACE, language);
}
