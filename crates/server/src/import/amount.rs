//! Amounts as goods.json writes them: decimal text, alone or by currency. A JSON number is refused: it may have passed
//! through a float already.

use minishop_core::{Currency, Money};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::fmt;

/// `"12.50"` or `{"USD": "12.50", "CNY": "90.00"}`.
#[derive(Debug, Clone)]
pub enum Amount {
    /// In the shop's own currency.
    Own(String),
    By(Vec<(String, String)>),
}

impl Amount {
    /// The amount in that currency; `None` when it is given in others only.
    pub fn money(&self, currency: Currency) -> Result<Option<Money>, String> {
        let text = match self {
            Self::Own(text) => text,
            Self::By(amounts) => match amounts.iter().find(|(code, _)| code == currency.code()) {
                Some((_, text)) => text,
                None => return Ok(None),
            },
        };
        Money::parse(text, currency).map(Some).map_err(|error| format!("«{text}» {error}"))
    }

    /// The currencies it is given in, for a message.
    pub fn currencies(&self) -> String {
        match self {
            Self::Own(_) => "its own currency".to_owned(),
            Self::By(amounts) if amounts.is_empty() => "none".to_owned(),
            Self::By(amounts) => amounts.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>().join(", "),
        }
    }
}

/// Text alone: a number is refused with the reason.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Amount::deserialize(deserializer)? {
            Amount::Own(text) => Ok(Self(text)),
            Amount::By(_) => Err(D::Error::custom("an amount within an amount")),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount as text, such as \"12.50\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Amount, E> {
        Ok(Amount::Own(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Amount, A::Error> {
        let mut amounts = Vec::new();
        while let Some((code, Text(text))) = map.next_entry::<String, Text>()? {
            amounts.push((code.to_ascii_uppercase(), text));
        }
        Ok(Amount::By(amounts))
    }
}
