//! Finds the phone number in a text, however it is grouped.

use super::glyph;

pub struct Found {
    pub start: usize,
    pub end: usize,
    pub number: String,
    /// A mobile number of mainland China.
    pub chinese: bool,
}

/// The first phone number; one that looks like nothing but eight digits only if there is no better.
pub fn find(text: &[char]) -> Option<Found> {
    let search = |weak| (0..text.len()).find_map(|at| number_at(text, at, weak));
    search(false).or_else(|| search(true))
}

fn number_at(text: &[char], start: usize, weak: bool) -> Option<Found> {
    let plus = text[start] == '+';
    let before = if start == 0 { '\n' } else { text[start - 1] };
    let opens = !(before.is_ascii_alphanumeric() || matches!(before, '-' | '#' | '+' | '/'));
    if !opens || !(plus || text[start].is_ascii_digit()) {
        return None;
    }
    let mut digits = [0; 16];
    let mut count = 0;
    let mut groups = Vec::new();
    let mut end = None;
    let mut at = start + usize::from(plus);
    'groups: loop {
        let group = at;
        while let Some(digit) = text.get(at).and_then(|c| c.to_digit(10)) {
            if count == digits.len() {
                break 'groups;
            }
            digits[count] = digit as u8;
            count += 1;
            at += 1;
        }
        if at == group {
            break;
        }
        groups.push(at - group);
        let digits = &digits[..count];
        if plus {
            if count > longest(digits) {
                break;
            }
            if count >= 8 {
                end = Some((at, count));
            }
        } else if is_number(digits, &groups, weak) {
            end = Some((at, count));
            break;
        }
        for _ in 0..2 {
            if matches!(text.get(at), Some(' ' | '-' | '.' | '(' | ')')) {
                at += 1;
            }
        }
    }
    let (end, count) = end?;
    let mut number = &digits[..count];
    if number.starts_with(&[0, 0, 8, 6]) {
        number = &number[4..];
    } else if number.starts_with(&[8, 6]) {
        number = &number[2..];
    }
    let chinese = is_mobile(number) && (!plus || number.len() < count);
    let end_of_extension = extension(text, end);
    let bracket = before == '(' && text[start..end].contains(&')');
    let start = start - usize::from(bracket);
    let number = if chinese {
        let mut plain: String = number.iter().map(|digit| char::from(b'0' + digit)).collect();
        plain.extend(&text[end..end_of_extension]);
        plain
    } else {
        glyph::string(&text[start..end_of_extension])
    };
    Some(Found { start, end: end_of_extension, number, chinese })
}

fn is_mobile(digits: &[u8]) -> bool {
    digits.len() == 11 && digits[0] == 1 && digits[1] >= 3
}

/// What counts as a number without a plus sign, group by group.
fn is_number(digits: &[u8], groups: &[usize], weak: bool) -> bool {
    let first = digits[0];
    let grouped = groups.iter().skip(1).all(|group| *group >= 3);
    match digits.len() {
        8 => weak && first >= 2 && matches!(groups, [8] | [4, 4]),
        10 if first >= 2 && matches!(groups, [10] | [3, 3, 4] | [5, 5] | [3, 7]) => true,
        // Trunk dialling: 0571-88888888, 0912-345-678, 06 12 34 56 78.
        10..=12 if first == 0 => groups[0] <= 5 || groups[0] >= 10,
        11 => is_mobile(digits) && grouped && groups[0] >= 3 || first == 1 && matches!(groups, [1, 3, 3, 4]),
        13 => digits.starts_with(&[8, 6]) && is_mobile(&digits[2..]),
        15 => digits.starts_with(&[0, 0, 8, 6]) && is_mobile(&digits[4..]),
        _ => false,
    }
}

/// How many digits a number of this country has at most, so that a house number behind it is left alone.
fn longest(digits: &[u8]) -> usize {
    match digits {
        [1, ..] | [3, 3 | 4, ..] | [6, 1, ..] | [8, 5, 2 | 3, ..] => 11,
        [6, 5, ..] => 10,
        [4, 4, ..] | [9, 1, ..] | [8, 1, ..] | [8, 8, 6, ..] => 12,
        _ => 13,
    }
}

/// Behind «-1234» or «转1234», the extension of a landline or of a number lent for one parcel.
fn extension(text: &[char], end: usize) -> usize {
    let most = match text.get(end) {
        Some('-') => 4,
        Some('转' | '轉') => 6,
        _ => return end,
    };
    let digits = text[end + 1..].iter().take_while(|c| c.is_ascii_digit()).take(most + 1).count();
    if (1..=most).contains(&digits) { end + 1 + digits } else { end }
}
