//! Why something is not there or was not done, in words for the seller, with what to do about it.

use super::session::Desk;
use crate::api::ApiError;
use crate::components::{Blank, Drawing, blank, retry_action};
use crate::view::prelude::*;

/// The fault in one sentence, and a quieter one that may be empty.
pub fn words(desk: Desk, error: &ApiError) -> (String, &'static str) {
    let text = &desk.text().trouble;
    match error {
        ApiError::Offline => (text.offline.to_owned(), text.offline_hint),
        ApiError::Slow => (text.timeout.to_owned(), text.timeout_hint),
        ApiError::Unknown => (text.unknown.to_owned(), text.unknown_hint),
        ApiError::Limited { seconds } => ((text.limited)(*seconds), ""),
        ApiError::Broken(_) => (text.broken.to_owned(), text.timeout_hint),
        ApiError::Server { id } => ((text.server)(id), text.timeout_hint),
        ApiError::Refused(problem) if problem.code == "changed" => (text.changed.to_owned(), ""),
        ApiError::Refused(_) => (text.refused.to_owned(), ""),
    }
}

/// The fault where the content would stand.
pub fn trouble(desk: Desk, error: &ApiError, again: impl Fn() + 'static) -> AnyView {
    let (title, text) = words(desk, error);
    let said = Blank { drawing: Drawing::Offline, title, text, alone: false };
    blank(said, retry_action(desk.text().common.retry, again))
}

/// Says the fault in passing.
pub fn say(desk: Desk, error: &ApiError) {
    desk.say(&words(desk, error).0);
}
