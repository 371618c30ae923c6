//! A photo in its square, which is there before the picture, in the picture's own colour.

use crate::view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlImageElement};

/// Which photo, how it is shown and how urgent it is.
pub struct Picture<'a> {
    /// Its address at 320, 640 or 1080 pixels of width.
    pub at: &'a dyn Fn(u32) -> String,
    /// `#aabbcc`, the ground until the picture is there; empty for the neutral one.
    pub tint: &'a str,
    /// What it shows, or nothing where a text beside it says so.
    pub alt: &'a str,
    /// How wide it stands, in the words of the `sizes` attribute.
    pub sizes: &'static str,
    /// Whether it is seen at once; others load when they come near.
    pub eager: bool,
    /// Shown as out of reach.
    pub faded: bool,
}

/// The photo in a square, in the width that fits this screen.
pub fn photo(picture: Picture) -> AnyView {
    marked_photo(picture, None)
}

/// The photo with a word on its lower edge.
pub fn marked_photo(picture: Picture, mark: Option<String>) -> AnyView {
    let Picture { at, tint, alt, sizes, eager, faded } = picture;
    let set = [320, 640, 1080].map(|width| format!("{} {width}w", at(width))).join(", ");
    let image = view! {
        <img class="photo-img" loading=if eager { "eager" } else { "lazy" } decoding="async"
            alt=alt.to_owned() sizes=sizes srcset=set src=at(640) />
    };
    square(tint, faded, (image, word(mark)).into_any())
}

/// The square alone, where there is no photo or none yet.
pub fn bare_photo() -> AnyView {
    marked_square(None)
}

/// The square alone with a word on its lower edge.
pub fn marked_square(mark: Option<String>) -> AnyView {
    square("", false, word(mark).into_any())
}

fn word(mark: Option<String>) -> Option<AnyView> {
    mark.map(|mark| view! { <span class="goods-card-mark">{mark}</span> })
}

fn square(tint: &str, faded: bool, inside: AnyView) -> AnyView {
    let class = if faded { "photo photo-off" } else { "photo" };
    let tint = if tint.is_empty() { "var(--fill)" } else { tint }.to_owned();
    view! { <span class=class style:--tint=tint>{inside}</span> }.into_any()
}

/// An engine that cannot show WebP gets the same picture as JPEG; hears of every picture that fails, so call it once.
pub fn mend_photos() {
    let mend = move |event: Event| {
        let image = event.target().and_then(|target| target.dyn_into::<HtmlImageElement>().ok());
        let Some(image) = image else { return };
        if let Some(address) = image.src().strip_suffix(".webp") {
            let _ = image.remove_attribute("srcset");
            image.set_src(&(address.to_owned() + ".jpg"));
        }
    };
    let mend = wasm_bindgen::closure::Closure::<dyn FnMut(Event)>::new(mend).into_js_value();
    // A failed picture's event does not bubble; on its way down it passes here.
    let _ = document().add_event_listener_with_callback_and_bool("error", mend.unchecked_ref(), true);
}
