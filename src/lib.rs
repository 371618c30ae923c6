//! The storefront.

use leptos::prelude::*;

/// Takes the place of the skeleton in `#app`.
pub fn start() {
    let Some(app) = document().get_element_by_id("app") else { return };
    app.set_inner_html("");
    let (count, set_count) = signal(0);
    let view = move || {
        view! {
            <main>
                <h1>"Minishop"</h1>
                <button on:click=move |_| set_count.update(|n| *n += 1)>"Add"</button>
                <p data-cart-count=count>{count}</p>
            </main>
        }
    };
    mount_to(app.unchecked_into(), view).forget();
}

use leptos::wasm_bindgen::JsCast;
