//! One basket is one order, however many fingers and windows press the button.

use crate::steps::{check_out, ready_to_order};
use minishop_e2e::{Catalogue, Model, Proxy, Server, Target, journey};

/// Every window that heard this presses its button when one of them calls.
const LISTEN: &str = "window.__call = new BroadcastChannel('press');
    window.__call.onmessage = () => document.querySelector('[data-do=place]').click()";
const PRESS: &str = "window.__call.postMessage(''); document.querySelector('[data-do=place]').click()";
const ORDERED: &str = "return document.querySelector('[data-status]') !== null
    || document.body.innerText.includes('This is ordered already')";

#[test]
fn two_windows_at_once() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let proxy = Proxy::before(&server.url).await;
        let buyer = world.buyer_at(&proxy.url, &server.shop, Model::ENGLISH).await;
        ready_to_order(&buyer, &server).await;
        let other = buyer.second_window().await;
        check_out(&other).await;
        other.see("Place order · ¥20.50").await;
        other.run(LISTEN, &[]).await;
        buyer.run(LISTEN, &[]).await;
        buyer.run(PRESS, &[]).await;

        buyer.on("order").await;
        other.on("order").await;
        let code = buyer.attribute("[data-order-code]", "data-order-code").await;
        assert_eq!(other.attribute("[data-order-code]", "data-order-code").await, code);
        assert_eq!(proxy.count("POST", "/orders", "201"), 1, "{:?}", proxy.answers());
        assert_eq!(server.left("Tea Mug 茶杯").await, 6);
    });
}

#[test]
fn two_windows_with_other_words() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        // The second body under the same key is refused with 422, and the order of the first is shown.
        buyer.expect_complaint("422");
        ready_to_order(&buyer, &server).await;
        let other = buyer.second_window().await;
        check_out(&other).await;
        other.write("Note to the seller", "Other words").await;
        other.see("Place order · ¥20.50").await;
        other.run(LISTEN, &[]).await;
        buyer.run(LISTEN, &[]).await;
        buyer.run(PRESS, &[]).await;
        // Whichever came second is shown the order, or is told that there is one and where.
        for window in [&buyer, &other] {
            window.until("the order, or where it is", ORDERED, &[]).await;
            window.open(&window.path_in_shop("/orders")).await;
            window.on("orders").await;
            assert_eq!(window.count("[data-order-code]").await, 1);
        }
        assert_eq!(server.left("Tea Mug 茶杯").await, 6);
    });
}

#[test]
fn double_tap() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let proxy = Proxy::before(&server.url).await;
        let buyer = world.buyer_at(&proxy.url, &server.shop, Model::ENGLISH).await;
        ready_to_order(&buyer, &server).await;
        buyer
            .run(
                "const button = document.querySelector('[data-do=place]'); button.click(); button.click()",
                &[],
            )
            .await;
        buyer.on("order").await;
        assert_eq!(proxy.count("POST", "/orders", ""), 1, "{:?}", proxy.answers());
        assert_eq!(server.left("Tea Mug 茶杯").await, 6);
    });
}

#[test]
fn back_from_the_order_orders_nothing() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        ready_to_order(&buyer, &server).await;
        buyer.click(Target::doing("place")).await;
        buyer.on("order").await;
        buyer.back().await;
        buyer.wait_for("[data-screen=cart]").await;
        buyer.see("Your cart is empty").await;
        assert_eq!(server.left("Tea Mug 茶杯").await, 6);
    });
}
