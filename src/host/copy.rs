//! Putting a text on the clipboard, without the permission and the secure page that the newer way wants.

use crate::view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Copies the text; call it in the handler of a tap. `false` where the engine refuses.
pub fn copy(text: &str) -> bool {
    copied(text).unwrap_or_default()
}

fn copied(text: &str) -> Option<bool> {
    let document = document().dyn_into::<HtmlDocument>().ok()?;
    let before = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let field = document.create_element("textarea").ok()?.dyn_into::<HtmlTextAreaElement>().ok()?;
    field.set_value(text);
    field.set_read_only(true);
    field.set_class_name("unseen");
    // Inside an open sheet, so that the focus does not leave it.
    let place = before.as_ref().and_then(|element| element.parent_element());
    place.or_else(|| document.body().map(Into::into))?.append_child(&field).ok()?;
    let _ = field.focus();
    field.select();
    // iOS selects nothing by `select` alone.
    let _ = field.set_selection_range(0, text.encode_utf16().count() as u32);
    let done = document.exec_command("copy").ok();
    field.remove();
    if let Some(before) = before {
        let _ = before.focus();
    }
    done
}
