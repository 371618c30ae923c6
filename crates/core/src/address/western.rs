//! An address in Latin letters: lines or comma-separated parts, from the small to the large.

use super::{Address, country, glyph, postcode};

const US_STATES: &str = "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR";
const AU_STATES: &str = "NSW VIC QLD SA WA TAS NT ACT";
/// Countries where a state is written behind the city: by letters, or in full as a part of its own.
const WITH_STATES: &str = "US CA AU BR MX IN MY CN JP";
/// Words of a street or a building: a part with one of them is neither a name nor a city.
const STREET_WORDS: &str = "street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|boulevard|blvd|court|ct|place|terrace|square|sq|parkway|pkwy|highway|hwy|way|close|crescent|gardens|floor|house|cottage|building|apt|apartment|apartments|suite|unit|flat|room|block|blk|tower|plaza|district|sector|rue|calle|via|rua|avenida|jalan";
const STREET_SYLLABLES: &str = "straße|strasse|str.|weg|platz|gatan";

/// Fills the fields that are still empty from the text; the rest becomes the street.
pub fn fill(text: &[char], address: &mut Address) {
    let mut parts: Vec<String> = Vec::new();
    let mut phone = 0;
    for line in text.split_inclusive(|c| matches!(c, '\n' | ',' | ';' | '|' | &glyph::PHONE)) {
        let part = glyph::trimmed(line);
        if !part.is_empty() {
            parts.push(glyph::string(part));
        }
        if line.ends_with(&[glyph::PHONE]) {
            phone = parts.len();
        }
    }
    take_country(&mut parts, address);
    take_name(&mut parts, phone, address);
    take_place(&mut parts, address);
    if address.country.is_empty() {
        address.country = country::code(&address.city).into();
    }
    if address.city.is_empty() {
        address.city = match address.country.as_str() {
            "SG" => "Singapore".into(),
            "HK" => "Hong Kong".into(),
            _ => String::new(),
        };
    }
    address.street = parts.join(", ");
}

fn words(part: &str) -> Vec<&str> {
    part.split(' ').filter(|word| !word.is_empty()).collect()
}

fn has_digit(part: &str) -> bool {
    part.bytes().any(|c| c.is_ascii_digit())
}

fn is_street_word(word: &str) -> bool {
    let word = word.strip_suffix('.').unwrap_or(word);
    STREET_WORDS.split('|').any(|known| known.eq_ignore_ascii_case(word))
}

fn is_street(part: &str) -> bool {
    part.split(' ').any(is_street_word)
        || STREET_SYLLABLES.split('|').any(|end| part.split(' ').any(|word| word.ends_with(end)))
}

fn take_country(parts: &mut Vec<String>, address: &mut Address) {
    if !address.country.is_empty() {
        return;
    }
    if let Some(index) = parts.iter().rposition(|part| !country::code(part).is_empty()) {
        address.country = country::code(&parts.remove(index)).into();
    } else if let Some(last) = parts.last_mut() {
        let words = words(last);
        let (code, count) = country::at_end(&words);
        if !code.is_empty() && !is_street(last) {
            address.country = code.into();
            *last = words[..words.len() - count].join(" ");
        }
    }
}

/// The name is the first part, or the last one if the phone number is there.
fn take_name(parts: &mut Vec<String>, phone: usize, address: &mut Address) {
    let enough = phone > 0 || parts.len() > 2 && parts.iter().any(|part| has_digit(part));
    if !address.name.is_empty() || !enough || parts.len() < 2 {
        return;
    }
    let is_name = |part: &String| !has_digit(part) && !is_street(part) && words(part).len() < 6;
    if is_name(&parts[0]) {
        address.name = parts.remove(0);
    } else if phone + 1 >= parts.len() && parts.last().is_some_and(|part| is_name(part) && part.contains(' '))
    {
        address.name = parts.pop().unwrap_or_default();
    }
}

/// Finds the part with the postcode; city and state are in it or beside it.
fn take_place(parts: &mut Vec<String>, address: &mut Address) {
    let found = if address.postcode.is_empty() {
        (0..parts.len()).rev().find_map(|index| find_postcode(parts, index, address))
    } else {
        None
    };
    let Some(Place { mut index, rest, code, behind }) = found else {
        let known = !address.country.is_empty() && parts.len() > 1;
        if known && address.city.is_empty() && parts.last().is_some_and(|last| !is_street(last)) {
            settle(parts, parts.len() - 1, address);
        }
        return;
    };
    if address.country.is_empty() {
        address.country = code.country.into();
    }
    address.postcode = code.code;
    parts[index] = rest;
    if !address.city.is_empty() {
        parts.retain(|part| !part.is_empty());
        return;
    }
    if behind {
        city_behind(parts, index, address);
        return;
    }
    if parts[index].is_empty() {
        parts.remove(index);
        if index == 0 {
            return;
        }
        index -= 1;
    }
    settle(parts, index, address);
}

/// A postcode in a part: what else is there, and whether that stands behind it.
struct Place {
    index: usize,
    rest: String,
    code: postcode::Found,
    behind: bool,
}

fn find_postcode(parts: &[String], index: usize, address: &Address) -> Option<Place> {
    let part = words(&parts[index]);
    let alone = parts.len() == 1;
    for count in [2, 1] {
        if count > part.len() {
            continue;
        }
        let (rest, code) = part.split_at(part.len() - count);
        let state = rest.last().copied().unwrap_or_default();
        let country = if address.country.is_empty() && AU_STATES.split(' ').any(|known| known == state) {
            "AU"
        } else {
            &address.country
        };
        if let Some(mut code) = postcode::read(code, country) {
            let us = code.plain && country.is_empty() && US_STATES.split(' ').any(|known| known == state);
            if us || country == "AU" {
                code.country = if us { "US" } else { "AU" };
            }
            let rest = rest.join(" ");
            if !code.plain
                || is_state(state, country)
                || index > 0 && !is_street(&rest)
                || alone && country != ""
            {
                return Some(Place { index, rest, code, behind: false });
            }
        }
        let (code, rest) = part.split_at(count);
        let rest = rest.join(" ");
        let a_city = !rest.is_empty() && !has_digit(&rest) && !is_street(&rest) && (index > 0 || alone);
        if let Some(code) =
            postcode::read(code, &address.country).filter(|_| a_city && address.country != "US")
        {
            return Some(Place { index, rest, code, behind: true });
        }
    }
    None
}

/// Whether a word is a state's letters in this country, or in the United States if it is not known.
fn is_state(word: &str, country: &str) -> bool {
    match country {
        "US" | "" => US_STATES.split(' ').any(|known| known == word),
        "AU" => AU_STATES.split(' ').any(|known| known == word),
        "CA" | "BR" | "IT" | "MX" => word.len() == 2 && word.bytes().all(|c| c.is_ascii_uppercase()),
        _ => false,
    }
}

/// «00184 Roma RM», «46001 Valencia (Valencia)», «10115 Berlin, Brandenburg».
fn city_behind(parts: &mut Vec<String>, index: usize, address: &mut Address) {
    let place = parts.remove(index);
    let mut city = place.as_str();
    let mut province = "";
    if let Some((before, last)) = place.rsplit_once(' ') {
        let bracketed = last.strip_prefix('(').and_then(|last| last.strip_suffix(')'));
        if bracketed.is_some() || is_state(last, &address.country) {
            city = before;
            province = bracketed.unwrap_or(last);
        }
    }
    address.city = city.into();
    if !address.province.is_empty() {
        return;
    }
    address.province = province.into();
    if province.is_empty() && parts.get(index).is_some_and(|next| !has_digit(next)) {
        address.province = parts.remove(index);
    }
}

/// Reads the part at `index` as the city, with its state in it, behind it, or neither.
fn settle(parts: &mut Vec<String>, mut index: usize, address: &mut Address) {
    let is_place = |part: &str| !has_digit(part) && !is_street(part);
    let country = address.country.clone();
    let (before, last) = parts[index].rsplit_once(' ').unwrap_or(("", &parts[index]));
    if address.province.is_empty() && is_state(last, &country) {
        address.province = last.into();
        parts[index] = before.trim_end_matches([' ', '-', ',']).into();
        if parts[index].is_empty() {
            parts.remove(index);
            if index == 0 {
                return;
            }
            index -= 1;
        }
    } else if address.province.is_empty()
        && WITH_STATES.contains(&country)
        && !country.is_empty()
        && index > 1
    {
        let before = parts[index - 1].as_str();
        let a_city =
            country != "JP" || ["-ku", "-shi", "-cho", "-gun"].iter().any(|end| before.ends_with(end));
        if a_city && is_place(before) && is_place(&parts[index]) {
            address.province = parts.remove(index).trim_end_matches([' ', '-']).into();
            index -= 1;
        }
    }
    let place = parts[index].trim_end_matches([' ', '-']);
    let words = words(place);
    if !has_digit(place) || !has_digit(words[0]) && !is_street(place) {
        address.city = place.into();
        parts.remove(index);
        return;
    }
    // «742 Evergreen Terrace Springfield»: the city follows the last word of the street.
    let Some(street) = words.iter().rposition(|word| is_street_word(word)) else { return };
    let number = words[street + 1..].iter().take_while(|word| has_digit(word) || word.len() == 1).count();
    let (street, city) = words.split_at(street + 1 + number);
    address.city = city.join(" ");
    parts[index] = street.join(" ");
}
