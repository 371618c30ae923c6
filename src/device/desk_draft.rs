//! Goods as the seller typed them, kept at every change, so that a phone that dies costs nothing. Everything is text as it
//! was typed: what is no amount yet is kept too.

use super::{load, random_key, read_key, storage};
use crate::json::{At, Json};
use minishop_core::{OrderKey, ShopNumber};

/// Goods being edited.
#[derive(Clone, PartialEq, Debug)]
pub struct GoodsDraft {
    /// Under which new goods are sent, however often.
    pub key: OrderKey,
    /// The version that is edited; 0 for new goods.
    pub version: i64,
    /// The request that was sent first under the key, without a definite answer; empty for none. The key stands for it.
    pub sent: String,
    /// Sent, without a definite answer or without network: to be sent again by the seller's tap.
    pub unsent: bool,
    pub title: String,
    pub text: String,
    /// The category's id; empty for none.
    pub category: String,
    pub visible: bool,
    pub photos: Vec<DraftPhoto>,
    pub options: Vec<DraftOption>,
    /// One for each combination of values; exactly one where there are no options.
    pub skus: Vec<DraftSku>,
}

/// A photo that the server has.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DraftPhoto {
    pub hash: String,
    pub alt: String,
    /// Its dominant colour.
    pub color: String,
}

/// A way in which the skus differ.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DraftOption {
    pub name: String,
    pub values: Vec<String>,
}

/// One combination of values.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DraftSku {
    /// Empty for a new one.
    pub id: String,
    pub values: Vec<String>,
    pub price: String,
    pub compare_at: String,
    pub stock: String,
    /// The stock it was changed from; empty for a new one.
    pub stock_seen: String,
    pub weight: String,
    pub code: String,
    pub photo: String,
    pub inactive: bool,
}

impl GoodsDraft {
    /// New goods, nothing typed yet.
    pub fn new() -> Self {
        Self {
            key: random_key(),
            version: 0,
            sent: String::new(),
            unsent: false,
            title: String::new(),
            text: String::new(),
            category: String::new(),
            visible: true,
            photos: Vec::new(),
            options: Vec::new(),
            skus: vec![DraftSku::default()],
        }
    }

    fn read(at: &At) -> Self {
        Self {
            key: read_key(at),
            version: at.int("version"),
            sent: at.text_or_empty("sent"),
            unsent: at.flag("unsent"),
            title: at.text("title"),
            text: at.text("text"),
            category: at.text("category"),
            visible: at.flag("visible"),
            photos: at.list("photos", |at| DraftPhoto {
                hash: at.text("hash"),
                alt: at.text("alt"),
                color: at.text("color"),
            }),
            options: at
                .list("options", |at| DraftOption { name: at.text("name"), values: at.texts("values") }),
            skus: at.list("skus", DraftSku::read),
        }
    }

    fn write(&self) -> String {
        let texts = |all: &[String]| Json::List(all.iter().map(|text| text.as_str().into()).collect());
        let photo = |photo: &DraftPhoto| {
            Json::map(&mut [
                ("hash", photo.hash.as_str().into()),
                ("alt", photo.alt.as_str().into()),
                ("color", photo.color.as_str().into()),
            ])
        };
        let option = |option: &DraftOption| {
            Json::map(&mut [("name", option.name.as_str().into()), ("values", texts(&option.values))])
        };
        let sku = |sku: &DraftSku| {
            let mut members = vec![("values", texts(&sku.values)), ("inactive", Json::Bool(sku.inactive))];
            members.extend(sku.texts().map(|(name, text)| (name, Json::from(text.as_str()))));
            Json::map(&mut members)
        };
        Json::map(&mut [
            ("key", self.key.as_str().into()),
            ("version", self.version.into()),
            ("sent", self.sent.as_str().into()),
            ("unsent", Json::Bool(self.unsent)),
            ("title", self.title.as_str().into()),
            ("text", self.text.as_str().into()),
            ("category", self.category.as_str().into()),
            ("visible", Json::Bool(self.visible)),
            ("photos", Json::List(self.photos.iter().map(photo).collect())),
            ("options", Json::List(self.options.iter().map(option).collect())),
            ("skus", Json::List(self.skus.iter().map(sku).collect())),
        ])
        .write()
    }
}

impl Default for GoodsDraft {
    fn default() -> Self {
        Self::new()
    }
}

impl DraftSku {
    fn texts(&self) -> [(&'static str, &String); 8] {
        [
            ("id", &self.id),
            ("price", &self.price),
            ("compare_at", &self.compare_at),
            ("stock", &self.stock),
            ("stock_seen", &self.stock_seen),
            ("weight", &self.weight),
            ("code", &self.code),
            ("photo", &self.photo),
        ]
    }

    fn read(at: &At) -> Self {
        Self {
            id: at.text("id"),
            values: at.texts("values"),
            price: at.text("price"),
            compare_at: at.text("compare_at"),
            stock: at.text("stock"),
            stock_seen: at.text("stock_seen"),
            weight: at.text("weight"),
            code: at.text("code"),
            photo: at.text("photo"),
            inactive: at.flag("inactive"),
        }
    }
}

/// `goods` is their id, or `new`.
fn place(shop: ShopNumber, goods: &str) -> String {
    format!("ms:1:desk:goods:{shop}:{goods}")
}

fn list_place(shop: ShopNumber) -> String {
    format!("ms:1:desk:drafts:{shop}")
}

/// What was typed and not saved yet.
pub fn draft(shop: ShopNumber, goods: &str) -> Option<GoodsDraft> {
    load(&place(shop, goods), GoodsDraft::read)
}

/// The goods of which there is a draft; `new` for new ones.
pub fn drafts(shop: ShopNumber) -> Vec<String> {
    let known = load(&list_place(shop), |at| at.texts("goods")).unwrap_or_default();
    known.into_iter().filter(|goods| storage::get(&place(shop, goods)).is_some()).collect()
}

fn list(shop: ShopNumber, goods: &[String]) {
    let goods = goods.iter().map(|id| id.as_str().into()).collect();
    storage::set(&list_place(shop), &Json::map(&mut [("goods", Json::List(goods))]).write());
}

/// Keeps what was typed.
pub fn keep(shop: ShopNumber, goods: &str, draft: &GoodsDraft) {
    storage::set(&place(shop, goods), &draft.write());
    let mut known = drafts(shop);
    if !known.iter().any(|own| own == goods) {
        known.push(goods.to_owned());
        list(shop, &known);
    }
}

/// Saved, or thrown away by the seller.
pub fn forget(shop: ShopNumber, goods: &str) {
    storage::remove(&place(shop, goods));
    list(shop, &drafts(shop));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_draft_reads_back_whole() {
        let sku = DraftSku {
            id: "s1".into(),
            values: vec!["红".into(), "L".into()],
            price: "1,5".into(),
            stock: "-3".into(),
            stock_seen: "7".into(),
            inactive: true,
            ..DraftSku::default()
        };
        let draft = GoodsDraft {
            key: OrderKey::parse(&"a".repeat(32)).unwrap(),
            version: 4,
            sent: "{}".into(),
            unsent: true,
            title: "茶 \"a\"".into(),
            text: "a\nb".into(),
            category: "c1".into(),
            visible: false,
            photos: vec![DraftPhoto { hash: "ab12".into(), alt: "x".into(), color: "#aabbcc".into() }],
            options: vec![DraftOption { name: "Size".into(), values: vec!["L".into()] }],
            skus: vec![sku, DraftSku::default()],
        };
        assert_eq!(Json::parse(&draft.write()).unwrap().read(GoodsDraft::read), Ok(draft));
    }
}
