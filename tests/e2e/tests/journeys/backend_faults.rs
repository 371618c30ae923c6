//! A backend that answers nonsense: the screen says so, and trying again works once it is well.

use crate::steps::add;
use minishop_e2e::{Buyer, Catalogue, Fault, Model, Proxy, Server, Target, World, journey};

const CUT: &str = "{\"shop\":{\"number\":\"12";
const PROBLEM: &str = "{\"type\":\"about:blank\",\"title\":\"Internal\",\"status\":500,\"detail\":\"\",\"code\":\"internal\",\"id\":\"k3x9\"}";

/// Every kind of nonsense, with what the screen says of it.
fn nonsense() -> [(Fault, &'static str); 5] {
    [
        (
            Fault::answer("200 OK", "text/html", "<h1>Sign in to this network</h1>"),
            "The answer could not be read",
        ),
        (Fault::answer("200 OK", "application/json", CUT), "The answer could not be read"),
        (
            Fault::answer("200 OK", "application/json", "{\"shop\":1,\"goods\":[]}"),
            "The answer could not be read",
        ),
        (
            Fault::answer("500 Internal Server Error", "application/problem+json", PROBLEM),
            "The shop has a fault (k3x9)",
        ),
        (Fault::HungUp, "The shop is not answering"),
    ]
}

async fn behind_a_proxy(world: &World) -> (Server, Proxy, Buyer) {
    let server = Server::start(&Catalogue::small()).await;
    let proxy = Proxy::before(&server.url).await;
    let buyer = world.buyer_at(&proxy.url, &server.shop, Model::ENGLISH).await;
    buyer.expect_complaint("/api/v1/");
    buyer.forget_answers().await;
    (server, proxy, buyer)
}

#[test]
fn the_shop() {
    journey(async |world| {
        let (_server, proxy, buyer) = behind_a_proxy(world).await;
        for (fault, words) in nonsense() {
            proxy.misbehave("GET", "/api/v1/shops/", fault, 99);
            buyer.open(&buyer.path_in_shop("")).await;
            buyer.see(words).await;
            buyer.click("Try again").await;
            buyer.see(words).await;
            proxy.heal();
            buyer.click("Try again").await;
            buyer.on("shop").await;
            buyer.see("Tea Pot").await;
        }
    });
}

#[test]
fn goods_and_the_list() {
    journey(async |world| {
        let (server, proxy, buyer) = behind_a_proxy(world).await;
        let goods = server.goods("Tea Pot").await;
        for (fault, words) in nonsense() {
            proxy.misbehave("GET", "/goods", fault, 99);
            buyer.open(&buyer.path_in_shop(&format!("/g/{goods}"))).await;
            buyer.see(words).await;
            proxy.heal();
            buyer.click("Try again").await;
            buyer.on("goods").await;
        }
        let (fault, words) = &nonsense()[0];
        buyer.open_shop().await;
        proxy.misbehave("GET", "/goods", fault.clone(), 99);
        buyer.click("Clothes").await;
        buyer.see(words).await;
        proxy.heal();
        buyer.click("Try again").await;
        buyer.see("Plain Tee").await;
        buyer.see_no("Tea Pot").await;
    });
}

#[test]
fn cart_and_checkout() {
    journey(async |world| {
        let (server, proxy, buyer) = behind_a_proxy(world).await;
        add(&buyer, &server, "Tea Pot", 1).await;
        for (fault, words) in nonsense() {
            proxy.misbehave("POST", "/quotes", fault, 99);
            buyer.open(&buyer.path_in_shop("/cart")).await;
            buyer.see("Prices and stock could not be checked").await;
            buyer.see(words).await;
            buyer.see("Tea Pot").await;
            buyer.click(Target::doing("checkout")).await;
            buyer.see(words).await;
            proxy.heal();
            buyer.click("Try again").await;
            buyer.on("checkout").await;
            buyer.see("Place order · ¥96.00").await;
        }
    });
}

#[test]
fn the_order() {
    journey(async |world| {
        let (server, proxy, buyer) = behind_a_proxy(world).await;
        crate::steps::ready_to_order(&buyer, &server).await;
        buyer.click(Target::doing("place")).await;
        buyer.on("order").await;
        let path = buyer.path().await;
        for (fault, words) in nonsense() {
            proxy.misbehave("GET", "/api/v1/orders/", fault, 99);
            buyer.open(&path).await;
            buyer.see(words).await;
            proxy.heal();
            buyer.click("Try again").await;
            buyer.on("order").await;
        }
        buyer.open("/o/abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq").await;
        buyer.see("This order cannot be opened").await;
    });
}
