//! The parts that several journeys walk.

use minishop_e2e::{Buyer, Server, Target};

/// Opens goods by their link.
pub async fn open_goods(buyer: &Buyer, server: &Server, title: &str) {
    let id = server.goods(title).await;
    buyer.open(&buyer.path_in_shop(&format!("/g/{id}"))).await;
    buyer.on("goods").await;
}

/// Puts one piece of goods without options into the cart; `pieces` is what the cart holds then.
pub async fn add(buyer: &Buyer, server: &Server, title: &str, pieces: u32) {
    open_goods(buyer, server, title).await;
    buyer.click(Target::doing("add")).await;
    buyer.cart_holds(pieces).await;
}

/// From any screen of the shop to the checkout of its cart.
pub async fn check_out(buyer: &Buyer) {
    buyer.open(&buyer.path_in_shop("/cart")).await;
    buyer.on("cart").await;
    buyer.click(Target::doing("checkout")).await;
    buyer.on("checkout").await;
}

/// Says who and where; the fields are found by what they are for, in any language.
pub async fn fill_in(buyer: &Buyer) {
    for (field, text) in
        [("name", "Ann Lee"), ("phone", "13800138000"), ("street", "1 High Street"), ("city", "杭州市")]
    {
        buyer.write_at(&format!("#{field}"), text).await;
    }
}

/// A mug in the cart, and everything filled in: only the button is left to press.
pub async fn ready_to_order(buyer: &Buyer, server: &Server) {
    add(buyer, server, "Tea Mug 茶杯", 1).await;
    check_out(buyer).await;
    fill_in(buyer).await;
    buyer.see("Place order · ¥20.50").await;
}
