//! From the server's goods to what is typed, and from what is typed to what is sent.

use crate::api::desk::{DeskGoods, DeskSku, GoodsBody, SkuBody};
use crate::desk::form::{Flaws, read_amount, read_count};
use crate::desk::session::Desk;
use crate::device::desk_draft::{DraftOption, DraftPhoto, DraftSku, GoodsDraft};
use minishop_core::{Currency, GoodsOption, Money, SkuId};

/// Characters of a title at most.
const TITLE: usize = 120;
/// Characters of the description at most.
const TEXT: usize = 5000;
/// Characters of an option's name and of a value at most.
const WORD: usize = 40;
/// Characters of a number at most.
const CODE: usize = 60;
/// Pieces at most.
pub const STOCK: u32 = 1_000_000;
/// Grams at most.
const GRAMS: u32 = 1_000_000;

/// The goods as they would have been typed.
pub fn typed(goods: &DeskGoods) -> GoodsDraft {
    let sku = |sku: &DeskSku| DraftSku {
        id: sku.id.as_str().to_owned(),
        values: sku.values.clone(),
        price: sku.price.decimal(),
        compare_at: sku.compare_at.map(Money::decimal).unwrap_or_default(),
        stock: sku.stock.to_string(),
        stock_seen: sku.stock.to_string(),
        weight: sku.weight_grams.map(|grams| grams.to_string()).unwrap_or_default(),
        code: sku.code.clone(),
        photo: sku.photo.clone().unwrap_or_default(),
        inactive: !sku.active,
    };
    GoodsDraft {
        version: goods.version,
        title: goods.title.clone(),
        text: goods.text.clone(),
        category: goods.category.clone().unwrap_or_default(),
        visible: goods.visible,
        photos: goods
            .photos
            .iter()
            .map(|photo| DraftPhoto {
                hash: photo.hash.clone(),
                alt: photo.alt.clone(),
                color: photo.color.clone(),
            })
            .collect(),
        options: goods
            .options
            .iter()
            .map(|option| DraftOption { name: option.name.clone(), values: option.values.clone() })
            .collect(),
        skus: goods.skus.iter().map(sku).collect(),
        ..GoodsDraft::new()
    }
}

/// What is sent of a draft; `None` where something is wrong with it, said beside each field.
pub fn body(desk: Desk, draft: &GoodsDraft, currency: Currency, flaws: Flaws) -> Option<GoodsBody> {
    flaws.clear_all();
    flaws.required(desk, "title", &draft.title, TITLE);
    flaws.short(desk, "text", &draft.text, TEXT);
    for (at, option) in draft.options.iter().enumerate() {
        flaws.required(desk, &format!("options[{at}].name"), &option.name, WORD);
        if option.values.is_empty() {
            flaws.set(format!("options[{at}].values"), desk.text().editor.no_values);
        }
        for value in &option.values {
            flaws.short(desk, &format!("options[{at}].values"), value, WORD);
        }
    }
    let read = |(at, own): (usize, &DraftSku)| sku(desk, at, own, currency, flaws);
    let skus: Vec<Option<SkuBody>> = draft.skus.iter().enumerate().map(read).collect();
    if flaws.any() {
        return None;
    }
    let option = |option: &DraftOption| GoodsOption {
        name: option.name.trim().to_owned(),
        values: option.values.clone(),
    };
    Some(GoodsBody {
        title: draft.title.trim().to_owned(),
        text: draft.text.trim().to_owned(),
        category: Some(draft.category.clone()).filter(|id| !id.is_empty()),
        visible: draft.visible,
        photos: draft.photos.iter().map(|photo| (photo.hash.clone(), photo.alt.clone())).collect(),
        options: draft.options.iter().map(option).collect(),
        skus: skus.into_iter().collect::<Option<_>>()?,
    })
}

fn sku(desk: Desk, at: usize, own: &DraftSku, currency: Currency, flaws: Flaws) -> Option<SkuBody> {
    let path = |field: &str| format!("skus[{at}].{field}");
    fn noted<T>(flaws: Flaws, path: String, read: Result<T, String>) -> Option<T> {
        read.map_err(|words| flaws.set(path, words)).ok()
    }
    let optional = |text: &str| !text.trim().is_empty();
    let price = noted(flaws, path("price"), read_amount(desk, &own.price, currency));
    let compare_at = if optional(&own.compare_at) {
        Some(noted(flaws, path("compare_at"), read_amount(desk, &own.compare_at, currency))?)
    } else {
        None
    };
    let weight_grams = if optional(&own.weight) {
        Some(noted(flaws, path("weight_grams"), read_count(desk, &own.weight, GRAMS))?)
    } else {
        None
    };
    // Nobody counts what is not there: an empty stock of a new kind is none.
    let stock = if optional(&own.stock) || own.values.is_empty() {
        noted(flaws, path("stock"), read_count(desk, &own.stock, STOCK))
    } else {
        Some(0)
    };
    flaws.short(desk, &path("code"), &own.code, CODE);
    Some(SkuBody {
        id: SkuId::parse(&own.id).ok(),
        code: own.code.trim().to_owned(),
        values: own.values.clone(),
        price: price?,
        compare_at,
        stock: i64::from(stock?),
        stock_seen: own.stock_seen.parse().ok(),
        weight_grams,
        photo: Some(own.photo.clone()).filter(|hash| !hash.is_empty()),
        active: !own.inactive,
    })
}

/// Whether the goods are what the body asked for: then it was this body that made or changed them.
pub fn is(goods: &DeskGoods, body: &GoodsBody) -> bool {
    let photos = goods.photos.iter().map(|photo| (photo.hash.as_str(), photo.alt.as_str()));
    let sku = |(own, asked): (&DeskSku, &SkuBody)| {
        own.values == asked.values
            && own.price == asked.price
            && own.compare_at == asked.compare_at
            && own.stock == asked.stock
            && own.weight_grams == asked.weight_grams
            && own.code == asked.code
            && own.photo == asked.photo
            && own.active == asked.active
    };
    goods.title == body.title
        && goods.text == body.text
        && goods.category == body.category
        && goods.visible == body.visible
        && photos.eq(body.photos.iter().map(|(hash, alt)| (hash.as_str(), alt.as_str())))
        && goods.options == body.options
        && goods.skus.len() == body.skus.len()
        && goods.skus.iter().zip(&body.skus).all(sku)
}

/// The body for goods that were made of an earlier one under the same key: its skus are those that were made.
pub fn onto(mut body: GoodsBody, goods: &DeskGoods) -> GoodsBody {
    for own in &mut body.skus {
        if let Some(made) = goods.skus.iter().find(|made| made.values == own.values) {
            own.id = Some(made.id.clone());
            own.stock_seen = Some(made.stock);
        }
    }
    body
}
