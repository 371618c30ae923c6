//! The characters of a pasted text, brought to one form, and the few questions the other files ask about them.

/// Stands where the phone number was, because a name is often found beside it.
pub const PHONE: char = '\0';

/// One form for what keyboards write in many: full-width signs become ASCII, invisible ones disappear.
pub fn clean(pasted: &str) -> Vec<char> {
    let mut text = Vec::new();
    for c in pasted.chars() {
        text.push(match c {
            '\u{ff01}'..='\u{ff5e}' => char::from((c as u32 - 0xfee0) as u8),
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => continue,
            '\n' | '\r' => '\n',
            '\0'..=' ' | '\u{7f}'..='\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{3000}' => ' ',
            '\u{2010}'..='\u{2015}' => '-',
            '。' => ',',
            '【' => '[',
            '】' => ']',
            _ => c,
        });
    }
    text
}

/// Whether a character is one of a few.
pub fn among(c: char, few: &str) -> bool {
    few.chars().any(|one| one == c)
}

/// Between two parts of an address: a space, a line's end, a comma, a bracket or a number that was taken.
pub fn is_gap(c: char) -> bool {
    among(c, " \n,;|()[]\0")
}

pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// A letter of a Western name or street, accents included.
pub fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}')
}

/// The position behind the gap at `at`.
pub fn skip_gaps(text: &[char], mut at: usize) -> usize {
    while at < text.len() && is_gap(text[at]) {
        at += 1;
    }
    at
}

/// Whether a part starts here: at the beginning or behind a gap.
pub fn starts(text: &[char], at: usize) -> bool {
    !is_gap(text[at]) && (at == 0 || is_gap(text[at - 1]))
}

/// Whether a word starts here: at the beginning or behind a space.
pub fn opens(part: &[char], at: usize) -> bool {
    at == 0 || part[at - 1] == ' '
}

/// Writes a piece of the text into a field.
#[inline(never)]
pub fn set(field: &mut String, piece: &[char]) {
    field.clear();
    field.extend(piece);
}

/// Moves a piece of the text into a field; a gap stays in its place.
#[inline(never)]
pub fn take(field: &mut String, text: &mut [char], start: usize, end: usize) {
    set(field, &text[start..end]);
    text[start..end].fill('\n');
}

/// Writes the text into a field with every run of gaps as one space, without brackets left empty and signs left over
/// at the ends.
pub fn tidy(text: &[char], field: &mut String) {
    let mut kept: Vec<char> = Vec::new();
    for &c in text {
        let last = kept.last().copied().unwrap_or('(');
        if among(c, " \n,;|\0") {
            if !among(last, " ([") {
                kept.push(' ');
            }
            continue;
        }
        if among(c, ")]") {
            if last == ' ' {
                kept.pop();
            }
            if among(last, "([") {
                kept.pop();
                continue;
            }
        }
        kept.push(c);
    }
    set(field, trimmed(&kept));
}

/// Without the separators that are left at both ends when the part beside them was taken.
pub fn trimmed(mut text: &[char]) -> &[char] {
    const LOOSE: &str = " \n,;|-:/、\0";
    while !text.is_empty() && among(text[0], LOOSE) {
        text = &text[1..];
    }
    while !text.is_empty() && among(text[text.len() - 1], LOOSE) {
        text = &text[..text.len() - 1];
    }
    text
}
