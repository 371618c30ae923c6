//! A small strict JSON reader and writer. Amounts are integers, so there are no floats at all.

mod at;
mod read;
mod write;

pub use at::At;

/// One JSON value.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Json {
    #[default]
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

impl Json {
    /// A map of these members.
    pub fn map(members: &mut [(&'static str, Json)]) -> Self {
        Self::Map(
            members.iter_mut().map(|(name, value)| ((*name).to_owned(), std::mem::take(value))).collect(),
        )
    }

    /// The member, or `None` where it is missing or null or this is no map.
    pub fn get(&self, key: &str) -> Option<&Json> {
        let Self::Map(members) = self else { return None };
        let found = members.iter().find(|(name, _)| name == key).map(|(_, value)| value);
        found.filter(|value| !matches!(value, Self::Null))
    }

    /// Reads the value by `make`; the first fault `make` came upon is the error.
    pub fn read<T>(&self, make: fn(&At) -> T) -> Result<T, Wrong> {
        At::read(self, make)
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
