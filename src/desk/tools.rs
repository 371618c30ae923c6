//! Small things of many screens: copying, grouping a number, the other language.

use super::session::Desk;
use crate::host;
use crate::view::prelude::*;
use minishop_core::ShopNumber;

/// Copies a text and says so; shows it where it cannot be copied.
pub fn copy(desk: Desk, what: &str) {
    let text = &desk.text().common;
    if host::copy(what) {
        desk.say(text.copied);
    } else {
        desk.say(&(text.copy_yourself)(what));
    }
}

/// `123 456`, with a space that does not break.
pub fn grouped(number: ShopNumber) -> String {
    let digits = number.to_string();
    let (first, last) = digits.split_at(3);
    format!("{first}\u{a0}{last}")
}

/// Switches to the other language, named in itself.
pub fn language_button(desk: Desk) -> AnyView {
    view! {
        <button class="text-button" type="button" lang=desk.app.language().other().tag()
            on:click=move |_| desk.app.switch_language()>
            {desk.text().common.other_language}
        </button>
    }
}
