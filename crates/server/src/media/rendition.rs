//! The sizes and formats in which one picture is stored.

use super::{PictureError, WIDTHS, decode};
use crate::error::Failure;
use image::RgbImage;

/// Quality of lossy WebP, 0–100.
const WEBP_QUALITY: f32 = 80.0;
/// Quality of JPEG, 1–100.
const JPEG_QUALITY: u8 = 82;
/// How hard the WebP encoder tries, 0–6: the last step before it takes 2.5 times as long for 5 % fewer bytes.
const WEBP_EFFORT: i32 = 2;
/// Pixels of a stored picture's height at most; WebP ends at 16383.
pub const MAX_HEIGHT: u32 = 16_000;

/// A file format a browser may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Webp,
    Jpeg,
}

/// One stored file of a picture: `640.webp`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rendition {
    pub width: u32,
    pub format: Format,
}

impl Rendition {
    /// Reads a file name; only the stored widths and formats exist.
    pub fn parse(file: &str) -> Option<Self> {
        let all = WIDTHS.into_iter().flat_map(|width| {
            [Format::Webp, Format::Jpeg].into_iter().map(move |format| Self { width, format })
        });
        all.into_iter().find(|rendition| rendition.file() == file)
    }

    /// `640.webp`.
    pub fn file(self) -> String {
        let extension = match self.format {
            Format::Webp => "webp",
            Format::Jpeg => "jpg",
        };
        format!("{}.{extension}", self.width)
    }

    pub fn content_type(self) -> &'static str {
        match self.format {
            Format::Webp => "image/webp",
            Format::Jpeg => "image/jpeg",
        }
    }
}

/// Every rendition of one picture with what is said about it.
pub struct Set {
    pub width: u32,
    pub height: u32,
    pub color: String,
    pub renditions: Vec<(Rendition, Vec<u8>)>,
}

/// Makes all renditions; a picture narrower than a width is stored as it is under that name.
pub fn set(picture: &RgbImage) -> Result<Set, PictureError> {
    let mut renditions: Vec<(Rendition, Vec<u8>)> = Vec::with_capacity(WIDTHS.len() * 2);
    let mut sized = picture.clone();
    let mut encoded: Option<(u32, Vec<u8>, Vec<u8>)> = None;
    // From the widest down, each from the one before: a fraction of the work, no visible difference.
    for width in WIDTHS.into_iter().rev() {
        sized = decode::fit(sized, width, MAX_HEIGHT)?;
        let (webp, jpeg) = match encoded.take() {
            Some((own, webp, jpeg)) if own == sized.width() => (webp, jpeg),
            _ => (webp(&sized)?, jpeg(&sized)?),
        };
        renditions.push((Rendition { width, format: Format::Webp }, webp.clone()));
        renditions.push((Rendition { width, format: Format::Jpeg }, jpeg.clone()));
        encoded = Some((sized.width(), webp, jpeg));
    }
    Ok(Set { width: picture.width(), height: picture.height(), color: main_color(&sized), renditions })
}

fn webp(picture: &RgbImage) -> Result<Vec<u8>, PictureError> {
    let broken = || Failure::Broken("the WebP encoder refused a picture".to_owned());
    let mut config = webp::WebPConfig::new().map_err(|()| broken())?;
    config.quality = WEBP_QUALITY;
    config.method = WEBP_EFFORT;
    let encoder = webp::Encoder::from_rgb(picture.as_raw(), picture.width(), picture.height());
    Ok(encoder.encode_advanced(&config).map_err(|_| broken())?.to_vec())
}

/// The picture as JPEG, without any metadata.
pub fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, PictureError> {
    let broken = |_| Failure::Broken("the JPEG encoder refused a picture".to_owned());
    let width = u16::try_from(picture.width()).map_err(|_| PictureError::NotAPicture)?;
    let height = u16::try_from(picture.height()).map_err(|_| PictureError::NotAPicture)?;
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, JPEG_QUALITY);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
    encoder.encode(picture.as_raw(), width, height, jpeg_encoder::ColorType::Rgb).map_err(broken)?;
    Ok(bytes)
}

/// The colour most of the picture has: pixels counted in 512 bins, the fullest bin's mean.
fn main_color(picture: &RgbImage) -> String {
    let mut bins = vec![[0_u64; 4]; 512];
    for pixel in picture.pixels() {
        let [r, g, b] = pixel.0;
        let bin = usize::from(r >> 5) << 6 | usize::from(g >> 5) << 3 | usize::from(b >> 5);
        for (sum, value) in bins[bin].iter_mut().zip([1, r, g, b]) {
            *sum += u64::from(value);
        }
    }
    let [count, r, g, b] = bins.into_iter().max_by_key(|bin| bin[0]).unwrap_or_default();
    let mean = |sum: u64| sum / count.max(1);
    format!("#{:02x}{:02x}{:02x}", mean(r), mean(g), mean(b))
}
