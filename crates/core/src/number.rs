//! The six-digit shop number and every way people paste it.

use crate::link::Link;
use core::fmt;

/// A shop's public number, 100000–999999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShopNumber(u32);

/// Why a text holds no shop number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberError {
    /// No digit at all.
    Empty,
    /// Only so many digits, and no six together.
    TooShort(usize),
    /// More than six digits together.
    TooLong(usize),
    /// Six digits, but numbers never begin with 0.
    LeadingZero,
    /// Two different six-digit numbers: which one is meant?
    Several,
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is no digit in it"),
            Self::TooShort(digits) => write!(f, "a shop number has six digits, this has {digits}"),
            Self::TooLong(digits) => write!(f, "a shop number has six digits, this has {digits}"),
            Self::LeadingZero => f.write_str("a shop number never begins with 0"),
            Self::Several => f.write_str("there is more than one number in it"),
        }
    }
}

impl ShopNumber {
    /// The smallest number.
    pub const MIN: u32 = 100_000;
    /// The largest number.
    pub const MAX: u32 = 999_999;

    /// `None` outside 100000–999999.
    pub fn new(value: u32) -> Option<Self> {
        (Self::MIN..=Self::MAX).contains(&value).then_some(Self(value))
    }

    /// 100000–999999.
    pub fn value(self) -> u32 {
        self.0
    }

    /// Exactly six ASCII digits: what a path segment holds.
    pub fn exact(text: &str) -> Option<Self> {
        let digits = text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|_| digits).and_then(Self::new)
    }

    /// Reads a number the way people paste it: `１２３ ４５６`, `#123456`, `店号:123456`, `123-456`, or a whole link.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        if let Some(link) = Link::parse(text) {
            return Ok(link.shop);
        }
        let runs = digit_runs(text);
        let mut sixes = runs.iter().filter(|run| run.len() == 6);
        if let Some(first) = sixes.next() {
            if sixes.any(|other| other != first) {
                return Err(NumberError::Several);
            }
            return Self::exact(first).ok_or(NumberError::LeadingZero);
        }
        match runs.iter().map(String::len).max() {
            None => Err(NumberError::Empty),
            Some(longest) if longest > 6 => Err(NumberError::TooLong(longest)),
            Some(longest) => Err(NumberError::TooShort(longest)),
        }
    }

    /// Grouped 3+3 for reading aloud: `123 456`.
    pub fn grouped(self) -> String {
        format!("{} {}", self.0 / 1000, format_args!("{:03}", self.0 % 1000))
    }
}

impl fmt::Display for ShopNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// An ASCII or full-width digit, as ASCII.
pub(crate) fn ascii_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32),
        _ => None,
    }
}

/// Runs of digits; one space, hyphen or dot between two digits does not end a run.
fn digit_runs(text: &str) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    let mut open = false;
    let mut gap = 0;
    for c in text.chars() {
        if let Some(digit) = ascii_digit(c) {
            match runs.last_mut() {
                Some(run) if open => run.push(digit),
                _ => runs.push(digit.to_string()),
            }
            open = true;
            gap = 0;
        } else {
            gap += 1;
            open =
                open && gap == 1 && matches!(c, ' ' | '-' | '.' | '·' | '–' | '\u{3000}' | '\u{a0}' | '－');
        }
    }
    runs
}
