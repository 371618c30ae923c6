//! Weights as files write them, in whole grams.

/// Reads `1.5:kg` or `250 g`; a bare number is in grams. Parts of a gram are cut off; 0 and what is no weight is `None`.
pub fn grams(text: &str) -> Option<i64> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    let thousandths: i64 = format!("{whole}{thousandths}").parse().ok()?;
    // Micrograms in a thousandth of the unit.
    let micrograms = match unit.trim_matches([' ', ':']).to_ascii_lowercase().as_str() {
        "" | "g" => 1_000,
        "kg" => 1_000_000,
        "lb" => 453_592,
        "oz" => 28_350,
        _ => return None,
    };
    let grams = thousandths.checked_mul(micrograms)? / 1_000_000;
    (grams > 0).then_some(grams)
}

#[cfg(test)]
mod tests {
    use super::grams;

    #[test]
    fn weights_are_whole_grams() {
        let table = [
            ("1000.0:g", Some(1000)),
            ("250", Some(250)),
            ("1.5 kg", Some(1500)),
            ("0.25:kg", Some(250)),
            ("2:lb", Some(907)),
            ("10 oz", Some(283)),
            ("12.9", Some(12)),
            ("0", None),
            ("0.0", None),
            ("", None),
            ("heavy", None),
            ("3 stone", None),
            ("99999999999999999999", None),
        ];
        for (text, wanted) in table {
            assert_eq!(grams(text), wanted, "{text}");
        }
    }
}
