//! The card with the shop's code, and posters.

/// Both screens.
pub struct Card {
    pub title: &'static str,
    pub poster: &'static str,
    /// What the picture shows: the shop's name and its number, grouped.
    pub alt: fn(&str, &str) -> String,
    /// The goods' title.
    pub poster_alt: fn(&str) -> String,
    pub making: &'static str,
    pub failed: &'static str,
    pub hold: &'static str,
    pub save: &'static str,
    pub share: &'static str,
    pub print: &'static str,
    pub contact: &'static str,
    pub contact_text: &'static str,
    pub contact_elsewhere: &'static str,
    pub words_in: &'static str,
    pub no_photo: &'static str,
    /// What stands on the picture itself, in the shop's language.
    pub number: &'static str,
    pub long_press: &'static str,
    /// The lowest price.
    pub from: fn(&str) -> String,
}
