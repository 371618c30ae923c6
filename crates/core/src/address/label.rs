//! The words of a form around the values («收货人:», «Phone:»): they say what follows and are not part of it.

use super::{Address, glyph, table};

/// One line for each kind of label. Those of the first four may lack their colon when they open a part.
const LABELS: &str = "\
收货人姓名|收件人姓名|收货人|收件人|联系人|姓名
邮政编码|邮编|postal code|postcode|zip code|zip|cep
手机号码|手机号|手机|联系电话|联系方式|电话号码|电话|phone number|phone|mobile|telephone|tel
收货地址|收件地址|邮寄地址|所在地区|详细地址|地址
full name|recipient|name|名字
省份|城市|区县|地区|街道|shipping address|street address|address|street|country
city|town
state|province
";
const NAME: usize = 0;
const POSTCODE: usize = 1;
const PHONE: usize = 2;
const BARE: usize = 4;
const CITY: usize = 6;
const PROVINCE: usize = 7;

/// The text with a line's end in place of every label; labelled names, postcodes and Western regions go to their fields.
pub fn take(text: &[char], address: &mut Address) -> Vec<char> {
    let mut rest = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let Some((kind, start)) = label_at(text, at) else {
            rest.push(text[at]);
            at += 1;
            continue;
        };
        rest.push('\n');
        at = start;
        let field = match kind {
            NAME => &mut address.name,
            POSTCODE => &mut address.postcode,
            CITY => &mut address.city,
            PROVINCE => &mut address.province,
            _ => continue,
        };
        let end = value_end(text, start, kind);
        let value = glyph::trimmed(&text[start..end]);
        if field.is_empty() {
            glyph::set(field, value);
            if !value.is_empty() {
                rest.push('\n');
                at = end;
            }
        }
    }
    rest
}

/// The kind of the label that stands here, and where its value starts.
fn label_at(text: &[char], at: usize) -> Option<(usize, usize)> {
    let opens = glyph::starts(text, at);
    if !opens && !glyph::is_han(text[at]) {
        return None;
    }
    let hit = table::find(LABELS, text, at)?;
    let mut end = hit.end;
    while text.get(end) == Some(&' ') {
        end += 1;
    }
    let next = *text.get(end)?;
    let with_number = matches!(hit.line, POSTCODE | PHONE);
    let bare = opens && hit.line < BARE && (!with_number || glyph::among(next, "0123456789+("));
    match next {
        ':' => Some((if hit.line == BARE { NAME } else { hit.line }, end + 1)),
        _ if bare => Some((hit.line, end)),
        _ => None,
    }
}

/// A value ends with its line, at a comma or at the next label; a Chinese one also at a space, a name also at a digit.
fn value_end(text: &[char], start: usize, kind: usize) -> usize {
    let mut end = start;
    while text.get(end) == Some(&' ') {
        end += 1;
    }
    let start = end;
    while end < text.len() {
        let c = text[end];
        let stop = match c {
            '\n' | ',' | ';' | '|' => true,
            ' ' => glyph::is_han(text[end - 1]) || text.get(end + 1).is_some_and(|c| glyph::is_han(*c)),
            _ if kind == NAME => glyph::among(c, "0123456789+(["),
            _ => kind == POSTCODE && glyph::is_han(c),
        };
        if stop || end > start && label_at(text, end).is_some() {
            break;
        }
        end += 1;
    }
    end
}
