//! Parts of a view that follow a signal. Each goes through one boxed type, so that another one costs its closure alone.

use leptos::prelude::*;

/// A view made anew whenever a signal read in it changes.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let view: Box<dyn FnMut() -> AnyView + Send> = Box::new(view);
    view.into_any()
}

/// A text that follows its signals.
pub fn live_text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    let text: Box<dyn FnMut() -> String + Send> = Box::new(text);
    text.into_any()
}
