//! An address in Chinese characters, with its parts in any order.

use super::{
    Address, glyph, name, province,
    region::{self, Region},
    table,
};

/// Fills the fields that are still empty from the text; the rest becomes the street.
pub fn fill(text: &mut [char], address: &mut Address) {
    take_postcode(text, address);
    if address.name.is_empty()
        && let Some((start, end, taken)) = name::find(text)
    {
        glyph::take(&mut address.name, text, start, end);
        text[end..taken].fill('\n');
    }
    if let Some(region) = find_region(text, address) {
        glyph::set(&mut address.district, &text[region.district.0..region.district.1]);
        glyph::set(&mut address.city, &text[region.city.0..region.city.1]);
        if region.short {
            address.city.push('市');
        }
        if let Some(province) = region.province {
            province.name(&mut address.province);
            address.country.push_str(province.country());
            if province.is_municipality() {
                province.name(&mut address.city);
            } else if province.is_city_state() && address.city.is_empty() {
                glyph::set(&mut address.city, &text[region.start..region.start + 2]);
            }
        }
        text[region.start..region.end].fill('\n');
    }
    glyph::tidy(text, &mut address.street);
}

/// Six digits on their own, or right before the region.
fn take_postcode(text: &mut [char], address: &mut Address) {
    for at in 0..text.len() {
        if !address.postcode.is_empty()
            || !glyph::starts(text, at)
            || at > 1 && glyph::among(text[at - 2], "栋幢座元")
        {
            continue;
        }
        if let Some(end) = table::end("######|", text, at)
            && (end == text.len() || glyph::is_gap(text[end]) || province::at(text, end).is_some())
        {
            glyph::take(&mut address.postcode, text, at, end);
        }
    }
}

/// The region, by the surest sign that the text offers.
fn find_region(text: &mut [char], address: &mut Address) -> Option<Region> {
    for sign in 0..5 {
        for at in 0..text.len() {
            let starts = glyph::starts(text, at);
            let found = match sign {
                0 => starts && province::at(text, at).is_some_and(|found| !found.is_city),
                1 if starts && address.name.is_empty() => {
                    // «张三浙江省…»: a name right before the region.
                    let glued = |end: &usize| {
                        *end < text.len()
                            && name::is_sure(&text[at..*end])
                            && province::at(text, *end).is_some()
                    };
                    if let Some(end) = (at + 2..at + 5).find(glued) {
                        glyph::take(&mut address.name, text, at, end);
                        return region::at(text, end, false);
                    }
                    false
                }
                2 => starts && province::at(text, at).is_some(),
                // «请寄浙江省杭州市…»: words before a province are no obstacle if its name is complete.
                3 => province::at(text, at).is_some_and(|found| found.full),
                _ => false,
            };
            if (found || sign == 4 && starts)
                && let Some(region) = region::at(text, at, sign == 4)
            {
                return Some(region);
            }
        }
    }
    None
}
