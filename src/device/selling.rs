//! What a seller's phone remembers between orders: the last carrier, whether it rings, and what was typed last at an order.

use super::{load, storage};
use crate::json::{At, Json};

const CARRIER: &str = "ms:1:desk:carrier";
const RINGS: &str = "ms:1:desk:rings";
const DRAFT: &str = "ms:1:desk:order";

/// The carrier of the last parcel; empty before the first.
pub fn carrier() -> String {
    storage::get(CARRIER).unwrap_or_default()
}

/// Keeps the carrier for the next parcel.
pub fn keep_carrier(name: &str) {
    storage::set(CARRIER, name);
}

/// Whether this device rings for new orders; the seller has to switch it on.
pub fn rings() -> bool {
    storage::get(RINGS).is_some()
}

/// Switches the ringing on or off.
pub fn set_rings(on: bool) {
    if on { storage::set(RINGS, "1") } else { storage::remove(RINGS) }
}

/// A parcel as far as it is typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TypedParcel {
    /// One of the carriers on the list; empty for the seller's own words.
    pub listed: String,
    pub own: String,
    pub waybill: String,
}

/// What was typed at one order and not sent yet. Only the last order's is kept.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OrderDraft {
    pub total: String,
    pub refund: String,
    pub reason: String,
    /// `None` where the note was not touched.
    pub note: Option<String>,
    pub parcels: Vec<TypedParcel>,
}

impl TypedParcel {
    fn read(at: &At) -> Self {
        Self { listed: at.text("listed"), own: at.text("own"), waybill: at.text("waybill") }
    }

    fn write(&self) -> Json {
        Json::map(&mut [
            ("listed", self.listed.as_str().into()),
            ("own", self.own.as_str().into()),
            ("waybill", self.waybill.as_str().into()),
        ])
    }
}

impl OrderDraft {
    fn read(at: &At) -> (String, Self) {
        let draft = Self {
            total: at.text("total"),
            refund: at.text("refund"),
            reason: at.text("reason"),
            note: at.text_opt("note"),
            parcels: at.list("parcels", TypedParcel::read),
        };
        (at.text("order"), draft)
    }

    /// What was typed at that order.
    pub fn load(order: &str) -> Self {
        load(DRAFT, Self::read).filter(|(own, _)| own == order).map(|(_, draft)| draft).unwrap_or_default()
    }

    /// Changes what is kept of that order; an empty draft is forgotten.
    pub fn change(order: &str, change: impl FnOnce(&mut Self)) {
        let mut draft = Self::load(order);
        change(&mut draft);
        if draft == Self::default() {
            if load(DRAFT, Self::read).is_some_and(|(own, _)| own == order) {
                storage::remove(DRAFT);
            }
            return;
        }
        let json = Json::map(&mut [
            ("order", order.into()),
            ("total", draft.total.as_str().into()),
            ("refund", draft.refund.as_str().into()),
            ("reason", draft.reason.as_str().into()),
            ("note", draft.note.as_deref().into()),
            ("parcels", Json::List(draft.parcels.iter().map(TypedParcel::write).collect())),
        ]);
        storage::set(DRAFT, &json.write());
    }
}
