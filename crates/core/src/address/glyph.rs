//! The characters of a pasted text, brought to one form, and the few questions the other files ask about them.

/// Stands where the phone number was, because a name is often found beside it.
pub const PHONE: char = '\0';

/// One form for what keyboards write in many: full-width signs become ASCII, invisible ones disappear.
pub fn clean(pasted: &str) -> Vec<char> {
    let mut text = Vec::new();
    for c in pasted.chars() {
        let c = match c {
            '\u{ff01}'..='\u{ff5e}' => char::from((c as u32 - 0xfee0) as u8),
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => continue,
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => '\n',
            '\0'..=' ' | '\u{7f}'..='\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{3000}' => ' ',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '。' => ',',
            '【' | '〔' => '[',
            '】' | '〕' => ']',
            _ => c,
        };
        text.push(c);
    }
    text
}

/// Between two parts of an address: a space, a line's end, a comma, a bracket or a number that was taken.
pub fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\n' | ',' | ';' | '|' | '(' | ')' | '[' | ']' | PHONE)
}

pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// A letter of a Western name or street, accents included.
pub fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}')
}

/// The position from which nothing but gaps precedes the next character.
pub fn skip_gaps(text: &[char], mut at: usize) -> usize {
    while at < text.len() && is_gap(text[at]) {
        at += 1;
    }
    at
}

/// Whether `word` stands at `at`, ASCII case aside; then the position behind it.
pub fn word_at(text: &[char], at: usize, word: &str) -> Option<usize> {
    let mut end = at;
    for c in word.chars() {
        if !text.get(end)?.eq_ignore_ascii_case(&c) {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// The first of `words`, which are separated by `|`, that stands at `at`; the position behind it.
pub fn any_at(text: &[char], at: usize, words: &str) -> Option<usize> {
    words.split('|').find_map(|word| word_at(text, at, word))
}

pub fn string(text: &[char]) -> String {
    text.iter().collect()
}

/// The text with every run of gaps as one space, without brackets left empty and signs left over at the ends.
pub fn tidy(text: &[char]) -> String {
    let mut kept: Vec<char> = Vec::new();
    for &c in text {
        let c = if matches!(c, '\n' | ',' | ';' | '|' | PHONE) { ' ' } else { c };
        if c == ' ' && matches!(kept.last(), None | Some(' ' | '(' | '[')) {
            continue;
        }
        if matches!(c, ')' | ']') {
            if kept.last() == Some(&' ') {
                kept.pop();
            }
            if matches!(kept.last(), Some('(' | '[')) {
                kept.pop();
                continue;
            }
        }
        kept.push(c);
    }
    string(trimmed(&kept))
}

/// Without the separators that are left at both ends when the part beside them was taken.
pub fn trimmed(mut text: &[char]) -> &[char] {
    let loose = |c: &char| matches!(*c, ' ' | '\n' | ',' | ';' | '|' | '-' | ':' | '/' | '、' | PHONE);
    while let Some((_, rest)) = text.split_first().filter(|(c, _)| loose(c)) {
        text = rest;
    }
    while let Some((_, rest)) = text.split_last().filter(|(c, _)| loose(c)) {
        text = rest;
    }
    text
}
