//! The time of day, as the database and the API write it.

use jiff::Timestamp;

/// Milliseconds of a day.
pub const DAY: i64 = 86_400_000;

/// Milliseconds since 1970, UTC.
pub fn now() -> i64 {
    Timestamp::now().as_millisecond()
}

/// RFC 3339 in UTC with whole seconds: `2026-11-22T10:00:00Z`.
pub fn rfc3339(millis: i64) -> String {
    Timestamp::from_second(millis.div_euclid(1000)).map(|time| time.to_string()).unwrap_or_default()
}

/// The day as it begins an order's code: `261122`.
pub fn day(millis: i64) -> String {
    Timestamp::from_millisecond(millis).map(|time| time.strftime("%y%m%d").to_string()).unwrap_or_default()
}

/// A day counted since 1970: `2026-11-22`.
pub fn date(day: i64) -> String {
    let midnight = Timestamp::from_millisecond(day.saturating_mul(DAY));
    midnight.map(|time| time.strftime("%Y-%m-%d").to_string()).unwrap_or_default()
}
