//! An order by its secret link.

use super::fetch::{Call, call};
use super::goods::{read_goods_id, read_sku_id};
use super::problem::ApiError;
use super::quote::read_quantity;
use super::shop::{Contact, PaymentKind, Photo, read_currency, read_money, read_number};
use super::time::read_time;
use crate::json::{Json, Wrong};
use minishop_core::recipient::Recipient;
use minishop_core::{
    Action, Actor, Currency, GoodsId, Money, OrderToken, Quantity, ShopNumber, SkuId, Status,
};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, ProgressEvent};

/// An order as its buyer sees it. Times are seconds since 1970.
#[derive(Clone, PartialEq, Debug)]
pub struct Order {
    /// For people to name it; opens nothing.
    pub code: String,
    pub status: Status,
    /// What the buyer may do now.
    pub actions: Vec<Action>,
    pub shop: OrderShop,
    pub lines: Vec<OrderLine>,
    pub goods_total: Money,
    pub delivery_fee: Money,
    pub total: Money,
    /// Name and phone, and the address where there is one.
    pub recipient: Recipient,
    pub has_address: bool,
    pub delivery_title: String,
    pub delivery_note: String,
    pub payment: Payment,
    pub note: String,
    pub proofs: Vec<Proof>,
    pub shipments: Vec<Shipment>,
    pub events: Vec<Event>,
    pub placed_at: i64,
    /// When an unpaid order ends.
    pub expires_at: Option<i64>,
}

/// The order's shop, as much as the order's screen needs.
#[derive(Clone, PartialEq, Debug)]
pub struct OrderShop {
    pub number: ShopNumber,
    pub name: String,
    pub logo: Option<Photo>,
    pub theme: Option<String>,
    pub contacts: Vec<Contact>,
    pub currency: Currency,
}

#[derive(Clone, PartialEq, Debug)]
pub struct OrderLine {
    pub sku: SkuId,
    pub goods: Option<GoodsId>,
    pub title: String,
    pub values: Vec<String>,
    pub photo: Option<Photo>,
    pub quantity: Quantity,
    pub unit: Money,
    pub amount: Money,
}

/// How it is paid, with what the seller says about it.
#[derive(Clone, PartialEq, Debug)]
pub struct Payment {
    pub kind: PaymentKind,
    pub title: String,
    pub text: String,
    pub qr: Option<Photo>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Proof {
    pub id: String,
    pub at: i64,
}

/// One parcel.
#[derive(Clone, PartialEq, Debug)]
pub struct Shipment {
    pub carrier: String,
    pub waybill: String,
    pub at: i64,
}

/// One step of its life.
#[derive(Clone, PartialEq, Debug)]
pub struct Event {
    pub at: i64,
    pub actor: Actor,
    /// `place`, or a word of [`Action`].
    pub action: String,
    pub status: Status,
}

fn read_status(json: &Json) -> Result<Status, Wrong> {
    Status::from_word(&json.as_text()?).ok_or_else(Wrong::here)
}

pub(super) fn read_token(json: &Json) -> Result<OrderToken, Wrong> {
    OrderToken::parse(&json.as_text()?).map_err(|_| Wrong::here())
}

impl OrderShop {
    fn read(json: &Json) -> Result<Self, Wrong> {
        Ok(Self {
            number: json.read("number", read_number)?,
            name: json.text("name")?,
            logo: json.read_opt("logo", Photo::read)?,
            theme: json.read_opt("theme", super::shop::read_color)?,
            contacts: json.read_list("contacts", Contact::read)?,
            currency: json.read("currency", read_currency)?,
        })
    }
}

impl OrderLine {
    fn read(json: &Json) -> Result<Self, Wrong> {
        Ok(Self {
            sku: json.read("sku", read_sku_id)?,
            goods: json.read_opt("goods", read_goods_id)?,
            title: json.text("title")?,
            values: json.read_list("values", Json::as_text)?,
            photo: json.read_opt("photo", Photo::read)?,
            quantity: json.read("quantity", read_quantity)?,
            unit: json.read("unit", read_money)?,
            amount: json.read("amount", read_money)?,
        })
    }
}

impl Payment {
    fn read(json: &Json) -> Result<Self, Wrong> {
        Ok(Self {
            kind: json.read("kind", PaymentKind::read)?,
            title: json.text("title")?,
            text: json.text_opt("text")?.unwrap_or_default(),
            qr: json.read_opt("qr", Photo::read)?,
        })
    }
}

impl Event {
    fn read(json: &Json) -> Result<Self, Wrong> {
        let actor = match json.text("actor")?.as_str() {
            "buyer" => Actor::Buyer,
            "seller" => Actor::Seller,
            _ => Actor::Clock,
        };
        let (action, status) = (json.text("action")?, json.read("status", read_status)?);
        Ok(Self { at: json.read("at", read_time)?, actor, action, status })
    }
}

impl Order {
    pub(super) fn read(json: &Json) -> Result<Self, Wrong> {
        let contact = json.get("contact").unwrap_or(&Json::Null);
        let address = json.get("address");
        let part = |key: &str| {
            address.map(|json| json.text_opt(key)).transpose().map(|text| text.flatten().unwrap_or_default())
        };
        let delivery = json.get("delivery").unwrap_or(&Json::Null);
        let mine = [Action::SendProof, Action::Cancel, Action::Receive];
        let words = json.read_list("actions", Json::as_text)?;
        Ok(Self {
            code: json.text("code")?,
            status: json.read("status", read_status)?,
            actions: mine
                .into_iter()
                .filter(|action| words.iter().any(|word| word == action.word()))
                .collect(),
            shop: json.read("shop", OrderShop::read)?,
            lines: json.read_list("lines", OrderLine::read)?,
            goods_total: json.read("goods_total", read_money)?,
            delivery_fee: json.read("delivery_fee", read_money)?,
            total: json.read("total", read_money)?,
            recipient: Recipient {
                name: contact.text("name")?,
                phone: contact.text("phone")?,
                country: part("country")?,
                province: part("province")?,
                city: part("city")?,
                district: part("district")?,
                street: part("street")?,
                postcode: part("postcode")?,
            },
            has_address: address.is_some(),
            delivery_title: delivery.text("title")?,
            delivery_note: delivery.text_opt("note")?.unwrap_or_default(),
            payment: json.read("payment", Payment::read)?,
            note: json.text_opt("note")?.unwrap_or_default(),
            proofs: json.read_list("proofs", |json| {
                Ok(Proof { id: json.text("id")?, at: json.read("at", read_time)? })
            })?,
            shipments: json.read_list("shipments", |json| {
                let (carrier, waybill) = (json.text("carrier")?, json.text("waybill")?);
                Ok(Shipment { carrier, waybill, at: json.read("at", read_time)? })
            })?,
            events: json.read_list("events", Event::read)?,
            placed_at: json.read("placed_at", read_time)?,
            expires_at: json.read_opt("expires_at", read_time)?,
        })
    }

    /// Whether the buyer may do that now.
    pub fn allows(&self, action: Action) -> bool {
        self.actions.contains(&action)
    }
}

fn path(token: &OrderToken, rest: &str) -> String {
    format!("/orders/{token}{rest}")
}

/// The order of that token.
pub async fn order(token: &OrderToken) -> Result<Order, ApiError> {
    Ok(Order::read(&call(Call::get(&path(token, ""))).await?)?)
}

/// Ends it.
pub async fn cancel(token: &OrderToken) -> Result<Order, ApiError> {
    Ok(Order::read(&call(Call::post(&path(token, "/cancel"), "{}")).await?)?)
}

/// «I got it».
pub async fn receive(token: &OrderToken) -> Result<Order, ApiError> {
    Ok(Order::read(&call(Call::post(&path(token, "/receipt"), "{}")).await?)?)
}

/// Sends the picture of a transfer; `progress` hears how many hundredths have left the device.
pub async fn send_proof(
    token: &OrderToken,
    picture: &Blob,
    progress: impl Fn(u32) + 'static,
) -> Result<Order, ApiError> {
    let path = path(token, "/proofs");
    let heard =
        move |event: ProgressEvent| progress((event.loaded() * 100.0 / event.total().max(1.0)) as u32);
    let heard = Closure::<dyn FnMut(ProgressEvent)>::new(heard);
    let post = Call::post(&path, "").picture(picture, heard.as_ref().unchecked_ref());
    Ok(Order::read(&call(post).await?)?)
}

/// The address of a proof's picture.
pub fn proof_url(token: &OrderToken, id: &str) -> String {
    format!("{}{}", super::fetch::base(), path(token, &format!("/proofs/{id}")))
}
