//! The owner's shop with one of everything, and a seller of another shop.

use crate::common::desk::Desk;
use crate::common::{Server, items, key};
use serde_json::{Value, json};

/// What a path or a body may name.
pub const THINGS: [&str; 5] = ["order", "proof", "shipment", "goods", "sku"];

pub struct World {
    pub server: Server,
    pub other: String,
    /// The ids behind [`THINGS`], in their order.
    ids: [String; 5],
    code: String,
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// A picture of one grey pixel.
fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixel = image::DynamicImage::new_luma8(8, 8);
    pixel.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).expect("a PNG");
    bytes
}

impl World {
    /// An order that was paid with a proof and sent in one parcel.
    pub async fn make() -> Self {
        let server = Server::start().await;
        let desk = server.desk().await;
        let sku = server.sku("Tea Mug", &[]).await;
        let goods = items(&server.shop_page().await["goods"]).iter().map(|card| text(&card["id"])).next();
        let (_, placed) = server.place(&key(1), &server.order(&[(&sku, 1)], 2050).await).await;
        let token = text(&placed["token"]);
        let proof = server.http.post(server.at(&format!("/api/v1/orders/{token}/proofs")));
        let sent = proof.header("Content-Type", "image/png").body(picture()).send().await.expect("an answer");
        assert_eq!(sent.status(), 200);
        let code = text(&placed["order"]["code"]);
        let (_, found) = desk.read(&format!("/desk/orders?q={code}")).await;
        let order = desk.read(&format!("/desk/orders/{}", text(&items(&found)[0]["id"]))).await.1;
        let (_, order) = desk.act(&order, "confirm_payment", json!({})).await;
        let parcels = json!({"parcels": [{"carrier": "SF", "waybill": "SF1"}]});
        let (status, order) = desk.act(&order, "ship", parcels).await;
        assert_eq!(status, 200, "{order}");
        let other = text(&Desk::register(&server, "other@shop.example").await.account["shop"]["number"]);
        let (proof, shipment) = (text(&order["proofs"][0]["id"]), text(&order["shipments"][0]["id"]));
        let ids = [text(&order["id"]), proof, shipment, goods.expect("goods"), sku];
        Self { server, other, ids, code }
    }

    /// With the owner's ids in the places that name them.
    pub fn filled(&self, text: &str) -> String {
        THINGS
            .iter()
            .zip(&self.ids)
            .fold(text.to_owned(), |text, (thing, id)| text.replace(&format!("{{{thing}}}"), id))
    }

    /// Whether anything of the owner's stands in an answer.
    pub fn tells(&self, answer: &str) -> bool {
        let buyers = ["Test 小店", "张三", "13800138000", "Tea Mug"];
        let own = self.ids.iter().chain([&self.code, &self.server.shop]).map(String::as_str);
        own.chain(buyers).any(|mark| answer.contains(mark))
    }

    /// A new sign-in of the owner.
    pub async fn owner(&self) -> Desk {
        self.server.desk().await
    }

    /// A new sign-in of the other seller.
    pub async fn stranger(&self) -> Desk {
        self.server.desk_of(self.other.parse().expect("a number")).await
    }
}
