//! An order by its secret link.

use super::fetch::{Call, call};
use super::goods::{sku_id, values};
use super::problem::ApiError;
use super::quote::quantity;
use super::shop::{Contact, PaymentKind, Photo, color, currency, money, number};
use super::time::time;
use crate::json::At;
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
    /// What the seller added or took off before payment, in minor units.
    pub adjustment: i64,
    pub total: Money,
    /// What the seller gave back, if anything.
    pub refunded: Option<Money>,
    /// Why the seller cancelled it; may be empty.
    pub cancel_reason: String,
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

fn status(at: &At) -> Status {
    at.parsed("status", Status::from_word, "new")
}

pub(super) fn token(at: &At) -> OrderToken {
    at.parsed("token", |text| OrderToken::parse(text).ok(), "----------------------")
}

impl OrderShop {
    fn read(at: &At) -> Self {
        Self {
            number: number(at),
            name: at.text("name"),
            logo: at.part_opt("logo", Photo::read),
            theme: at.parsed_opt("theme", color),
            contacts: at.list("contacts", Contact::read),
            currency: currency(at),
        }
    }
}

impl OrderLine {
    fn read(at: &At) -> Self {
        Self {
            sku: sku_id(at, "sku"),
            goods: at.parsed_opt("goods", |text| GoodsId::parse(text).ok()),
            title: at.text("title"),
            values: values(at),
            photo: at.part_opt("photo", Photo::read),
            quantity: quantity(at),
            unit: at.part("unit", money),
            amount: at.part("amount", money),
        }
    }
}

impl Payment {
    fn read(at: &At) -> Self {
        Self {
            kind: at.parsed("kind", PaymentKind::of_word, "transfer"),
            title: at.text("title"),
            text: at.text_or_empty("text"),
            qr: at.part_opt("qr", Photo::read),
        }
    }
}

impl Event {
    fn read(at: &At) -> Self {
        let actor = match at.text("actor").as_str() {
            "buyer" => Actor::Buyer,
            "seller" => Actor::Seller,
            _ => Actor::Clock,
        };
        Self { at: time(at, "at"), actor, action: at.text("action"), status: status(at) }
    }
}

fn person(at: &At) -> Recipient {
    Recipient { name: at.text("name"), phone: at.text("phone"), ..Recipient::default() }
}

fn address(at: &At) -> Recipient {
    Recipient {
        country: at.text_or_empty("country"),
        province: at.text_or_empty("province"),
        city: at.text_or_empty("city"),
        district: at.text_or_empty("district"),
        street: at.text_or_empty("street"),
        postcode: at.text_or_empty("postcode"),
        ..Recipient::default()
    }
}

fn delivery(at: &At) -> (String, String) {
    (at.text("title"), at.text_or_empty("note"))
}

impl Order {
    pub(super) fn read(at: &At) -> Self {
        let mine = [Action::SendProof, Action::Cancel, Action::Receive];
        let words = at.texts("actions");
        let person = at.part("contact", person);
        let (delivery_title, delivery_note) = at.part("delivery", delivery);
        Self {
            code: at.text("code"),
            status: status(at),
            actions: mine
                .into_iter()
                .filter(|action| words.iter().any(|word| word == action.word()))
                .collect(),
            shop: at.part("shop", OrderShop::read),
            lines: at.list("lines", OrderLine::read),
            goods_total: at.part("goods_total", money),
            delivery_fee: at.part("delivery_fee", money),
            adjustment: at.part_opt("adjustment", |at| at.int("minor")).unwrap_or_default(),
            total: at.part("total", money),
            refunded: at.part_opt("refunded", money).filter(|amount| amount.minor() > 0),
            cancel_reason: at.text_or_empty("cancel_reason"),
            recipient: Recipient {
                name: person.name,
                phone: person.phone,
                ..at.part_opt("address", address).unwrap_or_default()
            },
            has_address: at.has("address"),
            delivery_title,
            delivery_note,
            payment: at.part("payment", Payment::read),
            note: at.text_or_empty("note"),
            proofs: at.list("proofs", |at| Proof { id: at.text("id"), at: time(at, "at") }),
            shipments: at.list("shipments", |at| Shipment {
                carrier: at.text("carrier"),
                waybill: at.text("waybill"),
                at: time(at, "at"),
            }),
            events: at.list("events", Event::read),
            placed_at: time(at, "placed_at"),
            expires_at: at.has("expires_at").then(|| time(at, "expires_at")),
        }
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
    Ok(call(Call::get(&path(token, ""))).await?.read(Order::read)?)
}

/// Ends it.
pub async fn cancel(token: &OrderToken) -> Result<Order, ApiError> {
    Ok(call(Call::post(&path(token, "/cancel"), "{}")).await?.read(Order::read)?)
}

/// «I got it».
pub async fn receive(token: &OrderToken) -> Result<Order, ApiError> {
    Ok(call(Call::post(&path(token, "/receipt"), "{}")).await?.read(Order::read)?)
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
    Ok(call(post).await?.read(Order::read)?)
}

/// The address of a proof's picture.
pub fn proof_url(token: &OrderToken, id: &str) -> String {
    format!("{}{}", super::fetch::base(), path(token, &format!("/proofs/{id}")))
}
