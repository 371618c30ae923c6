//! A backend that says nothing at all.

use minishop_e2e::{Catalogue, Fault, Model, Proxy, Server, journey};
use std::time::Duration;

#[test]
fn slow_then_an_error_then_well_again() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let proxy = Proxy::before(&server.url).await;
        let buyer =
            world.buyer_at(&proxy.url, &server.shop, Model::ENGLISH).await.patient(Duration::from_secs(30));
        buyer.expect_complaint("/api/v1/");
        proxy.misbehave("GET", "/api/v1/shops/", Fault::Silence, 99);
        buyer.open(&buyer.path_in_shop("")).await;
        buyer.see("The network is slow; still opening").await;
        // 20 seconds are as long as anyone looks at a page that does not come.
        buyer.see("The shop is not answering").await;
        buyer.see_no("still opening").await;
        proxy.heal();
        buyer.click("Try again").await;
        buyer.on("shop").await;
        buyer.see("Tea Pot").await;
    });
}
