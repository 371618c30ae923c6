//! The names of the first level: 34 in today's spelling, three of them also in traditional characters.

use super::{glyph, table};

/// One line for each province: its short name, what makes that the full one, then prefecture cities that people often write without 市 or without
/// their province. Far from all of them: a city written in full is known by its 市.
const PROVINCES: &str = "\
北京|市
天津|市
上海|市
重庆|市
内蒙古|自治区|呼和浩特|鄂尔多斯
西藏|自治区|拉萨
广西|壮族自治区|南宁|桂林
宁夏|回族自治区|银川
新疆|维吾尔自治区|乌鲁木齐
香港|特别行政区
澳门|特别行政区
澳門|特別行政區
台湾|省
台灣|
臺灣|
河北|省|石家庄|唐山|保定|秦皇岛
山西|省|太原
辽宁|省|沈阳|大连
吉林|省|长春
黑龙江|省|哈尔滨|齐齐哈尔
江苏|省|南京|苏州|无锡|常州|南通|徐州
浙江|省|杭州|宁波|温州|嘉兴|绍兴|金华
安徽|省|合肥
福建|省|福州|厦门|泉州
江西|省|南昌
山东|省|济南|青岛|烟台
河南|省|郑州|洛阳
湖北|省|武汉
湖南|省|长沙
广东|省|广州|深圳|东莞|佛山|中山|惠州|珠海
海南|省|海口
四川|省|成都
贵州|省|贵阳
云南|省|昆明
陕西|省|西安
甘肃|省|兰州
青海|省|西宁
";

/// What may follow a short name.
const SUFFIXES: &str = "市|省|自治区|壮族自治区|回族自治区|维吾尔自治区|特别行政区|特別行政區|";

/// The same lines in Latin letters.
const LATIN: &str = "\
Beijing
Tianjin
Shanghai
Chongqing
Inner Mongolia|Nei Mongol|Neimenggu|Nei Menggu
Tibet|Xizang
Guangxi
Ningxia
Xinjiang
Hong Kong|Hongkong
Macao|Macau
-
Taiwan
-
-
Hebei
Shanxi
Liaoning
Jilin
Heilongjiang
Jiangsu
Zhejiang
Anhui
Fujian
Jiangxi
Shandong
Henan
Hubei
Hunan
Guangdong
Hainan
Sichuan
Guizhou
Yunnan
Shaanxi
Gansu
Qinghai
";
/// How a province's name may end in Latin letters.
const KINDS: [&str; 7] = ["province", "municipality", "city", "region", "sar", "sheng", "shi"];

/// Characters of the provinces' names, traditional and simplified.
const SIMPLER: &str = "內内維维爾尔區区壯壮廣广東东寧宁遼辽龍龙蘇苏陝陕肅肃貴贵雲云慶庆門门灣湾臺台別别";

/// A province, by its line in the table.
#[derive(Clone, Copy, PartialEq)]
pub struct Province(usize);

impl Province {
    /// Writes the full name into a field.
    pub fn name(self, field: &mut String) {
        field.clear();
        let (mut line, mut word) = (0, 0);
        for c in PROVINCES.chars() {
            match c {
                '\n' => (line, word) = (line + 1, 0),
                '|' => word += 1,
                _ if line == self.0 && word < 2 => field.push(c),
                _ => {}
            }
        }
    }

    /// ISO code of the place itself: Hong Kong, Macao and Taiwan have their own.
    pub fn country(self) -> &'static str {
        match self.0 {
            9 => "HK",
            10 | 11 => "MO",
            12..15 => "TW",
            _ => "CN",
        }
    }

    /// A city directly under the government, which is its own prefecture.
    pub fn is_municipality(self) -> bool {
        self.0 < 4
    }

    /// Hong Kong and Macao, which are their own city, too.
    pub fn is_city_state(self) -> bool {
        matches!(self.0, 9..12)
    }

    /// Where names of four characters and more are no rarity.
    pub fn has_long_names(self) -> bool {
        matches!(self.0, 4 | 8 | 19)
    }
}

/// Every province once, in today's spelling: it, its short name, and the same in Latin letters.
pub fn all() -> impl Iterator<Item = (Province, &'static str, &'static str)> {
    let short = PROVINCES.lines().map(|line| line.split('|').next().unwrap_or_default());
    let latin = LATIN.lines().map(|line| line.split('|').next().unwrap_or_default());
    let spelled = short.zip(latin).enumerate().filter(|(_, (_, latin))| *latin != "-");
    spelled.map(|(line, (short, latin))| (Province(line), short, latin))
}

/// A province, or a known city and its province, and the position behind the name.
pub struct Found {
    pub province: Province,
    pub is_city: bool,
    /// Written with what makes it the full name.
    pub full: bool,
    pub end: usize,
}

/// What stands at `at`; a name that is only a street's (湖南路) or a county's (长沙县) is nothing.
pub fn at(text: &[char], at: usize) -> Option<Found> {
    let from = table::end("中国大陆|中国|中國|", text, at).map_or(at, |end| glyph::skip_gaps(text, end));
    let hit = table::find(PROVINCES, text, from).filter(|hit| hit.word != 1)?;
    let mut found = Found { province: Province(hit.line), is_city: hit.word > 0, full: false, end: hit.end };
    match table::find(SUFFIXES, text, hit.end) {
        // 吉林市 is a city of the same name as its province.
        Some(suffix) if suffix.word == 0 && hit.line > 3 => found.is_city = true,
        Some(suffix) => (found.full, found.end) = (true, suffix.end),
        None => {
            let county = found.is_city && text.get(hit.end).is_some_and(|c| glyph::among(*c, "县区"));
            let street = text[hit.end..].iter().take(2).any(|c| glyph::among(*c, "路街道巷弄"));
            if county || street {
                return None;
            }
        }
    }
    Some(found)
}

/// The province that a whole field of an address names, perhaps by one of its cities, in any script.
pub fn named(text: &[char]) -> Option<Province> {
    let simple = |c: &char| {
        let at = SIMPLER.chars().position(|known| known == *c).filter(|at| at % 2 == 0);
        at.and_then(|at| SIMPLER.chars().nth(at + 1)).unwrap_or(*c)
    };
    let text: Vec<char> = text.iter().map(simple).collect();
    if let Some(found) = at(&text, 0) {
        // 海南藏族自治州 lies in Qinghai.
        let elsewhere = text.get(found.end).is_some_and(|c| glyph::among(*c, "藏州"));
        return (!elsewhere).then_some(found.province);
    }
    let hit = table::find(LATIN, &text, 0)?;
    let rest: String = text[hit.end..].iter().collect();
    let kind = rest.split_whitespace().last().map(str::to_lowercase).unwrap_or_default();
    (kind.is_empty() || KINDS.contains(&kind.as_str())).then_some(Province(hit.line))
}
