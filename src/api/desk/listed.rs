//! A list that is replaced as a whole, under the version it was seen in.

use crate::json::{At, Json};

/// The list in its order.
#[derive(Clone, PartialEq, Debug)]
pub struct Listed<T> {
    pub items: Vec<T>,
    pub version: i64,
}

impl<T> Listed<T> {
    pub(super) fn read(at: &At, item: fn(&At) -> T) -> Self {
        Self { items: at.list("items", item), version: at.int("version") }
    }

    pub(super) fn body(&self, item: fn(&T) -> Json) -> Json {
        let items = Json::List(self.items.iter().map(item).collect());
        Json::map(&mut [("items", items), ("version", self.version.into())])
    }
}
