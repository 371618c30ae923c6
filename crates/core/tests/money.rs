//! Money: exact, checked, never below zero.

use minishop_core::MoneyError::{Negative, NotDecimal, OtherCurrency, TooLarge, TooPrecise};
use minishop_core::{Currency, Money};
use proptest::prelude::*;

fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

#[test]
fn currencies_have_their_exponent() {
    for (code, exponent) in
        [("CNY", 2), ("USD", 2), ("JPY", 0), ("KRW", 0), ("VND", 0), ("KWD", 3), ("BHD", 3)]
    {
        assert_eq!(currency(code).exponent(), exponent, "{code}");
    }
    for unknown in ["", "cny", "CN", "CNYX", "QQQ", "BTC", "C Y", "AED AFN"] {
        assert_eq!(Currency::parse(unknown), None, "{unknown:?}");
    }
}

#[test]
fn decimal_text_is_read_exactly() {
    let good = [
        ("12.50", "CNY", 1250),
        ("12.5", "CNY", 1250),
        ("12", "CNY", 1200),
        ("40.000", "USD", 4000),
        ("0", "USD", 0),
        ("0.01", "USD", 1),
        ("00012.10", "USD", 1210),
        (" 9.99 ", "USD", 999),
        ("1280", "JPY", 1280),
        ("1280.00", "JPY", 1280),
        ("0.005", "KWD", 5),
        ("90071992547409.91", "USD", 9_007_199_254_740_991),
    ];
    for (text, code, minor) in good {
        assert_eq!(Money::parse(text, currency(code)).map(Money::minor), Ok(minor), "{text:?} {code}");
    }
    let bad = [
        ("", "USD", NotDecimal),
        (".", "USD", NotDecimal),
        (".5", "USD", NotDecimal),
        ("5.", "USD", NotDecimal),
        ("1,5", "USD", NotDecimal),
        ("1 000", "USD", NotDecimal),
        ("1e3", "USD", NotDecimal),
        ("+5", "USD", NotDecimal),
        ("$5", "USD", NotDecimal),
        ("1.2.3", "USD", NotDecimal),
        ("-1", "USD", Negative),
        ("0.001", "USD", TooPrecise(2)),
        ("1.5", "JPY", TooPrecise(0)),
        ("0.0001", "KWD", TooPrecise(3)),
        ("90071992547409.92", "USD", TooLarge),
        ("99999999999999999999", "USD", TooLarge),
    ];
    for (text, code, why) in bad {
        assert_eq!(Money::parse(text, currency(code)), Err(why), "{text:?} {code}");
    }
}

#[test]
fn people_read_grouped_amounts() {
    let table = [
        (128_050, "CNY", "¥1,280.50"),
        (5, "USD", "$0.05"),
        (1280, "JPY", "¥1,280"),
        (1_234_567_890, "KWD", "KWD\u{a0}1,234,567.890"),
        (1200, "CHF", "CHF\u{a0}12.00"),
        (99, "VND", "₫99"),
    ];
    for (minor, code, shown) in table {
        assert_eq!(Money::new(minor, currency(code)).unwrap().to_string(), shown);
    }
}

#[test]
fn arithmetic_is_checked() {
    let usd = |minor| Money::new(minor, currency("USD")).unwrap();
    let most = usd(Money::MAX_MINOR);
    assert_eq!(usd(1).plus(usd(2)), Ok(usd(3)));
    assert_eq!(most.plus(usd(1)), Err(TooLarge));
    assert_eq!(most.times(2), Err(TooLarge));
    assert_eq!(usd(1).minus(usd(2)), Err(Negative));
    assert_eq!(usd(1).plus(Money::new(1, currency("CNY")).unwrap()), Err(OtherCurrency));
    assert_eq!(usd(i64::from(u32::MAX)).times(u32::MAX), Err(TooLarge));
    assert_eq!(Money::new(-1, currency("USD")), Err(Negative));
}

proptest! {
    #[test]
    fn decimal_text_comes_back(minor in 0..=Money::MAX_MINOR, code in prop::sample::select(vec!["JPY", "CNY", "KWD"])) {
        let money = Money::new(minor, currency(code)).unwrap();
        prop_assert_eq!(Money::parse(&money.decimal(), currency(code)), Ok(money));
    }

    #[test]
    fn shown_amounts_lose_no_digit(minor in 0..=Money::MAX_MINOR) {
        let shown = Money::new(minor, currency("USD")).unwrap().to_string();
        let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
        prop_assert_eq!(digits.parse::<i64>().unwrap(), minor);
    }

    #[test]
    fn times_is_repeated_plus(minor in 0..1_000_000_i64, count in 0..50_u32) {
        let one = Money::new(minor, currency("CNY")).unwrap();
        let sum = (0..count).try_fold(Money::zero(currency("CNY")), |sum, _| sum.plus(one)).unwrap();
        prop_assert_eq!(one.times(count), Ok(sum));
    }

    #[test]
    fn reading_never_panics(text in "\\PC{0,40}") {
        let _ = Money::parse(&text, currency("USD"));
    }
}
