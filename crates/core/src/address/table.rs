//! Word lists as plain text, and the one search through them: a list costs its letters and no code of its own.

use super::glyph;

/// Where a word of a table was found: its line and its place in the line, and the position behind it in the text.
#[derive(Clone, Copy)]
pub struct Hit {
    pub line: usize,
    pub word: usize,
    pub end: usize,
}

/// The first word of the table that stands in the text at `at`. Lines end with `\n`, words with `|`; ASCII case does
/// not matter, `#` is any digit, `@` any ASCII letter, `%` either. A Latin word has to be a whole one.
pub fn find(table: &str, text: &[char], at: usize) -> Option<Hit> {
    let mut hit = Hit { line: 0, word: 0, end: at };
    let mut fits = true;
    for c in table.chars() {
        if c == '|' || c == '\n' {
            if fits && hit.end > at && !goes_on(text, hit.end) {
                return Some(hit);
            }
            hit.end = at;
            fits = true;
            hit.word += 1;
            if c == '\n' {
                hit.line += 1;
                hit.word = 0;
            }
        } else if fits {
            let found = text.get(hit.end).copied().unwrap_or('\0');
            fits = match c {
                '#' => found.is_ascii_digit(),
                '@' => found.is_ascii_alphabetic(),
                '%' => found.is_ascii_alphanumeric(),
                _ => c.eq_ignore_ascii_case(&found),
            };
            hit.end += 1;
        }
    }
    None
}

/// The position behind the word of the table that stands at `at`.
pub fn end(table: &str, text: &[char], at: usize) -> Option<usize> {
    Some(find(table, text, at)?.end)
}

/// Whether the text is a word of the table and nothing else.
pub fn has(table: &str, text: &[char]) -> bool {
    end(table, text, 0) == Some(text.len())
}

/// Whether a Latin word does not stop at this position.
fn goes_on(text: &[char], at: usize) -> bool {
    let joins = |c: &char| c.is_ascii_digit() || glyph::is_latin(*c);
    text[at - 1].is_ascii_alphanumeric() && text.get(at).is_some_and(joins)
}
