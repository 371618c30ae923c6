//! What is sent to make goods or to change them.

use super::super::amount;
use crate::json::Json;
use minishop_core::{GoodsOption, Money, SkuId};

/// What is sent to make goods or to change them.
#[derive(Clone, PartialEq, Debug)]
pub struct GoodsBody {
    pub title: String,
    pub text: String,
    pub category: Option<String>,
    pub visible: bool,
    /// Hash, and what it shows.
    pub photos: Vec<(String, String)>,
    pub options: Vec<GoodsOption>,
    pub skus: Vec<SkuBody>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct SkuBody {
    /// `None` for a new one.
    pub id: Option<SkuId>,
    pub code: String,
    pub values: Vec<String>,
    pub price: Money,
    pub compare_at: Option<Money>,
    pub stock: i64,
    /// The stock the seller changed it from: what was sold meanwhile is taken off.
    pub stock_seen: Option<i64>,
    pub weight_grams: Option<u32>,
    pub photo: Option<String>,
    pub active: bool,
}

impl GoodsBody {
    /// As it is sent; `version` with a change.
    pub fn write(&self, version: Option<i64>) -> String {
        let texts = |all: &[String]| Json::List(all.iter().map(|text| text.as_str().into()).collect());
        let photo = |(hash, alt): &(String, String)| {
            Json::map(&mut [("hash", hash.as_str().into()), ("alt", alt.as_str().into())])
        };
        let option = |option: &GoodsOption| {
            Json::map(&mut [("name", option.name.as_str().into()), ("values", texts(&option.values))])
        };
        let whole = |number: Option<i64>| number.map_or(Json::Null, Json::Int);
        let sku = |sku: &SkuBody| {
            let mut members = vec![
                ("id", sku.id.as_ref().map(SkuId::as_str).into()),
                ("code", sku.code.as_str().into()),
                ("values", texts(&sku.values)),
                ("price", amount(sku.price)),
                ("compare_at", sku.compare_at.map_or(Json::Null, amount)),
                ("stock", sku.stock.into()),
                ("weight_grams", whole(sku.weight_grams.map(i64::from))),
                ("photo", sku.photo.as_deref().into()),
                ("active", Json::Bool(sku.active)),
            ];
            if let Some(seen) = sku.stock_seen {
                members.push(("stock_seen", seen.into()));
            }
            Json::map(&mut members)
        };
        let mut members = vec![
            ("title", self.title.as_str().into()),
            ("text", self.text.as_str().into()),
            ("category", self.category.as_deref().into()),
            ("visible", Json::Bool(self.visible)),
            ("photos", Json::List(self.photos.iter().map(photo).collect())),
            ("options", Json::List(self.options.iter().map(option).collect())),
            ("skus", Json::List(self.skus.iter().map(sku).collect())),
        ];
        if let Some(version) = version {
            members.push(("version", version.into()));
        }
        Json::map(&mut members).write()
    }
}
