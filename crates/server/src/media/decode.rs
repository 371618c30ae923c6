//! From any uploaded file to upright sRGB pixels on white, small enough to go on with.

use super::{MAX_PIXELS, PictureError, jpeg};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::error::ImageError;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use std::io::Cursor;

/// Bytes a decoder may take: 40 megapixels with alpha at 8 bits twice over, and some room.
const MAX_ALLOC: u64 = 384 * 1024 * 1024;

/// Decodes by content and fits the picture into the box, turned as its EXIF says, never enlarged.
///
/// The pixels alone survive: no EXIF, no GPS position, no profile. Size limits are checked on the header, before any
/// memory is taken for pixels.
pub fn upright(bytes: &[u8], max_width: u32, max_height: u32) -> Result<RgbImage, PictureError> {
    if bytes.is_empty() {
        return Err(PictureError::Empty);
    }
    let format = image::guess_format(bytes).map_err(|_| PictureError::Unsupported)?;
    if ![ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif].contains(&format) {
        return Err(PictureError::Unsupported);
    }
    // The JPEG decoder fills what is missing with grey; a cut file must not pass as a picture.
    if format == ImageFormat::Jpeg && !jpeg::whole(bytes) {
        return Err(PictureError::NotAPicture);
    }
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_ALLOC);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(PictureError::NotAPicture);
    }
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(PictureError::TooManyPixels);
    }
    limits.reserve(decoder.total_bytes()).map_err(refusal)?;
    decoder.set_limits(limits).map_err(refusal)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let pixels = on_white(DynamicImage::from_decoder(decoder).map_err(refusal)?);
    let (box_width, box_height) =
        if turns(orientation) { (max_height, max_width) } else { (max_width, max_height) };
    let mut pixels = fit(pixels, box_width, box_height)?;
    if let Some(profile) = profile {
        to_srgb(&mut pixels, &profile);
    }
    let mut pixels = DynamicImage::ImageRgb8(pixels);
    pixels.apply_orientation(orientation);
    Ok(pixels.into_rgb8())
}

/// Makes the picture fit into the box, keeping its shape; a smaller one stays as it is.
pub fn fit(pixels: RgbImage, max_width: u32, max_height: u32) -> Result<RgbImage, PictureError> {
    let (width, height) = pixels.dimensions();
    if width <= max_width && height <= max_height {
        return Ok(pixels);
    }
    let (w, h, mw, mh) = (u64::from(width), u64::from(height), u64::from(max_width), u64::from(max_height));
    let (to_width, to_height) =
        if w * mh > h * mw { (mw, rounded(h * mw, w)) } else { (rounded(w * mh, h), mh) };
    // Both are at most the box's sides, which are u32.
    let (to_width, to_height) = (to_width as u32, to_height as u32);
    let wrong = |_| PictureError::NotAPicture;
    let from = ImageRef::new(width, height, pixels.as_raw(), PixelType::U8x3)
        .map_err(|_| PictureError::NotAPicture)?;
    let mut to = Image::new(to_width, to_height, PixelType::U8x3);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    Resizer::new().resize(&from, &mut to, &options).map_err(wrong)?;
    RgbImage::from_raw(to_width, to_height, to.into_vec()).ok_or(PictureError::NotAPicture)
}

fn rounded(product: u64, by: u64) -> u64 {
    ((product + by / 2) / by).max(1)
}

/// Whether the picture lies on its side.
fn turns(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

/// Lays transparent pixels on white.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let rgba = picture.into_rgba8();
    let mut rgb = RgbImage::new(rgba.width(), rgba.height());
    for (to, from) in rgb.pixels_mut().zip(rgba.pixels()) {
        let [r, g, b, a] = from.0.map(u32::from);
        // Each sum is at most 255 * 255, so each quotient fits a byte.
        to.0 = [r, g, b].map(|color| ((color * a + 255 * (255 - a) + 127) / 255) as u8);
    }
    rgb
}

/// Turns colours of a wider space (most phones) into sRGB, which is what a picture without a profile means; a broken
/// or unusual profile is passed over.
fn to_srgb(pixels: &mut RgbImage, profile: &[u8]) {
    let Ok(from) = ColorProfile::new_from_slice(profile) else { return };
    if from.color_space != DataColorSpace::Rgb {
        return;
    }
    let to = ColorProfile::new_srgb();
    let Ok(transform) =
        from.create_transform_8bit(Layout::Rgb, &to, Layout::Rgb, TransformOptions::default())
    else {
        return;
    };
    let mut turned = vec![0; pixels.as_raw().len()];
    if transform.transform(pixels.as_raw(), &mut turned).is_ok() {
        pixels.copy_from_slice(&turned);
    }
}

fn refusal(error: ImageError) -> PictureError {
    match error {
        ImageError::Limits(_) => PictureError::TooManyPixels,
        ImageError::IoError(error) if error.kind() == std::io::ErrorKind::OutOfMemory => {
            PictureError::TooManyPixels
        }
        _ => PictureError::NotAPicture,
    }
}
