//! The words of a form around the values («收货人:», «Phone:»): they say what follows and are not part of it.

use super::{Address, country, glyph};

/// Labels whose colon may be missing when they open a part.
const NAME: &str = "收货人姓名|收件人姓名|收货人|收件人|联系人|姓名";
const PHONE: &str = "手机号码|手机号|手机|联系电话|联系方式|电话号码|电话";
const POSTCODE: &str = "邮政编码|邮编";
const PLACE: &str = "收货地址|收件地址|收货人地址|所在地区|所在区域|详细地址|街道地址|地址";
/// Labels that are one only with their colon.
const PLACE_WITH_COLON: &str = "省份|省市区|城市|区县|地区|街道|国家";
const NAME_LATIN: &str = "full name|recipient|receiver|name|名字";
const PHONE_LATIN: &str = "phone number|phone|mobile|telephone|tel|cell";
const POSTCODE_LATIN: &str = "postal code|postcode|zip code|zip|cep";
const PLACE_LATIN: &str = "shipping address|street address|address line 1|address line 2|address|street";

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Name,
    Phone,
    Postcode,
    Place,
    City,
    Province,
    Country,
}

/// What a label may be like: its words, what it announces, and whether it needs its colon.
const LABELS: [(&str, Kind, bool); 13] = [
    (NAME, Kind::Name, false),
    (PHONE, Kind::Phone, false),
    (POSTCODE, Kind::Postcode, false),
    (PLACE, Kind::Place, false),
    (PLACE_WITH_COLON, Kind::Place, true),
    (NAME_LATIN, Kind::Name, true),
    (PHONE_LATIN, Kind::Phone, true),
    (POSTCODE_LATIN, Kind::Postcode, true),
    (PLACE_LATIN, Kind::Place, true),
    ("city|town", Kind::City, true),
    ("state|province|region", Kind::Province, true),
    ("country", Kind::Country, true),
    ("收货信息|收件信息", Kind::Place, true),
];

/// The text with a line's end in place of every label; labelled names, postcodes and Western regions go to their fields.
pub fn take(text: &[char], address: &mut Address) -> Vec<char> {
    let mut rest = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let Some((kind, value)) = label_at(text, at) else {
            rest.push(text[at]);
            at += 1;
            continue;
        };
        rest.push('\n');
        at = value;
        let end = value_end(text, value, kind);
        let value = string_of(text, value, end);
        let field = match kind {
            Kind::Name => &mut address.name,
            Kind::Postcode => &mut address.postcode,
            Kind::City => &mut address.city,
            Kind::Province => &mut address.province,
            Kind::Country => &mut address.country,
            Kind::Phone | Kind::Place => continue,
        };
        let value = if kind == Kind::Country { country::code(&value).into() } else { value };
        if field.is_empty() && !value.is_empty() {
            *field = value;
            rest.push('\n');
            at = end;
        }
    }
    rest
}

fn string_of(text: &[char], start: usize, end: usize) -> String {
    glyph::string(glyph::trimmed(&text[start..end]))
}

/// The label that stands here, and where its value starts.
fn label_at(text: &[char], at: usize) -> Option<(Kind, usize)> {
    let c = text[at];
    let opens = at == 0 || glyph::is_gap(text[at - 1]);
    if !(glyph::is_han(c) || c.is_ascii_alphabetic() && opens) {
        return None;
    }
    LABELS.iter().find_map(|&(words, kind, needs_colon)| {
        let mut end = glyph::any_at(text, at, words)?;
        while text.get(end) == Some(&' ') {
            end += 1;
        }
        let next = *text.get(end)?;
        let dialled = matches!(next, '0'..='9' | '+' | '(');
        let bare = opens && !needs_colon && (dialled || matches!(kind, Kind::Name | Kind::Place));
        match next {
            ':' => Some((kind, end + 1)),
            _ if bare => Some((kind, end)),
            _ => None,
        }
    })
}

/// A value ends with its line, at a comma or at the next label; a Chinese one also at a space, a name also at a digit.
fn value_end(text: &[char], start: usize, kind: Kind) -> usize {
    let mut end = start;
    let mut han = false;
    while end < text.len() {
        let c = text[end];
        han |= glyph::is_han(c);
        let stop = match c {
            '\n' | ',' | ';' | '|' => true,
            ' ' => {
                han || text[start].is_ascii_digit()
                    && kind == Kind::Postcode
                    && text.get(end + 1).is_some_and(|c| glyph::is_han(*c))
            }
            '0'..='9' | '+' | '(' | '[' => kind == Kind::Name,
            _ => kind == Kind::Postcode && glyph::is_han(c),
        };
        if stop || end > start && label_at(text, end).is_some() {
            break;
        }
        end += 1;
    }
    end
}
