//! What a seller does to an order. Every change names the version it saw and answers with the order as it is then.

use super::super::super::problem::ApiError;
use super::super::send;
use super::DeskOrder;
use crate::json::Json;
use minishop_core::{Action, Money, OrderId};

/// One parcel to hand over.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Parcel {
    pub carrier: String,
    pub waybill: String,
}

/// One step of the seller's, but for parcels.
#[derive(Clone, PartialEq, Debug)]
pub enum Change {
    Accept,
    ConfirmPayment,
    RejectProof,
    /// It did arrive, though the buyer has not said so.
    Receive,
    /// The new total.
    Reprice(Money),
    /// Why; the buyer reads it.
    Cancel(String),
    /// What went back.
    Refund(Money),
    /// The seller's own note, in place of the one before.
    Note(String),
}

impl Change {
    fn word(&self) -> &'static str {
        match self {
            Self::Accept => Action::Accept.word(),
            Self::ConfirmPayment => Action::ConfirmPayment.word(),
            Self::RejectProof => Action::RejectProof.word(),
            Self::Receive => Action::Receive.word(),
            Self::Reprice(_) => Action::Reprice.word(),
            Self::Cancel(_) => Action::Cancel.word(),
            Self::Refund(_) => Action::Refund.word(),
            Self::Note(_) => "note",
        }
    }

    fn body(&self, version: i64) -> Json {
        let seen = ("version", Json::Int(version));
        let with = |name, value: Json| Json::map(&mut [seen.clone(), (name, value)]);
        match self {
            Self::Accept | Self::ConfirmPayment | Self::RejectProof | Self::Receive => Json::map(&mut [seen]),
            Self::Reprice(total) => with("total", money(*total)),
            Self::Cancel(reason) => with("reason", reason.as_str().into()),
            Self::Refund(amount) => with("amount", money(*amount)),
            Self::Note(note) => with("seller_note", note.as_str().into()),
        }
    }
}

fn money(amount: Money) -> Json {
    let currency = amount.currency();
    Json::map(&mut [("minor", amount.minor().into()), ("currency", currency.code().into())])
}

/// Makes the change to the order as it was at `version`.
pub async fn change(id: &OrderId, version: i64, change: &Change) -> Result<DeskOrder, ApiError> {
    let path = format!("/desk/orders/{id}/{}", change.word());
    send("POST", &path, &change.body(version), DeskOrder::read).await
}

/// Hands 1–10 parcels to their carriers.
pub async fn ship(id: &OrderId, version: i64, parcels: &[Parcel]) -> Result<DeskOrder, ApiError> {
    let parcel = |parcel: &Parcel| {
        Json::map(&mut [
            ("carrier", parcel.carrier.as_str().into()),
            ("waybill", parcel.waybill.as_str().into()),
        ])
    };
    let parcels = Json::List(parcels.iter().map(parcel).collect());
    let body = Json::map(&mut [("version", version.into()), ("parcels", parcels)]);
    send("POST", &format!("/desk/orders/{id}/ship"), &body, DeskOrder::read).await
}

/// Corrects a parcel that was written wrong.
pub async fn correct(
    id: &OrderId,
    version: i64,
    shipment: &str,
    parcel: &Parcel,
) -> Result<DeskOrder, ApiError> {
    let body = Json::map(&mut [
        ("version", version.into()),
        ("carrier", parcel.carrier.as_str().into()),
        ("waybill", parcel.waybill.as_str().into()),
    ]);
    send("PUT", &format!("/desk/orders/{id}/shipments/{shipment}"), &body, DeskOrder::read).await
}
