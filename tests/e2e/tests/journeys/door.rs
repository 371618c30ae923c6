//! From the number to the proof of payment, and the order found again.

use minishop_e2e::{Catalogue, Server, Target, journey, picture};

#[test]
fn from_the_number_to_the_proof() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        buyer.open_door().await;
        buyer.write("Six-digit shop number", &server.shop).await;
        buyer.click("Open the shop").await;
        buyer.on("shop").await;
        buyer.see("Corner Shop 街角小店").await;

        buyer.click("Kitchen").await;
        buyer.see_no("Plain Tee").await;
        // The vase has no photo to say it on.
        buyer.see("Sold out").await;
        buyer.see("Tea Pot").await;
        buyer.click("All").await;
        buyer.write("Search this shop", "tee").await;
        buyer.see_no("Tea Pot").await;
        buyer.click("Plain Tee").await;

        buyer.on("goods").await;
        buyer.click("red").await;
        buyer.click("S").await;
        buyer.see("5 in stock").await;
        buyer.click(Target::doing("add")).await;
        buyer.see("Added to the cart").await;
        buyer.cart_holds(1).await;
        buyer.click("Cart").await;

        buyer.on("cart").await;
        buyer.see("¥128.00").await;
        buyer.click("More: Plain Tee").await;
        buyer.see("¥256.00").await;
        buyer.click("Fewer: Plain Tee").await;
        buyer.click(Target::doing("checkout")).await;

        buyer.on("checkout").await;
        buyer.paste("Paste everything at once", "张三 13800138000 浙江省杭州市西湖区文三路 1 号").await;
        buyer.field_holds("Name", "张三").await;
        buyer.field_holds("Phone", "13800138000").await;
        buyer.field_holds("State or province", "浙江省").await;
        buyer.field_holds("City", "杭州市").await;
        buyer.field_holds("District", "西湖区").await;
        buyer.field_holds("Street, building, flat", "文三路 1 号").await;
        buyer.click("Bank transfer").await;
        buyer.write("Note to the seller", "After six, please").await;
        buyer.see("Place order · ¥128.00").await;
        buyer.click(Target::doing("place")).await;

        buyer.on("order").await;
        buyer.wait_for("[data-status=\"to_pay\"]").await;
        buyer.see("Waiting for your transfer").await;
        buyer.see("Account 42").await;
        buyer.see("After six, please").await;
        let code = buyer.attribute("[data-order-code]", "data-order-code").await;
        let file = tempfile::Builder::new().suffix(".png").tempfile().expect("a file");
        std::fs::write(file.path(), picture(300, 600, [20, 120, 60], [255, 255, 255])).expect("a picture");
        buyer.hand_over(Target::doing("proof"), file.path()).await;
        buyer.wait_for("[data-status=\"to_confirm\"]").await;
        buyer.see("Your payment picture has arrived").await;
        assert_eq!(server.left("Plain Tee").await, 14);

        buyer.open(&buyer.path_in_shop("/orders")).await;
        buyer.on("orders").await;
        buyer.see("Your payment picture has arrived").await;
        buyer.click(Target::css(&format!("[data-order-code=\"{code}\"]"))).await;
        buyer.on("order").await;
        buyer.see(&code).await;
    });
}
