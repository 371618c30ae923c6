//! The storefront.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// Takes the place of the skeleton in `#app`.
pub fn start() {
    let Some(app) = document().get_element_by_id("app") else { return };
    app.set_inner_html("");
    mount_to(app.unchecked_into(), || view! { <main><h1>"Minishop"</h1></main> }).forget();
}
