//! Making a picture small enough to travel, on the device itself.

use crate::view::prelude::*;
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// The longer side at most, in pixels.
const SIDE: u32 = 2048;
/// A picture of no more bytes is sent as it is, if it is no larger than [`SIDE`].
const LIGHT: f64 = 1_200_000.0;

/// The picture as a JPEG of at most 2048 pixels a side, upright; as it is where the engine cannot read it: the server may.
pub async fn shrink(picture: &Blob) -> Blob {
    shrunk(picture).await.unwrap_or_else(|| picture.clone())
}

async fn shrunk(picture: &Blob) -> Option<Blob> {
    let address = Url::create_object_url_with_blob(picture).ok()?;
    let drawn = draw(&address, picture).await;
    _ = Url::revoke_object_url(&address);
    drawn
}

async fn draw(address: &str, picture: &Blob) -> Option<Blob> {
    let image = HtmlImageElement::new().ok()?;
    let ready = Promise::new(&mut |done, failed| {
        image.set_onload(Some(&done));
        image.set_onerror(Some(&failed));
    });
    image.set_src(address);
    JsFuture::from(ready).await.ok()?;
    let (width, height) = (image.natural_width(), image.natural_height());
    let longer = width.max(height);
    if longer == 0 {
        return None;
    }
    if longer <= SIDE && picture.size() <= LIGHT && picture.type_() == "image/jpeg" {
        return Some(picture.clone());
    }
    let fitted = |side: u32| if longer <= SIDE { side } else { (side * SIDE / longer).max(1) };
    let canvas = document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.set_width(fitted(width));
    canvas.set_height(fitted(height));
    let pen = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    let (wide, high) = (f64::from(canvas.width()), f64::from(canvas.height()));
    // JPEG knows no transparency: what shows through is white, not black.
    pen.set_fill_style_str("#fff");
    pen.fill_rect(0.0, 0.0, wide, high);
    pen.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, wide, high).ok()?;
    let made = Promise::new(&mut |done, failed| {
        let told = Closure::once_into_js(move |blob: JsValue| _ = done.call1(&JsValue::NULL, &blob));
        let quality = JsValue::from(0.86);
        if canvas.to_blob_with_type_and_encoder_options(told.unchecked_ref(), "image/jpeg", &quality).is_err()
        {
            _ = failed.call0(&JsValue::NULL);
        }
    });
    let small = JsFuture::from(made).await.ok()?.dyn_into::<Blob>().ok()?;
    // A picture that was well packed may only grow.
    if longer <= SIDE && small.size() >= picture.size() { Some(picture.clone()) } else { Some(small) }
}
