//! Sheets that ask: are you sure, and what of these.

use super::session::Desk;
use crate::components::{Sheet, live, sheet};
use crate::view::prelude::*;

/// A sheet that is shown while `open` is; open it with `desk.app.open_sheet(open)`.
pub fn sheet_while(
    desk: Desk,
    open: RwSignal<bool>,
    title: &'static str,
    body: impl Fn() -> AnyView + 'static,
    foot: impl Fn() -> Option<AnyView> + 'static,
) -> AnyView {
    let close_label = desk.text().common.close;
    live(move || {
        if !open.get() {
            return ().into_any();
        }
        let close = Callback::new(move |()| desk.app.close_sheet());
        sheet(Sheet { title, close_label, close }, body(), foot())
    })
}

/// What a sheet asks before something is done.
#[derive(Clone, Copy)]
pub struct Sure {
    pub title: &'static str,
    pub text: &'static str,
    /// The button that does it.
    pub label: &'static str,
}

/// Asks to be sure while `open` is; `act` is done once the sheet has closed.
pub fn sure(desk: Desk, open: RwSignal<bool>, ask: Sure, act: Callback<()>) -> AnyView {
    let Sure { title, text, label } = ask;
    let body = move || view! { <p>{text}</p> };
    let foot = move || {
        let yes = move |_| {
            desk.app.close_sheet();
            act.run(());
        };
        Some(view! {
            <button class="button button-main button-wide" type="button" data-do="sure" on:click=yes>{label}</button>
        })
    };
    sheet_while(desk, open, title, body, foot)
}
