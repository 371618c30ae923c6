//! Handing a file over: to the system's own sheet, or to the phone's memory.

use crate::view::prelude::*;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Url};

/// A file that can be shared and saved; its address is given back when this is dropped.
pub struct Paper {
    pub name: String,
    file: JsValue,
    /// For a link with `download`.
    pub address: String,
}

impl Paper {
    /// The bytes as a file of that name.
    pub fn of(bytes: &Blob, name: &str) -> Option<Self> {
        let options = Object::new();
        Reflect::set(&options, &"type".into(), &bytes.type_().into()).ok()?;
        let class: Function = Reflect::get(&js_sys::global(), &"File".into()).ok()?.dyn_into().ok()?;
        let parts = Array::of3(&Array::of1(bytes), &JsValue::from_str(name), &options);
        // An engine that cannot make files can still save the bytes.
        let file = Reflect::construct(&class, &parts).unwrap_or(JsValue::NULL);
        let address = Url::create_object_url_with_blob(bytes).ok()?;
        Some(Self { name: name.to_owned(), file, address })
    }

    fn offer(&self) -> Option<JsValue> {
        if self.file.is_null() {
            return None;
        }
        let offer = Object::new();
        Reflect::set(&offer, &"files".into(), &Array::of1(&self.file)).ok()?;
        Some(offer.into())
    }

    /// Whether the system takes it.
    pub fn can_be_shared(&self) -> bool {
        let can = || {
            let ask = method("canShare")?;
            ask.call1(&window().navigator(), &self.offer()?).ok()?.as_bool()
        };
        can().unwrap_or_default()
    }

    /// Opens the system's sheet; call it in the handler of a tap.
    pub fn share(&self) {
        let shared = || -> Option<Promise> {
            method("share")?.call1(&window().navigator(), &self.offer()?).ok()?.dyn_into().ok()
        };
        if let Some(promise) = shared() {
            // A rejection is nearly always the seller closing the sheet.
            spawn_local(async move { _ = JsFuture::from(promise).await });
        }
    }
}

impl Drop for Paper {
    fn drop(&mut self) {
        _ = Url::revoke_object_url(&self.address);
    }
}

fn method(name: &str) -> Option<Function> {
    Reflect::get(&window().navigator(), &name.into()).ok()?.dyn_into().ok()
}

/// A text as bytes of that media type.
pub fn bytes(text: &str, kind: &str) -> Option<Blob> {
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &kind.into()).ok()?;
    let class: Function = Reflect::get(&js_sys::global(), &"Blob".into()).ok()?.dyn_into().ok()?;
    let parts = Array::of2(&Array::of1(&JsValue::from_str(text)), &options);
    Reflect::construct(&class, &parts).ok()?.dyn_into().ok()
}

/// Opens the system's print sheet.
pub fn print() {
    // Webviews without one do nothing.
    _ = window().print();
}
