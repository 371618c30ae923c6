//! What the seller does to an order, as its buyer sees it.

use crate::steps::ready_to_order;
use minishop_e2e::{Catalogue, Server, Target, journey};
use serde_json::json;

#[test]
fn what_changed_what_came_back_and_why_it_ended() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        ready_to_order(&buyer, &server).await;
        buyer.click("Bank transfer").await;
        buyer.click(Target::doing("place")).await;
        buyer.on("order").await;
        buyer.see_no("Changed by the seller").await;
        let seller = server.seller().await;
        let yuan = |minor: i64| json!({"minor": minor, "currency": "CNY"});

        seller.act("reprice", json!({"total": yuan(1500)})).await;
        buyer.reload().await;
        buyer.see("Changed by the seller −¥5.50").await;
        assert_eq!(buyer.attribute("[data-total]", "data-total").await, "1500");
        seller.act("confirm_payment", json!({})).await;
        seller.act("refund", json!({"amount": yuan(200)})).await;
        seller.act("cancel", json!({"reason": "The kiln broke. Sorry!"})).await;
        buyer.reload().await;
        buyer.see("Sent back to you ¥2.00").await;
        buyer.see("The seller says: The kiln broke. Sorry!").await;
        buyer.photograph("delivery", "order").await;
    });
}
