//! The real catalogue beside the checkout.

use crate::folder::{folder, has_sum, import, import_text, last_line, number, open, texts};
use serde_json::Value;
use sqlx::{Row, SqliteConnection};
use std::path::{Path, PathBuf};

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
