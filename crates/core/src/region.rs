//! Where goods go, as far as a delivery asks: a country and, where it is known, a province of it.

use crate::address::{country, glyph, province};

/// A place by country and province, read so that people who write it differently mean the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// ISO 3166 alpha-2; empty where it is not known.
    country: String,
    /// A Chinese province by its full name, another in lower case; empty where it is not known.
    province: String,
}

impl Region {
    /// Reads what a person wrote. An empty country is `home`, the shop's own (ISO, or empty where nobody knows it); one
    /// that cannot be read counts as not known. Hong Kong, Macao and Taiwan are countries by ISO 3166, also where they
    /// are written as a province.
    pub fn read(country: &str, province: &str, home: &str) -> Self {
        let written = glyph::clean(country);
        let written = glyph::trimmed(&written);
        let code = if written.is_empty() { home.to_owned() } else { country::code_of(written) };
        let text = glyph::clean(province);
        let text = glyph::trimmed(&text);
        if ["", "CN", "HK", "MO", "TW"].contains(&code.as_str())
            && let Some(found) = province::named(text)
        {
            let mut province = String::new();
            if found.country() == "CN" {
                found.name(&mut province);
            }
            return Self { country: found.country().to_owned(), province };
        }
        Self { country: code, province: text.iter().collect::<String>().to_lowercase() }
    }

    /// Whether the other place lies in this one: in the country where no province is named, else in that province. A
    /// place whose country nobody knows lies in a province of its own name.
    pub fn covers(&self, place: &Self) -> bool {
        let unknown = place.country.is_empty() && !self.province.is_empty();
        (unknown || self.country == place.country && !self.country.is_empty())
            && (self.province.is_empty() || self.province == place.province)
    }
}

/// A Chinese province by its full name, however it is written: short, in full, in traditional characters or in Latin
/// letters. `None` where there is no such province.
pub fn chinese_province(written: &str) -> Option<String> {
    let mut name = String::new();
    province::named(glyph::trimmed(&glyph::clean(written)))?.name(&mut name);
    Some(name)
}

/// A region of China as a seller names it to say where goods do not go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChineseRegion {
    /// `CN`; Hong Kong, Macao and Taiwan have codes of their own.
    pub country: &'static str,
    /// The province's full name; empty where the country says it all.
    pub province: String,
    /// 新疆.
    pub short: &'static str,
    /// Xinjiang.
    pub latin: &'static str,
}

/// All 34 of them.
pub fn chinese_regions() -> Vec<ChineseRegion> {
    let region = |(own, short, latin): (province::Province, _, _)| {
        let mut name = String::new();
        if own.country() == "CN" {
            own.name(&mut name);
        }
        ChineseRegion { country: own.country(), province: name, short, latin }
    };
    province::all().map(region).collect()
}

/// A country's code by its name in English or Chinese, or by any two letters; `None` for what is neither.
pub fn country_code(written: &str) -> Option<String> {
    let written = glyph::clean(written);
    Some(country::code_of(glyph::trimmed(&written))).filter(|code| !code.is_empty())
}
