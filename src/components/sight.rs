//! Tells when a part of the page comes into sight, for lists that grow and heads that shrink.

use crate::view::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Calls `tell` whenever the element comes within `margin` (CSS lengths, as of `rootMargin`) of the window, or leaves it.
/// Where the engine cannot watch, nothing is told: whoever calls this has another way.
pub fn watch_sight(node: NodeRef<Element>, margin: &'static str, tell: impl Fn(bool) + 'static) {
    let heard = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let last = entries.get(entries.length().saturating_sub(1));
        if let Some(entry) = last.dyn_ref::<IntersectionObserverEntry>() {
            tell(entry.is_intersecting());
        }
    });
    let init = IntersectionObserverInit::new();
    init.set_root_margin(margin);
    let made = IntersectionObserver::new_with_options(heard.as_ref().unchecked_ref(), &init);
    let Ok(observer) = made else { return };
    // Both live until the screen goes.
    let kept = StoredValue::new((observer, heard));
    Effect::new(move |_| {
        if let Some(element) = node.get() {
            kept.try_with_value(|(observer, _)| observer.observe(&element));
        }
    });
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}
