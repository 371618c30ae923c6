//! Reading QR codes, where the engine has a reader of its own.

use crate::view::prelude::*;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlVideoElement, MediaStream, MediaStreamTrack};

/// The engine's reader of codes.
#[derive(Clone)]
pub struct Reader {
    detector: JsValue,
    detect: Function,
}

impl Reader {
    /// `None` where the engine has none (iOS, Firefox, older webviews).
    pub fn new() -> Option<Self> {
        let options = Object::new();
        Reflect::set(&options, &"formats".into(), &Array::of1(&"qr_code".into())).ok()?;
        Self::with(&Array::of1(&options))
    }

    /// One that reads every code the engine knows, such as the bars of a parcel's label.
    pub fn of_any() -> Option<Self> {
        Self::with(&Array::new())
    }

    fn with(options: &Array) -> Option<Self> {
        let class: Function = get(&js_sys::global(), "BarcodeDetector")?.dyn_into().ok()?;
        let detector = Reflect::construct(&class, options).ok()?;
        let detect = get(&detector, "detect")?.dyn_into().ok()?;
        Some(Self { detector, detect })
    }

    /// The text of the first code in a picture file or a playing video.
    pub async fn read(&self, picture: &JsValue) -> Option<String> {
        let found = self.detect.call1(&self.detector, picture).ok()?.dyn_into::<Promise>().ok()?;
        let found: Array = JsFuture::from(found).await.ok()?.dyn_into().ok()?;
        get(&found.get(0), "rawValue")?.as_string()
    }
}

/// The camera at the phone's back; it is on until this is dropped.
pub struct Camera(MediaStream);

impl Camera {
    /// Asks for it; `None` where there is none, or the buyer or the host says no.
    pub async fn open() -> Option<Self> {
        let devices = get(&window().navigator(), "mediaDevices")?;
        let ask: Function = get(&devices, "getUserMedia")?.dyn_into().ok()?;
        let (wish, video) = (Object::new(), Object::new());
        Reflect::set(&video, &"facingMode".into(), &"environment".into()).ok()?;
        Reflect::set(&wish, &"video".into(), &video).ok()?;
        let stream = ask.call1(&devices, &wish).ok()?.dyn_into::<Promise>().ok()?;
        Some(Self(JsFuture::from(stream).await.ok()?.dyn_into().ok()?))
    }

    /// Shows in the video what the camera sees.
    pub fn show(&self, video: &HtmlVideoElement) {
        video.set_src_object(Some(&self.0));
        let _ = video.play();
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.0.get_tracks().iter() {
            if let Some(track) = track.dyn_ref::<MediaStreamTrack>() {
                track.stop();
            }
        }
    }
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}
