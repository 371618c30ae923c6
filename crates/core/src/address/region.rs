//! The levels between province and street of a Chinese address: city and district.

use super::glyph;
use super::province::{self, Province};

#[derive(Default)]
pub struct Region {
    pub province: Option<&'static Province>,
    pub city: String,
    pub district: String,
    pub start: usize,
    pub end: usize,
}

/// Reads the levels that stand one after the other from `start`; none if there is neither a province nor a known city.
pub fn at(text: &[char], start: usize) -> Option<Region> {
    let mut region = Region { start, end: start, ..Region::default() };
    if let Some((province, end)) = province::at(text, start) {
        region.province = Some(province);
        // 吉林市 is a city of the same name as its province.
        let also_a_city = text.get(end) == Some(&'市');
        region.end = if also_a_city { start } else { end };
    } else {
        region.province = Some(province::city_at(text, start)?.0);
    }
    region.read(text);
    Some(region)
}

/// Reads city and district where no province is named and the city is not a known one.
pub fn without_province(text: &[char], start: usize) -> Option<Region> {
    let mut region = Region { start, end: start, ..Region::default() };
    region.read(text);
    (region.end > start).then_some(region)
}

impl Region {
    fn read(&mut self, text: &[char]) {
        self.skip_repeated(text);
        let at = glyph::skip_gaps(text, self.end);
        if let Some((city, end)) = self.province_city(text, at).or_else(|| self.city_at(text, at)) {
            self.city = city;
            self.end = end;
        } else if let Some(province) =
            self.province.filter(|province| province.country != "CN" && province.country != "TW")
        {
            self.city = province.short.into();
        }
        let at = glyph::skip_gaps(text, self.end);
        if let Some(end) = district_end(text, at, !self.city.is_empty()) {
            self.district = glyph::string(&text[at..end]);
            self.end = end;
        }
        self.skip_repeated(text);
    }

    /// A form that has the region in a box of its own is often pasted with the region twice.
    fn skip_repeated(&mut self, text: &[char]) {
        let at = glyph::skip_gaps(text, self.end);
        let Some((again, end)) = self.province.and_then(|_| province::at(text, at)) else { return };
        let same = self.province.is_some_and(|province| province.short == again.short);
        let next_is_city = text.get(end) == Some(&'市');
        if !same || next_is_city {
            return;
        }
        self.end = end;
        for level in [&self.city, &self.district] {
            let at = glyph::skip_gaps(text, self.end);
            self.end = glyph::word_at(text, at, level).unwrap_or(self.end);
        }
    }

    /// A city known to the table, or a part of Hong Kong; a municipality is its own city.
    fn province_city(&self, text: &[char], at: usize) -> Option<(String, usize)> {
        let province = self.province?;
        if province.is_municipality() {
            let end = glyph::any_at(text, at, "市辖区|县").unwrap_or(self.end);
            return Some((province.name(), end));
        }
        if province.country == "HK" {
            let end = glyph::any_at(text, at, "九龙|九龍|新界|香港岛|香港島|港岛|港島")?;
            return Some((glyph::string(&text[at..end]), end));
        }
        let end = province.city_at(text, at)?;
        let mut city = glyph::string(&text[at..end]);
        city.push('市');
        Some((city, glyph::word_at(text, end, "市").unwrap_or(end)))
    }

    /// A city known by its last character: 市, 自治州, 地区, 盟, or a bare 州.
    fn city_at(&self, text: &[char], at: usize) -> Option<(String, usize)> {
        let short = self.province.map_or("", |province| province.short);
        let named = |length: usize| Some((glyph::string(&text[at..at + length]), at + length));
        let first_two = || {
            let mut city = glyph::string(&text[at..at + 2]);
            city.push('市');
            Some((city, at + 2))
        };
        let part: Vec<char> = text[at..].iter().copied().take_while(|c| glyph::is_han(*c)).take(14).collect();
        for (stem, &c) in part.iter().enumerate().skip(1) {
            let next = part.get(stem + 1).copied().unwrap_or(' ');
            let before = part[stem - 1];
            match c {
                '市' if before == '超' || stem == 1 && next == '区' => return None,
                '市' if stem == 1 && next == '市' => return named(3),
                // Two cities in a row, the first without its 市; in the north and west a name may be that long.
                '市' if stem > 3 && !matches!(short, "内蒙古" | "新疆" | "黑龙江" | "") => {
                    return first_two();
                }
                '市' => return named(stem + 1),
                '盟' if stem > 2 => return named(stem + 1),
                '州' if next == '市' => {}
                '州' if before == '治' => return named(stem + 1),
                '州' if matches!(next, '区' | '县' | '區' | '縣' | '镇' | '路' | '街' | '大') => {
                    return None;
                }
                '州' if stem == 1 => return first_two(),
                '州' if stem < 5 => return named(stem + 1),
                '区' if before == '地' && stem > 2 => return named(stem + 1),
                '縣' if short.starts_with(['台', '臺']) => return named(stem + 1),
                '区' | '县' if stem > 3 && before != '林' && !part.contains(&'族') && !short.is_empty() =>
                {
                    return first_two();
                }
                '区' | '县' | '旗' | '區' | '縣' | '路' | '街' | '道' | '巷' | '弄' | '号' | '號' => {
                    return None;
                }
                '镇' | '鎮' if stem > 1 => return None,
                _ => {}
            }
        }
        None
    }
}

/// The position behind the district that starts at `at`: 区, 县, 旗, a county-level city, or a town under a city.
fn district_end(text: &[char], at: usize, in_city: bool) -> Option<usize> {
    let part: Vec<char> = text[at..].iter().copied().take_while(|c| glyph::is_han(*c)).take(18).collect();
    for (stem, &c) in part.iter().enumerate().skip(1) {
        let next = part.get(stem + 1).copied().unwrap_or(' ');
        let before = part[stem - 1];
        let end = at + stem + 1;
        match c {
            '区' | '區' if is_no_district(&part[..stem]) => return None,
            '旗' if before == '红' => return None,
            '区' | '區' | '县' | '縣' | '旗' => return Some(end),
            '市' if before == '超' || matches!(next, '场' | '民') => return None,
            '市' if matches!(next, '区' | '市') => return Some(end + 1),
            '市' => return Some(end),
            '镇' | '鎮' if next == c => return in_city.then_some(end + 1),
            '镇' | '鎮' if stem > 1 => return in_city.then_some(end),
            '路' | '街' | '道' | '巷' | '弄' | '号' | '號' | '村' | '苑' => return None,
            _ => {}
        }
    }
    None
}

/// 小区, 校区 and their like are places inside a district.
fn is_no_district(stem: &[char]) -> bool {
    let last = stem[stem.len() - 1];
    let park = last == '园' && !matches!(stem, [.., '业' | '技', _]);
    let long = stem.len() > 5 && !matches!(last, '发' | '治' | '范' | '业' | '理' | '济' | '作' | '园');
    park || long || matches!(last, '小' | '社' | '校' | '厂' | '景' | '街' | '院' | '片' | '库')
}
