//! A shop's goods: the first screen, the list and one product.

use super::fetch::{Call, call};
use super::problem::ApiError;
use super::shop::{Photo, Shop, read_hash, read_money, remember};
use crate::json::{Json, Wrong};
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
    fn read(json: &Json) -> Result<Self, Wrong> {
        Ok(Self { items: json.read_list("items", GoodsCard::read)?, next: json.text_opt("next")? })
    }
}

impl GoodsCard {
    fn read(json: &Json) -> Result<Self, Wrong> {
        let price = json.read("price", read_money)?;
        Ok(Self {
            id: json.read("id", read_goods_id)?,
            title: json.text("title")?,
            category: json.text_opt("category")?,
            photo: json.read_opt("photo", Photo::read)?,
            price,
            price_max: json.read_opt("price_max", read_money)?.unwrap_or(price),
            compare_at: json.read_opt("compare_at", read_money)?,
            left: json.count("left")?,
        })
    }
}

pub(super) fn read_goods_id(json: &Json) -> Result<GoodsId, Wrong> {
    GoodsId::parse(&json.as_text()?).map_err(|_| Wrong::here())
}

pub(super) fn read_sku_id(json: &Json) -> Result<SkuId, Wrong> {
    SkuId::parse(&json.as_text()?).map_err(|_| Wrong::here())
}

impl Front {
    fn read(json: &Json) -> Result<Self, Wrong> {
        let category = |json: &Json| {
            Ok(Category { id: json.text("id")?, name: json.text("name")?, goods: json.count("goods")? })
        };
        Ok(Self {
            shop: json.read("shop", Shop::read)?,
            categories: json.read_list("categories", category)?,
            goods: json.read("goods", Listing::read)?,
        })
    }
}

impl Detail {
    fn read(json: &Json) -> Result<Self, Wrong> {
        let shop = json.read("shop", Shop::read)?;
        let own = json.get("goods").ok_or_else(|| Wrong::here().under("goods"))?;
        let option = |json: &Json| {
            Ok(GoodsOption { name: json.text("name")?, values: json.read_list("values", Json::as_text)? })
        };
        let sku = |json: &Json| {
            let sku = Sku {
                id: json.read("id", read_sku_id)?,
                values: json.read_list("values", Json::as_text)?,
                price: json.read("price", read_money)?,
                left: json.count("left")?,
            };
            let compare_at = json.read_opt("compare_at", read_money)?;
            Ok((sku, Mark { compare_at, photo: json.read_opt("photo", read_hash)? }))
        };
        let (skus, marks) = own.read_list("skus", sku)?.into_iter().unzip();
        let goods = Goods::new(
            own.read("id", read_goods_id)?,
            shop.currency,
            own.read_list("options", option)?,
            skus,
        );
        Ok(Self {
            goods: goods.map_err(|_| Wrong("goods.skus".to_owned()))?,
            title: own.text("title")?,
            text: own.text_opt("text")?.unwrap_or_default(),
            category: own.text_opt("category")?,
            photos: own.read_list("photos", Photo::read)?,
            marks,
            shop,
        })
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
    let front = Front::read(&call(Call::get(&path)).await?)?;
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
    Ok(Listing::read(&call(Call::get(&path)).await?)?)
}

/// One product.
pub async fn goods(number: ShopNumber, id: &GoodsId) -> Result<Detail, ApiError> {
    let path = format!("/shops/{number}/goods/{id}");
    let detail = Detail::read(&call(Call::get(&path)).await?)?;
    remember(&detail.shop);
    Ok(detail)
}
