//! One order that holds, before it is written: everything of it is known.

use crate::clock::rfc3339;
use crate::db::Conn;
use crate::error::{Failure, Problem};
use crate::orders::attempt::Attempt;
use crate::orders::body::{Address, OrderContact};
use crate::orders::{Order, OrderDelivery, OrderEvent, OrderLine, OrderPayment, OrderShop};
use crate::quotes::reach::open_for_orders;
use crate::quotes::{self, Quote, Shelf};
use crate::shops::{self, Contact, Delivery, Payment, ShopRow};
use crate::wire::{Difference, Money};
use axum::http::StatusCode;
use minishop_core::{Action, Actor, ShopNumber, Status, Totals};

/// What a shop's orders are judged by.
pub struct Counter {
    shop: ShopRow,
    contacts: Vec<Contact>,
    deliveries: Vec<Delivery>,
    payments: Vec<Payment>,
}

impl Counter {
    /// The open shop's; `None` where there is none.
    pub async fn of(conn: &mut Conn, number: ShopNumber) -> Result<Option<Self>, Failure> {
        let Some(shop) = shops::find(conn, number).await? else { return Ok(None) };
        Ok(Some(Self {
            contacts: shops::contacts(conn, shop.number).await?,
            deliveries: shops::deliveries(conn, shop.number).await?,
            payments: shops::payments(conn, shop.number).await?,
            shop,
        }))
    }
}

/// An order to be written.
pub struct Draft<'g> {
    pub attempt: &'g Attempt,
    pub shop: &'g ShopRow,
    contacts: &'g [Contact],
    pub delivery: &'g Delivery,
    pub payment: &'g Payment,
    pub quote: Quote,
    pub totals: Totals,
    pub status: Status,
    /// Milliseconds since 1970.
    pub expires_at: Option<i64>,
    /// `261122-7F3K`; given when it is written.
    pub code: String,
}

impl<'g> Draft<'g> {
    /// Judges the attempt and takes its pieces off the shelf.
    pub fn of(attempt: &'g Attempt, counter: &'g Counter, shelf: &mut Shelf) -> Result<Self, Problem> {
        let shop = &counter.shop;
        let request = &attempt.request;
        open_for_orders(shop)?;
        let delivery = quotes::chosen(&counter.deliveries, &request.delivery)?;
        if delivery.kind != "pickup" && request.address.is_none() {
            return Err(Problem::field("address", "required", "This delivery needs an address."));
        }
        let payment = counter.payments.iter().find(|method| method.id == request.payment);
        let payment = payment
            .ok_or_else(|| Problem::field("payment", "unknown", "This shop has no such payment method."))?;
        let (quote, totals) = quotes::priced(shop, &attempt.wanted, shelf, Some(delivery))?;
        if let Some(short) = quote.lines.iter().find(|line| line.state != "ok") {
            return Err(sold_out(&short.sku, short.left, &quote));
        }
        let address = request.address.as_ref().filter(|_| delivery.kind != "pickup");
        let quote = quote.must_arrive(shop, delivery, address)?;
        if request.expected_total != quote.total {
            let detail = "The total has changed since the buyer saw it.";
            return Err(Problem::new(StatusCode::CONFLICT, "price_changed", detail).with("quote", quote));
        }
        for line in &attempt.wanted {
            if let Some(sku) = shelf.get_mut(&line.sku) {
                sku.stock -= i64::from(line.quantity.get());
            }
        }
        let cash = payment.kind == "cash_on_delivery";
        Ok(Self {
            attempt,
            shop,
            contacts: &counter.contacts,
            delivery,
            payment,
            quote,
            totals,
            status: if cash { Status::New } else { Status::ToPay },
            expires_at: (!cash).then(|| attempt.now + shop.unpaid_minutes * 60_000),
            code: String::new(),
        })
    }

    /// Who gets it.
    pub fn contact(&self) -> OrderContact {
        let contact = &self.attempt.request.contact;
        OrderContact { name: contact.name.trim().to_owned(), phone: contact.phone.trim().to_owned() }
    }

    /// Where it goes; nowhere if it is picked up.
    pub fn address(&self) -> Option<&Address> {
        self.attempt.request.address.as_ref().filter(|_| self.delivery.kind != "pickup")
    }

    /// The order as its buyer sees it, without another look into the database.
    pub fn order(&self) -> Result<Order, Failure> {
        let placed_at = rfc3339(self.attempt.now);
        let lines = self.quote.lines.iter().map(|line| OrderLine {
            sku: line.sku.clone(),
            goods: line.goods.clone().unwrap_or_default(),
            title: line.title.clone(),
            values: line.values.clone(),
            photo: line.photo.clone(),
            quantity: line.quantity,
            unit: line.unit.clone(),
            amount: line.amount.clone(),
        });
        Ok(Order {
            code: self.code.clone(),
            status: self.status.word(),
            actions: self.status.actions(Actor::Buyer).map(Action::word).collect(),
            shop: OrderShop {
                number: self.shop.number.to_string(),
                name: self.shop.name.clone(),
                logo: self.shop.logo(),
                theme: self.shop.theme.clone(),
                contacts: self.contacts.to_vec(),
                currency: self.shop.currency.clone(),
                locale: self.shop.locale.clone(),
            },
            lines: lines.collect(),
            goods_total: self.quote.goods_total.clone(),
            delivery_fee: self.quote.delivery_fee.clone(),
            adjustment: Difference { minor: 0, currency: self.shop.currency.clone() },
            total: self.quote.total.clone(),
            refunded: Money { minor: 0, currency: self.shop.currency.clone() },
            contact: self.contact(),
            address: self.address().cloned(),
            delivery: OrderDelivery {
                kind: self.delivery.kind.clone(),
                title: self.delivery.title.clone(),
                note: self.delivery.note.clone(),
            },
            payment: OrderPayment {
                kind: self.payment.kind.clone(),
                title: self.payment.title.clone(),
                text: self.payment.text.clone(),
                qr: self.payment.qr(),
            },
            note: self.attempt.request.note.trim().to_owned(),
            cancel_reason: String::new(),
            proofs: Vec::new(),
            shipments: Vec::new(),
            events: vec![OrderEvent {
                at: placed_at.clone(),
                actor: "buyer".to_owned(),
                action: "place".to_owned(),
                status: self.status.word().to_owned(),
            }],
            placed_at,
            expires_at: self.expires_at.map(rfc3339),
        })
    }
}

fn sold_out(sku: &str, left: i64, quote: &Quote) -> Problem {
    let detail = if left > 0 { format!("Only {left} left of {sku}.") } else { format!("{sku} is sold out.") };
    Problem::new(StatusCode::CONFLICT, "sold_out", detail)
        .with("sku", sku)
        .with("left", left)
        .with("quote", quote)
}
