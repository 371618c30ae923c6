//! localStorage with a memory behind it: what cannot be stored lives as long as the page, and is carried to the next one.

use crate::json::Json;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Storage, StorageEvent};

/// Values that could not be stored, by key.
type Kept = Vec<(String, String)>;

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::new(carried());
    static LISTENERS: RefCell<Vec<&'static dyn Fn()>> = const { RefCell::new(Vec::new()) };
}

fn local() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Marks a window's name as ours.
const CARRIED: &str = "ms:";

/// Hands what could not be stored to the next page of this origin, in the window's own name. Only for a way that surely
/// leads there: a page of another origin could read it.
pub fn carry() {
    let kept = KEPT.with_borrow(Clone::clone);
    if let Some(window) = web_sys::window().filter(|_| !kept.is_empty()) {
        let members = kept.into_iter().map(|(key, text)| (key, Json::Text(text))).collect();
        _ = window.set_name(&(CARRIED.to_owned() + &Json::Map(members).write()));
    }
}

/// What the page before could not store.
fn carried() -> Kept {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let name = window.name().unwrap_or_default();
    let Some(text) = name.strip_prefix(CARRIED) else { return Vec::new() };
    _ = window.set_name("");
    let Ok(Json::Map(members)) = Json::parse(text) else { return Vec::new() };
    let pair = |(key, value)| if let Json::Text(text) = value { Some((key, text)) } else { None };
    members.into_iter().filter_map(pair).collect()
}

fn forget_kept(key: &str) {
    KEPT.with_borrow_mut(|kept| kept.retain(|(name, _)| name != key));
}

/// The value of that key.
pub fn get(key: &str) -> Option<String> {
    let kept =
        KEPT.with_borrow(|kept| kept.iter().find(|(name, _)| name == key).map(|(_, text)| text.clone()));
    kept.or_else(|| local()?.get_item(key).ok()?)
}

/// Keeps a value.
pub fn set(key: &str, text: &str) {
    forget_kept(key);
    if local().is_none_or(|local| local.set_item(key, text).is_err()) {
        KEPT.with_borrow_mut(|kept| kept.push((key.to_owned(), text.to_owned())));
    }
}

/// Forgets a value.
pub fn remove(key: &str) {
    forget_kept(key);
    if let Some(local) = local() {
        _ = local.remove_item(key);
    }
}

/// Calls `listener` whenever a basket, an attempt or an order changed here, or anything in another tab.
pub fn on_change(listener: impl Fn() + 'static) {
    let listener: &'static dyn Fn() = Box::leak(Box::new(listener));
    LISTENERS.with_borrow_mut(|listeners| listeners.push(listener));
    let heard = Closure::<dyn FnMut(StorageEvent)>::new(move |event: StorageEvent| {
        if event.key().is_none_or(|key| key.starts_with("ms:")) {
            listener();
        }
    });
    if let Some(window) = web_sys::window() {
        _ = window.add_event_listener_with_callback("storage", heard.as_ref().unchecked_ref());
    }
    heard.forget();
}

/// Says that something others show has changed.
pub(super) fn changed() {
    let listeners = LISTENERS.with_borrow(Vec::clone);
    for listener in listeners {
        listener();
    }
}
