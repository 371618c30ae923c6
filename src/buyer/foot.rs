//! The quiet end of a page: the language, and the way to another shop.

use crate::app::App;
use crate::route::Route;
use crate::view::prelude::*;

/// The page's end; `more` stands first in its row of links, `below` under it.
pub fn foot(app: App, more: Option<AnyView>, below: AnyView) -> AnyView {
    view! {
        <footer class="shop-foot">
            <p class="shop-foot-links">
                {more}
                {language_button(app)}
                <a class="text-button" href=Route::Door.path()>{app.text().shop.another}</a>
            </p>
            {below}
        </footer>
    }
    .into_any()
}

/// Switches to the other language, named in itself.
pub fn language_button(app: App) -> AnyView {
    view! {
        <button class="text-button" type="button" lang=app.language().other().tag()
            on:click=move |_| app.switch_language()>
            {app.text().common.other_language}
        </button>
    }
    .into_any()
}
