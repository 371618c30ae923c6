//! A price that changes between the cart and the order: the buyer is asked with the new total.

use crate::steps::ready_to_order;
use minishop_e2e::{Catalogue, Server, Target, journey};

#[test]
fn asked_and_accepted() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        buyer.expect_complaint("409");
        ready_to_order(&buyer, &server).await;
        server.import(&Catalogue::small().price("mug", "15.00")).await;
        buyer.click(Target::doing("place")).await;

        buyer.see("Please look before you order").await;
        buyer.see("Nothing is ordered yet").await;
        buyer.see("was ¥12.50").await;
        buyer.see("¥23.00").await;
        assert_eq!(server.left("Tea Mug 茶杯").await, 7);
        buyer.click(Target::doing("accept")).await;
        buyer.on("order").await;
        assert_eq!(buyer.attribute("[data-total]", "data-total").await, "2300");
        assert_eq!(server.left("Tea Mug 茶杯").await, 6);
    });
}

#[test]
fn asked_and_declined() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        buyer.expect_complaint("409");
        ready_to_order(&buyer, &server).await;
        server.import(&Catalogue::small().price("mug", "15.00")).await;
        buyer.click(Target::doing("place")).await;
        buyer.see("Please look before you order").await;
        buyer.back().await;
        buyer.see_no("Please look before you order").await;
        buyer.see("Place order · ¥23.00").await;
        buyer.field_holds("Name", "Ann Lee").await;
        assert_eq!(server.left("Tea Mug 茶杯").await, 7);
    });
}

#[test]
fn the_cart_points_at_the_line() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        crate::steps::add(&buyer, &server, "Tea Mug 茶杯", 1).await;
        server.import(&Catalogue::small().price("mug", "11.00").stock("pot", 1)).await;
        buyer.open(&buyer.path_in_shop("/cart")).await;
        buyer.see("Price changed from ¥12.50 to ¥11.00").await;
        buyer.see("Total ¥11.00").await;
    });
}
