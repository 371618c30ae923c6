//! What the seller sets about the shop, and the buyer sees.

use crate::steps::open_goods;
use minishop_e2e::{Buyer, Desk, Model, Seller, Server, Target, World, journey};
use serde_json::json;
use std::time::Duration;

/// The seller of the server's shop at the desk, on its last tab; and beside the journey.
pub async fn at_the_desk(world: &World, server: &Server, model: Model) -> (Desk, Seller) {
    let beside = server.seller().await;
    let desk = world.desk_at(&server.url, model).await.patient(Duration::from_secs(30));
    desk.open("/desk/shop").await;
    desk.on("sign-in").await;
    desk.sign_in("seller@example.com", "correct horse").await;
    desk.on("shop").await;
    (desk, beside)
}

/// Waits until the server has taken what was done last, and the word about it is gone.
pub async fn saved(desk: &Desk) {
    desk.wait_for(".toast-text").await;
    desk.see("Saved").await;
    desk.until("the word gone", "return !document.querySelector('.toast-text')", &[]).await;
}

async fn accent(buyer: &Buyer) -> String {
    let script = "return getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()";
    buyer.run(script, &[]).await.as_str().expect("a colour").to_owned()
}

#[test]
fn name_colour_and_contacts_are_seen_by_buyers() {
    journey(async |world| {
        let server = Server::start(&minishop_e2e::Catalogue::small()).await;
        let (desk, _) = at_the_desk(world, &server, Model::ENGLISH).await;
        desk.click("About the shop").await;
        desk.on("about").await;
        desk.write_at("#name", "Corner & Co 街角").await;
        desk.click(Target::doing("no-registration")).await;
        desk.click(Target::css("[data-colour='#137a39']")).await;
        desk.click(Target::css("[data-add=telegram]")).await;
        desk.write_at("[data-contact=telegram] input", "@").await;
        desk.click(Target::doing("save")).await;
        desk.see("This is no name of that service").await;
        desk.write_at("[data-contact=telegram] input", "https://t.me/corner_co").await;
        desk.click(Target::doing("save")).await;
        saved(&desk).await;
        desk.field_holds("Telegram", "@corner_co").await;

        let buyer = world.buyer(&server).await;
        buyer.open_shop().await;
        buyer.see("Corner & Co 街角").await;
        assert_eq!(accent(&buyer).await, "rgb(19,122,57)");
        buyer.click("Contact the seller").await;
        buyer.see("@corner_co").await;
        buyer.see("依法无需办理市场主体登记").await;

        // Saved: nothing to ask about.
        desk.click(Target::css("[data-back]")).await;
        desk.on("shop").await;
        desk.see("Corner & Co 街角").await;
    });
}

#[test]
fn a_colour_too_pale_to_read_is_moved_and_said_so() {
    journey(async |world| {
        let server = Server::start(&minishop_e2e::Catalogue::small()).await;
        let (desk, _) = at_the_desk(world, &server, Model::ENGLISH).await;
        desk.click("About the shop").await;
        desk.on("about").await;
        desk.write_at("#theme", "#zzz").await;
        desk.click(Target::doing("save")).await;
        desk.see("Write a colour such as #b4232a").await;
        desk.write_at("#theme", "#ffd400").await;
        desk.see("Made a little darker, so that it can be read").await;
        desk.click(Target::doing("save")).await;
        saved(&desk).await;
        let shown = desk
            .run(
                "return getComputedStyle(document.querySelector('.theme-preview .button')).backgroundColor",
                &[],
            )
            .await;
        let buyer = world.buyer(&server).await;
        open_goods(&buyer, &server, "Tea Pot").await;
        let own = "return getComputedStyle(document.querySelector('[data-do=buy-now]')).backgroundColor";
        assert_eq!(buyer.run(own, &[]).await, shown, "the buyer's button is the one the seller saw");
    });
}

#[test]
fn holiday_and_closing_are_switched_on_the_tab() {
    journey(async |world| {
        let server = Server::start(&minishop_e2e::Catalogue::small()).await;
        let (desk, _) = at_the_desk(world, &server, Model::ENGLISH).await;
        let buyer = world.buyer(&server).await;
        buyer.expect_complaint("404");
        buyer.forget_answers().await;
        let day = async |day: &str| {
            desk.wait_for("#back_on").await;
            let script = "const field = document.querySelector('#back_on');
                field.value = arguments[0];
                field.dispatchEvent(new Event('input', { bubbles: true }))";
            desk.run(script, &[json!(day)]).await;
        };
        desk.click("On holiday").await;
        saved(&desk).await;
        day("2001-01-01").await;
        desk.see("That day is over").await;
        day("2099-12-01").await;
        saved(&desk).await;
        buyer.open_shop().await;
        buyer.see("Back on 1 December").await;

        desk.click("On holiday").await;
        saved(&desk).await;
        buyer.open_shop().await;
        buyer.see_no("Back on").await;

        desk.click("Open").await;
        desk.see("buyers find nothing at your number").await;
        desk.click(Target::doing("sure")).await;
        saved(&desk).await;
        desk.see("Buyers find nothing at your number.").await;
        buyer.open(&buyer.path_in_shop("")).await;
        buyer.on("unknown").await;

        desk.click("Open").await;
        saved(&desk).await;
        buyer.open_shop().await;
        buyer.see("Tea Pot").await;
    });
}

#[test]
fn what_is_not_saved_is_not_left_without_asking() {
    journey(async |world| {
        let server = Server::start(&minishop_e2e::Catalogue::small()).await;
        let (desk, beside) = at_the_desk(world, &server, Model::ENGLISH).await;
        desk.click("About the shop").await;
        desk.on("about").await;
        desk.write_at("#name", "Half a na").await;
        desk.click(Target::css("[data-back]")).await;
        desk.wait_for("[data-do=sure]").await;
        desk.back().await;
        desk.until("the question gone", "return !document.querySelector('[data-do=sure]')", &[]).await;
        desk.field_holds("Name", "Half a na").await;
        // By the browser's own way back, too.
        desk.back().await;
        desk.wait_for("[data-do=sure]").await;
        assert_eq!(desk.path().await, "/desk/shop/about");
        desk.click(Target::doing("sure")).await;
        desk.on("shop").await;
        assert_eq!(beside.get("/desk/shop").await["name"], "Corner Shop 街角小店");
        // What was thrown away asks no more.
        desk.click("About the shop").await;
        desk.on("about").await;
        desk.field_holds("Name", "Corner Shop 街角小店").await;
        desk.back().await;
        desk.on("shop").await;
    });
}

#[test]
fn two_desks_never_overwrite_each_other_unseen() {
    journey(async |world| {
        let server = Server::start(&minishop_e2e::Catalogue::small()).await;
        let (desk, beside) = at_the_desk(world, &server, Model::ENGLISH).await;
        desk.expect_complaint("409");
        desk.click("About the shop").await;
        desk.on("about").await;
        desk.write_at("#name", "Mine").await;
        beside.change_shop(json!({"name": "Theirs", "hours": "9 to 18"})).await;
        desk.click(Target::doing("save")).await;
        desk.see("Changed on another device meanwhile").await;
        desk.see("Theirs").await;
        desk.field_holds("Name", "Mine").await;
        desk.field_holds("Opening hours", "9 to 18").await;
        assert_eq!(beside.get("/desk/shop").await["name"], "Theirs", "nothing was overwritten");
        desk.click("Use it: Name").await;
        desk.field_holds("Name", "Theirs").await;
        desk.write_at("#name", "Ours").await;
        desk.click(Target::doing("save")).await;
        saved(&desk).await;
        let shop = beside.get("/desk/shop").await;
        assert_eq!([&shop["name"], &shop["hours"]], ["Ours", "9 to 18"]);

        // What has nothing to do with each other asks nothing.
        beside.change_shop(json!({"notice": "New cups"})).await;
        desk.write_at("#hours", "10 to 17").await;
        desk.click(Target::doing("save")).await;
        saved(&desk).await;
        let shop = beside.get("/desk/shop").await;
        assert_eq!([&shop["notice"], &shop["hours"]], ["New cups", "10 to 17"]);
    });
}
