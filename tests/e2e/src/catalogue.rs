//! The shop of the journeys, as the file that `minishop import` reads.

use crate::picture::picture;
use serde_json::{Value, json};
use std::path::Path;

/// A shop and its goods; change it and import it again to change the shop.
#[derive(Debug, Clone)]
pub struct Catalogue(Value);

/// The pictures a catalogue may name, with the colours they are made of.
const PICTURES: [(&str, [u8; 3], [u8; 3]); 6] = [
    ("logo.png", [180, 35, 42], [255, 255, 255]),
    ("qr.png", [0, 0, 0], [255, 255, 255]),
    ("red.png", [196, 60, 52], [240, 214, 200]),
    ("blue.png", [48, 84, 150], [210, 222, 240]),
    ("mug.png", [120, 90, 60], [230, 220, 205]),
    ("pot.png", [60, 110, 90], [214, 230, 222]),
];

impl Catalogue {
    /// A tee in two colours and two sizes of which some are short, a mug of which seven are left, a pot, and a vase that is
    /// sold out; parcel (free over 99) and pickup; cash and transfer.
    pub fn small() -> Self {
        let sku = |code: &str, colour: &str, size: &str, price: &str, stock: u32| {
            json!({"sku": code, "options": {"Colour": colour, "Size": size}, "price": {"CNY": price}, "stock": stock,
                "photo": format!("{colour}.png")})
        };
        let plain = |slug: &str, title: &str, category: &str, photos: &[&str], price: &str, stock: u32| {
            json!({"slug": slug, "title": title, "description": format!("{title}: made to last. 经久耐用。"),
                "category": category, "photos": photos, "options": [],
                "variants": [{"sku": slug, "options": {}, "price": {"CNY": price}, "stock": stock}]})
        };
        Self(json!({
            "shop": {
                "name": "Corner Shop 街角小店", "currency": "CNY", "locale": "zh",
                "notice": "New tees every Friday. 每周五上新，下午四点前的订单当天发货。",
                "about": "A small shop on the corner.", "licence": "91330100TEST", "logo": "logo.png", "theme": "#b4232a",
                "contacts": [{"kind": "phone", "value": "+86 10 5555 0100"}, {"kind": "wechat", "value": "corner-shop"}],
                "unpaid_minutes": 30,
                "deliveries": [
                    {"kind": "flat", "title": "Parcel", "fee": "8.00", "free_over": "99.00", "note": "2 days"},
                    {"kind": "pickup", "title": "Pickup", "fee": "0", "free_over": null, "note": "Our door"}],
                "payments": [
                    {"kind": "cash_on_delivery", "title": "Cash on delivery", "text": ""},
                    {"kind": "transfer", "title": "Bank transfer", "text": "Account 42\nCorner Shop", "qr": "qr.png"}]
            },
            "goods": [
                {"slug": "tee", "title": "Plain Tee", "description": "Soft & <b>light</b>", "category": "Clothes",
                 "photos": ["red.png", "blue.png"], "options": ["Colour", "Size"], "variants": [
                    sku("T-RS", "red", "S", "128.00", 5), sku("T-RL", "red", "L", "138.00", 1),
                    sku("T-BS", "blue", "S", "128.00", 0), sku("T-BL", "blue", "L", "128.00", 9)]},
                plain("mug", "Tea Mug 茶杯", "Kitchen", &["mug.png"], "12.50", 7),
                plain("pot", "Tea Pot", "Kitchen", &["pot.png", "mug.png"], "88.00", 1000),
                plain("vase", "Tall Vase", "Kitchen", &[], "45.00", 0),
            ]
        }))
    }

    /// The same shop with so many plain goods besides, «Plate 1» and on.
    pub fn with_plates(count: u32) -> Self {
        let mut catalogue = Self::small();
        let plate = |at: u32| {
            json!({"slug": format!("plate-{at}"), "title": format!("Plate {at}"), "description": "", "category": "Plates",
                "photos": [PICTURES[2 + at as usize % 4].0], "options": [],
                "variants": [{"options": {}, "price": {"CNY": format!("{}.00", 10 + at)}, "stock": 50}]})
        };
        let goods = catalogue.0["goods"].as_array_mut().expect("goods");
        goods.extend((1..=count).map(plate));
        catalogue
    }

    /// The same with another price (decimal text) for every variant of those goods.
    pub fn price(mut self, slug: &str, price: &str) -> Self {
        for variant in self.variants(slug) {
            variant["price"]["CNY"] = price.into();
        }
        self
    }

    /// The same with so many pieces of every variant of those goods.
    pub fn stock(mut self, slug: &str, pieces: u32) -> Self {
        for variant in self.variants(slug) {
            variant["stock"] = pieces.into();
        }
        self
    }

    /// The same with so many grams for every variant of those goods.
    pub fn weight(mut self, slug: &str, grams: u32) -> Self {
        for variant in self.variants(slug) {
            variant["weight_grams"] = grams.into();
        }
        self
    }

    fn variants(&mut self, slug: &str) -> &mut Vec<Value> {
        let goods = self.0["goods"].as_array_mut().expect("goods");
        let goods = goods.iter_mut().find(|goods| goods["slug"] == slug).expect("such goods");
        goods["variants"].as_array_mut().expect("variants")
    }

    /// Writes `goods.json` and its pictures.
    pub fn write(&self, folder: &Path) {
        std::fs::create_dir_all(folder).expect("a folder for the catalogue");
        for (name, above, below) in PICTURES {
            let path = folder.join(name);
            if !path.exists() {
                std::fs::write(path, picture(480, 480, above, below)).expect("a picture is written");
            }
        }
        std::fs::write(folder.join("goods.json"), self.0.to_string()).expect("the catalogue is written");
    }
}
