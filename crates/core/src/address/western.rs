//! An address in Latin letters: lines or comma-separated parts, from the small to the large.

use super::country::{self, Country};
use super::{Address, glyph, postcode, table};

/// Words of a street or a building: a part with one of them is neither a name nor a city.
/// In the second line are endings of such words.
const STREET_WORDS: &str = "\
street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|boulevard|blvd|court|ct|place|terrace|square|sq|parkway|highway|way|close|crescent|gardens|floor|house|building|apartments|apt|suite|unit|flat|room|block|blk|tower|plaza|district|sector|rue|calle|via|rua|avenida|jalan
straße|strasse|str|weg|platz|gatan
";

/// What is not yet placed, and what is known.
struct Letter<'t, 'a> {
    parts: Vec<&'t [char]>,
    country: Country,
    address: &'a mut Address,
}

/// Fills the fields that are still empty from the text; the rest becomes the street.
pub fn fill(text: &[char], address: &mut Address) {
    let mut letter = Letter { parts: Vec::new(), country: country::UNKNOWN, address };
    let mut phone = 0;
    let mut start = 0;
    for at in 0..=text.len() {
        let end = text.get(at).copied().unwrap_or('\n');
        if glyph::among(end, "\n,;|\0") {
            let part = glyph::trimmed(&text[start..at]);
            if !part.is_empty() {
                letter.parts.push(part);
            }
            if end == glyph::PHONE {
                phone = letter.parts.len();
            }
            start = at + 1;
        }
    }
    letter.take_country();
    letter.take_name(phone);
    letter.take_place();
    let country = letter.country.code();
    for part in letter.parts {
        if !address.street.is_empty() {
            address.street.push_str(", ");
        }
        address.street.extend(part);
    }
    address.country.push_str(country);
    if address.city.is_empty() && country == "SG" {
        address.city.push_str("Singapore");
    }
}

fn has_digit(part: &[char]) -> bool {
    part.iter().any(char::is_ascii_digit)
}

/// The position behind the last word of a street or a building.
fn street_end(part: &[char]) -> Option<usize> {
    (0..part.len()).rev().find_map(|at| {
        let hit = table::find(STREET_WORDS, part, at)?;
        (hit.line > 0 || glyph::opens(part, at)).then_some(hit.end)
    })
}

fn is_place(part: &[char]) -> bool {
    !has_digit(part) && street_end(part).is_none()
}

/// What stands before the last word, and the last word.
fn last_word(part: &[char]) -> (&[char], &[char]) {
    let mut start = part.len();
    while !glyph::opens(part, start) {
        start -= 1;
    }
    (glyph::trimmed(&part[..start]), &part[start..])
}

/// Whether a word may be the letters of a state: IL, NSW.
fn is_state(word: &[char]) -> bool {
    matches!(word.len(), 2 | 3) && word.iter().all(char::is_ascii_uppercase)
}

impl Letter<'_, '_> {
    fn take_country(&mut self) {
        let count = self.parts.len();
        for index in (0..count).rev() {
            let part = self.parts[index];
            let Some((country, at)) = country::ending(part) else { continue };
            if at == 0 {
                self.parts.remove(index);
            } else if index + 1 == count && street_end(part).is_none() {
                self.parts[index] = glyph::trimmed(&part[..at]);
            } else {
                continue;
            }
            self.country = country;
            return;
        }
    }

    /// The name is the first part, or the last one if the phone number is there.
    fn take_name(&mut self, phone: usize) {
        let count = self.parts.len();
        if !self.address.name.is_empty()
            || count < 2
            || phone == 0 && (count == 2 || !self.parts.iter().any(|part| has_digit(part)))
        {
            return;
        }
        let mut index = 0;
        if !is_place(self.parts[0]) {
            index = count - 1;
            if phone < index || !is_place(self.parts[index]) || !self.parts[index].contains(&' ') {
                return;
            }
        }
        glyph::set(&mut self.address.name, self.parts.remove(index));
    }

    /// Finds the part with the postcode; city and state are in it or beside it.
    fn take_place(&mut self) {
        let count = self.parts.len();
        for index in (0..count).rev() {
            if self.address.postcode.is_empty() && self.take_postcode(index) {
                return;
            }
        }
        if count > 1 && self.country != country::UNKNOWN && street_end(self.parts[count - 1]).is_none() {
            self.settle(count - 1);
        }
    }

    /// Takes the postcode at the beginning or the end of a part, and the city beside it.
    fn take_postcode(&mut self, index: usize) -> bool {
        let part = self.parts[index];
        let first = index == 0 && self.parts.len() > 1;
        for at in 0..part.len() {
            // «D-80331» says the country before the code.
            let prefixed = at == 2 && part[1] == '-' && part[0].is_ascii_uppercase();
            if !prefixed && !glyph::opens(part, at) {
                continue;
            }
            let before = if prefixed { &[] } else { glyph::trimmed(&part[..at]) };
            let after_state = is_state(last_word(before).1);
            let mut country = self.country;
            if country == country::UNKNOWN && after_state {
                // Four digits behind a state are Australian, five American.
                country = if part.len() == at + 4 { country::AU } else { country::US };
            }
            let Some(found) = postcode::at(part, at, country) else { continue };
            let behind = glyph::trimmed(&part[found.end..]);
            let fits = if behind.is_empty() {
                !found.plain || after_state || !first && street_end(before).is_none()
            } else {
                before.is_empty() && !first && is_place(behind) && country != country::US
            };
            if !fits {
                continue;
            }
            if self.country == country::UNKNOWN {
                self.country = found.country;
            }
            glyph::set(&mut self.address.postcode, &part[at..found.end]);
            self.parts[index] = before;
            if !behind.is_empty() {
                self.parts[index] = behind;
                self.city_behind(index);
            } else if !before.is_empty() {
                let state_follows = index + 1 < self.parts.len() && is_place(self.parts[index + 1]);
                if state_follows && self.country.spells_states() {
                    glyph::set(&mut self.address.province, self.parts.remove(index + 1));
                }
                self.settle(index);
            } else {
                self.parts.remove(index);
                if index > 0 {
                    self.settle(index - 1);
                }
            }
            return true;
        }
        false
    }

    /// «00184 Roma RM», «46001 Valencia (Valencia)», «10115 Berlin, Brandenburg».
    fn city_behind(&mut self, index: usize) {
        let mut city = self.parts.remove(index);
        let (before, last) = last_word(city);
        let mut province: &[char] = &[];
        if last[0] == '(' && !before.is_empty() {
            (city, province) = (before, &last[1..last.len() - 1]);
        } else if is_state(last) && self.country.abbreviates_states() {
            (city, province) = (before, last);
        } else if index < self.parts.len() && !has_digit(self.parts[index]) {
            province = self.parts.remove(index);
        }
        glyph::set(&mut self.address.city, city);
        glyph::set(&mut self.address.province, province);
    }

    /// Reads the part at `index` as the city, with its state in it, behind it, or neither.
    fn settle(&mut self, mut index: usize) {
        if !self.address.city.is_empty() {
            return;
        }
        let place = self.parts[index];
        let (before, last) = last_word(place);
        if is_state(last) && self.country.abbreviates_states() {
            glyph::set(&mut self.address.province, last);
            self.parts[index] = before;
            if before.is_empty() {
                self.parts.remove(index);
                if index == 0 {
                    return;
                }
                index -= 1;
            }
        } else if index > 1 && self.country.spells_states() && self.address.province.is_empty() {
            // The state is spelled out behind the city; in Japan only if that is called one.
            let city = self.parts[index - 1];
            let a_city = self.country != country::JP || city.ends_with(&['u']) || city.ends_with(&['i']);
            if a_city && is_place(city) && is_place(place) {
                glyph::set(&mut self.address.province, self.parts.remove(index));
                index -= 1;
            }
        }
        let place = self.parts[index];
        let mut city = 0;
        if has_digit(place) && (place[0].is_ascii_digit() || street_end(place).is_some()) {
            // «742 Evergreen Terrace Apt 3 Springfield»: the city follows the last word of the street and its number.
            city = street_end(place).unwrap_or(place.len());
            if let Some(number) = place[city..].iter().rposition(char::is_ascii_digit) {
                city += number + 1;
            }
            while city < place.len() && place[city] != ' ' {
                city += 1;
            }
        }
        let name = glyph::trimmed(&place[city..]);
        glyph::set(&mut self.address.city, name);
        self.parts[index] = &place[..city];
        if city == 0 {
            self.parts.remove(index);
        }
        if self.country == country::UNKNOWN {
            self.country = country::ending(name).map_or(country::UNKNOWN, |found| found.0);
        }
    }
}
