//! Numbers as people get them wrong, and shops that are not to be found: calm words and a way on.

use minishop_e2e::{Buyer, Catalogue, Server, journey};

const FIELD: &str = "Six-digit shop number";

#[test]
fn it_is_read_as_it_is_typed() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        buyer.open_door().await;
        buyer.write(FIELD, &server.shop[..3]).await;
        buyer.see("3 digits to go").await;
        buyer.write(FIELD, "012345").await;
        buyer.see("A shop number never begins with 0").await;
        buyer.write(FIELD, "1234567").await;
        buyer.see("A shop number has six digits").await;
        buyer.paste(FIELD, "123456 or 654321").await;
        buyer.see("Which one?").await;
        buyer.write(FIELD, "12345\u{e007}").await;
        buyer.see("1 digit to go").await;
        assert_eq!(buyer.path().await, "/");

        let (first, second) = server.shop.split_at(3);
        let wide: String =
            first.chars().map(|digit| char::from_u32(digit as u32 + 0xfee0).expect("a digit")).collect();
        buyer.paste(FIELD, &format!("店号：{wide} {second}")).await;
        buyer.click("Open the shop").await;
        buyer.on("shop").await;
    });
}

#[test]
fn a_pasted_link_leads_there() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        buyer.open_door().await;
        buyer.paste(FIELD, &format!("看看这家 {}/{} 不错", server.url, server.shop)).await;
        buyer.on("shop").await;
        let goods = server.goods("Tea Pot").await;
        buyer.open_door().await;
        buyer.see("Visited shops").await;
        buyer.paste(FIELD, &format!("{}/{}/g/{goods}", server.url, server.shop)).await;
        buyer.on("goods").await;
        buyer.see("Tea Pot").await;
        buyer.open_door().await;
        buyer.click("Corner Shop").await;
        buyer.on("shop").await;
    });
}

#[test]
fn unknown_and_closed_look_the_same() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let buyer = world.buyer(&server).await;
        buyer.expect_complaint("404");
        let unknown = if server.shop == "123456" { "654321" } else { "123456" };
        buyer.open_door().await;
        buyer.write(FIELD, unknown).await;
        buyer.click("Open the shop").await;
        let said = calm_words(&buyer).await;
        buyer.open(&format!("/{unknown}")).await;
        assert_eq!(calm_words(&buyer).await, said);

        buyer.forget_answers().await;
        buyer.open_shop().await;
        server.close_shop().await;
        buyer.open(&buyer.path_in_shop("")).await;
        assert_eq!(calm_words(&buyer).await, said);
        for rest in ["/g/anything", "/checkout"] {
            buyer.open(&buyer.path_in_shop(rest)).await;
            buyer.see_no("Loading").await;
            buyer.see_no("Place order").await;
        }
        buyer.open_door().await;
        buyer.see_no("Visited shops").await;
        buyer.open("/12345").await;
        buyer.see("There is no such page").await;
    });
}

/// What the page of a shop that is not there says, once it is there; it leads back to the door.
async fn calm_words(buyer: &Buyer) -> String {
    buyer.on("unknown").await;
    buyer.see("This shop is not open").await;
    let said = buyer.run("return document.body.innerText", &[]).await;
    buyer.click("Enter another number").await;
    buyer.on("door").await;
    said.as_str().expect("words").to_owned()
}
