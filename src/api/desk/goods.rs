//! The seller's goods: the list, one of them whole, and what can be done to them.

mod body;

use super::super::fetch::{Call, call};
use super::super::goods::{goods_id, sku_id, values};
use super::super::problem::ApiError;
use super::super::shop::{Photo, hash, money};
use super::{amount, get, nothing, send, tell};
use crate::json::{At, Json};
use minishop_core::{GoodsId, GoodsOption, Money, OrderKey, SkuId};

pub use body::{GoodsBody, SkuBody};

/// Which goods are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    #[default]
    All,
    OnSale,
    SoldOut,
    Hidden,
    /// With few pieces left.
    Low,
}

/// One product in the seller's list.
#[derive(Clone, PartialEq, Debug)]
pub struct DeskCard {
    pub id: GoodsId,
    pub title: String,
    pub category: Option<String>,
    pub photo: Option<Photo>,
    /// On the shelf.
    pub visible: bool,
    /// The lowest price.
    pub price: Money,
    /// The highest price.
    pub price_max: Money,
    /// Pieces of all skus.
    pub stock: i64,
    pub skus: u32,
    /// A sku has few pieces left.
    pub low: bool,
    /// The one sku, where there is exactly one.
    pub sku: Option<OnlySku>,
}

/// The sku that is changed in the list itself.
#[derive(Clone, PartialEq, Debug)]
pub struct OnlySku {
    pub id: SkuId,
    pub price: Money,
    pub stock: i64,
}

/// How many goods each filter has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    pub all: u32,
    pub on_sale: u32,
    pub sold_out: u32,
    pub hidden: u32,
    pub low: u32,
}

/// One page of the list; `next` asks for the following one.
#[derive(Clone, PartialEq, Debug)]
pub struct GoodsPage {
    pub items: Vec<DeskCard>,
    pub next: Option<String>,
    pub counts: Counts,
}

/// One product whole.
#[derive(Clone, PartialEq, Debug)]
pub struct DeskGoods {
    pub id: GoodsId,
    pub title: String,
    pub text: String,
    /// The category's id.
    pub category: Option<String>,
    pub visible: bool,
    pub photos: Vec<Photo>,
    pub options: Vec<GoodsOption>,
    pub skus: Vec<DeskSku>,
    pub version: i64,
}

#[derive(Clone, PartialEq, Debug)]
pub struct DeskSku {
    pub id: SkuId,
    /// The seller's own number for it; may be empty.
    pub code: String,
    pub values: Vec<String>,
    pub price: Money,
    pub compare_at: Option<Money>,
    pub stock: i64,
    pub weight_grams: Option<u32>,
    /// The hash of the photo that shows it.
    pub photo: Option<String>,
    pub active: bool,
}

impl Filter {
    pub const ALL: [Self; 5] = [Self::All, Self::OnSale, Self::SoldOut, Self::Low, Self::Hidden];

    fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::OnSale => "on_sale",
            Self::SoldOut => "sold_out",
            Self::Hidden => "hidden",
            Self::Low => "low",
        }
    }
}

impl Counts {
    /// Those of that filter.
    pub fn of(&self, filter: Filter) -> u32 {
        match filter {
            Filter::All => self.all,
            Filter::OnSale => self.on_sale,
            Filter::SoldOut => self.sold_out,
            Filter::Hidden => self.hidden,
            Filter::Low => self.low,
        }
    }

    fn read(at: &At) -> Self {
        Self {
            all: at.count("all"),
            on_sale: at.count("on_sale"),
            sold_out: at.count("sold_out"),
            hidden: at.count("hidden"),
            low: at.count("low"),
        }
    }
}

impl DeskCard {
    fn read(at: &At) -> Self {
        let only = |at: &At| OnlySku {
            id: sku_id(at, "id"),
            price: at.part("price", money),
            stock: at.int("stock"),
        };
        Self {
            id: goods_id(at, "id"),
            title: at.text("title"),
            category: at.text_opt("category"),
            photo: at.part_opt("photo", Photo::read),
            visible: at.flag("visible"),
            price: at.part("price", money),
            price_max: at.part("price_max", money),
            stock: at.int("stock"),
            skus: at.count("skus"),
            low: at.flag("low"),
            sku: at.part_opt("sku", only),
        }
    }
}

impl GoodsPage {
    fn read(at: &At) -> Self {
        Self {
            items: at.list("items", DeskCard::read),
            next: at.text_opt("next"),
            counts: at.part("counts", Counts::read),
        }
    }
}

impl DeskGoods {
    fn read(at: &At) -> Self {
        let option = |at: &At| GoodsOption { name: at.text("name"), values: values(at) };
        let sku = |at: &At| DeskSku {
            id: sku_id(at, "id"),
            code: at.text_or_empty("code"),
            values: values(at),
            price: at.part("price", money),
            compare_at: at.part_opt("compare_at", money),
            stock: at.int("stock"),
            weight_grams: at.has("weight_grams").then(|| at.count("weight_grams")),
            photo: at.parsed_opt("photo", hash),
            active: at.flag("active"),
        };
        Self {
            id: goods_id(at, "id"),
            title: at.text("title"),
            text: at.text_or_empty("text"),
            category: at.text_opt("category"),
            visible: at.flag("visible"),
            photos: at.list("photos", Photo::read),
            options: at.list("options", option),
            skus: at.list("skus", sku),
            version: at.int("version"),
        }
    }
}

/// A page of the goods of that filter and category (or all) that match what was typed (or all).
pub async fn list(
    filter: Filter,
    category: Option<&str>,
    typed: &str,
    cursor: Option<&str>,
) -> Result<GoodsPage, ApiError> {
    let mut path = format!("/desk/goods?filter={}", filter.word());
    let typed = Some(typed.trim()).filter(|typed| !typed.is_empty());
    for (name, value) in [("category", category), ("q", typed), ("cursor", cursor)] {
        let Some(value) = value else { continue };
        path.extend(["&", name, "=", &String::from(js_sys::encode_uri_component(value))]);
    }
    get(&path, GoodsPage::read).await
}

/// One product.
pub async fn one(id: &GoodsId) -> Result<DeskGoods, ApiError> {
    get(&format!("/desk/goods/{id}"), DeskGoods::read).await
}

/// Makes goods of a body written before; the same key makes them once, however often it is sent.
pub async fn add(body: &str, key: &OrderKey) -> Result<DeskGoods, ApiError> {
    Ok(call(Call::desk("POST", "/desk/goods", body).under(key)).await?.read(DeskGoods::read)?)
}

/// Changes goods to a body written before.
pub async fn change(id: &GoodsId, body: &str) -> Result<DeskGoods, ApiError> {
    let path = format!("/desk/goods/{id}");
    Ok(call(Call::desk("PUT", &path, body)).await?.read(DeskGoods::read)?)
}

/// The goods as they stand, out of a refusal that says they were changed meanwhile.
pub fn current(error: &ApiError) -> Option<DeskGoods> {
    super::current(error, DeskGoods::read)
}

/// Sets the price and the stock of one sku; `seen` is the stock it is changed from.
pub async fn set_sku(id: &SkuId, price: Money, stock: i64, seen: i64) -> Result<DeskCard, ApiError> {
    let body =
        Json::map(&mut [("price", amount(price)), ("stock", stock.into()), ("stock_seen", seen.into())]);
    send("PATCH", &format!("/desk/skus/{id}"), &body, DeskCard::read).await
}

/// Puts goods on the shelf or takes them off it.
pub async fn set_visible(id: &GoodsId, visible: bool) -> Result<DeskCard, ApiError> {
    let body = Json::map(&mut [("visible", Json::Bool(visible))]);
    send("POST", &format!("/desk/goods/{id}/visible"), &body, DeskCard::read).await
}

/// A hidden copy under a title of its own.
pub async fn copy(id: &GoodsId) -> Result<DeskGoods, ApiError> {
    send("POST", &format!("/desk/goods/{id}/copy"), &nothing(), DeskGoods::read).await
}

/// Deletes goods; refused as `in_open_orders` while an order needs them.
pub async fn delete(id: &GoodsId) -> Result<(), ApiError> {
    tell("DELETE", &format!("/desk/goods/{id}"), &nothing()).await
}

/// The codes of the orders that keep goods from being deleted.
pub fn open_orders(error: &ApiError) -> Vec<String> {
    let ApiError::Refused(problem) = error else { return Vec::new() };
    if problem.code == "in_open_orders" {
        problem.body.read(|at| at.texts("orders")).unwrap_or_default()
    } else {
        Vec::new()
    }
}

/// Moves goods before others, or to the end.
pub async fn move_before(id: &GoodsId, before: Option<&GoodsId>) -> Result<(), ApiError> {
    let body =
        Json::map(&mut [("goods", id.as_str().into()), ("before", before.map(GoodsId::as_str).into())]);
    tell("POST", "/desk/goods/order", &body).await
}
