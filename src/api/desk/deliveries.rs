//! The ways goods come to the buyer, as one list that is replaced as a whole.

use super::super::delivery::DeliveryKind;
use super::super::problem::ApiError;
use super::super::shop::money;
use super::{Listed, amount, current, get, send};
use crate::json::{At, Json};
use minishop_core::{Money, Step};

/// A way goods come to the buyer, with everything the seller set.
#[derive(Clone, PartialEq, Debug)]
pub struct DeskDelivery {
    /// `None` for a new one.
    pub id: Option<String>,
    pub kind: DeliveryKind,
    pub title: String,
    pub note: String,
    /// Of a flat one; else nothing.
    pub fee: Money,
    /// Goods total from which the fee falls away.
    pub free_over: Option<Money>,
    /// Days until it arrives, at least and at most.
    pub days: Option<[u32; 2]>,
    /// Of one by weight, ascending.
    pub steps: Vec<Step>,
    /// Where it does not go.
    pub exclusions: Vec<Exclusion>,
}

/// A place that is not served.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exclusion {
    /// ISO 3166 alpha-2.
    pub country: String,
    /// By its full name; empty for the whole country.
    pub province: String,
}

fn kind_word(kind: DeliveryKind) -> &'static str {
    match kind {
        DeliveryKind::Flat => "flat",
        DeliveryKind::Weight => "weight",
        DeliveryKind::Pickup => "pickup",
    }
}

impl DeskDelivery {
    fn read(at: &At) -> Self {
        Self {
            id: Some(at.text("id")),
            kind: at.parsed("kind", DeliveryKind::of_word, "flat"),
            title: at.text("title"),
            note: at.text_or_empty("note"),
            fee: at.part("fee", money),
            free_over: at.part_opt("free_over", money),
            days: at.has("days_min").then(|| [at.count("days_min"), at.count("days_max")]),
            steps: at.list("steps", |at| Step { grams: at.count("grams"), fee: at.part("fee", money) }),
            exclusions: at.list("exclusions", |at| Exclusion {
                country: at.text("country"),
                province: at.text_or_empty("province"),
            }),
        }
    }

    fn body(&self) -> Json {
        let day = |at: usize| self.days.map_or(Json::Null, |days| i64::from(days[at]).into());
        let step =
            |own: &Step| Json::map(&mut [("grams", i64::from(own.grams).into()), ("fee", amount(own.fee))]);
        let place = |own: &Exclusion| {
            Json::map(&mut [
                ("country", own.country.as_str().into()),
                ("province", own.province.as_str().into()),
            ])
        };
        Json::map(&mut [
            ("id", self.id.as_deref().into()),
            ("kind", kind_word(self.kind).into()),
            ("title", self.title.as_str().into()),
            ("note", self.note.as_str().into()),
            ("fee", amount(self.fee)),
            ("free_over", self.free_over.map_or(Json::Null, amount)),
            ("days_min", day(0)),
            ("days_max", day(1)),
            ("steps", Json::List(self.steps.iter().map(step).collect())),
            ("exclusions", Json::List(self.exclusions.iter().map(place).collect())),
        ])
    }
}

/// How goods come to the buyer.
pub async fn deliveries() -> Result<Listed<DeskDelivery>, ApiError> {
    get("/desk/deliveries", read).await
}

/// Replaces the list; the list as it is then.
pub async fn set_deliveries(list: Listed<DeskDelivery>) -> Result<Listed<DeskDelivery>, ApiError> {
    send("PUT", "/desk/deliveries", &list.body(DeskDelivery::body), read).await
}

/// The list as it stands, out of a refusal that says it was changed meanwhile.
pub fn changed_deliveries(error: &ApiError) -> Option<Listed<DeskDelivery>> {
    current(error, read)
}

fn read(at: &At) -> Listed<DeskDelivery> {
    Listed::read(at, DeskDelivery::read)
}
