//! An element of the page, for what markup cannot say: to focus it, to measure it, to scroll it.

use super::signal::RwSignal;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Empty until its element is built.
pub struct NodeRef<T: 'static>(RwSignal<Option<T>>);

impl<T> Clone for NodeRef<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for NodeRef<T> {}

impl<T: JsCast + Clone> NodeRef<T> {
    #[expect(clippy::new_without_default, reason = "an empty one says nothing by itself")]
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The element, followed.
    pub fn get(self) -> Option<T> {
        self.0.track();
        self.now()
    }

    /// The element as of now; none once the screen is gone.
    pub fn now(self) -> Option<T> {
        self.0.try_get_untracked().flatten()
    }

    pub(super) fn give(self, element: &Element) {
        if self.now().is_none_or(|own| own.unchecked_ref::<Element>() != element) {
            self.0.set(element.dyn_ref::<T>().cloned());
        }
    }
}
