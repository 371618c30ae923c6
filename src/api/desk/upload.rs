//! Files that leave the seller's device.

use super::super::fetch::{Call, Stop, as_file, call};
use super::super::problem::ApiError;
use super::super::shop::Photo;
use crate::json::Json;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, ProgressEvent};

/// Sends a picture; `progress` hears how many hundredths have left the device, `stop` ends it half-way.
pub async fn photo(picture: &Blob, progress: impl Fn(u32) + 'static, stop: &Stop) -> Result<Photo, ApiError> {
    let kind = picture.type_();
    let kind = ["image/png", "image/webp", "image/gif", "image/heic"].into_iter().find(|own| *own == kind);
    let answer = file("/desk/photos", picture, kind.unwrap_or("image/jpeg"), progress, stop).await?;
    Ok(answer.read(Photo::read)?)
}

/// Sends a file as what it is.
pub async fn file(
    path: &str,
    file: &Blob,
    content: &'static str,
    progress: impl Fn(u32) + 'static,
    stop: &Stop,
) -> Result<Json, ApiError> {
    let heard =
        move |event: ProgressEvent| progress((event.loaded() * 100.0 / event.total().max(1.0)) as u32);
    let heard = Closure::<dyn FnMut(ProgressEvent)>::new(heard);
    let dress = as_file(content, stop);
    let post = Call::desk("POST", path, "").picture(file, heard.as_ref().unchecked_ref());
    call(post.dressed(&dress)).await
}
