//! A quiet line with a sign, beside what it is about.

use super::icon::{Icon, small_icon};
use crate::view::prelude::*;

/// A fact.
pub fn note(icon: Icon, text: String) -> AnyView {
    view! { <p class="note">{small_icon(icon)}<span>{text}</span></p> }.into_any()
}

/// Something that stands in the way, read aloud when it appears.
pub fn warning(text: String) -> AnyView {
    view! { <p class="note note-danger" role="status">{small_icon(Icon::Alert)}<span>{text}</span></p> }
        .into_any()
}
