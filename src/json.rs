//! A small strict JSON reader and writer. Amounts are integers, so there are no floats at all.

mod read;
mod write;

/// One JSON value.
#[derive(Clone, PartialEq, Debug)]
pub enum Json {
    Null,
    Bool(bool),
    Int(i64),
    /// A string; also the digits of a number that is no `i64`, so that a foreign extra field breaks nothing.
    Text(String),
    List(Vec<Json>),
    /// Members in their order; of two with one name the first counts.
    Map(Vec<(String, Json)>),
}

/// Where a value is not as expected: a path such as `shop.deliveries.0.fee`, or `byte 17` of a text that is no JSON.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wrong(pub String);

impl Wrong {
    /// The value looked at itself.
    pub fn here() -> Self {
        Self(String::new())
    }

    /// The same fault seen from the holder of `key`.
    pub fn under(mut self, key: &str) -> Self {
        if !self.0.is_empty() {
            self.0.insert(0, '.');
        }
        self.0.insert_str(0, key);
        self
    }
}

impl Json {
    /// A map of these members.
    pub fn map<const N: usize>(members: [(&str, Json); N]) -> Self {
        Self::Map(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The member, or `None` where it is missing or null or this is no map.
    pub fn get(&self, key: &str) -> Option<&Json> {
        let Self::Map(members) = self else { return None };
        members
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
            .filter(|value| **value != Json::Null)
    }

    /// The string itself.
    pub fn as_text(&self) -> Result<String, Wrong> {
        if let Self::Text(text) = self { Ok(text.clone()) } else { Err(Wrong::here()) }
    }

    /// The whole number itself.
    pub fn as_int(&self) -> Result<i64, Wrong> {
        if let Self::Int(number) = self { Ok(*number) } else { Err(Wrong::here()) }
    }

    /// The member read by `read`; missing or null is wrong.
    pub fn read<T>(&self, key: &str, read: fn(&Json) -> Result<T, Wrong>) -> Result<T, Wrong> {
        self.get(key).ok_or_else(Wrong::here).and_then(read).map_err(|wrong| wrong.under(key))
    }

    /// The member read by `read`; `None` when it is missing or null.
    pub fn read_opt<T>(&self, key: &str, read: fn(&Json) -> Result<T, Wrong>) -> Result<Option<T>, Wrong> {
        self.get(key).map(read).transpose().map_err(|wrong| wrong.under(key))
    }

    /// The member's items, each read by `read`.
    pub fn read_list<T>(&self, key: &str, read: fn(&Json) -> Result<T, Wrong>) -> Result<Vec<T>, Wrong> {
        let Some(Self::List(items)) = self.get(key) else { return Err(Wrong::here().under(key)) };
        let mut all = Vec::with_capacity(items.len());
        for item in items {
            all.push(read(item).map_err(|wrong| wrong.under(&all.len().to_string()).under(key))?);
        }
        Ok(all)
    }

    /// The string member.
    pub fn text(&self, key: &str) -> Result<String, Wrong> {
        self.read(key, Self::as_text)
    }

    /// The string member; `None` when it is missing or null.
    pub fn text_opt(&self, key: &str) -> Result<Option<String>, Wrong> {
        self.read_opt(key, Self::as_text)
    }

    /// The whole-number member.
    pub fn int(&self, key: &str) -> Result<i64, Wrong> {
        self.read(key, Self::as_int)
    }

    /// The whole-number member that is a count: 0 to `u32::MAX`.
    pub fn count(&self, key: &str) -> Result<u32, Wrong> {
        self.int(key)?.try_into().map_err(|_| Wrong::here().under(key))
    }

    /// The boolean member; missing counts as false.
    pub fn flag(&self, key: &str) -> bool {
        self.get(key) == Some(&Json::Bool(true))
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<Option<&str>> for Json {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Self::Null, Self::from)
    }
}

#[cfg(test)]
mod tests;
