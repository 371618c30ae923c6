//! Finds the receiver's name among the parts of a Chinese address.

use super::{glyph, province, table};

/// The surnames of most people, some in traditional characters too.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤陳張劉楊黃趙吳";
const COMPOUND: &str = "欧阳|歐陽|司马|诸葛|上官|夏侯|皇甫|东方|慕容|令狐|公孙|";
const TITLES: &str = "先生|女士|小姐|老师|同学|太太|师傅|阿姨|经理|老板|";
/// A part with such an ending is a place, or probably one.
const PLACE: &str = "省市区县盟旗镇乡村路街道巷号楼室栋幢弄院座层區縣鄉鎮號樓";
const PERHAPS_PLACE: &str = "州店园里厦城场苑庄湾桥门口厂社校寓库站期元";

/// The part that is most like a name; what stands beside the phone number or at either end is so more often.
/// Where it starts and ends, and where the sign 收 behind it ends.
pub fn find(text: &[char]) -> Option<(usize, usize, usize)> {
    let parts = parts(text);
    let is_phone = |index: usize| parts.get(index).is_some_and(|(start, end)| start == end);
    let (mut best, mut found) = (1, None);
    // The sign of the phone number is no part of its own when the ends are looked for.
    let first = usize::from(is_phone(0));
    let last = parts.len().wrapping_sub(1 + usize::from(is_phone(parts.len().wrapping_sub(1))));
    for (index, &(start, end)) in parts.iter().enumerate() {
        let mut place = i32::from(index == first || index == last);
        if is_phone(index + 1) || is_phone(index.wrapping_sub(1)) {
            place += 2;
        }
        let mut name_end = end;
        let mut taken = end;
        if end > start + 2 && text[end - 1] == '收' {
            name_end -= 1;
            place += 2;
        } else if text.get(end + 1) == Some(&'收') && text.get(end + 2).is_none_or(|c| glyph::is_gap(*c)) {
            taken = text.len().min(end + 3);
            place += 2;
        }
        let mut score = likeness(&text[start..name_end]) + place;
        let mut name_start = start;
        // «188 号钱多多»: glued to what stands before it.
        let is_house = |c: &char| c.is_ascii_alphanumeric() || glyph::among(*c, "号號室楼樓层栋幢座户");
        if let Some(house) = text[start..end].iter().rposition(is_house) {
            let tail = start + house + 1;
            if place > 0 && tail < name_end && is_sure(&text[tail..name_end]) {
                score = place + 1;
                name_start = tail;
            }
        }
        if score > best && (place > 0 || score > 2) {
            best = score;
            found = Some((name_start, name_end, taken));
        }
    }
    found
}

/// Two to four characters that open with a surname and do not end like a place.
pub fn is_sure(part: &[char]) -> bool {
    likeness(part) > 1
}

/// How much a part looks like a name: 3 with a title, 2 with a surname, 1 as a nickname, 0 in Latin letters, -9 as a place.
fn likeness(part: &[char]) -> i32 {
    let count = part.len();
    if !(2..40).contains(&count) {
        return -9;
    }
    if part.iter().all(|c| is_latin_name(*c)) {
        return -i32::from(part[0].is_ascii_lowercase());
    }
    if !part.iter().all(|c| glyph::is_han(*c) || *c == '·') {
        return -9;
    }
    if part.contains(&'·') || count < 7 && table::has(TITLES, &part[count - 2..]) {
        return 3;
    }
    let (first, last) = (part[0], part[count - 1]);
    let surname = glyph::among(first, SURNAMES);
    let is_place = province::at(part, 0).is_some_and(|found| found.end + 1 >= count);
    if count > 4 || is_place || glyph::among(last, PLACE) || !surname && glyph::among(first, PLACE) {
        return -9;
    }
    let mut likeness = 1;
    if surname && count < 4 || count > 2 && table::end(COMPOUND, part, 0).is_some() {
        likeness += 1;
    }
    if glyph::among(last, PERHAPS_PLACE) {
        likeness -= 2;
    }
    likeness
}

fn is_latin_name(c: char) -> bool {
    glyph::is_latin(c) || glyph::among(c, " .'")
}

/// The parts between gaps; the phone number is an empty one; Latin words side by side are one.
fn parts(text: &[char]) -> Vec<(usize, usize)> {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    let mut after_latin = false;
    while at < text.len() {
        let start = at;
        let mut latin = true;
        while at < text.len() && !glyph::is_gap(text[at]) {
            latin &= is_latin_name(text[at]);
            at += 1;
        }
        if at == start {
            if text[at] == glyph::PHONE {
                parts.push((at, at));
            }
            at += 1;
            continue;
        }
        match parts.last_mut() {
            Some((_, end)) if latin && after_latin && *end + 1 == start && text[*end] == ' ' => *end = at,
            _ => parts.push((start, at)),
        }
        after_latin = latin;
    }
    parts
}
