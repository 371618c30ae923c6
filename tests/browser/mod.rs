//! A place in the test page for one piece of a screen.

use minishop::view::mount;
use minishop::view::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};

/// The piece, in an element of its own.
pub struct Page {
    place: HtmlElement,
}

impl Page {
    /// Puts the piece into the page.
    pub fn show(piece: impl FnOnce() -> AnyView + 'static) -> Self {
        let place: HtmlElement = document().create_element("div").expect("a div").unchecked_into();
        document().body().expect("a body").append_child(&place).expect("a body takes a div");
        mount(place.clone(), piece);
        Self { place }
    }

    /// The first element of that kind in the piece.
    pub fn find(&self, selector: &str) -> Option<Element> {
        self.place.query_selector(selector).expect("a selector")
    }

    /// The button with that name: its label, or what stands on it.
    pub fn button(&self, name: &str) -> HtmlElement {
        let buttons = self.place.query_selector_all("button").expect("a selector");
        let named = (0..buttons.length()).filter_map(|at| buttons.item(at)).find(|node| {
            let own: &Element = node.unchecked_ref();
            own.get_attribute("aria-label").or_else(|| own.text_content()).is_some_and(|own| own == name)
        });
        named.unwrap_or_else(|| panic!("no button «{name}»")).unchecked_into()
    }

    /// The only field.
    pub fn field(&self) -> HtmlInputElement {
        self.find("input").expect("a field").unchecked_into()
    }

    /// Writes into a field and leaves it.
    pub fn type_in(&self, field: &HtmlInputElement, text: &str) {
        field.set_value(text);
        let init = EventInit::new();
        init.set_bubbles(true);
        for kind in ["input", "change"] {
            let event = Event::new_with_event_init_dict(kind, &init).expect("an event");
            field.dispatch_event(&event).expect("the field hears it");
        }
    }
}

/// Lets everything that waits for its turn have it: effects run after the event that caused them.
pub async fn settled() {
    for _ in 0..4 {
        JsFuture::from(js_sys::Promise::resolve(&JsValue::NULL)).await.expect("a kept promise");
    }
}
