//! An address in Chinese characters, with its parts in any order.

use super::{Address, glyph, name, province, region};

/// Fills the fields that are still empty from the text; the rest becomes the street.
pub fn fill(mut text: Vec<char>, address: &mut Address) {
    take_country(&mut text, address);
    if address.postcode.is_empty() {
        take_postcode(&mut text, address);
    }
    if address.name.is_empty() {
        if let Some(found) = name::find(&text) {
            address.name = glyph::string(&text[found.start..found.end]);
            text[found.start..found.taken].fill('\n');
        }
    }
    if let Some(region) = find_region(&mut text, address) {
        if let Some(province) = region.province {
            address.province = province.name();
            address.country = province.country.into();
        }
        address.city = region.city;
        address.district = region.district;
        text[region.start..region.end].fill('\n');
    }
    address.street = glyph::tidy(&text);
}

/// Where a part starts: at the beginning and behind every gap.
fn starts(text: &[char]) -> impl Iterator<Item = usize> {
    (0..text.len()).filter(|&at| !glyph::is_gap(text[at]) && (at == 0 || glyph::is_gap(text[at - 1])))
}

fn take_country(text: &mut [char], address: &mut Address) {
    let found = starts(text).find_map(|at| Some((at, glyph::any_at(text, at, "中国大陆|中国|中國")?)));
    // 中国银行 is where somebody works.
    if let Some((start, end)) = found.filter(|(_, end)| {
        text.get(*end).is_none_or(|c| glyph::is_gap(*c)) || province::at(text, *end).is_some()
    }) {
        address.country = "CN".into();
        text[start..end].fill('\n');
    }
}

/// Six digits on their own, or right before the region.
fn take_postcode(text: &mut [char], address: &mut Address) {
    let found = starts(text).find(|&at| {
        let digits = text[at..].iter().take(7).take_while(|c| c.is_ascii_digit()).count();
        let ends = text.get(at + 6).is_none_or(|c| glyph::is_gap(*c)) || province::at(text, at + 6).is_some();
        let house = text[..at].iter().rev().find(|c| **c != ' ');
        digits == 6 && ends && !matches!(house, Some('栋' | '幢' | '座' | '元'))
    });
    if let Some(at) = found {
        address.postcode = glyph::string(&text[at..at + 6]);
        text[at..at + 6].fill('\n');
    }
}

/// The region, by the surest sign that the text offers; a name glued before it is taken on the way.
fn find_region(text: &mut [char], address: &mut Address) -> Option<region::Region> {
    if let Some(start) = starts(text).find(|at| province::at(text, *at).is_some()) {
        return region::at(text, start);
    }
    if address.name.is_empty() {
        let glued = starts(text).find_map(|at| glued_name(text, at));
        if let Some((start, end)) = glued {
            let found = region::at(text, end);
            address.name = glyph::string(&text[start..end]);
            text[start..end].fill('\n');
            return found;
        }
    }
    starts(text)
        .find_map(|at| region::at(text, at))
        .or_else(|| {
            (0..text.len()).filter(|at| text[*at] > '\u{2fff}').find_map(|at| named_in_full(text, at))
        })
        .or_else(|| starts(text).find_map(|at| region::without_province(text, at)))
}

/// «请寄浙江省杭州市…»: words before a province are no obstacle if its name is complete.
fn named_in_full(text: &[char], at: usize) -> Option<region::Region> {
    let (province, end) = province::at(text, at)?;
    let longer = end - at > province.short.chars().count();
    if longer { region::at(text, at) } else { None }
}

/// «张三浙江省…»: a name right before the region.
fn glued_name(text: &[char], at: usize) -> Option<(usize, usize)> {
    let ends =
        |end: &usize| text.get(at..*end).is_some_and(name::is_sure) && region::at(text, *end).is_some();
    (at + 2..at + 5).find(ends).map(|end| (at, end))
}
