//! The ways the seller is paid, as one list that is replaced as a whole.

use super::super::problem::ApiError;
use super::super::shop::{PaymentKind, Photo};
use super::{Listed, current, get, send};
use crate::json::{At, Json};

/// A way to pay, with what the buyer is told after ordering.
#[derive(Clone, PartialEq, Debug)]
pub struct DeskPayment {
    /// `None` for a new one.
    pub id: Option<String>,
    pub kind: PaymentKind,
    pub title: String,
    /// Where the money goes.
    pub text: String,
    /// The seller's payment code.
    pub qr: Option<Photo>,
}

impl DeskPayment {
    fn read(at: &At) -> Self {
        Self {
            id: Some(at.text("id")),
            kind: at.parsed("kind", PaymentKind::of_word, "transfer"),
            title: at.text("title"),
            text: at.text_or_empty("text"),
            qr: at.part_opt("qr", Photo::read),
        }
    }

    fn body(&self) -> Json {
        let kind = match self.kind {
            PaymentKind::CashOnDelivery => "cash_on_delivery",
            PaymentKind::Transfer => "transfer",
        };
        Json::map(&mut [
            ("id", self.id.as_deref().into()),
            ("kind", kind.into()),
            ("title", self.title.as_str().into()),
            ("text", self.text.as_str().into()),
            ("qr", self.qr.as_ref().map(|photo| photo.hash.as_str()).into()),
        ])
    }
}

/// How the seller is paid.
pub async fn payments() -> Result<Listed<DeskPayment>, ApiError> {
    get("/desk/payments", read).await
}

/// Replaces the list; the list as it is then.
pub async fn set_payments(list: Listed<DeskPayment>) -> Result<Listed<DeskPayment>, ApiError> {
    send("PUT", "/desk/payments", &list.body(DeskPayment::body), read).await
}

/// The list as it stands, out of a refusal that says it was changed meanwhile.
pub fn changed_payments(error: &ApiError) -> Option<Listed<DeskPayment>> {
    current(error, read)
}

fn read(at: &At) -> Listed<DeskPayment> {
    Listed::read(at, DeskPayment::read)
}
