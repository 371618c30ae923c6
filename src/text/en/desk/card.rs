//! The card and posters in English.

use crate::text::desk::card::Card;

pub(super) const TEXT: Card = Card {
    title: "Card with code",
    poster: "Poster",
    alt: |name, number| format!("Card of {name}, shop number {number}, with the code that opens the shop"),
    poster_alt: |title| format!("Poster of {title}, with the code that opens it"),
    making: "The picture is being made",
    failed: "The picture could not be made",
    hold: "Hold the picture to save it or send it on.",
    save: "Save picture",
    share: "Share",
    print: "Print",
    contact: "Save as a contact",
    contact_text: "For the phone's address book",
    contact_elsewhere: "To save it as a contact, open this page in the phone's browser.",
    words_in: "Words on the picture",
    no_photo: "These goods have no photo yet; a poster with one sells better.",
    number: "Shop number",
    long_press: "Long press to open the shop",
    from: |price| format!("from {price}"),
};
