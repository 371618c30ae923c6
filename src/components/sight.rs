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
    let watch = StoredValue::new(Watch { observer, _heard: heard });
    Effect::new(move |_| {
        if let Some(element) = node.get() {
            watch.try_with_value(|watch| watch.observer.observe(&element));
        }
    });
}

/// Kept until the screen goes. The observer stops before what it calls is gone.
struct Watch {
    observer: IntersectionObserver,
    _heard: Closure<dyn Fn(js_sys::Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
