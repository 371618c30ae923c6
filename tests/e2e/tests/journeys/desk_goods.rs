//! A seller's goods: from a photo to the shelf in eight taps, with kinds, changed in the list; what is wrong is said beside
//! its field.

use crate::desk_steps::{LOGIN, add, photos, shop};
use minishop_e2e::{Model, Server, Target, journey};
use std::time::Duration;

#[test]
fn from_a_photo_to_the_shelf_in_eight_taps() {
    journey(async |world| {
        let server = Server::empty().await;
        let desk = world.desk(&server).await.patient(Duration::from_secs(60));
        let number = desk.open_shop_of("Camellia Teas", LOGIN).await;
        desk.on("goods").await;
        let dir = tempfile::tempdir().expect("a temporary folder");
        let photos = photos(&dir);
        for (at, title) in ["Wool Beanie", "Blue Hoodie", "Apple Drink"].into_iter().enumerate() {
            // Each tap is counted; typing needs the keyboard alone.
            let mut taps = 0;
            let mut tapped = || taps += 1;
            desk.click(Target::doing("add-goods")).await;
            tapped();
            desk.on("editor").await;
            // The tap that opens the gallery, and the one that takes the photo there.
            desk.hand_over(Target::doing("gallery"), &photos[at]).await;
            tapped();
            tapped();
            for (field, text) in [("#title", title), ("#price-0", "12.50"), ("#stock-0", "7")] {
                desk.write_at(field, text).await;
                tapped();
            }
            // It may be tapped at once: what is still on its way is waited for.
            desk.click(Target::doing("publish")).await;
            tapped();
            assert!(taps <= 8, "{taps} taps");
            desk.on("goods").await;
            desk.see(title).await;
        }
        desk.wait_for("[data-goods] .photo-img").await;
        let buyer = world.buyer_at(&server.url, &number, Model::ENGLISH).await;
        buyer.open_shop().await;
        for title in ["Wool Beanie", "Blue Hoodie", "Apple Drink"] {
            buyer.see(title).await;
        }
        buyer.see("12.50").await;
        buyer.wait_for(".goods-card .photo-img").await;
    });
}

#[test]
fn price_stock_shelf_and_order_are_changed_in_the_list() {
    journey(async |world| {
        let server = Server::empty().await;
        let desk = shop(world, &server).await;
        add(&desk, "Tea Cup", "12.50", "7").await;
        add(&desk, "Tea Pot", "88", "2").await;
        desk.see("Few left").await;
        desk.write_at(".search-input", "cup").await;
        desk.see_no("Tea Pot").await;
        desk.click(Target::doing("quick")).await;
        desk.write_at("#quick-price", "1,5").await;
        desk.see("= ¥1.50").await;
        desk.write_at("#quick-stock", "９").await;
        desk.click(Target::doing("quick-save")).await;
        desk.see("¥1.50").await;
        desk.see("9 in stock").await;
        // Off the shelf and on it again.
        desk.click(Target::doing("shelf")).await;
        desk.wait_for("[data-goods]:not([data-visible])").await;
        desk.click(Target::doing("shelf")).await;
        desk.wait_for("[data-goods][data-visible]").await;
        desk.click("Clear search").await;
        desk.see("Tea Pot").await;
        // Put in order by the arrows.
        desk.click(Target::doing("shelf-menu")).await;
        desk.click(Target::doing("arrange")).await;
        let first = desk.attribute(".arrange [data-goods]", "data-goods").await;
        desk.click(Target::css(".arrange [data-goods]:first-child [aria-label^='Move down']")).await;
        desk.until(
            "another one first",
            "return document.querySelector('.arrange [data-goods]').dataset.goods !== arguments[0]",
            &[first.clone().into()],
        )
        .await;
        desk.click(Target::doing("arranged")).await;
        desk.reload().await;
        desk.on("goods").await;
        assert_ne!(desk.attribute("[data-goods]", "data-goods").await, first, "the order is kept");
        // A copy is hidden, and can be deleted.
        desk.click(Target::doing("menu")).await;
        desk.click(Target::doing("copy")).await;
        desk.see("(2)").await;
        desk.click(Target::css("[data-goods]:not([data-visible]) [data-do=menu]")).await;
        desk.click(Target::doing("delete")).await;
        desk.click(Target::doing("sure")).await;
        desk.see_no("(2)").await;
    });
}

#[test]
fn what_cannot_be_a_price_is_said_beside_it() {
    journey(async |world| {
        let server = Server::empty().await;
        let desk = shop(world, &server).await;
        desk.open("/desk/goods/new").await;
        desk.on("editor").await;
        let long = "茶".repeat(10_000);
        desk.paste("Name", &long).await;
        desk.write_at("#stock-0", "-1").await;
        for (typed, said) in [
            ("-1", "An amount cannot be below zero"),
            ("12.345", "This currency has 2 decimals"),
            ("1e9", "Write an amount such as 12.50"),
            ("free", "Write an amount such as 12.50"),
            ("99999999999999999", "This amount is too large"),
        ] {
            desk.write_at("#price-0", typed).await;
            desk.click(Target::doing("publish")).await;
            desk.see(said).await;
            desk.field_holds("Price", typed).await;
        }
        desk.see("At most 120 characters").await;
        desk.see("Write a whole number from 0 to 1000000").await;
        desk.field_holds("Name", &long).await;
        desk.paste("Name", "杯 🍵 كوب").await;
        desk.write_at("#price-0", "1000000000").await;
        desk.write_at("#stock-0", "3").await;
        desk.click(Target::doing("publish")).await;
        desk.on("goods").await;
        desk.see("¥1,000,000,000.00").await;
        desk.see("杯 🍵 كوب").await;
    });
}

#[test]
fn colours_and_sizes_make_kinds_with_a_stock_each() {
    journey(async |world| {
        let server = Server::empty().await;
        let desk = shop(world, &server).await;
        desk.open("/desk/goods/new").await;
        desk.on("editor").await;
        desk.write_at("#title", "Cotton Tee").await;
        desk.write_at("#price-0", "30").await;
        desk.click(Target::doing("add-option")).await;
        desk.write_at("#value-0", "red, blue").await;
        desk.click(Target::css("[data-option=\"0\"] [data-do=add-value]")).await;
        desk.click(Target::doing("add-option")).await;
        desk.write_at("#value-1", "S、L").await;
        desk.click(Target::css("[data-option=\"1\"] [data-do=add-value]")).await;
        desk.wait_for("[data-kind=\"blue / L\"]").await;
        desk.write_at("#fill-stock", "4").await;
        desk.click(Target::doing("fill")).await;
        desk.write_at("#price-3", "32").await;
        desk.write_at("#stock-3", "9").await;
        // The phone dies here: what was typed is there again.
        desk.reload().await;
        desk.on("editor").await;
        desk.see("This is what you typed before").await;
        desk.click(Target::doing("publish")).await;
        desk.on("goods").await;
        desk.see("¥30.00 – ¥32.00").await;
        desk.see("21 in stock").await;
        desk.see("4 kinds").await;
        desk.open("/desk/goods/new").await;
        desk.on("editor").await;
        desk.see_no("This is what you typed before").await;
    });
}

#[test]
fn categories_are_named_put_in_order_and_removed() {
    journey(async |world| {
        let server = Server::empty().await;
        let desk = shop(world, &server).await;
        desk.open("/desk/categories").await;
        desk.on("categories").await;
        for (at, name) in ["Cups", "Pots", "Cups"].into_iter().enumerate() {
            desk.click(Target::doing("add")).await;
            desk.write_at(&format!("#category-{at}"), name).await;
        }
        desk.click(Target::doing("save")).await;
        desk.see("There is one of this name already").await;
        desk.write_at("#category-2", "Trays").await;
        desk.click(Target::doing("save")).await;
        desk.see("Saved").await;
        desk.click(Target::css("[aria-label='Move up: Trays']")).await;
        desk.click(Target::css("[aria-label='Remove Pots']")).await;
        desk.click(Target::doing("save")).await;
        desk.reload().await;
        desk.on("categories").await;
        assert_eq!(desk.count("[id^=category-]").await, 2);
        let names = "return [...document.querySelectorAll('[id^=category-]')].map((own) => own.value).join() === 'Cups,Trays'";
        desk.until("the order", names, &[]).await;
    });
}

#[test]
fn photos_are_put_in_order_by_dragging_and_by_buttons() {
    journey(async |world| {
        let server = Server::empty().await;
        let desk = shop(world, &server).await;
        let dir = tempfile::tempdir().expect("a temporary folder");
        desk.open("/desk/goods/new").await;
        desk.on("editor").await;
        for photo in photos(&dir) {
            desk.hand_over(Target::doing("gallery"), &photo).await;
        }
        desk.wait_for("[data-photo]:nth-child(3)").await;
        let face = async |place: u32| {
            desk.attribute(&format!("[data-photo]:nth-child({place})"), "data-photo").await
        };
        let stands = async |place: u32, photo: &str| {
            let script = "const own = document.querySelector(`[data-photo]:nth-child(${arguments[0]})`);
                return own !== null && own.dataset.photo === arguments[1]";
            desk.until("the photo's place", script, &[place.into(), photo.into()]).await;
        };
        let [first, second, third] = [face(1).await, face(2).await, face(3).await];
        desk.drag("[data-photo]:nth-child(1) .photo-tile-grip", "[data-photo]:nth-child(3)").await;
        stands(3, &first).await;
        stands(1, &second).await;
        desk.click(Target::css("[data-photo]:nth-child(2) .photo-tile-face")).await;
        desk.click(Target::doing("photo-first")).await;
        stands(1, &third).await;
        desk.write_at("#title", "Three views").await;
        desk.write_at("#price-0", "5").await;
        desk.write_at("#stock-0", "5").await;
        desk.click(Target::doing("publish")).await;
        desk.on("goods").await;
        desk.click("Three views").await;
        desk.on("editor").await;
        for (place, photo) in [(1, &third), (2, &second), (3, &first)] {
            stands(place, photo).await;
        }
    });
}
