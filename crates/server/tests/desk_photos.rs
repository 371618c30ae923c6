//! Pictures as sellers' phones send them, and as those send them who mean harm.

mod common;

use common::Server;
use common::desk::{Desk, answer};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use reqwest::Method;
use serde_json::{Value, json};
use std::io::Cursor;

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

fn picture(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| Rgb([(x * 3) as u8, (y * 5) as u8, 90]))
}

fn jpeg() -> Vec<u8> {
    encoded(picture(64, 48), ImageFormat::Jpeg)
}

fn png() -> Vec<u8> {
    encoded(picture(64, 48), ImageFormat::Png)
}

/// The JPEG with one more segment of that kind after its start.
fn with_segment(kind: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).expect("a segment holds 64 KB").to_be_bytes();
    let jpeg = jpeg();
    [&jpeg[..2], &[0xff, kind], &length, content, &jpeg[2..]].concat()
}

/// A PNG that says it is so large; its checksum is right, its pixels are missing.
fn claims(width: u32, height: u32) -> Vec<u8> {
    let mut png = png();
    png[16..24].copy_from_slice(&[width.to_be_bytes(), height.to_be_bytes()].concat());
    let sum = !png[12..29].iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
    });
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    png
}

/// Two frames, as chat apps send them.
fn animated() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
    for shade in [0, 255] {
        let frame = image::RgbaImage::from_pixel(20, 10, image::Rgba([shade, 0, 0, 255]));
        encoder.encode_frame(image::Frame::new(frame)).expect("a frame");
    }
    drop(encoder);
    bytes
}

/// Four inks, as print shops send them.
fn cmyk() -> Vec<u8> {
    let mut bytes = Vec::new();
    let inks = [40, 200, 0, 10].repeat(32 * 16);
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
    encoder.encode(&inks, 32, 16, jpeg_encoder::ColorType::Cmyk).expect("a JPEG");
    bytes
}

async fn send(desk: &Desk, kind: &str, bytes: Vec<u8>) -> (u16, Value) {
    let call = desk.call(Method::POST, "/desk/photos").header("Content-Type", kind).body(bytes);
    answer(call.send().await.expect("an answer")).await
}

#[tokio::test]
async fn hostile_files_are_refused_with_their_reason() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let html = b"<!doctype html><script>alert(1)</script>".as_slice();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".as_slice();
    let cut = |bytes: Vec<u8>, part: usize| bytes[..bytes.len() * part / 100].to_vec();
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".as_slice();
    let tiff = encoded_header(b"II\x2a\0\x08\0\0\0\0\0");
    let bitmap = b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".as_slice();
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("nothing at all", Vec::new(), "empty"),
        ("SVG with a script", svg.to_vec(), "unsupported"),
        ("SVG that says XML first", [b"<?xml version='1.0'?>", svg].concat(), "unsupported"),
        ("HTML", html.to_vec(), "unsupported"),
        ("a PDF", b"%PDF-1.7\n1 0 obj".to_vec(), "unsupported"),
        ("a ZIP", b"PK\x03\x04\x14\0\0\0".to_vec(), "unsupported"),
        ("an iPhone's HEIC", heic.to_vec(), "unsupported"),
        ("a TIFF", tiff, "unsupported"),
        ("a bitmap", bitmap.to_vec(), "unsupported"),
        ("zeros", vec![0; 4096], "unsupported"),
        ("HTML behind a JPEG's first bytes", [b"\xff\xd8\xff\xe0".as_slice(), html].concat(), "broken"),
        ("HTML behind a PNG's first bytes", [b"\x89PNG\r\n\x1a\n".as_slice(), html].concat(), "broken"),
        // Its next letters read as a size of 8508 × 28516.
        ("HTML behind a GIF's first bytes", [b"GIF89a".as_slice(), html].concat(), "too_many_pixels"),
        ("half a JPEG", cut(jpeg(), 60), "broken"),
        ("half a PNG", cut(png(), 50), "broken"),
        ("half a WebP", cut(encoded(picture(64, 48), ImageFormat::WebP), 50), "broken"),
        ("a JPEG's header alone", jpeg()[..20].to_vec(), "broken"),
        ("100 megapixels", claims(10_000, 10_000), "too_many_pixels"),
        ("all the pixels there are", claims(0x7fff_ffff, 0x7fff_ffff), "too_many_pixels"),
        ("no pixels", claims(0, 48), "broken"),
    ];
    assert!(cases.len() >= 20);
    for (name, bytes, reason) in cases {
        // Whatever the file calls itself, what it holds decides.
        for kind in ["image/jpeg", "image/svg+xml"] {
            let (status, problem) = send(&desk, kind, bytes.clone()).await;
            let told = (status, problem["code"].as_str(), problem["reason"].as_str());
            assert_eq!(told, (400, Some("bad_picture"), Some(reason)), "{name}: {problem}");
        }
    }
    let (status, problem) = send(&desk, "image/jpeg", vec![0xff; 20_000_001]).await;
    assert_eq!((status, problem["code"].as_str()), (413, Some("too_large")));
    let kept = std::fs::read_dir(server.dir.path().join("media")).unwrap().count();
    assert_eq!(kept, 0, "nothing of it is kept");
    assert_eq!(desk.read("/desk/goods").await.0, 200, "the server is well");
}

/// A file of another format, long enough not to be taken for nothing.
fn encoded_header(begin: &[u8]) -> Vec<u8> {
    let mut bytes = begin.to_vec();
    bytes.resize(256, 0);
    bytes
}

#[tokio::test]
async fn odd_but_honest_files_become_clean_pictures() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let script = b"<script>alert(document.cookie)</script>".as_slice();
    let cases: Vec<(&str, &str, Vec<u8>, (i64, i64))> = vec![
        ("a PNG named JPEG", "image/jpeg", png(), (64, 48)),
        ("no type at all", "application/octet-stream", jpeg(), (64, 48)),
        ("HTML in a JPEG's comment", "image/jpeg", with_segment(0xfe, &script.repeat(100)), (64, 48)),
        (
            "a huge EXIF block",
            "image/jpeg",
            with_segment(0xe1, &[b"Exif\0\0".as_slice(), &[7; 60_000]].concat()),
            (64, 48),
        ),
        ("HTML after the end", "image/jpeg", [jpeg(), script.to_vec()].concat(), (64, 48)),
        ("a ZIP after the end", "image/png", [png(), b"PK\x03\x04\x14\0\0\0".to_vec()].concat(), (64, 48)),
        ("an animated GIF", "image/gif", animated(), (20, 10)),
        ("four inks", "image/jpeg", cmyk(), (32, 16)),
        ("a grey one", "image/png", encoded(image::GrayImage::new(5, 7), ImageFormat::Png), (5, 7)),
        ("one pixel", "image/png", encoded(picture(1, 1), ImageFormat::Png), (1, 1)),
        ("a long strip", "image/png", encoded(picture(4, 4000), ImageFormat::Png), (4, 4000)),
    ];
    for (name, kind, bytes, (width, height)) in cases {
        let (status, photo) = send(&desk, kind, bytes.clone()).await;
        assert_eq!(
            (status, &photo["width"], &photo["height"]),
            (201, &json!(width), &json!(height)),
            "{name}: {photo}"
        );
        assert_eq!(photo["alt"], "");
        assert_eq!(send(&desk, kind, bytes).await.1, photo, "{name}: the same file is the same photo");
        for file in ["320.webp", "640.jpg", "1080.jpg"] {
            let shown = server.get(&format!("/media/{}/{file}", photo["hash"].as_str().unwrap())).await;
            assert_eq!(shown.headers()["x-content-type-options"], "nosniff");
            let bytes = shown.bytes().await.unwrap();
            let clean = image::load_from_memory(&bytes).expect("a picture");
            assert_eq!(
                (i64::from(clean.width()), i64::from(clean.height())),
                if file.starts_with("320") && width > 320 { (320, height) } else { (width, height) },
                "{name}"
            );
            for part in [script, b"PK\x03\x04", b"Exif"] {
                assert!(
                    !bytes.windows(part.len()).any(|window| window == part),
                    "{name}: {file} keeps what it came with"
                );
            }
        }
    }
}
