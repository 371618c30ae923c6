//! Opaque ids: one type each, so that a sku can never stand where goods belong.

use core::fmt;

/// Longest id in characters; ours are 10 to 43, a foreign backend's may be longer.
pub const MAX_ID: usize = 64;

/// Why a text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdError {
    /// Shorter than the id's kind allows.
    TooShort,
    /// Longer than [`MAX_ID`].
    TooLong,
    /// A character outside `A-Z a-z 0-9 _ -`.
    BadCharacter,
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooShort => "is too short",
            Self::TooLong => "is longer than 64 characters",
            Self::BadCharacter => "has a character other than A-Z a-z 0-9 _ -",
        })
    }
}

fn check(text: &str, min: usize) -> Result<(), IdError> {
    if text.len() < min {
        return Err(IdError::TooShort);
    }
    if text.len() > MAX_ID {
        return Err(IdError::TooLong);
    }
    let good = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    if text.bytes().all(good) { Ok(()) } else { Err(IdError::BadCharacter) }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $min:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The only way in: URL-safe characters alone, so the id can stand in any path.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                check(text, $min)?;
                Ok(Self(text.to_owned()))
            }

            /// The id as it travels.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// One goods item of a shop.
    GoodsId, 1
);
id!(
    /// One buyable combination of option values.
    SkuId, 1
);
id!(
    /// Who passed the link on; 3 characters at least.
    AgentCode, 3
);
id!(
    /// One order, as its seller's desk names it.
    OrderId, 1
);
id!(
    /// The idempotency key of one attempt to order: 22 characters at least, 128 random bits in base64url.
    OrderKey, 22
);
id!(
    /// The unguessable key in an order's link: 22 characters at least, 128 bits in base64url.
    OrderToken, 22
);
