//! Deliveries and payments made on the desk are those of the buyer's checkout.

use crate::desk_shop::{at_the_desk, saved};
use crate::steps::{add, check_out, fill_in, ready_to_order};
use minishop_e2e::{Catalogue, Model, Server, Target, journey, picture};
use serde_json::json;

#[test]
fn a_fee_by_weight_is_what_the_buyer_pays() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small().weight("mug", 400)).await;
        let (desk, beside) = at_the_desk(world, &server, Model::ENGLISH).await;
        desk.click("Delivery").await;
        desk.on("deliveries").await;
        desk.click(Target::doing("add")).await;
        desk.click("By weight").await;
        desk.write_at("#step-grams-0", "1000").await;
        desk.write_at("#step-fee-0", "8").await;
        desk.click(Target::doing("add-step")).await;
        desk.write_at("#step-grams-1", "1000").await;
        desk.write_at("#step-fee-1", "-1").await;
        desk.write_at("#days_min", "3").await;
        desk.click("Xinjiang").await;
        desk.write_at("#country", "Atlantis").await;
        desk.click(Target::doing("add-country")).await;
        desk.see("Write a country's name or its two letters").await;
        desk.write_at("#country", "Japan").await;
        desk.click(Target::doing("add-country")).await;
        desk.wait_for("[aria-label^='Deliver to Japan again']").await;
        desk.click(Target::doing("save")).await;
        desk.see("Two lines have this weight").await;
        desk.see("An amount cannot be below zero").await;
        desk.see("Write both or none").await;

        // Left half-way: it is marked, asked about, and goes on as it was.
        desk.back().await;
        desk.see("Not saved yet").await;
        desk.click(Target::css("[data-back]")).await;
        desk.wait_for("[data-do=sure]").await;
        desk.back().await;
        desk.until("the question gone", "return !document.querySelector('[data-do=sure]')", &[]).await;
        desk.click(Target::doing("add")).await;
        desk.field_holds("At least", "3").await;
        desk.write_at("#step-grams-1", "500").await;
        desk.write_at("#step-fee-1", "6").await;
        desk.write_at("#days_max", "5").await;
        desk.click(Target::doing("save")).await;
        saved(&desk).await;
        desk.see("from ¥6.00 · 3–5 days · not to 2 regions").await;
        let items = beside.get("/desk/deliveries").await["items"].clone();
        assert_eq!(items[2]["steps"][0]["grams"], 500, "lighter parcels first: {items}");

        let buyer = world.buyer(&server).await;
        add(&buyer, &server, "Tea Mug 茶杯", 1).await;
        add(&buyer, &server, "Tea Mug 茶杯", 2).await;
        check_out(&buyer).await;
        fill_in(&buyer).await;
        buyer.click("By weight").await;
        buyer.see("Place order · ¥33.00").await;
        buyer.write_at("#province", "新疆").await;
        let refusal = "This delivery does not go to your address";
        buyer.see(refusal).await;
        buyer.write_at("#province", "浙江").await;
        buyer.see_no(refusal).await;
        buyer.see("Place order · ¥33.00").await;
        buyer.click(Target::doing("place")).await;
        buyer.on("order").await;
        buyer.see("¥33.00").await;
    });
}

#[test]
fn ways_are_put_in_order_and_removed_and_a_foreign_change_is_told() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let (desk, beside) = at_the_desk(world, &server, Model::ENGLISH).await;
        desk.expect_complaint("409");
        desk.click("Delivery").await;
        desk.on("deliveries").await;
        desk.click("Move up: Pickup").await;
        saved(&desk).await;
        let titles = async || -> Vec<String> {
            let list = beside.get("/desk/deliveries").await;
            let items = list["items"].as_array().expect("items").clone();
            items.iter().map(|own| own["title"].as_str().expect("a title").to_owned()).collect()
        };
        assert_eq!(titles().await, ["Pickup", "Parcel"]);

        // Meanwhile another device adds one; what is typed here stays, and goes in on top of that.
        desk.click(Target::css("[data-way=Parcel] [data-do=edit]")).await;
        desk.write_at("#title", "Post").await;
        let mut list = beside.get("/desk/deliveries").await;
        let mut third = list["items"][1].clone();
        third["id"] = json!(null);
        third["title"] = json!("Drone");
        list["items"].as_array_mut().expect("items").push(third);
        beside.put("/desk/deliveries", &list).await;
        desk.click(Target::doing("save")).await;
        desk.see("changed on another device meanwhile; it now is: Pickup, Parcel, Drone").await;
        desk.field_holds("Name", "Post").await;
        desk.click(Target::doing("save")).await;
        saved(&desk).await;
        assert_eq!(titles().await, ["Pickup", "Post", "Drone"]);

        desk.click("Remove: Drone").await;
        desk.click(Target::doing("sure")).await;
        saved(&desk).await;
        desk.click("Remove: Pickup").await;
        desk.click(Target::doing("sure")).await;
        saved(&desk).await;
        assert_eq!(titles().await, ["Post"]);
        assert_eq!(desk.count("[data-do=remove]").await, 0, "the last one stays");
    });
}

#[test]
fn a_payment_code_is_shown_to_the_buyer() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let (desk, _) = at_the_desk(world, &server, Model::ENGLISH).await;
        desk.click("Payment").await;
        desk.on("payments").await;
        desk.click(Target::doing("add")).await;
        desk.write_at("#title", "My wallet").await;
        desk.write_at("#text", "Account 7").await;
        let file = tempfile::Builder::new().suffix(".png").tempfile().expect("a file");
        std::fs::write(file.path(), picture(600, 600, [0, 0, 0], [255, 255, 255])).expect("a picture");
        desk.hand_over(Target::doing("qr"), file.path()).await;
        desk.wait_for("[data-photo-field=qr] img").await;
        desk.click(Target::doing("save")).await;
        saved(&desk).await;
        desk.see("with code").await;

        let buyer = world.buyer(&server).await;
        ready_to_order(&buyer, &server).await;
        buyer.click("My wallet").await;
        buyer.click(Target::doing("place")).await;
        buyer.on("order").await;
        buyer.see("Account 7").await;
        let there = "const code = document.querySelector('.pay-qr'); return !!code && code.naturalWidth > 0";
        buyer.until("the payment code", there, &[]).await;
    });
}
