//! Stock that goes away between the cart and the order: nothing is ordered unasked, and nothing else is lost.

use crate::steps::{add, check_out, fill_in, open_goods, ready_to_order};
use minishop_e2e::{Catalogue, Server, Target, journey};

#[test]
fn the_rest_is_offered() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        buyer.expect_complaint("409");
        add(&buyer, &server, "Tea Pot", 1).await;
        add(&buyer, &server, "Tea Mug 茶杯", 2).await;
        check_out(&buyer).await;
        fill_in(&buyer).await;
        // 88.00 + 12.50, free over 99.
        buyer.see("Place order · ¥100.50").await;
        server.import(&Catalogue::small().stock("mug", 0)).await;
        buyer.click(Target::doing("place")).await;

        buyer.see("Please look before you order").await;
        buyer.see("Sold out; not in the total").await;
        buyer.see("¥96.00").await;
        assert_eq!(server.left("Tea Pot").await, 1000);
        buyer.click(Target::doing("accept")).await;
        buyer.on("order").await;
        buyer.see("Tea Pot").await;
        buyer.see("¥96.00").await;
        buyer.see_no("Tea Mug").await;
        assert_eq!(server.left("Tea Pot").await, 999);
        buyer.open(&buyer.path_in_shop("/cart")).await;
        buyer.see("Tea Mug 茶杯").await;
        buyer.see("Sold out; not in the total").await;
    });
}

#[test]
fn the_last_piece_is_gone() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        buyer.expect_complaint("409");
        ready_to_order(&buyer, &server).await;
        server.import(&Catalogue::small().stock("mug", 0)).await;
        buyer.click(Target::doing("place")).await;
        buyer.see("Please look before you order").await;
        buyer.see("Sold out").await;
        assert_eq!(buyer.count("[data-do=accept]").await, 0);
        buyer.click("Back to the cart").await;
        buyer.on("cart").await;
        buyer.see("Sold out; not in the total").await;
        buyer.click("Remove Tea Mug 茶杯").await;
        buyer.see("Removed: Tea Mug 茶杯").await;
    });
}

#[test]
fn fewer_are_left() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        buyer.expect_complaint("409");
        open_goods(&buyer, &server, "Tea Mug 茶杯").await;
        buyer.click("More").await;
        buyer.click("More").await;
        buyer.click(Target::doing("add")).await;
        buyer.cart_holds(3).await;
        check_out(&buyer).await;
        fill_in(&buyer).await;
        buyer.see("Place order · ¥45.50").await;
        server.import(&Catalogue::small().stock("mug", 2)).await;
        buyer.click(Target::doing("place")).await;
        buyer.see("Only 2 left; was 3").await;
        buyer.click(Target::doing("accept")).await;
        buyer.on("order").await;
        buyer.see("× 2").await;
        assert_eq!(server.left("Tea Mug 茶杯").await, 0);
    });
}
