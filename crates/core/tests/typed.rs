//! Amounts and counts as people type them.

use minishop_core::typed::{amount, count};
use minishop_core::{Currency, MoneyError};

#[test]
fn an_amount_is_read_exactly_or_not_at_all() {
    use MoneyError::*;
    for (code, text, expected) in [
        ("CNY", "12", Ok(1200)),
        ("CNY", "12.5", Ok(1250)),
        ("CNY", "1,5", Ok(150)),
        ("CNY", "1,50", Ok(150)),
        ("CNY", "1,280", Ok(128_000)),
        ("CNY", "1,280.50", Ok(128_050)),
        ("CNY", "1,280,000", Ok(128_000_000)),
        ("CNY", " ¥12.50 ", Ok(1250)),
        ("CNY", "￥１２。５", Ok(1250)),
        ("CNY", "１２，５", Ok(1250)),
        ("CNY", "0", Ok(0)),
        ("CNY", "1000000000", Ok(100_000_000_000)),
        ("CNY", "12.345", Err(TooPrecise(2))),
        ("CNY", "1,2345", Err(TooPrecise(2))),
        ("CNY", "-1", Err(Negative)),
        ("CNY", "－1", Err(Negative)),
        ("CNY", "1e9", Err(NotDecimal)),
        ("CNY", "", Err(NotDecimal)),
        ("CNY", "free", Err(NotDecimal)),
        ("CNY", "1.280,50", Err(NotDecimal)),
        ("CNY", "1,28,000", Err(NotDecimal)),
        ("CNY", "12.", Err(NotDecimal)),
        ("CNY", "1,5,", Err(NotDecimal)),
        ("CNY", "99999999999999999999", Err(TooLarge)),
        ("JPY", "1,280", Ok(1280)),
        ("JPY", "1,5", Err(TooPrecise(0))),
        ("JPY", "12.5", Err(TooPrecise(0))),
        ("KWD", "1,5", Ok(1500)),
        ("KWD", "1,280", Err(NotDecimal)),
        ("KWD", "1,280.125", Ok(1_280_125)),
        ("USD", "$5", Ok(500)),
        ("USD", "¥5", Err(NotDecimal)),
    ] {
        let currency = Currency::parse(code).unwrap();
        assert_eq!(amount(text, currency).map(|money| money.minor()), expected, "{text} {code}");
    }
}

#[test]
fn a_count_is_whole_and_within_its_limit() {
    for (text, expected) in [
        ("0", Some(0)),
        (" 12 ", Some(12)),
        ("１２", Some(12)),
        ("100", Some(100)),
        ("101", None),
        ("", None),
        ("-1", None),
        ("+1", None),
        ("1.0", None),
        ("1e1", None),
        ("99999999999", None),
    ] {
        assert_eq!(count(text, 100), expected, "{text}");
    }
}
