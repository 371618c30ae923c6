//! Who came and from where: counted once for each who comes, shown to the seller as pictures and as tables.

use crate::steps::ready_to_order;
use minishop_e2e::{Buyer, Catalogue, Desk, Server, Target, World, journey};
use serde_json::json;
use std::time::{Duration, Instant};

const WECHAT: &str = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 \
    Mobile Safari/537.36 XWEB/1260 MMWEBSDK/20240501 MicroMessenger/8.0.50";

/// The desk of the server's shop.
async fn desk(world: &World, server: &Server) -> Desk {
    let desk = world.desk(server).await;
    desk.open("/desk").await;
    desk.on("sign-in").await;
    desk.sign_in("seller@example.com", "correct horse").await;
    desk.wait_for(".desk-tabs").await;
    desk
}

async fn figure(desk: &Buyer, name: &str, shown: &str) {
    let script = "const figure = document.querySelector(arguments[0]);
        return figure !== null && figure.textContent === arguments[1]";
    desk.until(&format!("{name} {shown}"), script, &[json!(format!("[data-figure={name}]")), json!(shown)])
        .await;
}

#[test]
fn each_who_comes_is_counted_once_by_the_way_they_came() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        let seller = server.seller().await;
        let desk = desk(world, &server).await;
        desk.click("Numbers").await;
        desk.on("numbers").await;
        desk.see("Nobody has come in this time").await;
        desk.click("30 days").await;
        desk.see("No visits yet").await;
        desk.see("Share the card").await;

        // By the number; a look back and a reload are no visits.
        let by_number = world.buyer(&server).await;
        by_number.open_door().await;
        by_number.write("Six-digit shop number", &server.shop).await;
        by_number.click("Open the shop").await;
        by_number.on("shop").await;
        by_number.reload().await;
        by_number.on("shop").await;
        by_number.click("Tea Pot").await;
        by_number.on("goods").await;
        by_number.reload().await;
        by_number.on("goods").await;
        by_number.back().await;
        by_number.on("shop").await;

        // By the code on the card.
        let by_code = world.buyer(&server).await;
        by_code.open(&by_code.path_in_shop("?s=qr")).await;
        by_code.on("shop").await;
        by_code.reload().await;
        by_code.on("shop").await;

        // By a link in a chat, from there through the order's own page, and back.
        let by_link = world.buyer(&server).await;
        by_link.call_itself(WECHAT).await;
        ready_to_order(&by_link, &server).await;
        by_link.click(Target::doing("place")).await;
        by_link.on("order").await;
        by_link.open_shop().await;

        let began = Instant::now();
        while seller.get("/desk/stats?days=1").await["visits"] != 3 {
            assert!(began.elapsed() < Duration::from_secs(30), "the visits were not written");
        }
        desk.reload().await;
        desk.on("numbers").await;
        figure(&desk, "visits", "3").await;
        figure(&desk, "orders", "1").await;
        figure(&desk, "sales", "¥20.50").await;
        figure(&desk, "conversion", "33.3%").await;
        for (source, name) in [("number", "Shop number"), ("qr", "QR code"), ("wechat", "WeChat")] {
            let row = format!("[data-source={source}]");
            let said = desk.run("return document.querySelector(arguments[0]).innerText", &[json!(row)]).await;
            let said = said.as_str().expect("words").replace(char::is_whitespace, "");
            assert_eq!(said, format!("{name}133%").replace(' ', ""));
        }
        assert_eq!(desk.count("[data-source]").await, 3);
        desk.see("Tea Mug 茶杯").await;
    });
}

#[test]
fn the_days_are_read_by_finger_by_keys_and_as_tables() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        server.seller().await;
        let buyer = world.buyer(&server).await;
        ready_to_order(&buyer, &server).await;
        buyer.click(Target::doing("place")).await;
        buyer.on("order").await;
        let desk = desk(world, &server).await;
        desk.click("Numbers").await;
        desk.on("numbers").await;
        figure(&desk, "orders", "1").await;
        assert_eq!(desk.count(".chart").await, 0, "one day is no chart");
        desk.click("7 days").await;
        desk.wait_for(".chart").await;
        assert_eq!(desk.count(".chart-bar").await, 7);
        desk.click("Sales").await;
        desk.see("¥20.50").await;
        let spoken = desk.attribute(".chart-hand", "aria-valuetext").await;
        assert!(spoken.ends_with(": ¥20.50"), "today is chosen at first: {spoken}");
        desk.slide(".chart-hand", 5).await;
        let spoken = desk.attribute(".chart-hand", "aria-valuetext").await;
        assert!(spoken.ends_with(": ¥0.00"), "the day before: {spoken}");
        assert_eq!(desk.count(".chart-bar:nth-child(6).chart-bar-picked").await, 1);

        desk.click(Target::doing("table")).await;
        desk.wait_for("table").await;
        assert_eq!(desk.attribute("[data-do=table]", "aria-pressed").await, "true");
        assert_eq!(desk.count("[aria-label='By day'] tbody tr").await, 7);
        assert_eq!(desk.count("[aria-label='Best goods'] tbody tr").await, 1);
        let today = desk.run("return document.querySelector('tbody tr').innerText", &[]).await;
        assert!(today.as_str().expect("a row").contains("¥20.50"), "the newest first: {today}");
    });
}

#[test]
fn what_runs_out_stands_on_top() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small().stock("pot", 1)).await;
        server.seller().await;
        let desk = desk(world, &server).await;
        desk.click("Numbers").await;
        desk.on("numbers").await;
        desk.see("running out").await;
        desk.click(Target::css("[data-low]")).await;
        desk.on("editor").await;
    });
}
