//! The ways to reach a seller, in the one form in which each can be opened or copied.

use crate::login::Login;
use core::fmt;

/// Every kind of contact, as it travels.
pub const KINDS: [&str; 6] = ["phone", "wechat", "whatsapp", "telegram", "line", "email"];
/// Characters of a contact at most.
pub const MAX_CONTACT: usize = 100;

/// Why a text is no contact of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactError {
    UnknownKind,
    Empty,
    /// More than [`MAX_CONTACT`] characters.
    TooLong,
    /// Not 5–20 digits, perhaps with `+ - ( ) .` and spaces.
    NotPhone,
    /// A WhatsApp number is dialled from abroad: it needs its country code.
    NoCountryCode,
    NotEmail,
    /// Not a name as that service gives them; a link to elsewhere is none.
    NotName,
}

impl fmt::Display for ContactError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownKind => "is of no known kind",
            Self::Empty => "must be filled in",
            Self::TooLong => "has more than 100 characters",
            Self::NotPhone => "is not a telephone number of 5 to 20 digits",
            Self::NoCountryCode => "is a telephone number without its country code, such as +86",
            Self::NotEmail => "is not an e-mail address",
            Self::NotName => "is not a name of that service",
        })
    }
}

/// The contact as it is stored: `https://t.me/cups` becomes `@cups`, `https://wa.me/15550102030` becomes `+15550102030`.
pub fn tidy(kind: &str, value: &str) -> Result<String, ContactError> {
    let value = value.trim();
    if !KINDS.contains(&kind) {
        return Err(ContactError::UnknownKind);
    }
    if value.is_empty() {
        return Err(ContactError::Empty);
    }
    if value.chars().count() > MAX_CONTACT {
        return Err(ContactError::TooLong);
    }
    match kind {
        "phone" => phone(value),
        "whatsapp" => whatsapp(value),
        "telegram" => telegram(value),
        "email" => email(value),
        "line" if on_site(value, "line.me/").is_some() => Ok(value.to_owned()),
        _ => copied(value),
    }
}

fn phone(value: &str) -> Result<String, ContactError> {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let good = |c: char| c.is_ascii_digit() || " +-().".contains(c);
    let good = (5..=20).contains(&digits) && value.chars().all(good);
    if good { Ok(value.to_owned()) } else { Err(ContactError::NotPhone) }
}

fn whatsapp(value: &str) -> Result<String, ContactError> {
    let number = match on_site(value, "wa.me/") {
        Some(number) => format!("+{number}"),
        None => value.to_owned(),
    };
    let phone = phone(&number)?;
    Login::parse(&phone).map(|_| phone).map_err(|_| ContactError::NoCountryCode)
}

fn telegram(value: &str) -> Result<String, ContactError> {
    let name = on_site(value, "t.me/").unwrap_or(value).trim_start_matches('@');
    let good = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    let good = (3..=32).contains(&name.len()) && name.bytes().all(good);
    if good { Ok(format!("@{name}")) } else { Err(ContactError::NotName) }
}

fn email(value: &str) -> Result<String, ContactError> {
    // Only what a mailto link can hold as it is.
    let good = |b: u8| b.is_ascii_alphanumeric() || b"@._+-".contains(&b);
    let good = value.bytes().all(good) && value.contains('@') && Login::parse(value).is_ok();
    if good { Ok(value.to_owned()) } else { Err(ContactError::NotEmail) }
}

/// A name that is copied, never opened.
fn copied(value: &str) -> Result<String, ContactError> {
    let good = |c: char| c.is_alphanumeric() || "@._- ".contains(c);
    if value.chars().all(good) { Ok(value.to_owned()) } else { Err(ContactError::NotName) }
}

/// What stands behind `https://site/` of that site alone.
fn on_site<'a>(value: &'a str, site: &str) -> Option<&'a str> {
    let rest = value.strip_prefix("https://").unwrap_or(value).strip_prefix(site)?;
    let good = |c: char| c.is_ascii_alphanumeric() || "@_~/+-.".contains(c);
    rest.chars().all(good).then(|| rest.trim_end_matches('/'))
}
