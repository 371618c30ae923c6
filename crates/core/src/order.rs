//! What an order's status allows: one table, read by the server before it acts and by the screens before they offer.

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Placed with cash on delivery; the seller has not looked yet.
    New,
    /// Waiting for the buyer's transfer.
    ToPay,
    /// The buyer sent a proof; the seller has to find the money.
    ToConfirm,
    /// Accepted or paid: the seller packs it.
    ToShip,
    /// Under way.
    Shipped,
    /// Arrived.
    Done,
    /// Ended before it was shipped.
    Cancelled,
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Actor {
    Buyer,
    Seller,
    /// The server's own clock.
    Clock,
}

/// What is done to an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Take a cash-on-delivery order on.
    Accept,
    /// Send the picture of a transfer.
    SendProof,
    /// The transfer did arrive.
    ConfirmPayment,
    /// The proof shows no such transfer.
    RejectProof,
    /// Change the total before payment.
    Reprice,
    /// Hand one more parcel to the carrier.
    Ship,
    /// «I got it», or the seller knows that it did arrive.
    Receive,
    /// End it and give the stock back.
    Cancel,
    /// The time to pay is over: end it and give the stock back.
    Expire,
    /// Note that money went back to the buyer.
    Refund,
}

use Action as Do;
use Actor::{Buyer, Clock, Seller};
use Status::{Cancelled, Done, New, Shipped, ToConfirm, ToPay, ToShip};

/// Every allowed step; what is not here is refused.
pub const STEPS: &[(Status, Actor, Action, Status)] = &[
    (New, Buyer, Do::Cancel, Cancelled),
    (New, Seller, Do::Accept, ToShip),
    (New, Seller, Do::Ship, Shipped),
    (New, Seller, Do::Reprice, New),
    (New, Seller, Do::Cancel, Cancelled),
    (ToPay, Buyer, Do::SendProof, ToConfirm),
    (ToPay, Buyer, Do::Cancel, Cancelled),
    (ToPay, Seller, Do::ConfirmPayment, ToShip),
    (ToPay, Seller, Do::Reprice, ToPay),
    (ToPay, Seller, Do::Cancel, Cancelled),
    (ToPay, Clock, Do::Expire, Cancelled),
    (ToConfirm, Buyer, Do::SendProof, ToConfirm),
    (ToConfirm, Seller, Do::ConfirmPayment, ToShip),
    (ToConfirm, Seller, Do::RejectProof, ToPay),
    (ToConfirm, Seller, Do::Cancel, Cancelled),
    (ToShip, Seller, Do::Ship, Shipped),
    (ToShip, Seller, Do::Cancel, Cancelled),
    (ToShip, Seller, Do::Refund, ToShip),
    (Shipped, Buyer, Do::Receive, Done),
    (Shipped, Seller, Do::Ship, Shipped),
    // Buyers forget to say so; what was picked up or delivered must come to its end all the same.
    (Shipped, Seller, Do::Receive, Done),
    (Shipped, Seller, Do::Refund, Shipped),
    (Done, Seller, Do::Refund, Done),
    (Cancelled, Seller, Do::Refund, Cancelled),
];

impl Status {
    /// All of them, in the order an order lives through them.
    pub const ALL: [Self; 7] = [New, ToPay, ToConfirm, ToShip, Shipped, Done, Cancelled];

    /// The status after the step, or `None` where the step is not allowed.
    pub fn after(self, actor: Actor, action: Action) -> Option<Self> {
        STEPS.iter().find(|step| (step.0, step.1, step.2) == (self, actor, action)).map(|step| step.3)
    }

    /// What this actor may do now.
    pub fn actions(self, actor: Actor) -> impl Iterator<Item = Action> {
        STEPS.iter().filter(move |step| (step.0, step.1) == (self, actor)).map(|step| step.2)
    }

    /// The word used in JSON and SQL.
    pub fn word(self) -> &'static str {
        match self {
            New => "new",
            ToPay => "to_pay",
            ToConfirm => "to_confirm",
            ToShip => "to_ship",
            Shipped => "shipped",
            Done => "done",
            Cancelled => "cancelled",
        }
    }

    /// Reads [`Status::word`] back.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }
}

impl Action {
    /// The word used in JSON and SQL.
    pub fn word(self) -> &'static str {
        match self {
            Do::Accept => "accept",
            Do::SendProof => "send_proof",
            Do::ConfirmPayment => "confirm_payment",
            Do::RejectProof => "reject_proof",
            Do::Reprice => "reprice",
            Do::Ship => "ship",
            Do::Receive => "receive",
            Do::Cancel => "cancel",
            Do::Expire => "expire",
            Do::Refund => "refund",
        }
    }
}

impl Actor {
    /// The word used in JSON and SQL.
    pub fn word(self) -> &'static str {
        match self {
            Buyer => "buyer",
            Seller => "seller",
            Clock => "clock",
        }
    }
}
