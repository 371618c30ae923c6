//! The card and a poster are pictures, and their codes lead into the shop: read by a decoder that is none of ours.

use crate::desk_shop::at_the_desk;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minishop_e2e::{Catalogue, Desk, Model, Server, Target, journey};
use serde_json::json;

/// The picture of a real `<img>`, as a phone would save it by a long press.
async fn saved_picture(desk: &Desk) -> Vec<u8> {
    let source = desk.attribute("img[data-picture]", "src").await;
    let bytes = source.strip_prefix("data:image/png;base64,").expect("a PNG in the page itself");
    STANDARD.decode(bytes).expect("base64")
}

/// What its code says.
fn decoded(png: &[u8]) -> String {
    let picture =
        image::load_from_memory_with_format(png, image::ImageFormat::Png).expect("a PNG").to_luma8();
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        picture.get_pixel(x as u32, y as u32).0[0]
    });
    let codes = prepared.detect_grids();
    assert_eq!(codes.len(), 1, "one code in the picture");
    codes[0].decode().expect("a readable code").1
}

/// Shows it in that language, once it is drawn.
async fn in_language(desk: &Desk, language: &str) -> Vec<u8> {
    desk.wait_for("img[data-picture]").await;
    let before = desk.attribute("img[data-picture]", "src").await;
    let chosen = desk.attribute(&format!("[data-language={language}]"), "aria-pressed").await;
    if chosen != "true" {
        desk.click(Target::css(&format!("[data-language={language}]"))).await;
        let other = "const own = document.querySelector('img[data-picture]');
            return !!own && own.src !== arguments[0]";
        desk.until("the other picture", other, &[json!(before)]).await;
    }
    saved_picture(desk).await
}

#[test]
fn the_card_opens_the_shop_in_both_languages() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let (desk, _) = at_the_desk(world, &server, Model::ENGLISH).await;
        desk.click("Card with code").await;
        desk.on("card").await;
        let link = format!("{}/{}?s=qr", server.url, server.shop);
        let [chinese, english] = [in_language(&desk, "zh").await, in_language(&desk, "en").await];
        assert_eq!([decoded(&chinese), decoded(&english)], [link.clone(), link]);
        assert_ne!(chinese, english, "the words are in two languages");
        let told = desk.attribute("img[data-picture]", "alt").await;
        let number = format!("{}\u{a0}{}", &server.shop[..3], &server.shop[3..]);
        assert!(told.contains(&number) && told.contains("Corner Shop 街角小店"), "{told}");

        desk.wait_for("[data-do=save-picture]").await;
        let name = desk.attribute("[data-do=save-picture]", "download").await;
        assert_eq!(name, format!("shop-{}.png", server.shop));
        let card = desk.attribute("[data-do=contact]", "href").await;
        assert!(card.starts_with("blob:"), "{card}");
    });
}

#[test]
fn a_poster_opens_its_goods() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let (desk, _) = at_the_desk(world, &server, Model::ENGLISH).await;
        for title in ["Tea Mug 茶杯", "Plain Tee"] {
            let id = server.goods(title).await;
            desk.open(&format!("/desk/poster/{id}")).await;
            desk.on("poster").await;
            let link = format!("{}/{}/g/{id}?s=qr", server.url, server.shop);
            for language in ["zh", "en"] {
                assert_eq!(decoded(&in_language(&desk, language).await), link, "{title} in {language}");
            }
        }
        // Without a photo, too.
        let id = server.goods("Tall Vase").await;
        desk.open(&format!("/desk/poster/{id}")).await;
        desk.on("poster").await;
        desk.see("These goods have no photo yet").await;
        assert!(decoded(&in_language(&desk, "zh").await).ends_with("?s=qr"));
    });
}

#[test]
fn a_name_of_sixty_characters_stands_on_the_card_whole() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let (desk, beside) = at_the_desk(world, &server, Model::CHINESE).await;
        for name in
            ["街角小店".repeat(15), "W".repeat(60), "متجر الزاوية الصغير ".repeat(3).trim().to_owned()]
        {
            beside.change_shop(json!({"name": name})).await;
            desk.open("/desk/card").await;
            desk.on("card").await;
            desk.wait_for("img[data-picture]").await;
            let png = saved_picture(&desk).await;
            assert!(decoded(&png).ends_with("?s=qr"));
            // Nothing is drawn at the paper's edges: no line is wider than it.
            let paper = image::load_from_memory(&png).expect("a picture").to_luma8();
            let white = |x: u32| (0..paper.height()).all(|y| paper.get_pixel(x, y).0[0] == 255);
            assert!((0..40).all(white) && (paper.width() - 40..paper.width()).all(white), "{name}");
        }
    });
}
