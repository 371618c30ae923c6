//! Orders as they come from the server.

use super::super::super::order::Order;
use super::super::super::shop::{PaymentKind, Photo, money};
use super::super::super::time::time;
use crate::json::At;
use minishop_core::{Action, Actor, Money, OrderId, Status};

/// An order as it stands in the list. Times are seconds since 1970.
#[derive(Clone, PartialEq, Debug)]
pub struct OrderCard {
    pub id: OrderId,
    /// For people to name it.
    pub code: String,
    pub status: Status,
    pub placed_at: i64,
    pub name: String,
    pub phone: String,
    pub total: Money,
    pub pieces: u32,
    /// Of the first line.
    pub photo: Option<Photo>,
    /// Of the first three lines.
    pub titles: Vec<String>,
    pub payment: PaymentKind,
    /// Nothing is sent: the buyer fetches it.
    pub pickup: bool,
    /// When it ends unpaid.
    pub expires_at: Option<i64>,
    /// Pictures the buyer sent of a transfer.
    pub proofs: u32,
    pub version: i64,
}

/// How many orders stand under each tab.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    pub new: u32,
    pub to_pay: u32,
    pub to_ship: u32,
    pub shipped: u32,
    pub done: u32,
    pub cancelled: u32,
}

impl Counts {
    /// All orders there ever were.
    pub fn all(self) -> u32 {
        self.new + self.to_pay + self.to_ship + self.shipped + self.done + self.cancelled
    }
}

/// A page of the list.
#[derive(Clone, PartialEq, Debug)]
pub struct Orders {
    pub items: Vec<OrderCard>,
    pub next: Option<String>,
    pub counts: Counts,
    /// The newest event's number: from where to listen.
    pub seq: i64,
}

/// One order: what its buyer sees, and what is the seller's alone.
#[derive(Clone, PartialEq, Debug)]
pub struct DeskOrder {
    pub id: OrderId,
    /// Grows with every change; each change names the one it saw.
    pub version: i64,
    /// What the buyer sees.
    pub seen: Order,
    /// What the seller may do now.
    pub actions: Vec<Action>,
    pub shipments: Vec<DeskShipment>,
    pub events: Vec<DeskEvent>,
    /// For the seller alone.
    pub seller_note: String,
}

/// One parcel.
#[derive(Clone, PartialEq, Debug)]
pub struct DeskShipment {
    pub id: String,
    pub carrier: String,
    pub waybill: String,
    pub at: i64,
}

/// One step of the order's life.
#[derive(Clone, PartialEq, Debug)]
pub struct DeskEvent {
    pub at: i64,
    pub actor: Actor,
    /// `place`, or a word of [`Action`].
    pub action: String,
    /// What went back with a refund, the new total of a reprice.
    pub amount: Option<Money>,
}

fn id(at: &At) -> OrderId {
    at.parsed("id", |text| OrderId::parse(text).ok(), "----------------------")
}

pub(in crate::api::desk) fn actor(at: &At) -> Actor {
    match at.text("actor").as_str() {
        "buyer" => Actor::Buyer,
        "seller" => Actor::Seller,
        _ => Actor::Clock,
    }
}

impl OrderCard {
    fn read(at: &At) -> Self {
        Self {
            id: id(at),
            code: at.text("code"),
            status: at.parsed("status", Status::from_word, "new"),
            placed_at: time(at, "placed_at"),
            name: at.text("name"),
            phone: at.text("phone"),
            total: at.part("total", money),
            pieces: at.count("pieces"),
            photo: at.part_opt("photo", Photo::read),
            titles: at.texts("titles"),
            payment: at.parsed("payment_kind", PaymentKind::of_word, "transfer"),
            pickup: at.text("delivery_kind") == "pickup",
            expires_at: at.has("expires_at").then(|| time(at, "expires_at")),
            proofs: at.count("proofs"),
            version: at.int("version"),
        }
    }
}

impl Counts {
    fn read(at: &At) -> Self {
        Self {
            new: at.count("new"),
            to_pay: at.count("to_pay"),
            to_ship: at.count("to_ship"),
            shipped: at.count("shipped"),
            done: at.count("done"),
            cancelled: at.count("cancelled"),
        }
    }
}

impl Orders {
    pub(super) fn read(at: &At) -> Self {
        Self {
            items: at.list("items", OrderCard::read),
            next: at.text_opt("next"),
            counts: at.part("counts", Counts::read),
            seq: at.int("seq"),
        }
    }
}

impl DeskShipment {
    fn read(at: &At) -> Self {
        Self {
            id: at.text("id"),
            carrier: at.text("carrier"),
            waybill: at.text("waybill"),
            at: time(at, "at"),
        }
    }
}

impl DeskEvent {
    fn read(at: &At) -> Self {
        Self {
            at: time(at, "at"),
            actor: actor(at),
            action: at.text("action"),
            amount: at.part_opt("amount", money),
        }
    }
}

impl DeskOrder {
    pub(super) fn read(at: &At) -> Self {
        let words = at.texts("actions");
        let known = [
            Action::Accept,
            Action::ConfirmPayment,
            Action::RejectProof,
            Action::Reprice,
            Action::Ship,
            Action::Receive,
            Action::Cancel,
            Action::Refund,
        ];
        Self {
            id: id(at),
            version: at.int("version"),
            seen: Order::read(at),
            actions: known.into_iter().filter(|own| words.iter().any(|word| word == own.word())).collect(),
            shipments: at.list("shipments", DeskShipment::read),
            events: at.list("events", DeskEvent::read),
            seller_note: at.text("seller_note"),
        }
    }

    /// Whether the seller may do that now.
    pub fn allows(&self, action: Action) -> bool {
        self.actions.contains(&action)
    }

    /// What was paid and not given back, in minor units.
    pub fn kept(&self) -> i64 {
        self.seen.total.minor() - self.seen.refunded.map_or(0, Money::minor)
    }
}
