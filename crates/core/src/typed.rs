//! Amounts and counts the way people type them: with a comma, in full-width figures, with the currency's sign before.

use crate::money::{Currency, Money, MoneyError};

/// Reads `12.50`, `12,5`, `1,280.50`, `１２。５` or `¥12`. A comma that may be both a decimal point and a thousands mark
/// is not guessed at.
pub fn amount(text: &str, currency: Currency) -> Result<Money, MoneyError> {
    let plain = plain(text);
    let plain = plain.strip_prefix(currency.sign()).unwrap_or(&plain).trim_start();
    let commas = plain.matches(',').count();
    if commas == 0 {
        return Money::parse(plain, currency);
    }
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let pointed = plain.contains('.');
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default().len();
    let grouped = (1..=3).contains(&first) && groups.all(|group| group.len() == 3) && !fraction.contains(',');
    if grouped && (pointed || commas > 1 || currency.exponent() != 3) {
        return Money::parse(&plain.replace(',', ""), currency);
    }
    if !grouped && !pointed && commas == 1 {
        return Money::parse(&plain.replace(',', "."), currency);
    }
    Err(MoneyError::NotDecimal)
}

/// Reads a whole number of at most `most`, 0 or more.
pub fn count(text: &str, most: u32) -> Option<u32> {
    let plain = plain(text);
    let digits = !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit());
    plain.parse().ok().filter(|count| digits && *count <= most)
}

/// Full-width figures and marks as the plain ones, without spaces around.
fn plain(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{ff10}'..='\u{ff19}' => char::from_u32(c as u32 - 0xff10 + 0x30).unwrap_or(c),
        '，' | '、' | '٬' => ',',
        '．' | '。' | '｡' => '.',
        '－' | '−' => '-',
        '￥' => '¥',
        c => c,
    };
    text.trim().chars().map(plain).collect()
}
