//! A seller's orders: they come by themselves, are paid, shipped, changed, given back and ended; nothing is shown twice,
//! nothing is missed, and nobody overwrites another.

use crate::steps::ready_to_order;
use minishop_e2e::{Catalogue, Desk, Fault, Model, Proxy, Server, Target, Wish, World, journey, picture};
use serde_json::json;

/// A desk at the shop of that server, on its orders; `url` is the way there.
pub async fn desk_at(world: &World, server: &Server, url: &str) -> Desk {
    let _owner = server.seller().await;
    let desk = world.desk_at(url, Model::ENGLISH).await;
    sign_in(&desk).await;
    desk
}

async fn sign_in(desk: &Desk) {
    desk.open("/desk").await;
    desk.on("sign-in").await;
    desk.sign_in("seller@example.com", "correct horse").await;
    desk.on("orders").await;
}

fn mug<'w>(server: &'w Server, name: &'w str) -> Wish<'w> {
    Wish { shop: &server.shop, goods: "Tea Pot", name, payment: "cash_on_delivery" }
}

/// The card of that buyer's order, and something in it.
fn of(name: &str, what: &str) -> String {
    // A name is in the button's label too, which makes it findable without the card's id.
    format!("[data-order] {what}[aria-label*=\"{name}\"]")
}

#[test]
fn an_order_comes_by_itself_is_paid_shipped_in_two_parcels_done_and_partly_given_back() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let desk = desk_at(world, &server, &server.url).await;
        desk.wait_for("[data-first-steps]").await;
        let buyer = world.buyer(&server).await;
        ready_to_order(&buyer, &server).await;
        buyer.click("Bank transfer").await;
        buyer.click(Target::doing("place")).await;
        buyer.wait_for("[data-status=to_pay]").await;
        let file = tempfile::Builder::new().suffix(".png").tempfile().expect("a file");
        std::fs::write(file.path(), picture(300, 600, [20, 120, 60], [255, 255, 255])).expect("a picture");
        buyer.hand_over(Target::doing("proof"), file.path()).await;
        buyer.wait_for("[data-status=to_confirm]").await;

        // The desk was not touched.
        desk.wait_for("[data-order][data-status=to_confirm]").await;
        assert_eq!(desk.attribute("[data-orders-new]", "data-orders-new").await, "1");
        desk.until("the number in the title", "return document.title === '(1) Orders'", &[]).await;
        desk.click("Look at it").await;
        let loaded = "const image = document.querySelector('.desk-proof-img');
            return image !== null && image.naturalWidth > 0";
        desk.until("the payment picture", loaded, &[]).await;
        desk.see("Should show ¥20.50").await;
        desk.click(Target::doing("confirm")).await;
        desk.wait_for("[data-status=to_ship]").await;

        desk.click(Target::doing("ship")).await;
        desk.choose("#carrier-0", "中通快递").await;
        desk.write_at("#waybill-0", " 7312 0001 ").await;
        desk.click(Target::doing("add-parcel")).await;
        desk.choose("#carrier-1", "").await;
        desk.write_at("#carrier-own-1", "Own bike").await;
        desk.click(Target::doing("ship-now")).await;
        desk.see("Please fill this in").await;
        desk.write_at("#waybill-1", "73120001").await;
        desk.click(Target::doing("ship-now")).await;
        desk.see("This number stands here twice").await;
        desk.write_at("#waybill-1", "73120002").await;
        desk.click(Target::doing("ship-now")).await;
        desk.wait_for("[data-status=shipped]").await;
        desk.wait_for("[data-parcel=\"73120001\"]").await;

        buyer.reload().await;
        buyer.see("On its way in 2 parcels").await;
        buyer.see("中通快递 73120001").await;
        buyer.see("Own bike 73120002").await;
        desk.click(Target::css("[data-parcel=\"73120002\"] [data-do=correct]")).await;
        desk.write_at("#waybill-0", "73120003").await;
        desk.click(Target::doing("ship-now")).await;
        desk.wait_for("[data-parcel=\"73120003\"]").await;
        buyer.reload().await;
        buyer.see("73120003").await;
        buyer.click(Target::doing("receive")).await;
        buyer.click(Target::doing("sure")).await;
        buyer.wait_for("[data-status=done]").await;
        desk.wait_for("[data-status=done]").await;

        desk.click(Target::doing("menu")).await;
        desk.click(Target::doing("refund")).await;
        desk.see("No money moves by itself").await;
        desk.write_at("#amount", "20,51").await;
        desk.click(Target::doing("send")).await;
        desk.see("At most ¥20.50 is left of this order").await;
        desk.write_at("#amount", "5,5").await;
        desk.see("= ¥5.50").await;
        desk.click(Target::doing("send")).await;
        desk.see("Given back −¥5.50").await;
        buyer.reload().await;
        buyer.see("Sent back to you ¥5.50").await;
    });
}

#[test]
fn from_a_new_order_to_shipped_in_two_taps() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let desk = desk_at(world, &server, &server.url).await;
        for (at, name) in ["Ann", "Ben"].into_iter().enumerate() {
            let placed = server.place(mug(&server, name)).await;
            // Each tap is counted; typing needs the keyboard alone, and the cursor stands in the right place.
            let mut taps = 0;
            desk.click(Target::css(&of(name, "[data-do=ship]"))).await;
            taps += 1;
            let ready = "return document.activeElement.id === 'waybill-0'";
            desk.until("the cursor in the waybill", ready, &[]).await;
            if at == 0 {
                desk.choose("#carrier-0", "圆通速递").await;
            }
            // The second parcel goes the way of the first.
            desk.until(
                "the carrier",
                "return document.querySelector('#carrier-0').value === '圆通速递'",
                &[],
            )
            .await;
            desk.write_at("#waybill-0", &format!("YT 000{at}")).await;
            desk.click(Target::doing("ship-now")).await;
            taps += 1;
            assert!(taps <= 2, "{taps} taps");
            desk.see_no(name).await;
            let order = server.get(&format!("/orders/{}", placed.token)).await;
            assert_eq!(order["status"], "shipped");
            assert_eq!(order["shipments"][0]["waybill"], format!("YT000{at}"));
            assert_eq!(order["shipments"][0]["carrier"], "圆通速递");
        }
    });
}

#[test]
fn the_second_of_two_desks_is_told_and_loses_nothing() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let owner = server.seller().await;
        let proxy = Proxy::before(&server.url).await;
        // This desk hears nothing of what others do.
        proxy.misbehave("GET", "/desk/events", Fault::HungUp, u32::MAX);
        let desk = world.desk_at(&proxy.url, Model::ENGLISH).await;
        desk.expect_complaint("/desk/events");
        desk.expect_complaint("/api/v1/desk/orders/");
        server.place(mug(&server, "Ann")).await;
        sign_in(&desk).await;
        desk.click("Ann").await;
        desk.wait_for("[data-status=new]").await;
        desk.click(Target::doing("ship")).await;
        desk.write_at("#waybill-0", "MINE1").await;
        owner.act("note", json!({"seller_note": "Wrap it as a present"})).await;
        desk.click(Target::doing("ship-now")).await;
        desk.see("Changed on another phone meanwhile").await;
        let held = "return document.querySelector('#waybill-0').value === 'MINE1'";
        desk.until("what was typed", held, &[]).await;
        desk.back().await;
        // How it stands now is behind the sheet, and what was typed is there again.
        desk.see("Wrap it as a present").await;
        desk.click(Target::doing("ship")).await;
        desk.until("what was typed", held, &[]).await;
        desk.reload().await;
        desk.click(Target::doing("ship")).await;
        desk.until("what was typed, after the phone died", held, &[]).await;

        // What is no longer possible is not offered again.
        owner.act("cancel", json!({"reason": "Broken"})).await;
        desk.click(Target::doing("ship-now")).await;
        desk.see("changed on another phone").await;
        desk.wait_for("[data-status=cancelled]").await;
        desk.see("Reason: Broken").await;
        assert_eq!(desk.count("[data-do=ship]").await, 0);
    });
}

#[test]
fn a_connection_that_breaks_twenty_times_shows_every_order_once() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let proxy = Proxy::before(&server.url).await;
        let desk = desk_at(world, &server, &proxy.url).await;
        // What is cut with the connection may be the list itself, which is asked for again.
        desk.expect_complaint("/api/v1/desk/");
        // A card that moves down for a newer one is not a new card.
        let watch = "window.came = new Map();
            new MutationObserver((changes) => {
                for (const change of changes) for (const node of change.addedNodes) {
                    if (node.dataset && node.dataset.order) came.set(node, node.dataset.order);
                }
            }).observe(document.body, { childList: true, subtree: true });";
        desk.run(watch, &[]).await;
        let names: Vec<String> = (1..=20).map(|at| format!("Buyer {at}.")).collect();
        for (at, name) in names.iter().enumerate() {
            proxy.has_answered("GET", "/desk/events", at + 1).await;
            proxy.cut();
            server.place(mug(&server, name)).await;
        }
        let all = "const names = [...document.querySelectorAll('.desk-order-link')].map((link) => link.textContent);
            return arguments[0].every((name) => names.filter((own) => own === name).length === 1)
                && names.length === arguments[0].length";
        desk.until("each order once", all, &[json!(names)]).await;
        desk.until("each shown once", "return came.size === 20 && new Set(came.values()).size === 20", &[])
            .await;
        desk.until("the number on the tab", "return document.title === '(20) Orders'", &[]).await;
        desk.until("the connection", "return !document.querySelector('[data-link]')", &[]).await;
    });
}

#[test]
fn a_total_is_changed_a_note_kept_and_an_order_found_and_ended() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let desk = desk_at(world, &server, &server.url).await;
        let placed = server.place(Wish { payment: "transfer", ..mug(&server, "Ann Lee") }).await;
        server.place(mug(&server, "Ben")).await;
        desk.see("Ben").await;
        // Looked for among all orders, wherever they stand.
        desk.write_at(".search-input", &placed.code.to_lowercase()).await;
        desk.see_no("Ben").await;
        desk.click("Ann Lee").await;
        desk.wait_for("[data-status=to_pay]").await;
        desk.see("Please ring twice").await;
        let address = desk.attribute("[data-do=copy-address]", "data-address").await;
        assert_eq!(address, "Ann Lee 13800138000 浙江省 杭州市 西湖区 文三路 138 号 4 幢 1201 室 310012");
        assert_eq!(desk.attribute(".desk-buyer-call", "href").await, "tel:13800138000");

        desk.click(Target::doing("menu")).await;
        desk.click(Target::doing("reprice")).await;
        desk.write_at("#total", "８０").await;
        desk.see("¥16.00 less than now").await;
        desk.click(Target::doing("send")).await;
        desk.see("Changed by you −¥16.00").await;
        desk.click(Target::doing("menu")).await;
        desk.click(Target::doing("note")).await;
        desk.write_at("#seller_note", "Two bows").await;
        desk.reload().await;
        desk.click(Target::doing("menu")).await;
        desk.click(Target::doing("note")).await;
        desk.field_holds("Your own note", "Two bows").await;
        desk.click(Target::doing("send")).await;
        desk.wait_for("[data-seller-note]").await;

        desk.click(Target::doing("menu")).await;
        desk.click("Packing slip").await;
        desk.wait_for(&format!("[data-slip=\"{}\"]", placed.code)).await;
        desk.see("文三路 138 号 4 幢 1201 室").await;
        desk.back().await;
        desk.click(Target::doing("menu")).await;
        desk.click(Target::doing("cancel")).await;
        desk.click("As agreed with the buyer").await;
        desk.click(Target::doing("send")).await;
        desk.wait_for("[data-status=cancelled]").await;
        let order = server.get(&format!("/orders/{}", placed.token)).await;
        assert_eq!(order["cancel_reason"], "As agreed with the buyer");
        assert_eq!(order["total"]["minor"], 8000);
    });
}
