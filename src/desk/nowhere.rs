//! An address that names no screen.

use super::page::{Page, Section, main};
use super::route::{Route, Tab};
use super::session::Desk;
use crate::components::{Blank, Drawing, blank, link_action};
use crate::view::prelude::*;

/// Says so and leads to the orders.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().trouble;
    let said = Blank { drawing: Drawing::Nothing, title: text.nowhere.to_owned(), text: "", alone: false };
    let inside = blank(said, link_action(text.to_orders, Route::Orders(Tab::New).path()));
    main(desk, Section::Orders, Page::new("unknown", desk.text().common.app), inside)
}
