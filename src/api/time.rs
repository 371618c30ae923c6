//! Times on the wire: RFC 3339 UTC such as `2026-11-22T10:00:00Z`, inside seconds since 1970.

use crate::json::At;

/// The member's time, in seconds since 1970.
pub fn time(at: &At, key: &'static str) -> i64 {
    at.parsed(key, seconds, "1970-01-01T00:00:00Z")
}

fn seconds(text: &str) -> Option<i64> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok().map(i64::from);
    let marks = text.as_bytes();
    let shaped = marks.len() >= 20 && [marks[4], marks[7], marks[10], marks[13], marks[16]] == *b"--T::";
    if !shaped || !text.ends_with('Z') {
        return None;
    }
    let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Days since 1970 by counting years from March, so that a leap day is the last of its year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1 - 719_468;
    Some(days * 86_400 + part(11, 13)? * 3600 + part(14, 16)? * 60 + part(17, 19)?)
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn reads_utc_times_and_nothing_else() {
        for (text, expected) in [
            ("1970-01-01T00:00:00Z", Some(0)),
            ("2000-02-29T12:00:00Z", Some(951_825_600)),
            ("2026-11-22T10:00:00Z", Some(1_795_341_600)),
            ("2026-11-22T10:00:00.123Z", Some(1_795_341_600)),
            ("2026-11-22T10:00:00+01:00", None),
            ("2026-11-22", None),
            ("2026-13-22T10:00:00Z", None),
            ("中文中文中文中文", None),
            ("", None),
        ] {
            assert_eq!(seconds(text), expected, "{text}");
        }
    }
}
