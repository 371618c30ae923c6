//! Finds the phone number in a text, however it is grouped.

use super::{glyph, table};

/// Moves the first phone number out of the text into its field and leaves its sign; eight or nine digits are one only if
/// there is no better. Whether it is a mobile number of mainland China.
pub fn take(text: &mut [char], field: &mut String) -> bool {
    let mut weak = false;
    loop {
        for start in 0..text.len() {
            if let Some((end, mobile)) = number_at(text, start, weak) {
                cut(text, start, end, mobile, field);
                return mobile;
            }
        }
        if weak {
            return false;
        }
        weak = true;
    }
}

/// The number that starts here: where it ends, and whether it is a Chinese mobile number.
fn number_at(text: &[char], start: usize, weak: bool) -> Option<(usize, bool)> {
    let plus = text[start] == '+';
    if !plus && !text[start].is_ascii_digit() || start > 0 && is_joined(text[start - 1]) {
        return None;
    }
    // A house number may follow the phone number: only so many digits belong to it.
    let most = match text.get(start + 1) {
        Some('1' | '6') => 11,
        _ => 13,
    };
    let mut at = start + usize::from(plus);
    let (mut value, mut count, mut lead, mut shape, mut end) = (0_u64, 0, 0, 0_u64, None);
    loop {
        let group = at;
        while count < 16 && at < text.len() && text[at].is_ascii_digit() {
            value = value * 10 + u64::from(text[at] as u32 - u32::from('0'));
            count += 1;
            at += 1;
        }
        if at == group {
            return end;
        }
        // 138 0013 8000 has the shape 0x344.
        if lead == 0 {
            lead = at - group;
        }
        shape = shape << 4 | (at - group) as u64;
        let head = value / 1_000_000_000;
        if matches!(head, 8613..=8619) || !plus && count == 11 && matches!(head, 13..=19) {
            return Some((at, true));
        }
        if plus {
            if count > most {
                return end;
            }
            if count >= 8 {
                end = Some((at, false));
            }
        } else {
            let first = text[start];
            let fits = match count {
                8 | 9 => weak && first > '1' && matches!(shape, 0x8 | 0x44 | 0x333),
                10 if first > '1' => matches!(shape, 0xa | 0x334 | 0x55 | 0x37),
                11 if first == '1' => shape == 0x1334,
                // Trunk dialling: 0571-88888888, 0912-345-678, 06 12 34 56 78; six digits are a postcode.
                10..=12 => first == '0' && lead != 6,
                _ => false,
            };
            if fits {
                return Some((at, false));
            }
        }
        for _ in 0..2 {
            if at < text.len() && glyph::among(text[at], " -.()") {
                at += 1;
            }
        }
    }
}

/// Digits behind a letter, a hyphen or the like are part of something else.
fn is_joined(before: char) -> bool {
    before.is_ascii_alphanumeric() || glyph::among(before, "-#+/")
}

/// Cuts the number out with its extension, «-1234» or «转1234»; a mobile number is written without prefix and spaces.
fn cut(text: &mut [char], start: usize, end: usize, mobile: bool, field: &mut String) {
    let tail = table::end("-####|-###|转####|转###|", text, end).unwrap_or(end);
    let bracket = start > 0 && text[start - 1] == '(' && text[start..end].contains(&')');
    let start = start - usize::from(bracket);
    // Of a mobile number, the last eleven digits.
    let mut digits = text[start..end].iter().filter(|c| c.is_ascii_digit()).count();
    let mut kept: Vec<char> = Vec::new();
    for &c in &text[start..end] {
        let prefix = digits > 11 || !c.is_ascii_digit();
        digits -= usize::from(c.is_ascii_digit());
        if !(mobile && prefix) {
            kept.push(c);
        }
    }
    if tail > end {
        kept.push('-');
        kept.extend(&text[end + 1..tail]);
    }
    glyph::set(field, &kept);
    text[start..tail].fill('\n');
    text[start] = glyph::PHONE;
}
