//! The countries parcels go to most, by the names people write.

use super::{glyph, table};

/// A country, by its line in the table.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub struct Country(pub usize);

/// The codes of the lines below, in their order: first those with states, which are written by letters up to Italy
/// and spelled out from India on; then those with postcodes of four digits, to which Australia belongs as well.
const CODES: &str = "USCABRMXAUITINMYCNJPNZATCHBEDKNOSENLIEGBDEFRESPTFIPLKRHKMOTWSGTHVNPHIDAESA";
const NAMES: &str = "\
USA|United States of America|United States|U.S.A|US
Canada
Brazil|Brasil
Mexico|México
Australia
Italy|Italia
India
Malaysia
China|PRC
Japan
New Zealand
Austria|Österreich
Switzerland
Belgium
Denmark
Norway
Sweden
Netherlands|The Netherlands|Nederland
Ireland
UK|United Kingdom|Great Britain|England|Scotland|Wales
Germany|Deutschland
France
Spain|España
Portugal
Finland
Poland
South Korea|Korea
Hong Kong
Macau|Macao
Taiwan
Singapore
Thailand
Vietnam
Philippines
Indonesia
UAE|United Arab Emirates
Saudi Arabia
";

pub const UNKNOWN: Country = Country(99);
pub const US: Country = Country(0);
pub const CA: Country = Country(1);
pub const BR: Country = Country(2);
pub const AU: Country = Country(4);
pub const IN: Country = Country(6);
pub const JP: Country = Country(9);
pub const SE: Country = Country(16);
pub const NL: Country = Country(17);
pub const IE: Country = Country(18);
pub const GB: Country = Country(19);

impl Country {
    /// The ISO code; nothing for an unknown country.
    pub fn code(self) -> &'static str {
        CODES.get(self.0 * 2..self.0 * 2 + 2).unwrap_or_default()
    }

    /// A state is written behind the city by its letters: Springfield, IL.
    pub fn abbreviates_states(self) -> bool {
        self.0 < 6
    }

    /// A state may be written behind the city in full: Bengaluru, Karnataka.
    pub fn spells_states(self) -> bool {
        self.0 < 10
    }

    /// Postcodes have four digits.
    pub fn has_short_postcodes(self) -> bool {
        self == AU || matches!(self.0, 10..16)
    }
}

/// The country that the last words of a part name, and where its name starts.
pub fn ending(part: &[char]) -> Option<(Country, usize)> {
    let stop = part.len() - usize::from(part.ends_with(&['.']));
    for at in 0..stop {
        if glyph::opens(part, at)
            && let Some(hit) = table::find(NAMES, &part[..stop], at).filter(|hit| hit.end == stop)
        {
            return Some((Country(hit.line), at));
        }
    }
    None
}

/// The same countries as people write them in Chinese, each before its code.
const CHINESE: &str = "中国CN 中國CN 中国大陆CN 中华人民共和国CN 大陆CN 香港HK 中国香港HK 澳门MO 澳門MO 中国澳门MO 台湾TW 台灣TW \
中国台湾TW 美国US 美國US 加拿大CA 巴西BR 墨西哥MX 澳大利亚AU 澳洲AU 意大利IT 印度IN 马来西亚MY 日本JP 新西兰NZ 奥地利AT 瑞士CH \
比利时BE 丹麦DK 挪威NO 瑞典SE 荷兰NL 爱尔兰IE 英国GB 英國GB 德国DE 德國DE 法国FR 法國FR 西班牙ES 葡萄牙PT 芬兰FI 波兰PL 韩国KR \
韓國KR 新加坡SG 泰国TH 泰國TH 越南VN 菲律宾PH 印度尼西亚ID 印尼ID 阿联酋AE 沙特SA 沙特阿拉伯SA";

/// The ISO code of a country that is written by its name or as any two letters; empty for what is neither.
pub fn code_of(written: &[char]) -> String {
    if let Some((country, _)) = ending(written).filter(|(_, at)| *at == 0) {
        return country.code().to_owned();
    }
    let text: String = written.iter().collect();
    let mut known = CHINESE.split(' ').filter_map(|entry| entry.split_at_checked(entry.len() - 2));
    if let Some((_, code)) = known.find(|(name, _)| *name == text) {
        return code.to_owned();
    }
    let code = text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic());
    if code { text.to_ascii_uppercase() } else { String::new() }
}
