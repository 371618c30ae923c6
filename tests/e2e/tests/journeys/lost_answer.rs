//! The order arrives, its answer does not: the page says that it is checking, and ends in that one order.

use crate::steps::ready_to_order;
use minishop_e2e::{Buyer, Catalogue, Fault, Model, Proxy, Server, Target, World, journey};

/// A server behind a network that can fail, and a buyer who only has to press the button.
async fn about_to_order(world: &World) -> (Server, Proxy, Buyer) {
    let server = Server::start(&Catalogue::small()).await;
    let proxy = Proxy::before(&server.url).await;
    let buyer = world.buyer_at(&proxy.url, &server.shop, Model::ENGLISH).await;
    buyer.expect_complaint("/orders");
    ready_to_order(&buyer, &server).await;
    (server, proxy, buyer)
}

/// One order, however often it was asked for.
async fn one_order(server: &Server, buyer: &Buyer) {
    buyer.on("order").await;
    assert_eq!(server.left("Tea Mug 茶杯").await, 6);
    buyer.open(&buyer.path_in_shop("/orders")).await;
    buyer.on("orders").await;
    assert_eq!(buyer.count("[data-order-code]").await, 1);
    buyer.open(&buyer.path_in_shop("/cart")).await;
    buyer.see("Your cart is empty").await;
}

#[test]
fn asked_again_by_itself() {
    journey(async |world| {
        let (server, proxy, buyer) = about_to_order(world).await;
        proxy.misbehave("POST", "/orders", Fault::AnswerLost, 1);
        // A browser may send it once more by itself, before the page knows.
        proxy.misbehave("POST", "/orders", Fault::HungUp, 1);
        buyer.click(Target::doing("place")).await;
        buyer.see("Checking your order…").await;
        buyer.on("order").await;
        assert_eq!((proxy.count("POST", "/orders", "201"), proxy.count("POST", "/orders", "200")), (1, 1));
        one_order(&server, &buyer).await;
    });
}

#[test]
fn found_again_after_a_reload() {
    journey(async |world| {
        let (server, proxy, buyer) = about_to_order(world).await;
        proxy.misbehave("POST", "/orders", Fault::AnswerLost, 1);
        proxy.misbehave("POST", "/orders", Fault::HungUp, 99);
        buyer.click(Target::doing("place")).await;
        proxy.has_lost(1).await;
        buyer.wait_for("[data-checking]").await;
        buyer.reload().await;
        buyer.wait_for("[data-checking]").await;
        buyer.see("nothing is ordered twice").await;
        assert_eq!(server.left("Tea Mug 茶杯").await, 6);
        proxy.heal();
        one_order(&server, &buyer).await;
        assert_eq!(proxy.count("POST", "/orders", "201"), 1);
    });
}

#[test]
fn found_again_from_another_screen() {
    journey(async |world| {
        let (server, proxy, buyer) = about_to_order(world).await;
        proxy.misbehave("POST", "/orders", Fault::AnswerLost, 1);
        proxy.misbehave("POST", "/orders", Fault::HungUp, 99);
        buyer.click(Target::doing("place")).await;
        proxy.has_lost(1).await;
        buyer.wait_for("[data-checking]").await;
        // Hours later, from the shop's cart.
        buyer.open(&buyer.path_in_shop("/cart")).await;
        buyer.on("cart").await;
        buyer.click(Target::css("[data-doubt]")).await;
        buyer.wait_for("[data-checking]").await;
        proxy.heal();
        one_order(&server, &buyer).await;
    });
}

#[test]
fn the_window_dies() {
    journey(async |world| {
        let (server, proxy, buyer) = about_to_order(world).await;
        let later = buyer.second_window().await;
        proxy.misbehave("POST", "/orders", Fault::AnswerLost, 1);
        proxy.misbehave("POST", "/orders", Fault::HungUp, 99);
        buyer.click(Target::doing("place")).await;
        proxy.has_lost(1).await;
        buyer.close().await;
        proxy.heal();
        later.open(&later.path_in_shop("/checkout")).await;
        one_order(&server, &later).await;
        assert_eq!(proxy.count("POST", "/orders", "201"), 1);
    });
}

#[test]
fn the_server_dies_after_the_commit() {
    journey(async |world| {
        let (server, proxy, buyer) = about_to_order(world).await;
        proxy.misbehave("POST", "/orders", Fault::AnswerLost, 1);
        proxy.misbehave("POST", "/orders", Fault::HungUp, 99);
        buyer.click(Target::doing("place")).await;
        proxy.has_lost(1).await;
        server.kill().await;
        buyer.wait_for("[data-checking]").await;
        server.restart().await;
        proxy.heal();
        one_order(&server, &buyer).await;
    });
}

#[test]
fn answered_by_somebody_else() {
    journey(async |world| {
        let (server, proxy, buyer) = about_to_order(world).await;
        let cut = "{\"order\":{\"code\":\"26";
        proxy.misbehave("POST", "/orders", Fault::AnswerLost, 1);
        for answer in [
            Fault::answer("200 OK", "text/html", "<h1>Please sign in to this network</h1>"),
            Fault::answer("201 Created", "application/json", cut),
            Fault::answer("502 Bad Gateway", "text/html", "<h1>Bad gateway</h1>"),
        ] {
            proxy.misbehave("POST", "/orders", answer, 1);
        }
        // The pauses between the tries grow: 1, 2, 4 and 8 seconds.
        let buyer = buyer.patient(std::time::Duration::from_secs(30));
        buyer.click(Target::doing("place")).await;
        buyer.wait_for("[data-checking]").await;
        one_order(&server, &buyer).await;
    });
}
