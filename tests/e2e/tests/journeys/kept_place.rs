//! Nothing is lost on the way: the place in a long list, the cart, and what was filled in.

use crate::steps::{add, check_out};
use minishop_e2e::{Buyer, Catalogue, Server, Target, journey};
use serde_json::json;

const CARDS: &str = "return document.querySelectorAll('[data-goods]').length >= arguments[0]";

async fn scroll(buyer: &Buyer, to: f64) {
    buyer.run("window.scrollTo(0, arguments[0])", &[json!(to)]).await;
}

async fn scrolled(buyer: &Buyer) -> f64 {
    buyer.run("return window.scrollY", &[]).await.as_f64().expect("a place")
}

#[test]
fn back_to_the_same_place_in_the_list() {
    journey(async |world| {
        let server = Server::start(&Catalogue::with_plates(60)).await;
        let buyer = world.buyer(&server).await;
        buyer.open_shop().await;
        for goods in [24, 48, 64] {
            buyer.until(&format!("{goods} goods"), CARDS, &[json!(goods)]).await;
            buyer.run("window.scrollTo(0, document.documentElement.scrollHeight)", &[]).await;
        }
        scroll(&buyer, 3000.0).await;
        let before = scrolled(&buyer).await;
        assert!(before > 2500.0, "the list is long: {before}");
        // The card in the middle of the screen, tapped where it is.
        let seen = "const card = document.elementFromPoint(120, 420).closest('[data-goods]'); return card.dataset.goods";
        let goods = buyer.run(seen, &[]).await;
        let goods = goods.as_str().expect("goods");
        buyer.click(Target::css(&format!("[data-goods=\"{goods}\"] a"))).await;
        buyer.on("goods").await;
        assert_eq!(scrolled(&buyer).await, 0.0);

        buyer.back().await;
        buyer.on("shop").await;
        let there = "return Math.abs(window.scrollY - arguments[0]) < 2";
        buyer.until(&format!("the place {before}"), there, &[json!(before)]).await;
        assert_eq!(buyer.count("[data-goods]").await, 64);

        // The same by the page's own way back.
        buyer.click(Target::css(&format!("[data-goods=\"{goods}\"] a"))).await;
        buyer.on("goods").await;
        buyer.click("Back").await;
        buyer.on("shop").await;
        buyer.until(&format!("the place {before}"), there, &[json!(before)]).await;
    });
}

#[test]
fn what_was_looked_for_is_still_there() {
    journey(async |world| {
        let server = Server::start(&Catalogue::with_plates(60)).await;
        let buyer = world.buyer(&server).await;
        buyer.open_shop().await;
        buyer.click("Kitchen").await;
        buyer.see_no("Plate 1").await;
        buyer.click("Tea Pot").await;
        buyer.on("goods").await;
        buyer.back().await;
        buyer.on("shop").await;
        buyer.see("Tea Mug").await;
        buyer.see_no("Plate 1").await;
        buyer.wait_for("[aria-current=true]").await;
    });
}

#[test]
fn a_reload_keeps_the_cart_and_the_form() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        add(&buyer, &server, "Tea Pot", 1).await;
        buyer.reload().await;
        buyer.on("goods").await;
        buyer.cart_holds(1).await;
        check_out(&buyer).await;
        buyer.write("Name", "Ann Lee").await;
        buyer.write("Street, building, flat", "1 High Street").await;
        buyer.write("Note to the seller", "Ring twice").await;
        buyer.click("Pickup").await;
        buyer.see("Place order · ¥88.00").await;
        buyer.reload().await;
        buyer.on("checkout").await;
        buyer.see("Place order · ¥88.00").await;
        buyer.field_holds("Name", "Ann Lee").await;
        buyer.field_holds("Note to the seller", "Ring twice").await;
        buyer.click("Parcel").await;
        buyer.field_holds("Street, building, flat", "1 High Street").await;
        buyer.back().await;
        buyer.on("cart").await;
        buyer.see("Tea Pot").await;
    });
}
