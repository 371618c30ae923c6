//! Reading a shop's code: from a photo, or through the camera.

use super::entry::Entry;
use crate::api::fetch::{came, wait};
use crate::app::App;
use crate::components::{Icon, Sheet, icon, live, sheet};
use crate::host::scan::{Camera, Reader};
use crate::view::prelude::*;
use wasm_bindgen::JsValue;

/// Between two looks through the camera, in milliseconds.
const LOOK: u32 = 250;

/// The two ways; `say` hears what stands in the way.
pub fn ways(app: App, say: Callback<&'static str>) -> AnyView {
    let text = &app.text().door;
    let open = RwSignal::new(false);
    let scan = move |_| match Reader::new() {
        Some(_) => app.open_sheet(open),
        None => say.run(text.no_reader),
    };
    let photo = move |event: web_sys::Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // The same photo may be chosen again.
        input.set_value("");
        let Some(reader) = Reader::new() else { return say.run(text.no_reader) };
        spawn_local(async move {
            match reader.read(&JsValue::from(file)).await {
                Some(found) => enter(app, &found, say),
                None => say.run(text.no_code),
            }
        });
    };
    let frame = Sheet {
        title: text.scan_title,
        close_label: app.text().common.close,
        close: Callback::new(move |()| app.close_sheet()),
    };
    view! {
        <div class="door-ways">
            <button class="button button-plain" type="button" on:click=scan>
                {icon(Icon::Scan)}
                <span>{text.scan}</span>
            </button>
            <label class="button button-plain proof">
                {icon(Icon::Photo)}
                <span>{text.photo}</span>
                <input class="proof-input" type="file" accept="image/*" on:change=photo />
            </label>
        </div>
        {live(move || if open.get() { sheet(frame, viewfinder(app, open, say), None) } else { ().into_any() })}
    }
    .into_any()
}

fn enter(app: App, found: &str, say: Callback<&'static str>) {
    match Entry::read(found) {
        Entry::Leads(route) => {
            came("qr");
            app.go(&route);
        }
        _ => say.run(app.text().door.foreign_code),
    }
}

/// What the camera sees, until a code is found or the sheet is closed.
fn viewfinder(app: App, open: RwSignal<bool>, say: Callback<&'static str>) -> AnyView {
    let video = NodeRef::<web_sys::HtmlVideoElement>::new();
    let text = &app.text().door;
    spawn_local(async move {
        let is_open = move || open.try_get_untracked() == Some(true);
        let (camera, reader) = (Camera::open().await, Reader::new());
        let Some((camera, reader)) = camera.zip(reader) else {
            if is_open() {
                app.close_sheet();
                say.run(text.no_camera);
            }
            return;
        };
        while is_open() {
            let Some(video) = video.now() else { return };
            if video.src_object().is_none() {
                camera.show(&video);
            }
            wait(LOOK).await;
            if let Some(found) = reader.read(&video).await
                && is_open()
            {
                app.close_sheet();
                return enter(app, &found, say);
            }
        }
    });
    view! {
        <p class="quiet">{text.scan_hint}</p>
        <video class="viewfinder" node_ref=video playsinline="" muted=""></video>
    }
    .into_any()
}
