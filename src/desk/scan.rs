//! Reading a parcel's label through the camera, within whatever is open.

use super::session::Desk;
use crate::api::fetch::wait;
use crate::components::{Icon, icon};
use crate::host::scan::{Camera, Reader};
use crate::view::prelude::*;

/// Between two looks through the camera, in milliseconds.
const LOOK: u32 = 200;

/// Whether this engine can read codes.
pub fn able() -> bool {
    Reader::of_any().is_some()
}

/// What the camera sees, until a code is found or this is taken away; `found` hears the code, or nothing where there is
/// no camera.
pub fn viewfinder(desk: Desk, stop: Callback<()>, found: Callback<Option<String>>) -> AnyView {
    let text = &desk.text().ship;
    let video = NodeRef::<web_sys::HtmlVideoElement>::new();
    let here = StoredValue::new(());
    spawn_local(async move {
        let Some((camera, reader)) = Camera::open().await.zip(Reader::of_any()) else {
            return found.run(None);
        };
        while !here.is_disposed() {
            let Some(video) = video.now() else { return };
            if video.src_object().is_none() {
                camera.show(&video);
            }
            wait(LOOK).await;
            if let Some(code) = reader.read(&video).await
                && !here.is_disposed()
            {
                return found.run(Some(code));
            }
        }
    });
    view! {
        <div class="scan">
            <video class="scan-view" node_ref=video playsinline="" muted=""></video>
            <p class="quiet">{text.scan_hint}</p>
            <button class="button button-wide" type="button" on:click=move |_| stop.run(())>
                {icon(Icon::Close)}
                <span>{text.scan_stop}</span>
            </button>
        </div>
    }
}
