//! Spreadsheets run what begins like a formula. A field that does gets a quote before it on its way out, which is taken
//! off again when the file comes back.

use std::borrow::Cow;

/// Whether a spreadsheet may take the field for a formula; full-width signs count where East Asian ones are typed.
fn is_risky(field: &str) -> bool {
    field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// The field as it may stand in a CSV.
pub fn quote(field: &str) -> Cow<'_, str> {
    if is_risky(field.trim_start_matches('\'')) {
        Cow::Owned(format!("'{field}"))
    } else {
        Cow::Borrowed(field)
    }
}

/// What [`quote`] was given; a quote that was always there stays.
pub fn unquote(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest) if is_risky(rest.trim_start_matches('\'')) => rest,
        _ => field,
    }
}

#[cfg(test)]
mod tests {
    use super::{quote, unquote};

    #[test]
    fn what_begins_like_a_formula_is_quoted_and_comes_back() {
        for risky in ["=1+1", "+86 10", "-5", "@SUM", "\tx", "\rx", "'=1", "''+", "＝1"] {
            assert_eq!(quote(risky), format!("'{risky}"));
            assert_eq!(unquote(&quote(risky)), risky);
        }
        for plain in ["", "'", "'tis", "''", "5", "a=b", "茶"] {
            assert_eq!(quote(plain), plain);
            assert_eq!(unquote(plain), plain);
        }
    }
}
