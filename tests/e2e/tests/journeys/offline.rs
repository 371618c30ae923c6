//! A phone that loses the network and finds it again.

use crate::steps::add;
use minishop_e2e::{Catalogue, Server, journey};

#[test]
fn it_goes_on_by_itself() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        buyer.expect_complaint("ERR_INTERNET_DISCONNECTED");
        add(&buyer, &server, "Tea Pot", 1).await;
        buyer.open_shop().await;
        buyer.network(0, 0).await;
        buyer.see("Offline; your cart is kept").await;
        buyer.click("Tea Mug").await;
        buyer.see("You are offline").await;
        buyer.network_back().await;
        buyer.on("goods").await;
        buyer.see("7 in stock").await;
        buyer.see_no("Offline").await;
        buyer.cart_holds(1).await;
    });
}

#[test]
fn what_is_known_is_still_shown() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        buyer.expect_complaint("ERR_INTERNET_DISCONNECTED");
        add(&buyer, &server, "Tea Pot", 1).await;
        buyer.click("Cart").await;
        buyer.on("cart").await;
        buyer.network(0, 0).await;
        buyer.back().await;
        buyer.on("goods").await;
        buyer.see("Tea Pot").await;
        buyer.click("Cart").await;
        buyer.see("Tea Pot").await;
        buyer.see("Prices and stock could not be checked").await;
        buyer.network_back().await;
        buyer.see_no("Prices and stock could not be checked").await;
    });
}
