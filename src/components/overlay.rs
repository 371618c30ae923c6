//! What lies over the page as a dialog: it takes the focus, holds it, and gives it back.

use crate::view::prelude::*;
use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What can hold the focus.
const STOPS: &str = "a[href],button:not(:disabled),input:not(:disabled),textarea,[tabindex=\"0\"]";

/// What a dialog is and how it closes.
#[derive(Clone, Copy)]
pub struct Overlay {
    pub class: &'static str,
    pub label: &'static str,
    /// Escape asks for it. Whoever shows the dialog takes it away, so that «back» does it too.
    pub close: Callback<()>,
    /// How far it is pulled down, in pixels.
    pub drag: RwSignal<i32>,
}

/// The dialog, drawn while it is open.
pub fn overlay(overlay: Overlay, inside: AnyView) -> AnyView {
    let Overlay { class, label, close, drag } = overlay;
    let node = NodeRef::<HtmlElement>::new();
    let before = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let before = StoredValue::new(before);
    request_animation_frame(move || {
        if let Some(own) = node.now() {
            let _ = own.focus();
        }
    });
    on_cleanup(move || {
        // Back to the button that opened it; that may be gone with its screen.
        if let Some(Some(element)) = before.try_get_value() {
            let _ = element.focus();
        }
    });
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => close.run(()),
        "Tab" => {
            if let Some(own) = node.now() {
                hold_focus(&own, &event);
            }
        }
        _ => {}
    };
    view! {
        <section node_ref=node class=class role="dialog" aria-modal="true" aria-label=label tabindex="-1"
            style:--drag=move || format!("{}px", drag.get()) on:keydown=key>
            {inside}
        </section>
    }
    .into_any()
}

/// Tab past the last stop goes to the first, and the other way round.
fn hold_focus(own: &HtmlElement, event: &KeyboardEvent) {
    let Ok(stops) = own.query_selector_all(STOPS) else { return };
    let at = |index| stops.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    let Some((first, last)) = at(0).zip(at(stops.length().saturating_sub(1))) else { return };
    let active = document().active_element();
    let on = |element: &HtmlElement| active.as_ref().is_some_and(|active| active.is_same_node(Some(element)));
    let (edge, other) = if event.shift_key() { (on(&first) || on(own), last) } else { (on(&last), first) };
    if edge {
        event.prevent_default();
        let _ = other.focus();
    }
}
