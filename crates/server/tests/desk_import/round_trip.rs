//! What is exported comes back as it was: in the same shop nothing changes, in an empty one the same goods arise.

use crate::common::desk::{Desk, answer};
use crate::common::{Server, key};
use crate::files::{export, import, imported, rows, sums};
use reqwest::Method;
use serde_json::{Value, json};

/// Texts that spreadsheets, separators and quotes stumble over.
const TEXTS: [&str; 20] = [
    "=1+1",
    "+86 10",
    "-5",
    "@SUM(A1)",
    "'=1",
    "''",
    "'tis",
    "\"quoted\", and; more",
    "a,b\tc",
    "茶杯 🍵",
    "متجر",
    "Title",
    "Default Title",
    "TRUE",
    "007",
    "＝１",
    "a|b",
    "\\n",
    "<b>not bold</b> &amp;",
    "x",
];

/// Numbers that are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit
    }

    fn text(&mut self) -> String {
        TEXTS[self.below(TEXTS.len())].to_owned()
    }

    fn maybe(&mut self, value: Value) -> Value {
        if self.below(2) == 0 { Value::Null } else { value }
    }

    /// So many different texts.
    fn texts(&mut self, count: usize) -> Vec<String> {
        let from = self.below(TEXTS.len());
        (0..count).map(|at| TEXTS[(from + at) % TEXTS.len()].to_owned()).collect()
    }

    fn goods(&mut self, photos: &[String], categories: &[Value]) -> Value {
        let count = self.below(4);
        let names = self.texts(count);
        let options: Vec<Value> = names
            .iter()
            .map(|name| {
                let count = 1 + self.below(3);
                json!({"name": name, "values": self.texts(count)})
            })
            .collect();
        let mut combinations: Vec<Vec<Value>> = vec![Vec::new()];
        for option in &options {
            let values = option["values"].as_array().unwrap();
            let longer = combinations.iter().flat_map(|begin| {
                values.iter().map(move |value| [begin.clone(), vec![value.clone()]].concat())
            });
            combinations = longer.collect();
        }
        // Some combinations are missing, and they stand in any order.
        while combinations.len() > 1 && self.below(3) == 0 {
            combinations.remove(self.below(combinations.len()));
        }
        let turn = self.below(combinations.len());
        combinations.rotate_left(turn);
        let shown = &photos[..self.below(photos.len() + 1)];
        let skus: Vec<Value> = combinations
            .into_iter()
            .map(|values| {
                let photo = if shown.is_empty() { Value::Null } else { json!(shown[self.below(shown.len())]) };
                let price = self.below(1_000_000);
                let compare_at = json!({"minor": self.below(2_000_000), "currency": "CNY"});
                let weight = json!(self.below(5_000));
                json!({"id": null, "code": self.text(), "values": values, "price": {"minor": price, "currency": "CNY"},
                    "compare_at": self.maybe(compare_at), "stock": self.below(1_000), "weight_grams": self.maybe(weight),
                    "photo": self.maybe(photo), "active": self.below(4) > 0})
            })
            .collect();
        let shown: Vec<Value> = shown.iter().map(|hash| json!({"hash": hash, "alt": self.text()})).collect();
        let category = categories[self.below(categories.len())].clone();
        let lines = 1 + self.below(4);
        let text = (0..lines)
            .map(|_| format!("{}{}", ["", "  "][self.below(2)], self.text()))
            .collect::<Vec<_>>()
            .join("\n\n");
        json!({"title": self.text(), "text": text, "category": self.maybe(category), "visible": self.below(3) > 0,
            "photos": shown, "options": options, "skus": skus})
    }
}

async fn photos(desk: &Desk) -> Vec<String> {
    let mut hashes = Vec::new();
    for shade in 0..3 {
        let mut bytes = std::io::Cursor::new(Vec::new());
        let picture = image::RgbImage::from_pixel(4, 4, image::Rgb([shade, 0, 0]));
        picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        let (_, photo) =
            answer(desk.call(Method::POST, "/desk/photos").body(bytes.into_inner()).send().await.unwrap())
                .await;
        hashes.push(photo["hash"].as_str().unwrap().to_owned());
    }
    hashes
}

#[tokio::test]
async fn export_and_import_are_each_others_opposite() {
    let server = Server::start().await;
    let desk = Desk::register(&server, "one@example.com").await;
    let names: Vec<Value> = TEXTS.iter().take(8).map(|name| json!({"id": null, "name": name})).collect();
    let (_, saved) = desk.put("/desk/categories", json!({"items": names})).await;
    let categories: Vec<Value> =
        saved["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect();
    let photos = photos(&desk).await;
    let mut dice = Dice(7);
    for at in 0..120 {
        let body = dice.goods(&photos, &categories);
        let call = desk.call(Method::POST, "/desk/goods").header("Idempotency-Key", key(at)).json(&body);
        let (status, goods) = answer(call.send().await.unwrap()).await;
        assert_eq!(status, 201, "{body}: {goods}");
    }
    let file = export(&desk, "/desk/export/goods.csv").await;
    let risky = ['=', '+', '-', '@', '\t', '\r', '＝'];
    for field in rows(&file).iter().flatten() {
        assert!(!field.starts_with(risky), "{field:?} may be run by a spreadsheet");
    }
    let (_, preview) = import(&desk, false, file.clone()).await;
    assert_eq!((sums(&preview), &preview["format"]), ([0, 0, 120, 0], &json!("minishop")), "{preview}");
    assert_eq!((&preview["errors"], &preview["remarks"]), (&json!([]), &json!([])));
    assert_eq!(sums(&imported(&desk, file.clone()).await), [0, 0, 120, 0]);
    let bare = file.replace("\r\n", "\n");
    assert_eq!(sums(&imported(&desk, bare).await), [0, 0, 120, 0], "with an editor's line ends, too");

    let other = Desk::register(&server, "two@example.com").await;
    assert_eq!(sums(&imported(&other, file.clone()).await), [120, 0, 0, 0]);
    assert_eq!(export(&other, "/desk/export/goods.csv").await, file, "byte by byte");
    let text = file.replace("TRUE", "wahr").replace("FALSE", "否");
    assert_eq!(sums(&imported(&other, text.clone()).await)[3], 0, "as spreadsheets say it elsewhere");
}
