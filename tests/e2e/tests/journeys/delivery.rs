//! What the seller set on the desk: fees by weight, a region that is not served, a holiday.

use crate::steps::{add, check_out, fill_in, open_goods, ready_to_order};
use minishop_e2e::{Catalogue, Seller, Server, Target, journey};
use serde_json::{Value, json};

/// Up to 500 g for 6, up to a kilogram for 8, in 3–5 days, everywhere but Xinjiang; or pickup.
async fn set_ways(seller: &Seller) {
    let yuan = |yuan: i64| json!({"minor": yuan * 100, "currency": "CNY"});
    let way = |kind: &str, title: &str, more: Value| {
        let mut way = json!({"id": null, "kind": kind, "title": title, "note": "", "fee": yuan(0),
            "free_over": null, "days_min": null, "days_max": null, "steps": [], "exclusions": []});
        way.as_object_mut().expect("members").extend(more.as_object().expect("members").clone());
        way
    };
    let by_weight = json!({"days_min": 3, "days_max": 5, "exclusions": [{"country": "CN", "province": "新疆"}],
        "steps": [{"grams": 500, "fee": yuan(6)}, {"grams": 1000, "fee": yuan(8)}]});
    let items = [way("weight", "By weight", by_weight), way("pickup", "Pickup", json!({}))];
    let version = seller.get("/desk/deliveries").await["version"].clone();
    seller.put("/desk/deliveries", &json!({"items": items, "version": version})).await;
}

#[test]
fn by_weight_and_not_everywhere() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small().weight("mug", 400)).await;
        set_ways(&server.seller().await).await;
        let buyer = world.buyer(&server).await;
        open_goods(&buyer, &server, "Tea Mug 茶杯").await;
        buyer.see("Delivery from ¥6.00 · 3–5 days").await;
        buyer.click(Target::doing("add")).await;
        buyer.cart_holds(1).await;
        add(&buyer, &server, "Tea Mug 茶杯", 2).await;
        check_out(&buyer).await;
        fill_in(&buyer).await;
        buyer.see("Place order · ¥33.00").await;

        let refusal = "This delivery does not go to your address. Please choose another one.";
        buyer.write_at("#province", "新疆").await;
        buyer.see(refusal).await;
        buyer.click(Target::doing("place")).await;
        buyer.photograph("delivery", "refused").await;
        buyer.until("led to the reason", "return document.activeElement.id === 'not-delivered'", &[]).await;
        buyer.click("Pickup").await;
        buyer.see_no(refusal).await;
        buyer.see("Place order · ¥25.00").await;
        buyer.click("By weight").await;
        buyer.see(refusal).await;
        buyer.write_at("#province", "浙江").await;
        buyer.see_no(refusal).await;
        buyer.see("Place order · ¥33.00").await;
        server.import(&Catalogue::small().weight("mug", 501)).await;
        buyer.click("Pickup").await;
        buyer.see("Place order · ¥25.00").await;
        buyer.click("By weight").await;
        buyer.see("This order is too heavy for this delivery. Please choose another one.").await;
        server.import(&Catalogue::small().weight("mug", 200)).await;
        buyer.click("Pickup").await;
        buyer.see("Place order · ¥25.00").await;
        buyer.click("By weight").await;
        buyer.see("Place order · ¥31.00").await;
        buyer.click(Target::doing("place")).await;
        buyer.on("order").await;
        assert_eq!(server.left("Tea Mug 茶杯").await, 5);
    });
}

#[test]
fn a_holiday_that_begins_before_the_order() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let seller = server.seller().await;
        let buyer = world.buyer(&server).await;
        buyer.expect_complaint("409");
        ready_to_order(&buyer, &server).await;
        seller.change_shop(json!({"holiday": true, "back_on": null})).await;
        buyer.click(Target::doing("place")).await;
        buyer.see("On holiday, no orders now").await;
        buyer.field_holds("Name", "Ann Lee").await;
        assert_eq!(server.left("Tea Mug 茶杯").await, 7);
    });
}

#[test]
fn on_holiday_everything_says_so() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let seller = server.seller().await;
        let buyer = world.buyer(&server).await;
        add(&buyer, &server, "Tea Mug 茶杯", 1).await;
        let holiday = json!({"holiday": true, "back_on": "2026-12-01", "hours": "9–18, not on Mondays"});
        seller.change_shop(holiday).await;
        let still = async |selector: &str| {
            buyer.see("Back on 1 December").await;
            assert_eq!(buyer.attribute(selector, "aria-disabled").await, "true", "{selector}");
        };
        buyer.open_shop().await;
        buyer.see("Closed now").await;
        buyer.wait_for("[data-away]").await;
        buyer.see("Back on 1 December").await;
        buyer.photograph("delivery", "holiday").await;
        buyer.click("Contact the seller").await;
        buyer.photograph("delivery", "hours").await;
        buyer.see("9–18, not on Mondays").await;
        buyer.see("corner-shop").await;
        open_goods(&buyer, &server, "Tea Pot").await;
        still(".foot-bar .button").await;
        buyer.photograph("delivery", "goods").await;
        buyer.open(&buyer.path_in_shop("/cart")).await;
        buyer.on("cart").await;
        buyer.see("Back on 1 December").await;
        still("[data-do=checkout]").await;
        buyer.open(&buyer.path_in_shop("/checkout")).await;
        buyer.on("checkout").await;
        still("[data-do=place]").await;
        assert_eq!(server.left("Tea Mug 茶杯").await, 7);
    });
}
