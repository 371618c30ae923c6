//! Money: integer minor units with an ISO 4217 currency. No float, no rounding, no unchecked arithmetic.

use core::fmt;

/// A currency of ISO 4217 with exponent 0, 2 or 3.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency([u8; 3]);

/// The active currencies of ISO 4217 (list one, 2026) whose minor unit is a hundredth.
const HUNDREDTHS: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF \
CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS \
INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD \
NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL \
THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG";
/// Those without a minor unit.
const WHOLE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
/// Those counted in thousandths.
const THOUSANDTHS: &str = "BHD IQD JOD KWD LYD OMR TND";

impl Currency {
    /// Three capital letters of an active currency, or `None`.
    pub fn parse(code: &str) -> Option<Self> {
        let known = [HUNDREDTHS, WHOLE, THOUSANDTHS].iter().any(|list| listed(list, code));
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        known.then_some(Self(bytes))
    }

    /// Every one of them, in the order of their codes within each exponent.
    pub fn all() -> impl Iterator<Item = Self> {
        [HUNDREDTHS, WHOLE, THOUSANDTHS].into_iter().flat_map(|list| list.split(' ')).filter_map(Self::parse)
    }

    /// Digits after the decimal point: 0, 2 or 3.
    pub fn exponent(self) -> u32 {
        if listed(WHOLE, self.code()) {
            0
        } else if listed(THOUSANDTHS, self.code()) {
            3
        } else {
            2
        }
    }

    /// `CNY`.
    pub fn code(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// What stands before the amount: `¥`, or the code and a no-break space where there is no sign of its own.
    pub fn sign(self) -> &'static str {
        match &self.0 {
            b"CNY" | b"JPY" => "¥",
            b"USD" => "$",
            b"EUR" => "€",
            b"GBP" => "£",
            b"KRW" => "₩",
            b"INR" => "₹",
            b"VND" => "₫",
            b"THB" => "฿",
            b"RUB" => "₽",
            b"HKD" => "HK$",
            b"TWD" => "NT$",
            b"SGD" => "S$",
            b"MYR" => "RM",
            _ => "",
        }
    }
}

fn listed(list: &str, code: &str) -> bool {
    code.len() == 3 && list.split(' ').any(|known| known == code)
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount that is never negative and never above [`Money::MAX_MINOR`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

/// Why an amount cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyError {
    /// Not a plain decimal such as `12.50`: no sign, no thousands mark, no comma.
    NotDecimal,
    /// More decimals than the currency has; the number it has.
    TooPrecise(u32),
    /// Below zero.
    Negative,
    /// Above [`Money::MAX_MINOR`].
    TooLarge,
    /// Two different currencies in one sum.
    OtherCurrency,
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotDecimal => f.write_str("is not a plain decimal number such as 12.50"),
            Self::TooPrecise(allowed) => write!(f, "has more than the {allowed} decimals of its currency"),
            Self::Negative => f.write_str("is below zero"),
            Self::TooLarge => f.write_str("is too large"),
            Self::OtherCurrency => f.write_str("mixes two currencies"),
        }
    }
}

impl Money {
    /// 2^53 − 1: the largest whole number every JSON reader keeps exactly.
    pub const MAX_MINOR: i64 = 9_007_199_254_740_991;

    /// `minor` in the currency's smallest unit.
    pub fn new(minor: i64, currency: Currency) -> Result<Self, MoneyError> {
        if minor < 0 {
            return Err(MoneyError::Negative);
        }
        if minor > Self::MAX_MINOR {
            return Err(MoneyError::TooLarge);
        }
        Ok(Self { minor, currency })
    }

    /// Nothing, in that currency.
    pub fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// The amount in the currency's smallest unit.
    pub fn minor(self) -> i64 {
        self.minor
    }

    pub fn currency(self) -> Currency {
        self.currency
    }

    /// The sum, in one currency.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::OtherCurrency);
        }
        Self::new(self.minor.checked_add(other.minor).ok_or(MoneyError::TooLarge)?, self.currency)
    }

    /// The difference; below zero is an error.
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::OtherCurrency);
        }
        Self::new(self.minor - other.minor, self.currency)
    }

    /// So many of it.
    pub fn times(self, count: u32) -> Result<Self, MoneyError> {
        Self::new(self.minor.checked_mul(i64::from(count)).ok_or(MoneyError::TooLarge)?, self.currency)
    }

    /// Reads `12`, `12.5` or `12.500`; zeros beyond the currency's decimals are no extra precision.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        let text = text.trim();
        if text.starts_with('-') {
            return Err(MoneyError::Negative);
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let dot_alone = text.contains('.') && fraction.is_empty();
        if whole.is_empty() || dot_alone || !digits(whole) || !digits(fraction) {
            return Err(MoneyError::NotDecimal);
        }
        let places = currency.exponent() as usize;
        let kept = fraction.trim_end_matches('0');
        if kept.len() > places {
            return Err(MoneyError::TooPrecise(currency.exponent()));
        }
        let minor = format!("{whole}{kept:0<places$}");
        let minor = minor.trim_start_matches('0');
        let minor = if minor.is_empty() { 0 } else { minor.parse().map_err(|_| MoneyError::TooLarge)? };
        Self::new(minor, currency)
    }

    /// `12.50`, `1280`, `0.005`: what [`Money::parse`] reads back.
    pub fn decimal(self) -> String {
        let (whole, fraction) = self.split();
        if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") }
    }

    /// Whole units grouped by thousands, and the decimals: `("1,280", "50")`; the decimals may be empty.
    pub fn parts(self) -> (String, String) {
        let (whole, fraction) = self.split();
        let mut grouped = String::with_capacity(whole.len() + whole.len() / 3);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        (grouped, fraction)
    }

    fn split(self) -> (String, String) {
        let places = self.currency.exponent() as usize;
        if places == 0 {
            return (self.minor.to_string(), String::new());
        }
        let digits = format!("{:0>width$}", self.minor, width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        (whole.to_owned(), fraction.to_owned())
    }
}

impl fmt::Display for Money {
    /// As a person reads it: `¥1,280.50`, `CHF 12.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, fraction) = self.parts();
        match self.currency.sign() {
            "" => write!(f, "{}\u{a0}{whole}", self.currency)?,
            sign => write!(f, "{sign}{whole}")?,
        }
        if fraction.is_empty() { Ok(()) } else { write!(f, ".{fraction}") }
    }
}
