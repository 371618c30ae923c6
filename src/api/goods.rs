//! A shop's goods: the first screen, the list and one product.

use super::fetch::{Call, call};
use super::problem::ApiError;
use super::shop::{Photo, Shop, hash, money, remember};
use crate::json::{At, Wrong};
use minishop_core::{Goods, GoodsId, GoodsOption, Money, ShopNumber, Sku, SkuId};

/// Everything the shop's first screen shows.
#[derive(Clone, PartialEq, Debug)]
pub struct Front {
    pub shop: Shop,
    pub categories: Vec<Category>,
    pub goods: Listing,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Category {
    pub id: String,
    pub name: String,
    /// Goods in it.
    pub goods: u32,
}

/// One page of a list; `next` asks for the following one.
#[derive(Clone, PartialEq, Debug)]
pub struct Listing {
    pub items: Vec<GoodsCard>,
    pub next: Option<String>,
}

/// One product in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct GoodsCard {
    pub id: GoodsId,
    pub title: String,
    pub category: Option<String>,
    pub photo: Option<Photo>,
    /// The lowest price.
    pub price: Money,
    /// The highest price.
    pub price_max: Money,
    /// The price it is compared with, struck through.
    pub compare_at: Option<Money>,
    /// Pieces left over all skus, 99 at most; 0 is sold out.
    pub left: u32,
}

/// One product with its shop.
#[derive(Clone, PartialEq, Debug)]
pub struct Detail {
    pub shop: Shop,
    pub goods: Goods,
    pub title: String,
    pub text: String,
    pub category: Option<String>,
    pub photos: Vec<Photo>,
    /// What screens show of each sku, in the order of `goods.skus()`.
    pub marks: Vec<Mark>,
}

/// What screens show of a sku beyond what it is.
#[derive(Clone, PartialEq, Debug)]
pub struct Mark {
    pub compare_at: Option<Money>,
    /// The hash of the photo that shows it.
    pub photo: Option<String>,
}

/// The order of a list.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Sort {
    Default,
    Newest,
    PriceUp,
    PriceDown,
}

impl Listing {
    fn read(at: &At) -> Self {
        Self { items: at.list("items", GoodsCard::read), next: at.text_opt("next") }
    }
}

impl GoodsCard {
    fn read(at: &At) -> Self {
        let price = at.part("price", money);
        Self {
            id: goods_id(at, "id"),
            title: at.text("title"),
            category: at.text_opt("category"),
            photo: at.part_opt("photo", Photo::read),
            price,
            price_max: at.part_opt("price_max", money).unwrap_or(price),
            compare_at: at.part_opt("compare_at", money),
            left: at.count("left"),
        }
    }
}

pub(super) fn goods_id(at: &At, key: &'static str) -> GoodsId {
    at.parsed(key, |text| GoodsId::parse(text).ok(), "-")
}

pub(super) fn sku_id(at: &At, key: &'static str) -> SkuId {
    at.parsed(key, |text| SkuId::parse(text).ok(), "-")
}

/// A list of texts.
pub(super) fn values(at: &At) -> Vec<String> {
    at.texts("values")
}

impl Front {
    fn read(at: &At) -> Self {
        let category =
            |at: &At| Category { id: at.text("id"), name: at.text("name"), goods: at.count("goods") };
        Self {
            shop: at.part("shop", Shop::read),
            categories: at.list("categories", category),
            goods: at.part("goods", Listing::read),
        }
    }
}

/// Goods as they come, before their skus and options are held against each other.
struct Parts {
    id: GoodsId,
    title: String,
    text: String,
    category: Option<String>,
    photos: Vec<Photo>,
    options: Vec<GoodsOption>,
    skus: Vec<(Sku, Mark)>,
}

impl Parts {
    fn read(at: &At) -> Self {
        let sku = |at: &At| {
            let (id, price, left) = (sku_id(at, "id"), at.part("price", money), at.count("left"));
            let sku = Sku { id, values: values(at), price, left };
            (sku, Mark { compare_at: at.part_opt("compare_at", money), photo: at.parsed_opt("photo", hash) })
        };
        Self {
            id: goods_id(at, "id"),
            title: at.text("title"),
            text: at.text_or_empty("text"),
            category: at.text_opt("category"),
            photos: at.list("photos", Photo::read),
            options: at.list("options", |at| GoodsOption { name: at.text("name"), values: values(at) }),
            skus: at.list("skus", sku),
        }
    }
}

impl Detail {
    fn of(shop: Shop, parts: Parts) -> Result<Self, Wrong> {
        let Parts { id, title, text, category, photos, options, skus } = parts;
        let (skus, marks) = skus.into_iter().unzip();
        let goods =
            Goods::new(id, shop.currency, options, skus).map_err(|_| Wrong("goods.skus".to_owned()))?;
        Ok(Self { shop, goods, title, text, category, photos, marks })
    }

    /// What screens show of a sku of these goods.
    pub fn mark(&self, sku: &SkuId) -> Option<&Mark> {
        let at = self.goods.skus().iter().position(|own| &own.id == sku)?;
        self.marks.get(at)
    }
}

/// The shop, its categories and the first goods.
pub async fn shop(number: ShopNumber) -> Result<Front, ApiError> {
    let path = format!("/shops/{number}");
    let front = call(Call::get(&path)).await?.read(Front::read)?;
    remember(&front.shop);
    Ok(front)
}

/// A page of the goods in a category (or all) that match what was typed (or all).
pub async fn goods_list(
    number: ShopNumber,
    category: Option<&str>,
    typed: &str,
    sort: Sort,
    cursor: Option<&str>,
) -> Result<Listing, ApiError> {
    let sort = match sort {
        Sort::Default => None,
        Sort::Newest => Some("newest"),
        Sort::PriceUp => Some("price_asc"),
        Sort::PriceDown => Some("price_desc"),
    };
    let typed = Some(typed.trim()).filter(|typed| !typed.is_empty());
    let mut path = format!("/shops/{number}/goods");
    let mut mark = '?';
    for (name, value) in [("category", category), ("q", typed), ("sort", sort), ("cursor", cursor)] {
        let Some(value) = value else { continue };
        path.push(mark);
        path.push_str(name);
        path.push('=');
        path.push_str(&String::from(js_sys::encode_uri_component(value)));
        mark = '&';
    }
    Ok(call(Call::get(&path)).await?.read(Listing::read)?)
}

/// One product.
pub async fn goods(number: ShopNumber, id: &GoodsId) -> Result<Detail, ApiError> {
    let path = format!("/shops/{number}/goods/{id}");
    let answer = call(Call::get(&path)).await?;
    let (shop, parts) = answer.read(|at| (at.part("shop", Shop::read), at.part("goods", Parts::read)))?;
    let detail = Detail::of(shop, parts)?;
    remember(&detail.shop);
    Ok(detail)
}
