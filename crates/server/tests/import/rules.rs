//! What an import takes, what it refuses, and which shop it is for.

use crate::folder::{folder, has_sum, import, import_text, last_line, number, open, shop, texts};
use std::path::Path;

const HEADER: &str =
    "Handle,Title,Published,Option1 Name,Option1 Value,Variant Inventory Qty,Variant Price,Image Src";

#[tokio::test]
async fn a_second_import_updates_and_keeps_what_orders_name() {
    let dir = folder();
    let first =
        format!("{HEADER}\ncup,Cup,true,Size,S,5,10,\ncup,,,,M,5,11,\ncup,,,,L,5,12,\nmug,Mug,true,,,1,3,\n");
    let (done, said) = import_text(&dir, "goods.csv", &first).await;
    assert!(done, "{said}");
    let mut db = open(&dir).await;
    let ids = texts(&mut db, "SELECT value1 || id FROM skus WHERE value1 <> '' ORDER BY value1").await;
    let second = format!(
        "{HEADER}\ncup,Cup,true,Size,M,4,11.50,\ncup,,,,L,5,12,\ncup,,,,XL,1,13,\nmug,Mug,true,,,1,3,\n"
    );
    let (done, said) = import_text(&dir, "goods.csv", &second).await;
    assert!(done, "{said}");
    assert!(
        said.contains("lines 2-4: cup updated, 3 skus, 0 photos") && said.contains("line 5: mug unchanged"),
        "{said}"
    );
    let after = texts(&mut db, "SELECT value1 || id FROM skus WHERE value1 <> '' ORDER BY value1").await;
    assert!(ids.iter().all(|id| after.contains(id)), "known skus keep their ids");
    let state = texts(
        &mut db,
        "SELECT value1 || ' ' || price || ' ' || stock || ' ' || active FROM skus WHERE value1 <> '' ORDER BY position",
    );
    assert_eq!(
        state.await,
        ["M 1150 4 1", "L 1200 5 1", "XL 1300 1 1", "S 1000 5 0"],
        "what is gone is withdrawn"
    );
    let (_, said) = import_text(&dir, "goods.csv", &second).await;
    has_sum(&said, "2 goods, 4 skus, 0 photos; 0 added, 0 updated, 2 unchanged, 0 refused; 0 photos missing");
    let (_, said) = import_text(&dir, "goods.csv", &first).await;
    assert!(said.contains("cup updated"), "{said}");
    assert_eq!(number(&mut db, "SELECT COUNT(*) FROM skus").await, 5, "a withdrawn sku comes back as itself");
    let hidden = first.replace("mug,Mug,true", "mug,Mug,FALSE");
    import_text(&dir, "goods.csv", &hidden).await;
    assert_eq!(texts(&mut db, "SELECT handle FROM goods WHERE NOT visible").await, ["mug"]);
}

#[tokio::test]
async fn broken_rows_are_refused_with_reasons_and_stop_nothing() {
    let dir = folder();
    let csv = format!(
        "\u{feff}{HEADER}\r\ngood,Good,true,,,-3,1.50,\r\nno-price,No price,true,,,1,,\r\ncomma,Comma,true,,,1,\"1,50\",\r\n\
         far,Far,true,,,2,9,https://x.example/a.jpg\r\ngone,Gone,true,,,2,9,pictures/gone.jpg\r\nout,Out,true,,,1,9,../../etc/passwd\r\n\
         fake,Fake,true,,,1,9,fake.jpg\r\n"
    );
    std::fs::write(dir.path().join("fake.jpg"), "<html><script>alert(1)</script></html>").unwrap();
    let (done, said) = import_text(&dir, "goods.csv", &csv).await;
    assert!(done, "{said}");
    for line in [
        "line 2: good added, 1 sku, 0 photos",
        "line 2: stock below zero read as 0",
        "line 3: no-price refused: there is no price",
        "line 4: comma refused: the price «1,50» is not a plain decimal number such as 12.50",
        "line 5: photo not fetched: https://x.example/a.jpg",
        "line 6: photo pictures/gone.jpg: there is no such file",
        "line 7: photo ../../etc/passwd: not inside the file's own folder",
        "line 8: photo fake.jpg: The file is no JPEG, PNG, WebP or GIF picture.",
    ] {
        assert!(said.contains(line), "wanted «{line}» in:\n{said}");
    }
    has_sum(&said, "5 goods, 5 skus, 0 photos; 5 added, 0 updated, 0 unchanged, 2 refused; 4 photos missing");

    let all_bad = folder();
    let (done, said) =
        import_text(&all_bad, "goods.csv", &format!("{HEADER}\ncup,Cup,true,,,1,free,\n")).await;
    assert!(!done && said.contains("line 2: cup refused") && said.contains("nothing was imported"), "{said}");
    assert_eq!(
        number(&mut open(&all_bad).await, "SELECT COUNT(*) FROM shops").await,
        0,
        "no shop is made for nothing"
    );
    for (name, text) in
        [("a.csv", "x,y\n1,2\n"), ("a.json", "{\"goods\":[{]}"), ("a.json", "{}"), ("a.txt", "x")]
    {
        let (done, said) = import_text(&all_bad, name, text).await;
        assert!(!done && said.starts_with("minishop: "), "{name} {text}: {said}");
    }
    assert!(!import(&all_bad, Path::new("/nowhere/goods.csv"), &[]).await.0);
}

#[tokio::test]
async fn goods_json_without_a_price_in_the_currency_is_refused_alone() {
    let dir = folder();
    let json = r#"{"goods":[{"slug":"cup","title":"Cup","variants":[{"price":{"PLN":"1"}}]},
        {"slug":"mug","title":"Mug","variants":[{"price":{"USD":"2.00"},"stock":1}]},
        {"slug":"pot","title":"Pot","variants":[{"price":{"USD":2.5}}]}]}"#;
    let (done, said) = import_text(&dir, "goods.json", json).await;
    assert!(done, "{said}");
    assert!(
        said.contains("goods[0]: cup refused: variants[0]: there is no price in USD, only in PLN"),
        "{said}"
    );
    assert!(said.contains("goods[2]: pot refused: variants[0].price"), "{said}");
    has_sum(&said, "1 goods, 1 sku, 0 photos; 1 added, 0 updated, 0 unchanged, 2 refused; 0 photos missing");
}

#[tokio::test]
async fn the_shop_is_the_only_one_or_the_one_named() {
    let dir = folder();
    let (done, one) =
        shop(&dir, &["create", "--name", "第一家店", "--currency", "cny", "--locale", "zh"]).await;
    assert!(done, "{one}");
    let csv = format!("{HEADER}\ncup,Cup,true,,,1,5,\n");
    let (done, said) = import_text(&dir, "goods.csv", &csv).await;
    assert!(done && last_line(&said).contains(one.trim()), "{said}");
    let (_, two) = shop(&dir, &["create", "--name", "Second", "--currency", "JPY"]).await;
    let (done, said) = import_text(&dir, "goods.csv", &csv).await;
    assert!(
        !done && said.contains(one.trim()) && said.contains(two.trim()) && said.contains("--shop"),
        "{said}"
    );
    let file = dir.path().join("goods.csv");
    let grouped = format!("{} {}", &two[..3], two[3..].trim());
    let (done, said) = import(&dir, &file, &["--shop", &grouped]).await;
    assert!(done, "{said}");
    assert!(
        !import(&dir, &file, &["--shop", "100000"]).await.0
            || two.trim() == "100000"
            || one.trim() == "100000"
    );
    assert!(!import(&dir, &file, &["--shop", "12"]).await.0);
    let (_, list) = shop(&dir, &["list"]).await;
    assert_eq!(
        list,
        format!("{} open CNY 1 goods  第一家店\n{} open JPY 1 goods  Second\n", one.trim(), two.trim())
    );
    assert!(shop(&dir, &["close", one.trim()]).await.0);
    assert!(shop(&dir, &["list"]).await.1.starts_with(&format!("{} closed", one.trim())));
    assert!(shop(&dir, &["open", one.trim()]).await.0);
    assert!(shop(&dir, &["list"]).await.1.starts_with(&format!("{} open", one.trim())));
    let free = (100_000..)
        .map(|number| number.to_string())
        .find(|number| *number != one.trim() && *number != two.trim());
    assert!(!shop(&dir, &["close", &free.unwrap()]).await.0);
    assert!(!shop(&dir, &["create", "--name", "x", "--currency", "QQQ"]).await.0);
    let mut db = open(&dir).await;
    assert_eq!(texts(&mut db, "SELECT CAST(price AS TEXT) FROM skus ORDER BY price").await, ["5", "500"]);
}
