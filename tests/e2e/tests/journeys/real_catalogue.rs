//! A real shop's goods, where they are at hand: imported, opened and put into the cart.

use minishop_e2e::{Server, Target, journey};
use std::path::Path;

#[test]
fn a_real_catalogue() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/catalogue/goods.json");
    if !file.exists() {
        println!("skipped: there is no real catalogue beside the checkout");
        return;
    }
    journey(async move |world| {
        let server = Server::with_file(&file).await;
        let buyer = world.buyer(&server).await;
        buyer.open_shop().await;
        buyer.write("Search this shop", "plimsolls").await;
        // The whole list shows them too: what was found is there when the rest is gone.
        buyer.see_no("Headless").await;
        buyer.see("White Plimsolls").await;
        buyer.click("White Plimsolls").await;
        buyer.on("goods").await;
        buyer.see("$80.00").await;
        buyer.see("1/4").await;
        buyer.click("40").await;
        buyer.click(Target::doing("add")).await;
        buyer.cart_holds(1).await;
        buyer.click("Cart").await;
        buyer.on("cart").await;
        buyer.see("White Plimsolls").await;
        buyer.see("Total $80.00").await;
    });
}
