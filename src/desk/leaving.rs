//! Asks before a screen with unsaved changes is left.

use super::session::Desk;
use super::sheets::{Sure, sure};
use crate::view::prelude::*;

/// The sheet that asks; put it on the screen whose changes these are.
pub fn ask_before_leaving(desk: Desk, unsaved: Signal<bool>) -> AnyView {
    let text = &desk.text().unsaved;
    let open = RwSignal::new(false);
    desk.app.hold(unsaved, Callback::new(move |()| desk.app.open_sheet(open)));
    let ask = Sure { title: text.title, text: text.text, label: text.leave };
    sure(desk, open, ask, Callback::new(move |()| desk.app.leave()))
}
