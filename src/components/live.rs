//! Parts of a view that follow a signal.

use crate::view::prelude::*;

/// A view made anew whenever a signal read in it changes.
pub fn live(view: impl Fn() -> AnyView + 'static) -> AnyView {
    AnyView::live(Box::new(view))
}

/// A text that follows its signals.
pub fn live_text(text: impl Fn() -> String + 'static) -> AnyView {
    AnyView::live(Box::new(move || text().into_any()))
}
