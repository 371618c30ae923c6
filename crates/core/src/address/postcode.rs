//! Postcodes of the world outside China, known by their shape: 9 is a digit, A a letter, X either.

/// The shape, the country it belongs to alone, and the countries that have it (none: any).
struct Shape(&'static str, &'static str, &'static str);

const SHAPES: [Shape; 20] = [
    Shape("A9 9AA", "GB", ""),
    Shape("A99 9AA", "GB", ""),
    Shape("AA9 9AA", "GB", ""),
    Shape("AA99 9AA", "GB", ""),
    Shape("A9A 9AA", "GB", ""),
    Shape("AA9A 9AA", "GB", ""),
    Shape("A9A 9A9", "CA", ""),
    Shape("A9A9A9", "CA", ""),
    Shape("A9X XXXX", "IE", "IE"),
    Shape("9999 AA", "NL", ""),
    Shape("999 99", "", "SE CZ GR"),
    Shape("999 999", "IN", "IN"),
    Shape("99999-9999", "US", ""),
    Shape("99999-999", "BR", ""),
    Shape("999-9999", "JP", ""),
    Shape("9999-999", "PT", "PT"),
    Shape("99-999", "PL", "PL"),
    Shape("999999", "", ""),
    Shape("99999", "", ""),
    Shape("9999", "", "AU NZ AT CH BE DK NO HU ZA PH"),
];

/// A postcode and the country that its shape alone gives away.
pub struct Found {
    pub code: String,
    pub country: &'static str,
    /// Only digits, so that it may as well be the number of a house.
    pub plain: bool,
}

/// Reads one or two words as a postcode of `country`, which may be unknown.
pub fn read(words: &[&str], country: &str) -> Option<Found> {
    let mut code = words.join(" ");
    // «D-80331» says the country before the code.
    if let Some((letters, rest)) = code.split_once('-') {
        if letters.len() < 3 && letters.bytes().all(|c| c.is_ascii_uppercase()) {
            code = rest.into();
        }
    }
    let Shape(pattern, own, _) = SHAPES.iter().find(|Shape(pattern, _, only)| {
        (only.is_empty() || !country.is_empty() && only.contains(country)) && fits(pattern, &code)
    })?;
    let plain = pattern.bytes().all(|c| c == b'9');
    Some(Found { code, country: own, plain })
}

fn fits(pattern: &str, code: &str) -> bool {
    let same = |(pattern, c): (u8, u8)| match pattern {
        b'9' => c.is_ascii_digit(),
        b'A' => c.is_ascii_alphabetic(),
        b'X' => c.is_ascii_alphanumeric(),
        _ => c == pattern,
    };
    pattern.len() == code.len() && pattern.bytes().zip(code.bytes()).all(same)
}
