//! Postcodes of the world outside China, known by their shape.

use super::country::{self, Country};
use super::table;

const SHAPES: &str = "\
@@#@ #@@|@@## #@@|@@# #@@|@#@ #@@|@## #@@|@# #@@
@#@ #@#
#####-####
#####-###
###-####
@#% %%%%
#### @@
### ###
### ##
####
######|#####|##-###|####-###
";

/// A postcode: where it ends, the country it gives away, and whether it may as well be the number of a house.
pub struct Found {
    pub end: usize,
    pub country: Country,
    pub plain: bool,
}

/// Reads a postcode of `country`; some shapes are looked for only in theirs, because elsewhere they mean other things.
pub fn at(text: &[char], at: usize, country: Country) -> Option<Found> {
    let hit = table::find(SHAPES, text, at)?;
    let owner = match hit.line {
        0 => country::GB,
        1 => country::CA,
        2 => country::US,
        3 => country::BR,
        4 => country::JP,
        5 => country::IE,
        6 => country::NL,
        7 => country::IN,
        8 => country::SE,
        9 if !country.has_short_postcodes() => return None,
        _ => country,
    };
    let limited = matches!(hit.line, 5..9) && owner != country;
    (!limited).then_some(Found { end: hit.end, country: owner, plain: hit.line > 8 })
}
