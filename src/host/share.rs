//! Passing a link on, in the best way this host has.

use super::{copy, here};
use crate::view::prelude::*;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// The system's own sheet took it, or the buyer thought better of it.
    Done,
    /// The link is on the clipboard, and the host shares by its own menu.
    ByMenu,
    /// The link is on the clipboard.
    Copied,
    /// Nothing worked: show the link.
    Refused,
}

/// Shares the link; call it in the handler of a tap.
pub async fn share(title: &str, url: &str) -> Shared {
    if here().shares_by_menu() {
        copy(url);
        return Shared::ByMenu;
    }
    match open_sheet(title, url) {
        Some(promise) => {
            // A rejection is nearly always the buyer closing the sheet.
            let _ = JsFuture::from(promise).await;
            Shared::Done
        }
        None if copy(url) => Shared::Copied,
        None => Shared::Refused,
    }
}

fn open_sheet(title: &str, url: &str) -> Option<Promise> {
    let navigator = window().navigator();
    let share: Function = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
    let what = Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        Reflect::set(&what, &name.into(), &JsValue::from_str(value)).ok()?;
    }
    share.call1(&navigator, &what).ok()?.dyn_into().ok()
}
