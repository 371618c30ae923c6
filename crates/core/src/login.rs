//! What a seller signs in with: a telephone number with its country code, or an e-mail address.

use crate::number::ascii_digit;
use core::fmt;

/// Characters of a login at most.
pub const MAX_LOGIN: usize = 254;

/// A login in the one form in which it is stored and compared: `+8613800138000`, `anna@shop.example`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Login(String);

/// Why a text is no login.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginError {
    Empty,
    /// More than [`MAX_LOGIN`] characters.
    TooLong,
    /// A telephone number whose country is not said: it must begin with `+` or `00`.
    NoCountryCode,
    /// Neither a telephone number nor an e-mail address.
    Neither,
}

impl fmt::Display for LoginError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "must be filled in",
            Self::TooLong => "has more than 254 characters",
            Self::NoCountryCode => "is a telephone number without its country code, such as +86",
            Self::Neither => "is neither a telephone number nor an e-mail address",
        })
    }
}

impl Login {
    /// Reads a login the way people write it: `+86 138 0013 8000`, `0086-13800138000`, `Anna@Shop.Example`.
    pub fn parse(text: &str) -> Result<Self, LoginError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(LoginError::Empty);
        }
        if text.chars().count() > MAX_LOGIN {
            return Err(LoginError::TooLong);
        }
        let text = text.replace('＠', "@");
        if text.contains('@') { email(&text) } else { phone(&text) }.map(Self)
    }

    /// The login as stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn email(text: &str) -> Result<String, LoginError> {
    let (name, host) = text.rsplit_once('@').ok_or(LoginError::Neither)?;
    let in_name = |c: char| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
    let in_host = |c: char| c.is_alphanumeric() || c == '-';
    let label = |part: &str| {
        !part.is_empty() && part.chars().all(in_host) && !part.starts_with('-') && !part.ends_with('-')
    };
    let named = (1..=64).contains(&name.chars().count()) && name.chars().all(in_name);
    let dots = !name.starts_with('.') && !name.ends_with('.') && !name.contains("..");
    let hosted = host.contains('.') && host.split('.').all(label);
    if named && dots && hosted { Ok(text.to_lowercase()) } else { Err(LoginError::Neither) }
}

fn phone(text: &str) -> Result<String, LoginError> {
    // The (0) of +44 (0)20 … is dialled at home alone.
    let text = text.replace("(0)", "").replace("（0）", "");
    let mut digits = String::new();
    let mut plus = false;
    for c in text.chars() {
        match c {
            '+' | '＋' if digits.is_empty() && !plus => plus = true,
            ' ' | '-' | '.' | '(' | ')' | '/' | '\u{3000}' | '\u{a0}' | '－' | '–' | '（' | '）' => {}
            _ => digits.push(ascii_digit(c).ok_or(LoginError::Neither)?),
        }
    }
    let national = match digits.strip_prefix("00") {
        Some(rest) if !plus => rest,
        _ if plus => &digits,
        _ if digits.len() >= 5 => return Err(LoginError::NoCountryCode),
        _ => return Err(LoginError::Neither),
    };
    // E.164: at most 15 digits, and no country code begins with 0.
    let good = (8..=15).contains(&national.len()) && !national.starts_with('0');
    if good { Ok(format!("+{national}")) } else { Err(LoginError::Neither) }
}
