//! Why something is not there, in words for the buyer, with what to do about it.

use super::foot::foot;
use crate::api::ApiError;
use crate::app::App;
use crate::components::{Blank, Drawing, blank, link_action, retry_action};
use crate::route::Route;
use crate::view::prelude::*;

/// The fault in one sentence, and a quieter one that may be empty.
pub fn words(app: App, error: &ApiError) -> (String, &'static str) {
    let text = &app.text().trouble;
    match error {
        ApiError::Offline => (text.offline.to_owned(), text.offline_hint),
        ApiError::Slow => (text.timeout.to_owned(), text.timeout_hint),
        ApiError::Unknown => (text.unknown_shop.to_owned(), text.unknown_shop_hint),
        ApiError::Limited { seconds } => ((text.limited)(*seconds), ""),
        ApiError::Broken(_) => (text.broken.to_owned(), text.timeout_hint),
        ApiError::Server { id } => ((text.server)(id), text.timeout_hint),
        ApiError::Refused(_) => (text.refused.to_owned(), ""),
    }
}

/// The fault where the content would stand; `alone` when the page has no other heading.
pub fn trouble(app: App, error: &ApiError, alone: bool, again: impl Fn() + 'static) -> AnyView {
    let (title, text) = words(app, error);
    let said = Blank { drawing: Drawing::Offline, title, text, alone };
    blank(said, retry_action(app.text().common.retry, again))
}

/// A whole page for a shop or an order that is not there: unknown, closed and hidden look the same.
pub fn unknown_shop(app: App) -> AnyView {
    let text = &app.text().trouble;
    let said = Blank {
        drawing: Drawing::Closed,
        title: text.unknown_shop.to_owned(),
        text: text.unknown_shop_hint,
        alone: true,
    };
    app.title(text.unknown_shop);
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
