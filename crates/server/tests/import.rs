//! `minishop import` and the shop commands, from outside: the binary, its words, its exit code and what it stored.

mod common;

use common::minishop;
use serde_json::Value;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, Row, SqliteConnection};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The real catalogue beside the checkout; `None`, and a line that says so, where it is absent.
fn shared(file: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let places = ["../shared/catalogue", "../../shared/catalogue"].map(|place| root.join(place).join(file));
    let found = places.into_iter().find(|path| path.exists());
    if found.is_none() {
        println!("SKIPPED: ../shared/catalogue/{file} is not beside this checkout");
    }
    found
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

async fn import(dir: &TempDir, file: &Path, more: &[&str]) -> (bool, String) {
    let (file, data) = (file.to_string_lossy(), dir.path().to_string_lossy());
    minishop(&[&["import", &file, "--data", &data], more].concat()).await
}

async fn import_text(dir: &TempDir, name: &str, text: &str) -> (bool, String) {
    let file = dir.path().join(name);
    std::fs::write(&file, text).unwrap();
    import(dir, &file, &[]).await
}

async fn shop(dir: &TempDir, args: &[&str]) -> (bool, String) {
    minishop(&[&["shop"], args, &["--data", &dir.path().to_string_lossy()]].concat()).await
}

async fn open(dir: &TempDir) -> SqliteConnection {
    let file = SqliteConnectOptions::new().filename(dir.path().join("minishop.db")).read_only(true);
    SqliteConnection::connect_with(&file).await.unwrap()
}

async fn number(db: &mut SqliteConnection, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(db).await.unwrap()
}

async fn texts(db: &mut SqliteConnection, sql: &'static str) -> Vec<String> {
    sqlx::query_scalar(sql).fetch_all(db).await.unwrap()
}

fn last_line(said: &str) -> &str {
    said.trim_end().lines().last().unwrap_or_default()
}

fn has_sum(said: &str, sum: &str) {
    assert!(last_line(said).ends_with(sum), "wanted «{sum}», the last of:\n{said}");
}

/// `"80.000"` of a currency with two decimals, by hand.
fn cents(text: &str) -> i64 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let hundredths: String = fraction.chars().chain("00".chars()).take(2).collect();
    format!("{whole}{hundredths}").parse().unwrap()
}

#[tokio::test]
async fn the_catalogue_comes_in_whole_and_only_once() {
    let Some(file) = shared("goods.json") else { return };
    let dir = folder();
    let (done, said) = import(&dir, &file, &[]).await;
    assert!(done, "{said}");
    has_sum(
        &said,
        "32 goods, 73 skus, 48 photos; 32 added, 0 updated, 0 unchanged, 0 refused; 0 photos missing",
    );
    assert!(said.contains("goods[0]: headless-omnichannel-commerce added, 1 sku, 1 photo"), "{said}");

    let wanted: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    let mut db = open(&dir).await;
    for goods in wanted["goods"].as_array().unwrap() {
        compare(&mut db, dir.path(), goods).await;
    }
    assert_eq!(number(&mut db, "SELECT COUNT(*) FROM goods").await, 32);
    assert_eq!(number(&mut db, "SELECT COUNT(*) FROM skus WHERE active").await, 73);
    assert_eq!(number(&mut db, "SELECT SUM(price) FROM skus").await, 336_991);
    let handles = texts(&mut db, "SELECT handle FROM goods ORDER BY position").await;
    let slugs: Vec<_> =
        wanted["goods"].as_array().unwrap().iter().map(|goods| goods["slug"].as_str().unwrap()).collect();
    assert_eq!(handles, slugs, "goods stand in the file's order");
    let categories = texts(&mut db, "SELECT name FROM categories ORDER BY position").await;
    assert_eq!(categories.len(), 11);
    assert_eq!(categories[..3], ["Audiobooks", "Sneakers", "Sweatshirts"], "in order of first use");
    assert_eq!(texts(&mut db, "SELECT currency FROM shops").await, ["USD"]);
    assert_eq!(
        texts(&mut db, "SELECT kind FROM payments ORDER BY position").await,
        ["cash_on_delivery", "transfer"]
    );
    assert_eq!(number(&mut db, "SELECT fee FROM deliveries WHERE kind = 'flat'").await, 500);

    let before = texts(&mut db, "SELECT id FROM skus ORDER BY id").await;
    let (done, said) = import(&dir, &file, &[]).await;
    assert!(done, "{said}");
    has_sum(
        &said,
        "32 goods, 73 skus, 48 photos; 0 added, 0 updated, 32 unchanged, 0 refused; 0 photos missing",
    );
    assert_eq!(texts(&mut db, "SELECT id FROM skus ORDER BY id").await, before);
    assert_eq!(number(&mut db, "SELECT COUNT(*) FROM goods").await, 32);
    assert_eq!(number(&mut db, "SELECT COUNT(*) FROM goods WHERE updated_at <> created_at").await, 0);
    assert_eq!(number(&mut db, "SELECT COUNT(*) FROM categories").await, 11);
}

/// One goods item of the file against its rows and pictures.
async fn compare(db: &mut SqliteConnection, dir: &Path, goods: &Value) {
    let slug = goods["slug"].as_str().unwrap();
    let row = sqlx::query(
        "SELECT g.id, g.title, g.text, c.name FROM goods g JOIN categories c ON c.id = g.category WHERE handle = $1",
    );
    let row = row.bind(slug).fetch_one(&mut *db).await.unwrap();
    let id: String = row.get(0);
    assert_eq!(row.get::<String, _>(1), goods["title"].as_str().unwrap());
    assert_eq!(row.get::<String, _>(2), goods["description"].as_str().unwrap().trim());
    assert_eq!(row.get::<String, _>(3), goods["category"].as_str().unwrap());
    let photos: Vec<String> =
        sqlx::query_scalar("SELECT photo FROM goods_photos WHERE goods = $1 ORDER BY position")
            .bind(&id)
            .fetch_all(&mut *db)
            .await
            .unwrap();
    assert_eq!(photos.len(), goods["photos"].as_array().unwrap().len(), "{slug}");
    for hash in photos {
        for file in ["320.webp", "640.webp", "1080.webp", "320.jpg", "640.jpg", "1080.jpg"] {
            assert!(dir.join("media").join(&hash).join(file).exists(), "{slug} {file}");
        }
    }
    let options: Vec<String> =
        sqlx::query_scalar("SELECT name FROM options WHERE goods = $1 ORDER BY position")
            .bind(&id)
            .fetch_all(&mut *db)
            .await
            .unwrap();
    let variants = goods["variants"].as_array().unwrap();
    let names: Vec<_> = variants[0]["options"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(options, names, "{slug}: at most one option each in this file");
    let skus = sqlx::query(
        "SELECT code, value1, price, stock, weight_grams FROM skus WHERE goods = $1 ORDER BY position",
    )
    .bind(&id)
    .fetch_all(&mut *db)
    .await
    .unwrap();
    assert_eq!(skus.len(), variants.len(), "{slug}");
    for (sku, variant) in skus.iter().zip(variants) {
        assert_eq!(sku.get::<String, _>(0), variant["sku"].as_str().unwrap_or_default());
        let value = variant["options"]
            .as_object()
            .unwrap()
            .values()
            .next()
            .and_then(Value::as_str)
            .unwrap_or_default();
        assert_eq!(sku.get::<String, _>(1), value);
        assert_eq!(sku.get::<i64, _>(2), cents(variant["price"]["USD"].as_str().unwrap()), "{slug} {value}");
        assert_eq!(sku.get::<i64, _>(3), variant["stock"].as_i64().unwrap_or(0));
        let grams = variant["weight"]
            .as_str()
            .map(|weight| weight.split('.').next().unwrap().parse::<i64>().unwrap());
        assert_eq!(sku.get::<Option<i64>, _>(4), grams, "{slug}");
    }
}

#[tokio::test]
async fn both_shopify_files_come_in_with_their_prices() {
    // Counted and added up by other means: file, goods, skus, prices, compare-at prices, stock, categories.
    let table = [
        ("shopify_csv/apparel.csv", 20, 22, 129_500, 0, 22, vec!["men", "women"]),
        ("shopify_csv/home-and-garden.csv", 20, 21, 234_584, 203_198, 65, vec!["Outdoor", "Indoor"]),
    ];
    for (file, goods, skus, prices, before, stock, categories) in table {
        let Some(path) = shared(file) else { return };
        let dir = folder();
        let (done, said) = import(&dir, &path, &["--name", "Tee & Pot"]).await;
        assert!(done, "{said}");
        let photos = said.matches("photo not fetched: https://burst.shopifycdn.com/").count();
        assert_eq!(photos, goods.max(said.matches("photo not fetched").count()), "{said}");
        assert!(
            last_line(&said).contains(&format!("{goods} goods, {skus} skus, 0 photos; {goods} added")),
            "{said}"
        );
        let mut db = open(&dir).await;
        assert_eq!(number(&mut db, "SELECT COUNT(*) FROM goods").await, goods as i64);
        assert_eq!(number(&mut db, "SELECT SUM(price) FROM skus").await, prices);
        assert_eq!(number(&mut db, "SELECT COALESCE(SUM(compare_at), 0) FROM skus").await, before);
        assert_eq!(number(&mut db, "SELECT SUM(stock) FROM skus").await, stock);
        assert_eq!(texts(&mut db, "SELECT name FROM categories ORDER BY position").await, categories);
        assert_eq!(number(&mut db, "SELECT COUNT(*) FROM goods WHERE text LIKE '%<%' OR text = ''").await, 0);
        assert_eq!(number(&mut db, "SELECT COUNT(*) FROM skus WHERE value1 = 'Default Title'").await, 0);
        let (done, said) = import(&dir, &path, &[]).await;
        assert!(
            done && last_line(&said).contains(&format!("0 added, 0 updated, {goods} unchanged")),
            "{said}"
        );
        assert_eq!(number(&mut db, "SELECT COUNT(*) FROM skus").await, skus);
    }
    let dir = folder();
    let Some(path) = shared("shopify_csv/home-and-garden.csv") else { return };
    import(&dir, &path, &[]).await;
    let mut db = open(&dir).await;
    let pot = texts(
        &mut db,
        "SELECT o.name || ' ' || k.value1 || ' ' || k.price || ' ' || k.stock FROM skus k JOIN goods g ON g.id = k.goods \
         JOIN options o ON o.goods = g.id WHERE g.handle = 'clay-plant-pot' ORDER BY k.position",
    );
    assert_eq!(pot.await, ["Size Regular 999 1", "Size Large 1599 3"]);
    let pillow = texts(&mut db, "SELECT text FROM goods WHERE handle = 'brown-throw-pillows'").await;
    assert_eq!(pillow, ["Stylish brown throw pillows"]);
}

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
        "line 8: photo fake.jpg: The file is not a whole JPEG, PNG, WebP or GIF picture.",
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
async fn photos_that_cannot_be_had_now_leave_the_stored_ones() {
    let Some(file) = shared("goods.json") else { return };
    let dir = folder();
    import(&dir, &file, &[]).await;
    let dearer =
        std::fs::read_to_string(&file).unwrap().replacen("\"USD\": \"10.000\"", "\"USD\": \"10.010\"", 1);
    let (done, said) = import_text(&dir, "goods.json", &dearer).await;
    assert!(done, "{said}");
    assert!(said.contains("photo photos/white-plimsolls-2.jpg: there is no such file"), "{said}");
    has_sum(
        &said,
        "32 goods, 73 skus, 0 photos; 0 added, 1 updated, 31 unchanged, 0 refused; 48 photos missing",
    );
    let mut db = open(&dir).await;
    assert_eq!(number(&mut db, "SELECT COUNT(*) FROM goods_photos").await, 48);
    let dear = "SELECT price FROM skus k JOIN goods g ON g.id = k.goods WHERE g.handle = 'headless-omnichannel-commerce'";
    assert_eq!(number(&mut db, dear).await, 1001);
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
    assert!(!shop(&dir, &["create", "--name", "x", "--currency", "XXX"]).await.0);
    let mut db = open(&dir).await;
    assert_eq!(texts(&mut db, "SELECT CAST(price AS TEXT) FROM skus ORDER BY price").await, ["5", "500"]);
}
