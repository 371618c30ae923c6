//! From the backend's photos to pictures on a screen.

use crate::api::{self, Photo};
use crate::components::{Picture, marked_photo, marked_square};
use crate::view::prelude::*;

/// How wide a photo stands and how soon it is wanted.
#[derive(Clone, Copy)]
pub struct Place {
    /// In the words of the `sizes` attribute.
    pub sizes: &'static str,
    pub eager: bool,
    pub faded: bool,
}

/// A photo in its square; the square alone where there is none.
pub fn square(own: Option<&Photo>, alt: &str, place: Place) -> AnyView {
    marked(own, alt, place, None)
}

/// A photo in its square with a word on its lower edge.
pub fn marked(own: Option<&Photo>, alt: &str, place: Place, mark: Option<String>) -> AnyView {
    let Some(own) = own else { return marked_square(mark) };
    let Place { sizes, eager, faded } = place;
    marked_photo(Picture { at: &|width| own.url(width), tint: &own.color, alt, sizes, eager, faded }, mark)
}

/// A shop's logo, or the first letter of its name.
pub fn logo(hash: Option<&str>, name: &str) -> AnyView {
    match hash {
        Some(hash) => {
            view! { <img class="logo" src=api::shop::media(hash, 320) alt="" width="48" height="48" /> }
                .into_any()
        }
        None => {
            let letter: String = name.chars().take(1).collect();
            view! { <span class="logo" aria-hidden="true">{letter}</span> }.into_any()
        }
    }
}
