use super::{Media, Picture, PictureError, Rendition, decode, rendition};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use std::io::Cursor;

fn media() -> (tempfile::TempDir, Media) {
    let dir = tempfile::tempdir().unwrap();
    let media = Media::open(dir.path()).unwrap();
    (dir, media)
}

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Left half red, right half blue, wider than high.
fn flag(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([220, 0, 0]) } else { Rgb([0, 0, 220]) })
}

async fn stored(media: &Media, picture: &Picture, file: &str) -> Vec<u8> {
    media.read(&picture.hash, Rendition::parse(file).unwrap()).await.unwrap().unwrap()
}

async fn shown(media: &Media, picture: &Picture, file: &str) -> RgbImage {
    image::load_from_memory(&stored(media, picture, file).await).unwrap().into_rgb8()
}

fn near(pixel: &Rgb<u8>, color: [u8; 3]) -> bool {
    pixel.0.iter().zip(color).all(|(own, wanted)| own.abs_diff(wanted) < 40)
}

#[tokio::test]
async fn every_format_is_stored_in_three_widths() {
    let (_dir, media) = media();
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let picture = media.store(encoded(flag(1400, 700), format)).await.unwrap();
        assert_eq!((picture.width, picture.height), (1080, 540), "{format:?}");
        for width in super::WIDTHS {
            for extension in ["webp", "jpg"] {
                let shown = shown(&media, &picture, &format!("{width}.{extension}")).await;
                assert_eq!(
                    (shown.width(), shown.height()),
                    (width, width / 2),
                    "{format:?} {width} {extension}"
                );
                assert!(near(shown.get_pixel(5, 5), [220, 0, 0]), "{format:?} {:?}", shown.get_pixel(5, 5));
            }
        }
    }
}

#[tokio::test]
async fn the_same_file_is_one_picture_and_a_small_one_is_not_enlarged() {
    let (_dir, media) = media();
    let bytes = encoded(RgbImage::from_pixel(400, 100, Rgb([10, 200, 30])), ImageFormat::Png);
    let picture = media.store(bytes.clone()).await.unwrap();
    assert_eq!((picture.width, picture.height, picture.color.as_str()), (400, 100, "#0ac81e"));
    assert_eq!(media.store(bytes.clone()).await.unwrap(), picture);
    let (one, two) = tokio::join!(media.store(bytes.clone()), media.store(bytes));
    assert_eq!(one.unwrap(), two.unwrap());
    for file in ["1080.jpg", "640.webp"] {
        assert_eq!(shown(&media, &picture, file).await.dimensions(), (400, 100));
    }
    assert_eq!(shown(&media, &picture, "320.webp").await.dimensions(), (320, 80));
}

#[tokio::test]
async fn what_is_no_picture_is_refused_whatever_its_name() {
    let (dir, media) = media();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
    let html = b"<!doctype html><script>alert(1)</script>".to_vec();
    let bitmap = b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec();
    let begins_like_jpeg = [b"\xff\xd8\xff\xe0".as_slice(), &html].concat();
    for bytes in [svg, html, bitmap] {
        assert!(matches!(media.store(bytes).await, Err(PictureError::Unsupported)));
    }
    assert!(matches!(media.store(begins_like_jpeg).await, Err(PictureError::NotAPicture)));
    assert!(matches!(media.store(Vec::new()).await, Err(PictureError::Empty)));
    assert_eq!(std::fs::read_dir(dir.path().join("media")).unwrap().count(), 0);
}

#[tokio::test]
async fn a_cut_file_is_refused() {
    let (_dir, media) = media();
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let mut bytes = encoded(flag(600, 300), format);
        bytes.truncate(bytes.len() * 2 / 3);
        assert!(matches!(media.store(bytes).await, Err(PictureError::NotAPicture)), "{format:?}");
    }
}

#[tokio::test]
async fn too_many_pixels_and_too_many_bytes_are_refused_before_decoding() {
    let (_dir, media) = media();
    let mut png = encoded(flag(4, 2), ImageFormat::Png);
    png[16..24].copy_from_slice(&[6404_u32.to_be_bytes(), 6404_u32.to_be_bytes()].concat());
    let sum = crc32(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    assert!(matches!(media.store(png.clone()).await, Err(PictureError::TooManyPixels)));
    png[16..24].copy_from_slice(&[0x7fff_ffff_u32.to_be_bytes(), 0x7fff_ffff_u32.to_be_bytes()].concat());
    let sum = crc32(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    assert!(matches!(media.store(png).await, Err(PictureError::TooManyPixels)));
    assert!(matches!(media.store(vec![0; super::MAX_BYTES + 1]).await, Err(PictureError::TooLarge)));
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
    })
}

/// A TIFF block that says «turn me right by 90°» and names a place by GPS.
fn exif() -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]); // Orientation 6
    tiff.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]); // GPS block at 38
    tiff.extend([0, 0, 0, 0]);
    tiff.extend([0, 1, 0, 29, 0, 2, 0, 0, 0, 11, 0, 0, 0, 56, 0, 0, 0, 0]); // GPSDateStamp at 56
    tiff.extend(b"2026:01:02\0");
    tiff
}

#[tokio::test]
async fn a_phones_photo_stands_upright_and_says_nothing_of_where_it_was_taken() {
    let (dir, media) = media();
    let picture = flag(800, 400);
    let mut photo = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut photo, 90);
    encoder.add_exif_metadata(&exif()).unwrap();
    encoder.encode(picture.as_raw(), 800, 400, jpeg_encoder::ColorType::Rgb).unwrap();
    assert!(contains(&photo, b"2026:01:02") && contains(&photo, b"Exif"));
    let picture = media.store(photo.clone()).await.unwrap();
    assert_eq!((picture.width, picture.height), (400, 800));
    let turned = shown(&media, &picture, "640.jpg").await;
    assert!(near(turned.get_pixel(200, 10), [220, 0, 0]), "the left edge is now the top");
    assert!(near(turned.get_pixel(200, 790), [0, 0, 220]));
    for file in ["320.webp", "640.webp", "1080.webp", "320.jpg", "640.jpg", "1080.jpg"] {
        let bytes = stored(&media, &picture, file).await;
        assert!(
            !contains(&bytes, b"2026:01:02") && !contains(&bytes, b"Exif") && !contains(&bytes, b"EXIF"),
            "{file}"
        );
    }
    let name = media.store_private(photo).await.unwrap();
    let private = media.read_private(&name).await.unwrap().unwrap();
    assert!(!contains(&private, b"2026:01:02") && !contains(&private, b"Exif"));
    assert_eq!(image::load_from_memory(&private).unwrap().into_rgb8().dimensions(), (400, 800));
    assert!(dir.path().join("proofs").join(name).exists());
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn transparent_pixels_lie_on_white() {
    let half =
        RgbaImage::from_fn(20, 10, |x, _| if x < 10 { Rgba([0, 0, 0, 0]) } else { Rgba([0, 0, 0, 128]) });
    let flat = decode::upright(&encoded(half, ImageFormat::Png), 1080, 1080).unwrap();
    assert_eq!(flat.get_pixel(2, 2).0, [255, 255, 255]);
    assert_eq!(flat.get_pixel(15, 2).0, [127, 127, 127]);
}

#[test]
fn sixteen_bits_and_greys_are_pictures_too() {
    let grey = image::GrayImage::from_pixel(20, 10, image::Luma([90]));
    assert_eq!(
        decode::upright(&encoded(grey, ImageFormat::Png), 9, 9).unwrap().get_pixel(2, 2).0,
        [90, 90, 90]
    );
    let deep = DynamicImage::ImageRgb16(image::ImageBuffer::from_pixel(20, 10, Rgb([65535, 0, 32768])));
    let shown = decode::upright(&encoded(deep, ImageFormat::Png), 9, 9).unwrap();
    assert_eq!(shown.dimensions(), (9, 5));
    assert_eq!(shown.get_pixel(2, 2).0, [255, 0, 128]);
}

#[test]
fn a_very_long_picture_keeps_its_shape_within_what_webp_can_hold() {
    let long = RgbImage::from_pixel(100, 30_000, Rgb([1, 2, 3]));
    let picture = decode::upright(&encoded(long, ImageFormat::Png), 1080, rendition::MAX_HEIGHT).unwrap();
    assert_eq!(picture.dimensions(), (53, 16_000));
    assert_eq!(rendition::set(&picture).unwrap().renditions.len(), 6);
}

#[test]
fn only_stored_files_have_names() {
    assert!(Rendition::parse("640.webp").is_some() && Rendition::parse("1080.jpg").is_some());
    for file in ["641.webp", "640.png", "0640.webp", "640.WEBP", "640.webp/", "../640.webp", "640", ""] {
        assert!(Rendition::parse(file).is_none(), "{file}");
    }
}

#[tokio::test]
async fn names_that_never_were_given_lead_nowhere() {
    let (dir, media) = media();
    std::fs::write(dir.path().join("minishop.db"), "secret").unwrap();
    let long = format!("{}.jpg", "a".repeat(24));
    for name in ["../minishop.db", "a.jpg", long.as_str(), "", "..", "../../etc/passwd.jpg"] {
        assert!(media.read_private(name).await.unwrap().is_none(), "{name}");
    }
    let file = Rendition::parse("640.webp").unwrap();
    for hash in ["..", "../proofs", "", &"A".repeat(64), &"a".repeat(63), &"a".repeat(64)] {
        assert!(media.read(hash, file).await.unwrap().is_none(), "{hash}");
    }
}
