//! The countries parcels go to most, by the names people write.

/// ISO code, then the names for it.
const COUNTRIES: &str = "US|US|USA|United States|United States of America|U.S.A|U.S
GB|GB|UK|United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland
DE|Germany|Deutschland
FR|France
ES|Spain|España
IT|Italy|Italia
PT|Portugal
NL|Netherlands|The Netherlands|Nederland|Holland
BE|Belgium
CH|Switzerland|Schweiz|Suisse
AT|Austria|Österreich
IE|Ireland
SE|Sweden|Sverige
NO|Norway|Norge
DK|Denmark|Danmark
FI|Finland
PL|Poland|Polska
CZ|Czech Republic|Czechia
GR|Greece
HU|Hungary
RO|Romania
RU|Russia
UA|Ukraine
TR|Turkey|Türkiye
CA|Canada
MX|Mexico|México
BR|Brazil|Brasil
AR|Argentina
CL|Chile
CO|Colombia
AU|Australia
NZ|New Zealand
JP|Japan
KR|South Korea|Korea
CN|China|P.R. China|PR China|PRC
HK|Hong Kong|Hong Kong SAR
MO|Macau|Macao
TW|Taiwan
SG|Singapore
MY|Malaysia
TH|Thailand
VN|Vietnam
PH|Philippines
ID|Indonesia
IN|India
AE|UAE|United Arab Emirates
SA|Saudi Arabia
IL|Israel
ZA|South Africa";

/// The ISO code of a country's name, or nothing. Codes are not names: CA and IN are states, too.
pub fn code(name: &str) -> &'static str {
    let name = name.strip_suffix('.').unwrap_or(name);
    let known = |line: &&str| line.split('|').skip(1).any(|known| known.eq_ignore_ascii_case(name));
    COUNTRIES.split('\n').find(known).map_or("", |line| &line[..2])
}

/// The country that the last words of a part name, and how many words those are.
pub fn at_end(words: &[&str]) -> (&'static str, usize) {
    for count in [4, 3, 2, 1] {
        if count <= words.len() {
            let code = code(&words[words.len() - count..].join(" "));
            if !code.is_empty() {
                return (code, count);
            }
        }
    }
    ("", 0)
}
