//! Files that are wrong, in part or as a whole.

use crate::common::Server;
use crate::common::desk::Desk;
use crate::files::{import, imported, said, sums};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const HEADER: &str = "Handle,Title,Option1 Name,Option1 Value,Price,Stock,Code\n";

/// Ten thousand rows, four skus to a goods item; every two hundredth row is broken.
fn large() -> (String, Vec<String>) {
    let broken = [
        ("1,5", "3", "not_amount"),
        ("-1", "3", "negative"),
        ("1.234", "3", "too_precise"),
        ("1e9", "3", "not_amount"),
        ("5", "many", "not_number"),
    ];
    let mut file = HEADER.to_owned();
    let mut wanted = Vec::new();
    for at in 0..10_000_usize {
        let (mut price, mut stock) = ("9.90", "3");
        if at % 200 == 77 {
            let (bad_price, bad_stock, code) = broken[at / 200 % broken.len()];
            (price, stock) = (bad_price, bad_stock);
            let column = if code == "not_number" { "Stock" } else { "Price" };
            wanted.push(format!("{} {column} {code}", at + 2));
        }
        let (goods, size) = (at / 4, at % 4);
        file.push_str(&format!("cup-{goods},Cup {goods},Size,{size},\"{price}\",{stock},C-{at}\n"));
    }
    (file, wanted)
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_broken_rows_of_ten_thousand_are_told_and_orders_go_on_meanwhile() {
    let server = Server::start().await;
    let desk = Desk::register(&server, "import@example.com").await;
    let (file, wanted) = large();
    let (status, preview) = import(&desk, false, file.clone()).await;
    assert_eq!((status, &preview["format"], &preview["rows"]), (200, &json!("minishop"), &json!(10_000)));
    assert_eq!(said(&preview["errors"]), wanted);
    assert_eq!(wanted.len(), 50);
    assert_eq!(sums(&preview), [2450, 0, 0, 50]);
    assert_eq!(preview["goods"].as_array().map(Vec::len), Some(200));
    assert_eq!(
        preview["goods"][19],
        json!({"title": "Cup 19", "action": "refuse", "skus": 0}),
        "a bad row refuses its goods"
    );
    assert_eq!(desk.read("/desk/goods").await.1["counts"]["all"], 0, "a preview writes nothing");

    // Buyers of another shop order while the file is written, and none waits for the whole of it.
    let mug = server.sku("Tea Mug", &[]).await;
    let order = server.order(&[(&mug, 1)], 2050).await;
    let work = tokio::spawn(async move { (imported(&desk, file).await, desk) });
    let (mut longest, mut placed) = (Duration::ZERO, 0);
    while !work.is_finished() && placed < 7 {
        let begun = Instant::now();
        let (status, answer) = server.place(&crate::common::key(placed), &order).await;
        assert_eq!(status, 201, "{answer}");
        longest = longest.max(begun.elapsed());
        placed += 1;
    }
    let (outcome, desk) = work.await.unwrap();
    assert_eq!((sums(&outcome), said(&outcome["errors"])), ([2450, 0, 0, 50], wanted));
    assert!(placed > 0 && longest < Duration::from_secs(2), "an order waited {longest:?}");
    assert_eq!(desk.read("/desk/goods").await.1["counts"]["all"], 2450);

    // Mended, the file adds what was missing and leaves the others alone.
    let (mended, _) = large();
    let mended: String = mended
        .lines()
        .map(|line| match line.split_once('"') {
            Some((begin, rest)) if !rest.starts_with("9.90") || rest.contains("many") => {
                format!("{begin}9.90,3,{}\n", line.rsplit(',').next().unwrap())
            }
            _ => format!("{line}\n"),
        })
        .collect();
    assert_eq!(sums(&imported(&desk, mended).await), [50, 0, 2450, 0]);
}

#[tokio::test]
async fn every_kind_of_fault_is_told_with_row_and_column() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let long = "x".repeat(10_000);
    let file = format!(
        "{HEADER}\
         ok,\"Two\nlines\",,,5,1,\n\
         nohandle-next,Fine,,,5,1,\n\
         ,No handle,,,5,1,\n\
         notitle,,,,5,1,\n\
         long,{long},,,5,1,\n\
         noprice,No price,,,,1,\n\
         huge,Huge,,,10000000000.01,1,\n\
         stock,Stock,,,5,-1,\n\
         many,Many,,,5,1000001,\n\
         twice,Twice,Size,S,5,1,\n\
         twice,,,S,6,1,\n\
         void,Void,Size,S,5,1,\n\
         void,,,,6,1,\n\
         stray,Stray,,S,5,1,\n\
         double,Double,,,5,1,\n\
         double,,,,6,1,\n\
         wide,Wide,,,5,1,C,more\n\
         both,Both,,,1.5.5,two,\n\
         code,Code,,,5,1,{}\n",
        "c".repeat(61)
    );
    let (_, outcome) = import(&desk, false, file).await;
    let wanted = [
        "4 Handle empty",
        "5 Title empty",
        "6 Title too_long",
        "7 Price empty",
        "8 Price out_of_range",
        "9 Stock out_of_range",
        "10 Stock out_of_range",
        "12 Option1 Value duplicate",
        "14 Option1 Value empty",
        "15 Option1 Value unknown",
        "16  out_of_range",
        "18  too_many_fields",
        "19 Price not_amount",
        "19 Stock not_number",
        "20 Code too_long",
    ];
    assert_eq!(said(&outcome["errors"]), wanted, "{outcome}");
    assert_eq!(sums(&outcome), [2, 0, 0, 14], "a line end within a field is no row");
}

#[tokio::test]
async fn what_is_no_goods_file_is_refused_whole() {
    let server = Server::start().await;
    let desk = server.desk().await;
    for (file, reason) in [
        (Vec::new(), "not_goods"),
        (b"a,b\n1,2\n".to_vec(), "not_goods"),
        (b"\0\x01\x02".to_vec(), "not_goods"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "not_goods"),
        (format!("{HEADER}{}", "a,A,,,1,1,\n".repeat(10_001)).into_bytes(), "too_many_rows"),
    ] {
        let (status, problem) = import(&desk, true, file).await;
        assert_eq!(
            (status, &problem["code"], &problem["reason"]),
            (400, &json!("bad_file"), &json!(reason)),
            "{problem}"
        );
    }
    assert_eq!(import(&desk, true, vec![b'a'; 5_000_001]).await.0, 413);
    let (status, empty) = import(&desk, true, HEADER).await;
    assert_eq!((status, sums(&empty)), (200, [0, 0, 0, 0]));
    let (_, odd) = import(&desk, true, format!("{HEADER}a,\"A,,,1,1,\nb,B,,,1,1,\n")).await;
    assert_eq!((said(&odd["errors"]), sums(&odd)), (vec!["2  unreadable".to_owned()], [0, 0, 0, 1]));
}

#[tokio::test]
async fn files_of_chinese_and_european_spreadsheets_are_read() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let (gbk, _, _) = encoding_rs::GBK.encode("Handle,Title,Price,Stock\ncha,茶杯,12.50,3\n");
    let (_, outcome) = import(&desk, false, gbk.to_vec()).await;
    assert_eq!((&outcome["encoding"], &outcome["goods"][0]["title"]), (&json!("gb18030"), &json!("茶杯")));
    let wide: Vec<u8> = "\u{feff}Handle\tTitle\tPrice\tStock\r\ncha\t茶杯\t12.50\t3\r\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let (_, outcome) = import(&desk, false, wide).await;
    assert_eq!((&outcome["encoding"], &outcome["goods"][0]["title"]), (&json!("utf-16"), &json!("茶杯")));
    let (_, outcome) =
        import(&desk, false, "Handle;Title;Price;Stock\r\ncup;Tasse;12.50;3\r\nmug;Becher;12,50;3\r\n").await;
    assert_eq!(
        (sums(&outcome), said(&outcome["errors"])),
        ([1, 0, 0, 1], vec!["3 Price not_amount".to_owned()])
    );
    let (_, outcome) =
        import(&desk, false, b"Handle,Title,Price,Stock\ncup,\xff\xff,5,1\nbowl,Bowl,5,1\n".to_vec()).await;
    assert_eq!(
        (sums(&outcome), said(&outcome["errors"])),
        ([1, 0, 0, 1], vec!["2 Title unreadable".to_owned()])
    );
}

#[tokio::test]
async fn a_file_changes_only_what_it_has_columns_for() {
    let server = Server::start().await;
    let desk = server.desk().await;
    let first = "Handle,Title,Text,Category,Code,Price,Compare At Price,Stock,Weight Grams,Active,Visible\n\
                 cup,Cup,Keeps warm,Cups,C-1,10,20,5,250,FALSE,FALSE\n";
    assert_eq!(sums(&imported(&desk, first).await), [1, 0, 0, 0]);
    let goods = async || {
        let (_, list) = desk.read("/desk/goods?q=warm").await;
        desk.read(&format!("/desk/goods/{}", list["items"][0]["id"].as_str().unwrap())).await.1
    };
    let before = goods().await;
    assert_eq!(sums(&imported(&desk, "Handle,Title,Price,Stock\ncup,Cup,11,\n").await), [0, 1, 0, 0]);
    let mut wanted: Value = before.clone();
    wanted["skus"][0]["price"]["minor"] = json!(1100);
    wanted["version"] = json!(2);
    assert_eq!(goods().await, wanted);
    assert_eq!((&before["visible"], &before["skus"][0]["active"]), (&json!(false), &json!(false)));
    let (_, foreign) = import(&desk, true, "Handle,Title,Price,Stock,Currency\ncup,Cup,11,5,USD\n").await;
    assert_eq!(said(&foreign["errors"]), ["2 Currency other_currency"]);
}
