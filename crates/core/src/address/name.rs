//! Finds the receiver's name among the parts of a Chinese address.

use super::{glyph, province};

/// The surnames of some nineteen in twenty people, the common ones in traditional characters too.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆司卓古吉简车项连麦褚娄戚岑景党费卜晏卫米柏宗桂全佟应闵卞姬师仇栾刁沙荣巫寇桑甄丛仲虞敖明池查苑朴容洪張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧葉蘇呂盧鍾譚陸賈鄒賴羅蕭簡莊";
const COMPOUND_SURNAMES: &str =
    "欧阳|歐陽|司马|诸葛|上官|夏侯|皇甫|尉迟|东方|慕容|令狐|公孙|宇文|司徒|轩辕|端木|南宫|独孤|长孙|申屠";
const TITLES: &str = "先生|女士|小姐|老师|同学|太太|师傅|阿姨|经理|老板|医生";
/// A part with such an ending is a place, or probably one.
const PLACE_ENDINGS: &str = "省市区县盟旗镇乡村路街道巷号楼室栋幢弄院座层區縣鄉鎮號樓";
const PERHAPS_PLACE_ENDINGS: &str = "州店园里厦城场苑庄湾桥门口厂社校寓库站期元";

/// Where a name stands, and where the sign 收 behind it ends.
pub struct Found {
    pub start: usize,
    pub end: usize,
    pub taken: usize,
}

/// The part that is most like a name; what stands beside the phone number or at either end is so more often.
pub fn find(text: &[char]) -> Option<Found> {
    let parts = parts(text);
    let is_phone = |part: Option<&(usize, usize)>| part.is_some_and(|(start, end)| start == end);
    let words = parts.iter().filter(|(start, end)| start < end).count();
    let mut seen = 0;
    let mut best = (2, None);
    for (index, &(start, end)) in parts.iter().enumerate() {
        if start == end {
            continue;
        }
        seen += 1;
        let beside = is_phone(parts.get(index + 1)) || index > 0 && is_phone(parts.get(index - 1));
        let place = if beside { 2 } else { 0 } + i32::from(seen == 1 || seen == words);
        let part = &text[start..end];
        let received = part.len() > 2 && part.ends_with(&['收']);
        let name_end = end - usize::from(received);
        let mut taken = end;
        let received_apart = text.get(end..end + 2).is_some_and(|c| c == ['(', '收']);
        if received_apart {
            taken = end + 2 + usize::from(text.get(end + 2) == Some(&')'));
        }
        let score = likeness(&text[start..name_end]) + place + if received || received_apart { 2 } else { 0 };
        if score > best.0 {
            best = (score, Some(Found { start, end: name_end, taken }));
        }
        // «188 号钱多多»: glued to what stands before it.
        let tail = part
            .iter()
            .rposition(|c| c.is_ascii_alphanumeric() || "号號室楼樓层栋幢座户".contains(*c))
            .map(|at| start + at + 1);
        if let Some(tail) = tail.filter(|tail| place > 0 && is_sure(&text[*tail..name_end])) {
            if place + 1 > best.0 {
                best = (place + 1, Some(Found { start: tail, end: name_end, taken: end }));
            }
        }
    }
    best.1
}

/// Two to four characters that open with a surname and do not end like a place.
pub fn is_sure(part: &[char]) -> bool {
    likeness(part) > 1
}

/// How much a part looks like a name: 3 with a title, 2 with a surname, 1 as a nickname, below 0 as a place.
fn likeness(part: &[char]) -> i32 {
    let latin = |c: &char| glyph::is_latin(*c) || matches!(c, ' ' | '.' | '\'');
    if part.len() > 1 && part.len() < 40 && part.iter().all(latin) {
        return i32::from(!part[0].is_ascii_lowercase());
    }
    let dotted = part.iter().any(|c| matches!(c, '·' | '•'));
    if part.len() < 2 || part.len() > 16 || !part.iter().all(|c| glyph::is_han(*c) || matches!(c, '·' | '•'))
    {
        return -9;
    }
    let titled = part.len() < 7 && glyph::any_at(part, part.len() - 2, TITLES).is_some();
    if titled || dotted {
        return 3;
    }
    let whole = |end: usize| end + 1 >= part.len();
    let is_place = province::at(part, 0).is_some_and(|(_, end)| whole(end))
        || province::city_at(part, 0).is_some_and(|(_, end)| whole(end));
    let last = part[part.len() - 1];
    let surname = SURNAMES.contains(part[0]);
    if part.len() > 4
        || is_place
        || PLACE_ENDINGS.contains(last)
        || !surname && PLACE_ENDINGS.contains(part[0])
    {
        return -9;
    }
    let compound = part.len() > 2 && glyph::any_at(part, 0, COMPOUND_SURNAMES).is_some();
    let doubt = if PERHAPS_PLACE_ENDINGS.contains(last) { 2 } else { 0 };
    1 + i32::from(surname && part.len() < 4 || compound) - doubt
}

/// The parts between gaps; the phone number is an empty one; Latin words side by side are one.
fn parts(text: &[char]) -> Vec<(usize, usize)> {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let start = at;
        if glyph::is_gap(text[at]) {
            if text[at] == glyph::PHONE {
                parts.push((at, at));
            }
            at += 1;
            continue;
        }
        let mut latin = true;
        while at < text.len() && !glyph::is_gap(text[at]) {
            latin &= glyph::is_latin(text[at]) || matches!(text[at], '.' | '\'');
            at += 1;
        }
        match parts.last_mut() {
            Some(last)
                if latin
                    && start > 0
                    && last.1 + 1 == start
                    && text[start - 1] == ' '
                    && is_latin_part(text, *last) =>
            {
                last.1 = at
            }
            _ => parts.push((start, at)),
        }
    }
    parts
}

fn is_latin_part(text: &[char], (start, end): (usize, usize)) -> bool {
    start < end
        && glyph::is_latin(text[start])
        && glyph::is_latin(text[end - 1])
        && !glyph::is_han(text[start])
}
