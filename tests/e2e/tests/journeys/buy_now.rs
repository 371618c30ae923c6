//! A link straight to goods, bought at once, paid on delivery, and cancelled.

use crate::steps::{fill_in, open_goods};
use minishop_e2e::{Catalogue, Server, Target, journey};

#[test]
fn from_a_link_to_a_cancelled_order() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        open_goods(&buyer, &server, "Tea Mug 茶杯").await;
        buyer.see("7 in stock").await;
        buyer.click("More").await;
        buyer.click(Target::doing("buy-now")).await;

        buyer.on("checkout").await;
        buyer.see("Tea Mug 茶杯").await;
        buyer.see("Place order · ¥33.00").await;
        buyer.click("Pickup").await;
        buyer.see("Place order · ¥25.00").await;
        buyer.click("Parcel").await;
        fill_in(&buyer).await;
        buyer.click("Cash on delivery").await;
        buyer.see("Place order · ¥33.00").await;
        buyer.click(Target::doing("place")).await;

        buyer.on("order").await;
        buyer.see("Your order is with the seller").await;
        buyer.see("1 High Street").await;
        assert_eq!(buyer.attribute("[data-screen=order]", "data-status").await, "new");
        assert_eq!(server.left("Tea Mug 茶杯").await, 5);

        buyer.click(Target::doing("cancel")).await;
        buyer.see("Cancel this order?").await;
        buyer.click("Keep it").await;
        buyer.see_no("Cancel this order?").await;
        buyer.click(Target::doing("cancel")).await;
        buyer.click(Target::doing("sure")).await;
        buyer.wait_for("[data-status=\"cancelled\"]").await;
        buyer.see("Cancelled by you").await;
        assert_eq!(server.left("Tea Mug 茶杯").await, 7);
    });
}

#[test]
fn the_cart_stays_as_it_is() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        crate::steps::add(&buyer, &server, "Tea Pot", 1).await;
        open_goods(&buyer, &server, "Tea Mug 茶杯").await;
        buyer.click(Target::doing("buy-now")).await;
        buyer.on("checkout").await;
        fill_in(&buyer).await;
        buyer.see_no("Tea Pot").await;
        buyer.click(Target::doing("place")).await;
        buyer.on("order").await;
        buyer.open(&buyer.path_in_shop("/cart")).await;
        buyer.see("Tea Pot").await;
        buyer.see_no("Tea Mug").await;
    });
}
