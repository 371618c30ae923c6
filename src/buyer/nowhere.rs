//! An address that names no screen.

use super::foot::foot;
use crate::app::App;
use crate::components::{Blank, Drawing, blank, link_action};
use crate::route::Route;
use crate::view::prelude::*;

/// Says so and leads to the door.
pub fn screen(app: App) -> AnyView {
    let text = &app.text().trouble;
    app.title(text.nowhere);
    let said = Blank { drawing: Drawing::Nothing, title: text.nowhere.to_owned(), text: "", alone: true };
    view! {
        <div class="page">
            <main class="page-main page-read" data-screen="unknown" tabindex="-1" data-ready="">
                {blank(said, link_action(text.to_door, Route::Door.path()))}
            </main>
            {foot(app, None, ().into_any())}
        </div>
    }
    .into_any()
}
