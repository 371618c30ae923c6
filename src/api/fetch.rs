//! The only HTTP in the crate: one function from a call to its JSON or the reason there is none.

mod stop;

use super::problem::{ApiError, judge};
use crate::json::Json;
use js_sys::{Array, Function, Promise, Reflect};
use minishop_core::OrderKey;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event, XmlHttpRequest};

pub use stop::Stop;

/// One call to the backend.
pub struct Call<'c> {
    method: &'static str,
    /// Under the API's address, such as `/shops/123456`.
    path: &'c str,
    body: &'c str,
    key: Option<&'c OrderKey>,
    picture: Option<(&'c Blob, &'c Function)>,
    /// What the seller's calls add to the request; apart from it, so that no buyer carries it.
    dress: Option<Dress<'c>>,
}

/// Adds something to a request that is about to be sent.
type Dress<'c> = &'c dyn Fn(&XmlHttpRequest);

fn mark(request: &XmlHttpRequest) {
    _ = request.set_request_header("Minishop-Desk", "1");
}

/// What a file of the seller's adds: what it is, whatever the device calls it, and a way to end it half-way.
pub fn as_file(content: &'static str, stop: &Stop) -> impl Fn(&XmlHttpRequest) {
    move |request| {
        mark(request);
        _ = request.set_request_header("Content-Type", content);
        stop.give(request);
    }
}

impl<'c> Call<'c> {
    pub fn get(path: &'c str) -> Self {
        Self { method: "GET", path, body: "", key: None, picture: None, dress: None }
    }

    /// A JSON body.
    pub fn post(path: &'c str, body: &'c str) -> Self {
        Self { method: "POST", body, ..Self::get(path) }
    }

    /// A call of the seller's: a change comes with a header that no other page's form can send.
    pub fn desk(method: &'static str, path: &'c str, body: &'c str) -> Self {
        let dress: Dress = &mark;
        Self { method, body, dress: Some(dress).filter(|_| method != "GET"), ..Self::get(path) }
    }

    /// The same with more added to the request, see [`as_file`].
    pub fn dressed(self, dress: Dress<'c>) -> Self {
        Self { dress: Some(dress), ..self }
    }

    /// The same under an order's key.
    pub fn under(self, key: &'c OrderKey) -> Self {
        Self { key: Some(key), ..self }
    }

    /// A picture instead of a body; `progress` hears the upload's progress events.
    pub fn picture(self, picture: &'c Blob, progress: &'c Function) -> Self {
        Self { picture: Some((picture, progress)), ..self }
    }

    /// Milliseconds to wait for the answer; a picture may take long on a slow network.
    fn limit(&self) -> u32 {
        match (self.method, &self.picture) {
            ("GET", _) => 20_000,
            (_, None) => 30_000,
            (_, Some(_)) => 180_000,
        }
    }
}

thread_local! {
    /// The API's address, once read.
    static BASE: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Seconds the server's clock is ahead of the device's.
    static AHEAD: Cell<i64> = const { Cell::new(0) };
}

/// Seconds since 1970 by the server's clock, as far as it was heard.
pub fn now() -> i64 {
    (js_sys::Date::now() / 1000.0) as i64 + AHEAD.get()
}

/// The API's address from the page's own `backend` block: a path of this origin or an absolute http(s) address.
pub fn base() -> String {
    BASE.with_borrow_mut(|base| base.get_or_insert_with(read_base).clone())
}

/// What stands before the API's path: nothing, or another origin.
pub fn origin() -> String {
    let base = base();
    let host = base.find("://").map_or(0, |scheme| scheme + 3);
    let end = if host == 0 { 0 } else { base[host..].find('/').map_or(base.len(), |slash| host + slash) };
    base[..end].to_owned()
}

fn read_base() -> String {
    let block = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("backend"))
        .and_then(|block| block.text_content());
    let named = Json::parse(&block.unwrap_or_default())
        .and_then(|json| json.read(|at| at.text("api")))
        .unwrap_or_default();
    let own = named.starts_with('/') && !named.starts_with("//");
    if own || named.starts_with("https://") || named.starts_with("http://") {
        named
    } else {
        "/api/v1".to_owned()
    }
}

/// Makes the call. Whatever answers, this returns within the time limit and never panics.
pub async fn call(call: Call<'_>) -> Result<Json, ApiError> {
    if call.method == "GET"
        && let Some((status, text)) = first(call.path).await?
    {
        return judge(status, &text, None);
    }
    send(&call).await
}

/// The answer the page asked for before the app was there, taken once; `None` when it asked for something else or failed.
async fn first(path: &str) -> Result<Option<(u16, String)>, ApiError> {
    let global = js_sys::global();
    let name = JsValue::from_str("__first");
    let first = get(&global, "__first");
    if get(&first, "path").as_string().as_deref() != Some(path) {
        return Ok(None);
    }
    _ = Reflect::delete_property(&global, &name);
    let race = Array::of2(&get(&first, "answer"), &timer(20_000));
    match JsFuture::from(Promise::race(&race)).await {
        Ok(answer) if answer.is_undefined() => Err(ApiError::Slow),
        Ok(answer) => {
            let status = get(&answer, "status").as_f64().unwrap_or(0.0) as u16;
            Ok(get(&answer, "text").as_string().map(|text| (status, text)))
        }
        Err(_) => Ok(None),
    }
}

/// The path; with how the buyer came, where the boot script finds that this is the shop's first call in this tab.
fn visit(path: &str) -> String {
    let visit = get(&js_sys::global(), "__visit").dyn_into::<Function>();
    let marked = visit.and_then(|visit| visit.call1(&JsValue::NULL, &path.into()));
    marked.ok().and_then(|marked| marked.as_string()).unwrap_or_else(|| path.to_owned())
}

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// Says how the buyer comes to the shop that is asked for next: `number` or `qr`; else it is by a link.
pub fn came(how: &str) {
    _ = Reflect::set(&js_sys::global(), &"__via".into(), &how.into());
}

/// Resolves with `undefined` after so many milliseconds.
fn timer(milliseconds: i32) -> Promise {
    Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        }
    })
}

/// Sleeps.
pub async fn wait(milliseconds: u32) {
    _ = JsFuture::from(timer(milliseconds.min(i32::MAX as u32) as i32)).await;
}

async fn send(call: &Call<'_>) -> Result<Json, ApiError> {
    // Not `fetch`: this one has a time limit and upload progress of its own, and needs no closure to be awaited.
    let request = XmlHttpRequest::new().map_err(|_| ApiError::Offline)?;
    let url = base() + &visit(call.path);
    request.open(call.method, &url).map_err(|_| ApiError::Broken("backend".to_owned()))?;
    request.set_timeout(call.limit());
    let header = |name: &str, value: &str| _ = request.set_request_header(name, value);
    if let Some(key) = call.key {
        header("Idempotency-Key", key.as_str());
    }
    if let Some(dress) = call.dress {
        dress(&request);
    }
    let sent = Promise::new(&mut |done, _| {
        request.set_ontimeout(Some(&done));
        request.set_onloadend(Some(&done));
    });
    let started = match call.picture {
        Some((picture, progress)) => {
            if call.dress.is_none() && picture.type_().is_empty() {
                header("Content-Type", "image/jpeg");
            }
            _ = request.upload().map(|upload| upload.set_onprogress(Some(progress)));
            request.send_with_opt_blob(Some(picture))
        }
        None if call.method == "GET" => request.send(),
        None => {
            header("Content-Type", "application/json");
            request.send_with_opt_str(Some(call.body))
        }
    };
    started.map_err(|_| ApiError::Offline)?;
    let event = JsFuture::from(sent).await.unwrap_or_default();
    let status = request.status().unwrap_or(0);
    if status == 0 {
        let slow = event.dyn_ref::<Event>().is_some_and(|event| event.type_() == "timeout");
        // A network that is there, but leads to nobody, is not the buyer's.
        let offline = web_sys::window().is_some_and(|window| !window.navigator().on_line());
        return Err(if offline && !slow { ApiError::Offline } else { ApiError::Slow });
    }
    let told = |name: &str| request.get_response_header(name).ok().flatten();
    // An answer out of a cache would tell the time it was made.
    let fresh = told("Cache-Control").is_some_and(|cache| cache.contains("no-store"));
    let date = told("Date").map_or(f64::NAN, |date| js_sys::Date::parse(&date));
    if fresh && !date.is_nan() {
        AHEAD.set(((date - js_sys::Date::now()) / 1000.0) as i64);
    }
    let wait = told("Retry-After").and_then(|seconds| seconds.parse().ok());
    judge(status, &request.response_text().ok().flatten().unwrap_or_default(), wait)
}
