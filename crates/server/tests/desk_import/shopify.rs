//! Shopify's own example files, where they lie beside the checkout.

use crate::common::Server;
use crate::common::desk::Desk;
use crate::files::{import, imported, said, sums};
use serde_json::json;
use std::path::Path;

/// Every example, as name and content; none, and a line that says so, where they are absent.
fn examples() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let places = ["../shared/catalogue/shopify_csv", "../../shared/catalogue/shopify_csv"];
    let Some(folder) = places.map(|place| root.join(place)).into_iter().find(|place| place.exists()) else {
        println!("SKIPPED: ../shared/catalogue/shopify_csv is not beside this checkout");
        return Vec::new();
    };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|kind| kind == "csv"));
    files.sort();
    assert!(!files.is_empty());
    let named = |file: std::path::PathBuf| {
        (file.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&file).unwrap())
    };
    files.into_iter().map(named).collect()
}

#[tokio::test]
async fn the_examples_come_in_once() {
    let server = Server::start().await;
    let desk = Desk::register(&server, "shopify@example.com").await;
    let mut goods = 0;
    for (name, file) in examples() {
        let (status, preview) = import(&desk, false, file.clone()).await;
        assert_eq!(
            (status, &preview["format"], &preview["errors"]),
            (200, &json!("shopify"), &json!([])),
            "{name}"
        );
        let told: Vec<String> = said(&preview["remarks"]);
        assert!(told.iter().any(|said| said.ends_with("photo_not_taken")), "{name}: {told:?}");
        let done = imported(&desk, file.clone()).await;
        assert_eq!(sums(&done), sums(&preview), "{name}: what was announced was done");
        assert_eq!(done["goods"], preview["goods"]);
        goods += sums(&done)[0];
        let [added, updated, unchanged, refused] = sums(&imported(&desk, file).await);
        assert_eq!((added, updated, refused), (0, 0, 0), "{name}: a second time nothing changes");
        assert!(unchanged > 0);
    }
    assert_eq!(desk.read("/desk/goods").await.1["counts"]["all"], goods);
}
