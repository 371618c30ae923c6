//! Nothing a seller typed is lost: two phones at once, no network, an answer that never came, a photo that failed.

use crate::desk_steps::{LOGIN, add, photos, shop};
use minishop_e2e::{Desk, Fault, Model, Proxy, Server, Target, journey};
use std::time::Duration;

#[test]
fn two_phones_that_edit_the_same_goods_lose_nothing() {
    journey(async |world| {
        let server = Server::empty().await;
        let desk = shop(world, &server).await;
        desk.expect_complaint("/api/v1/desk/goods/");
        add(&desk, "Tea Cup", "12.50", "7").await;
        desk.click("Tea Cup").await;
        desk.on("editor").await;
        let path = desk.path().await;
        let other = world.desk(&server).await;
        other.open(&path).await;
        other.on("sign-in").await;
        other.sign_in(LOGIN, Desk::PASSWORD).await;
        other.on("editor").await;
        other.write_at("#title", "Celadon Cup").await;
        other.write_at("#price-0", "15").await;
        other.click(Target::doing("save")).await;
        other.on("goods").await;
        other.see("Celadon Cup").await;

        desk.write_at("#title", "Tea Cup, large").await;
        desk.write_at("#text", "Holds half a litre").await;
        desk.click(Target::doing("save")).await;
        desk.see("Changed on another device meanwhile").await;
        // What only the other one changed is taken over; what both changed stands side by side.
        desk.see("There: Celadon Cup").await;
        desk.field_holds("Name", "Tea Cup, large").await;
        desk.field_holds("Description", "Holds half a litre").await;
        desk.field_holds("Price", "15.00").await;
        desk.click(Target::doing("save")).await;
        desk.on("goods").await;
        desk.see("Tea Cup, large").await;
        desk.see("¥15.00").await;
    });
}

#[test]
fn goods_typed_without_network_are_sent_once_by_a_tap_later() {
    journey(async |world| {
        let server = Server::empty().await;
        let proxy = Proxy::before(&server.url).await;
        let desk = world.desk_at(&proxy.url, Model::ENGLISH).await;
        desk.expect_complaint("/api/v1/desk/goods");
        desk.open_shop_of("Camellia Teas", LOGIN).await;
        desk.on("goods").await;
        desk.open("/desk/goods/new").await;
        desk.on("editor").await;
        desk.write_at("#title", "Tea Cup").await;
        desk.write_at("#price-0", "12.50").await;
        desk.write_at("#stock-0", "7").await;
        // The server makes them, and the answer is lost.
        proxy.misbehave("POST", "/api/v1/desk/goods", Fault::AnswerLost, 1);
        desk.click(Target::doing("publish")).await;
        desk.see("Kept on this phone").await;
        // Typed on meanwhile; the window dies and is opened again.
        desk.write_at("#price-0", "13").await;
        desk.reload().await;
        desk.on("editor").await;
        desk.field_holds("Price", "13").await;
        desk.click("Send").await;
        desk.on("goods").await;
        desk.see("¥13.00").await;
        assert_eq!(desk.count("[data-goods]").await, 1, "made once");
        desk.see_no("on this phone only").await;

        // An edit that reaches nobody waits on the phone, and the list says so.
        desk.click("Tea Cup").await;
        desk.on("editor").await;
        desk.write_at("#title", "Celadon Cup").await;
        proxy.misbehave("PUT", "/api/v1/desk/goods/", Fault::HungUp, 1);
        desk.click(Target::doing("save")).await;
        desk.see("Kept on this phone").await;
        desk.open("/desk/goods").await;
        desk.on("goods").await;
        desk.see("Changes are on this phone only").await;
        desk.click("Changes are on this phone only").await;
        desk.on("editor").await;
        desk.click("Send").await;
        desk.on("goods").await;
        desk.see("Celadon Cup").await;
        desk.see_no("on this phone only").await;
    });
}

#[test]
fn a_photo_that_fails_is_sent_again_and_one_that_is_none_is_named() {
    journey(async |world| {
        let server = Server::empty().await;
        let proxy = Proxy::before(&server.url).await;
        let desk = world.desk_at(&proxy.url, Model::ENGLISH).await.patient(Duration::from_secs(60));
        desk.expect_complaint("/api/v1/desk/photos");
        // An engine complains of a picture that is none.
        desk.expect_complaint("blob:");
        desk.open_shop_of("Camellia Teas", LOGIN).await;
        desk.on("goods").await;
        let dir = tempfile::tempdir().expect("a temporary folder");
        desk.open("/desk/goods/new").await;
        desk.on("editor").await;
        proxy.misbehave("POST", "/api/v1/desk/photos", Fault::HungUp, 1);
        desk.hand_over(Target::doing("gallery"), &photos(&dir)[0]).await;
        desk.see("Not sent").await;
        desk.write_at("#title", "Wool Beanie").await;
        desk.write_at("#price-0", "20").await;
        desk.write_at("#stock-0", "1").await;
        desk.click(Target::doing("publish")).await;
        desk.see("A photo was not sent").await;
        desk.click(Target::doing("send-again")).await;
        desk.wait_for("[data-photo]").await;
        let fake = dir.path().join("fake.jpg");
        std::fs::write(&fake, "<script>alert(1)</script>").expect("a file");
        desk.hand_over(Target::doing("gallery"), &fake).await;
        desk.see("This picture cannot be read").await;
        desk.click("Stop sending").await;
        desk.click(Target::doing("publish")).await;
        desk.on("goods").await;
        desk.see("Wool Beanie").await;
    });
}
