//! The levels of a Chinese address that stand together: province, city and district.

use super::province::{self, Province};
use super::{glyph, table};

/// Where the levels stand in the text; an empty range is a level that is not there.
#[derive(Clone, Copy)]
pub struct Region {
    pub province: Option<Province>,
    pub city: (usize, usize),
    /// The city was written without its 市.
    pub short: bool,
    pub district: (usize, usize),
    pub start: usize,
    pub end: usize,
}

/// Reads the levels that follow one another from `start`; it begins with a province or a known city, unless it may be `any`.
pub fn at(text: &[char], start: usize, any: bool) -> Option<Region> {
    let found = province::at(text, start);
    if found.is_none() && !any {
        return None;
    }
    let mut region =
        Region { province: None, city: (0, 0), short: false, district: (0, 0), start, end: start };
    if let Some(found) = found {
        region.province = Some(found.province);
        if !found.is_city {
            region.end = found.end;
        }
    }
    region.read_city(text);
    region.read_district(text);
    region.skip_repeated(text);
    (region.end > start).then_some(region)
}

impl Region {
    /// A form that has the region in a box of its own is often pasted with the region twice.
    fn skip_repeated(&mut self, text: &[char]) {
        let mut at = self.end;
        for &c in &text[self.start..self.end] {
            if !glyph::is_gap(c) {
                at = glyph::skip_gaps(text, at);
                if text.get(at) != Some(&c) {
                    return;
                }
                at += 1;
            }
        }
        self.end = at;
    }

    fn set_city(&mut self, start: usize, end: usize, short: bool) {
        self.city = (start, end);
        self.short = short;
        self.end = end;
    }

    /// A known city, a part of Hong Kong, or a city known by its last character: 市, 自治州, 地区, 盟, or a bare 州.
    fn read_city(&mut self, text: &[char]) {
        let at = glyph::skip_gaps(text, self.end);
        let part = han(text, at);
        let mut long_names = true;
        if let Some(province) = self.province {
            long_names = province.has_long_names();
            let unnamed = if province.is_municipality() {
                "北京市|天津市|上海市|重庆市|市辖区|"
            } else {
                "九龙|九龍|新界|香港岛|香港島|港岛|"
            };
            if province.is_municipality() || province.is_city_state() {
                if let Some(end) = table::end(unnamed, text, at) {
                    self.set_city(at, end, false);
                }
                return;
            }
            if let Some(found) = province::at(text, at).filter(|found| found.is_city) {
                let written = text.get(found.end) == Some(&'市');
                return self.set_city(at, found.end + usize::from(written), !written);
            }
        }
        for stem in 1..part.len() {
            let (before, c) = (part[stem - 1], part[stem]);
            let next = part.get(stem + 1).copied().unwrap_or(' ');
            let end = at + stem + 1;
            // Two names in a row, the first without its 市.
            let pair = stem > 3 && !long_names && before != '林' && !part.contains(&'族');
            match c {
                '市' if before == '超' || stem == 1 && next == '区' => return,
                '市' if stem == 1 && next == '市' => return self.set_city(at, end + 1, false),
                '市' | '区' | '县' if pair => return self.set_city(at, at + 2, true),
                '市' => return self.set_city(at, end, false),
                '盟' if stem > 2 => return self.set_city(at, end, false),
                '州' if glyph::among(next, "市区县區縣镇路街") => {}
                '州' if before == '治' || stem < 5 => return self.set_city(at, end, stem == 1),
                '区' if before == '地' && stem > 2 => return self.set_city(at, end, false),
                '镇' if stem == 1 => {}
                _ if glyph::among(c, "区县旗區縣路街道巷弄号號镇鎮") => return,
                _ => {}
            }
        }
    }

    /// 区, 县, 旗, a county-level city, or a town under a city.
    fn read_district(&mut self, text: &[char]) {
        let at = glyph::skip_gaps(text, self.end);
        let part = han(text, at);
        for stem in 1..part.len() {
            let (before, c) = (part[stem - 1], part[stem]);
            let next = part.get(stem + 1).copied().unwrap_or(' ');
            let twice = next == c || c == '市' && next == '区';
            let ends = match c {
                '区' | '區' => !is_no_district(&part[..stem]),
                '旗' => before != '红',
                '市' => before != '超' && !glyph::among(next, "场民"),
                '镇' | '鎮' if stem == 1 && !twice => continue,
                '镇' | '鎮' => self.city.1 > 0,
                '县' | '縣' => true,
                _ if glyph::among(c, "路街道巷弄号號村苑") => false,
                _ => continue,
            };
            if ends {
                self.end = at + stem + 1 + usize::from(twice);
                self.district = (at, self.end);
            }
            return;
        }
    }
}

/// The Chinese characters from here on, as many as a name may have.
fn han(text: &[char], at: usize) -> &[char] {
    let mut end = at;
    while end < text.len() && end < at + 18 && glyph::is_han(text[end]) {
        end += 1;
    }
    &text[at..end]
}

/// 小区, 校区 and their like are places inside a district.
fn is_no_district(stem: &[char]) -> bool {
    let last = stem[stem.len() - 1];
    let park = last == '园' && !matches!(stem, [.., '业' | '技', _]);
    park || stem.len() > 5 && !glyph::among(last, "发治范业理济作园")
        || glyph::among(last, "小社校厂景街院片库")
}
