//! Goods from a file: looked through before anything changes, broken rows named, brought in; and everything out again.

use minishop_e2e::{Desk, Fault, Model, Proxy, Server, Target, World, journey};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

/// A desk at the import of a new shop.
async fn desk(world: &World, url: &str, model: Model) -> Desk {
    let desk = world.desk_at(url, model).await.patient(Duration::from_secs(60));
    desk.open_shop_of("Camellia Teas", "anna@shop.example").await;
    desk.open("/desk/import").await;
    desk.on("import").await;
    desk
}

/// Gives a file with that content to the desk.
async fn hand_over(desk: &Desk, dir: &TempDir, name: &str, content: &str) {
    let file = dir.path().join(name);
    std::fs::write(&file, content).expect("a file");
    desk.hand_over(Target::doing("csv"), &file).await;
}

/// New, changed, as before and left out, as the screen says.
async fn counts(desk: &Desk, stage: &str) -> Value {
    desk.wait_for(&format!("[data-stage={stage}]")).await;
    let script = "return ['add', 'update', 'unchanged', 'refuse'].map((action) =>
        Number(document.querySelector(`[data-count=${action}]`).textContent))";
    desk.run(script, &[]).await
}

/// Ten thousand rows, four to a product, fifty of them broken; and the places of those.
fn large() -> (String, BTreeSet<String>) {
    let broken = [
        ("1,5", "3", "Price"),
        ("-1", "3", "Price"),
        ("1.234", "3", "Price"),
        ("1e9", "3", "Price"),
        ("5", "many", "Stock"),
    ];
    let mut file = "Handle,Title,Option1 Name,Option1 Value,Price,Stock\n".to_owned();
    let mut places = BTreeSet::new();
    for row in 0..10_000 {
        let (mut price, mut stock) = ("9.90", "3");
        if row % 200 == 77 {
            let (bad_price, bad_stock, column) = broken[row / 200 % broken.len()];
            (price, stock) = (bad_price, bad_stock);
            places.insert(format!("{} {column}", row + 2));
        }
        let (goods, size) = (row / 4, row % 4);
        file.push_str(&format!("cup-{goods},Cup {goods},Size,{size},\"{price}\",{stock}\n"));
    }
    (file, places)
}

#[test]
fn fifty_broken_rows_of_ten_thousand_are_named_and_the_rest_comes_in() {
    journey(async |world| {
        let server = Server::empty().await;
        let desk = desk(world, &server.url, Model::ENGLISH).await;
        let dir = tempfile::tempdir().expect("a temporary folder");
        let (file, places) = large();
        hand_over(&desk, &dir, "cups.csv", &file).await;
        assert_eq!(counts(&desk, "preview").await, json!([2450, 0, 0, 50]));
        let script = "return [...document.querySelectorAll('[data-row]')].map((row) =>
            row.dataset.row + ' ' + row.dataset.column)";
        let named: Vec<String> = serde_json::from_value(desk.run(script, &[]).await).expect("places");
        assert_eq!(named.len(), 50);
        assert_eq!(named.into_iter().collect::<BTreeSet<_>>(), places);
        desk.see("is no amount such as 12.50").await;
        desk.see("is below zero").await;
        desk.see("has more decimals than the currency").await;
        desk.see("is no whole number").await;
        desk.click("Bring in 2450 products").await;
        assert_eq!(counts(&desk, "done").await, json!([2450, 0, 0, 50]));
        desk.click("To the goods").await;
        desk.on("goods").await;
        desk.see("Cup 0").await;
    });
}

/// What the sample of that language does, and what is taken out comes in again as it was.
fn there_and_back(model: Model) {
    journey(async move |world| {
        let server = Server::empty().await;
        let desk = desk(world, &server.url, model).await;
        let dir = tempfile::tempdir().expect("a temporary folder");
        let script = "return decodeURIComponent(document.querySelector('[data-sample]').href.split(',').slice(1).join(','))";
        let sample = desk.run(script, &[]).await;
        hand_over(&desk, &dir, "sample.csv", sample.as_str().expect("a sample")).await;
        assert_eq!(counts(&desk, "preview").await, json!([2, 0, 0, 0]));
        desk.click(Target::doing("apply")).await;
        assert_eq!(counts(&desk, "done").await, json!([2, 0, 0, 0]));
        desk.open("/desk/import").await;
        desk.wait_for("[data-export=goods]").await;
        let script = "return fetch(document.querySelector('[data-export=' + arguments[0] + ']').href).then((answer) => answer.text())";
        let orders = desk.run(script, &[json!("orders")]).await;
        assert_eq!(orders.as_str().expect("a file").lines().count(), 1, "titles alone: {orders}");
        let goods = desk.run(script, &[json!("goods")]).await;
        let goods = goods.as_str().expect("a file");
        hand_over(&desk, &dir, "goods.csv", goods).await;
        assert_eq!(counts(&desk, "preview").await, json!([0, 0, 2, 0]));
        assert_eq!(desk.count("[data-do=apply]").await, 0, "there is nothing to bring in");
        hand_over(&desk, &dir, "goods.csv", &goods.replace("TOWEL,25", "TOWEL,27")).await;
        assert_eq!(counts(&desk, "preview").await, json!([0, 1, 1, 0]));
    });
}

#[test]
fn the_sample_comes_in_and_what_is_taken_out_comes_in_again() {
    there_and_back(Model::ENGLISH);
}

#[test]
fn the_chinese_sample_too() {
    there_and_back(Model::CHINESE);
}

#[test]
fn a_bad_file_and_a_bad_network_are_said_and_nothing_is_lost() {
    journey(async |world| {
        let server = Server::empty().await;
        let proxy = Proxy::before(&server.url).await;
        let desk = desk(world, &proxy.url, Model::ENGLISH).await;
        desk.expect_complaint("/api/v1/desk/import");
        let dir = tempfile::tempdir().expect("a temporary folder");
        hand_over(&desk, &dir, "letter.csv", "Dear Anna,\nhow are you?\n").await;
        desk.see("This is no file of goods").await;
        let rows = "cup,Cup,5,3\n".repeat(10_001);
        hand_over(&desk, &dir, "long.csv", &format!("Handle,Title,Price,Stock\n{rows}")).await;
        desk.see("more than 10,000 rows").await;

        proxy.misbehave("POST", "/desk/import", Fault::HungUp, 1);
        hand_over(&desk, &dir, "cup.csv", "Handle,Title,Price,Stock\ncup,Cup,5,3\n").await;
        desk.see("The server is not answering").await;
        desk.click(Target::doing("again")).await;
        assert_eq!(counts(&desk, "preview").await, json!([1, 0, 0, 0]));
        // The answer is lost, the goods are not; sent again they are as before.
        proxy.misbehave("POST", "/desk/import", Fault::AnswerLost, 1);
        desk.click(Target::doing("apply")).await;
        desk.see("Sending the file again does no harm").await;
        desk.click(Target::doing("again")).await;
        assert_eq!(counts(&desk, "done").await, json!([0, 0, 1, 0]));

        desk.network(0, 0).await;
        hand_over(&desk, &dir, "cups.csv", "Handle,Title,Price,Stock\ncup,Cup,5,3\npot,Pot,9,1\n").await;
        desk.see("You are offline").await;
        desk.network_back().await;
        assert_eq!(counts(&desk, "preview").await, json!([1, 0, 1, 0]), "it goes on by itself");
    });
}

#[test]
fn files_of_a_real_shop() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/catalogue/shopify_csv");
    let files: Vec<PathBuf> =
        std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
    if files.is_empty() {
        println!("skipped: there are no files of a real shop beside the checkout");
        return;
    }
    journey(async move |world| {
        let server = Server::empty().await;
        let desk = desk(world, &server.url, Model::ENGLISH).await;
        for file in files {
            let file = file.canonicalize().expect("a path");
            desk.open("/desk/import").await;
            desk.hand_over(Target::doing("csv"), &file).await;
            let found = counts(&desk, "preview").await;
            assert_eq!(
                (&found[1], &found[2], &found[3]),
                (&json!(0), &json!(0), &json!(0)),
                "{}",
                file.display()
            );
            assert!(found[0].as_i64().expect("a count") >= 15, "{found} in {}", file.display());
            desk.see("Photos are not fetched").await;
            desk.click(Target::doing("apply")).await;
            assert_eq!(counts(&desk, "done").await, found);
        }
        desk.click("To the goods").await;
        desk.on("goods").await;
        assert!(desk.count("[data-goods]").await >= 10, "the goods are on the list");
    });
}
