//! `POST /shops/{number}/quotes`: the server's price for a cart, and what is wrong with it line by line.

pub mod reach;

use crate::app::App;
use crate::error::{Failure, FieldFault, Problem};
use crate::extract::{Body, Source};
use crate::shops::{self, ShopRow};
use crate::wire::{self, Money, Photo};
use axum::Json;
use axum::extract::{Path, State};
use minishop_core as core;
use minishop_core::{Cart, Quantity, Refused, Totals};
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, QueryBuilder, Sqlite, SqliteConnection};
use std::collections::HashMap;
use utoipa::ToSchema;

/// So many pieces of a sku.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LineRequest {
    pub sku: String,
    /// 1–999.
    pub quantity: i64,
}

/// What is to be priced.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuoteRequest {
    /// 1–50 lines, each sku once.
    pub lines: Vec<LineRequest>,
    /// A delivery method's id; without one the delivery costs nothing yet.
    pub delivery: Option<String>,
    /// Where it goes, as far as it is known; without one no region is refused yet.
    pub region: Option<reach::RegionRequest>,
}

/// One line with today's price and stock.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct QuoteLine {
    pub sku: String,
    pub goods: Option<String>,
    pub title: String,
    pub values: Vec<String>,
    pub photo: Option<Photo>,
    pub quantity: i64,
    pub unit: Money,
    pub amount: Money,
    /// Pieces left.
    pub left: i64,
    /// `ok`, `less` (fewer left than asked for), `sold_out`, or `gone` (no longer sold here).
    pub state: &'static str,
}

/// The server's price for a cart; totals count the `ok` lines.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Quote {
    /// In the request's order.
    pub lines: Vec<QuoteLine>,
    pub goods_total: Money,
    pub delivery_fee: Money,
    pub total: Money,
    pub delivery: Option<String>,
    /// `region` where the delivery does not go there, `weight` where the parcel is too heavy for it, else `null`.
    pub delivery_refused: Option<&'static str>,
    /// Every line is `ok`, the delivery takes them there, and the shop is not on holiday.
    pub orderable: bool,
}

/// A checked line.
pub struct Wanted {
    pub sku: String,
    pub quantity: Quantity,
}

/// Skus that are sold now, by id.
pub type Shelf = HashMap<String, SkuRow>;

/// A sku as it is sold now.
#[derive(FromRow)]
pub struct SkuRow {
    id: String,
    shop: i64,
    goods: String,
    title: String,
    value1: String,
    value2: String,
    value3: String,
    price: i64,
    weight_grams: Option<i64>,
    /// Pieces left; whoever takes some in memory counts them off here.
    pub stock: i64,
    photo: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    color: Option<String>,
}

/// Prices a cart.
#[utoipa::path(post, path = "/shops/{number}/quotes", tag = "buyer", request_body = QuoteRequest,
    params(("number" = String, Path, description = "Six digits")),
    responses((status = 200, body = Quote), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn post(
    State(app): State<App>,
    source: Source,
    Path(number): Path<String>,
    Body(request): Body<QuoteRequest>,
) -> Result<Json<Quote>, Problem> {
    let wanted = check(&request.lines)?;
    let mut conn = app.db.read.acquire().await?;
    let shop = shops::admit(&app, &source, &mut conn, &number).await?;
    let methods = shops::deliveries(&mut conn, shop.number).await?;
    let delivery = request.delivery.as_ref().map(|id| chosen(&methods, id)).transpose()?;
    let on_shelf = shelf(&mut conn, wanted.iter().map(|line| line.sku.as_str())).await?;
    let (mut quote, _) = priced(&shop, &wanted, &on_shelf, delivery)?;
    if let (Some(delivery), Some(place)) = (delivery, &request.region) {
        quote.send(delivery, &place.read(&shop)?);
    }
    Ok(Json(quote))
}

/// 1–50 lines, each sku once, 1–999 pieces: else every fault with its path.
pub fn check(lines: &[LineRequest]) -> Result<Vec<Wanted>, Problem> {
    if lines.is_empty() {
        return Err(Problem::field("lines", "empty", "An order needs at least one line."));
    }
    if lines.len() > Cart::MAX_LINES {
        let message = format!("An order has at most {} lines.", Cart::MAX_LINES);
        return Err(Problem::field("lines", "out_of_range", message));
    }
    let mut faults = Vec::new();
    let mut wanted = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        if lines[..at].iter().any(|other| other.sku == line.sku) {
            let message = format!("The sku {} stands in two lines.", line.sku);
            faults.push(FieldFault { path: format!("lines[{at}].sku"), code: "duplicate", message });
        }
        match Quantity::new(line.quantity) {
            Some(quantity) => wanted.push(Wanted { sku: line.sku.clone(), quantity }),
            None => faults.push(FieldFault {
                path: format!("lines[{at}].quantity"),
                code: "out_of_range",
                message: format!("A quantity is 1 to {}, not {}.", Quantity::MAX, line.quantity),
            }),
        }
    }
    if faults.is_empty() { Ok(wanted) } else { Err(Problem::fields(faults)) }
}

/// The delivery method with that id.
pub fn chosen<'m>(methods: &'m [shops::Delivery], id: &str) -> Result<&'m shops::Delivery, Problem> {
    methods
        .iter()
        .find(|method| method.id == id)
        .ok_or_else(|| Problem::field("delivery", "unknown", "This shop has no such delivery method."))
}

/// What is sold now of these skus, by id; what is missing is sold no longer, or never was.
pub async fn shelf<'s>(
    conn: &mut SqliteConnection,
    skus: impl Iterator<Item = &'s str>,
) -> Result<Shelf, Failure> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "SELECT s.id, s.shop, s.goods, g.title, s.value1, s.value2, s.value3, s.price, s.weight_grams, s.stock, \
           p.hash AS photo, p.width, p.height, p.color \
         FROM skus s JOIN goods g ON g.id = s.goods AND g.visible \
         LEFT JOIN goods_photos gp ON gp.goods = s.goods AND gp.position = 0 \
         LEFT JOIN photos p ON p.hash = COALESCE(s.photo, gp.photo) WHERE s.active AND s.id IN (",
    );
    let mut ids = query.separated(", ");
    for sku in skus {
        ids.push_bind(sku);
    }
    query.push(")");
    let rows: Vec<SkuRow> = query.build_query_as().fetch_all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}

/// The quote for these lines by what is on the shelf: pure.
pub fn priced(
    shop: &ShopRow,
    wanted: &[Wanted],
    on_shelf: &Shelf,
    delivery: Option<&shops::Delivery>,
) -> Result<(Quote, Totals), Failure> {
    let currency = shop.currency()?;
    let mut lines = Vec::with_capacity(wanted.len());
    let mut bought = Vec::with_capacity(wanted.len());
    for line in wanted {
        let shown = match on_shelf.get(&line.sku).filter(|row| row.shop == shop.number) {
            Some(row) => row.line(line, currency)?,
            None => gone(line, currency),
        };
        if shown.state == "ok" {
            let grams = on_shelf.get(&line.sku).and_then(|row| row.weight_grams).unwrap_or(0);
            let grams = u32::try_from(grams).unwrap_or(0);
            bought.push((wire::money(shown.unit.minor, currency)?, grams, line.quantity));
        }
        lines.push(shown);
    }
    let method = delivery.map(|method| method.priced(currency)).transpose()?;
    let totals = Totals::of(currency, bought, method.as_ref())
        .map_err(|error| Failure::Broken(format!("a total {error}")))?;
    let refused = totals.too_heavy.then(|| Refused::Weight.word());
    let quote = Quote {
        orderable: lines.iter().all(|line| line.state == "ok") && refused.is_none() && !shop.holiday,
        delivery_refused: refused,
        lines,
        goods_total: totals.goods.into(),
        delivery_fee: totals.delivery.into(),
        total: totals.total.into(),
        delivery: delivery.map(|method| method.id.clone()),
    };
    Ok((quote, totals))
}

impl SkuRow {
    fn line(&self, wanted: &Wanted, currency: core::Currency) -> Result<QuoteLine, Failure> {
        let unit = wire::money(self.price, currency)?;
        let pieces = wanted.quantity.get();
        let amount = unit.times(pieces).map_err(|error| Failure::Broken(format!("a line {error}")))?;
        let state = match self.stock {
            0 => "sold_out",
            left if left < i64::from(pieces) => "less",
            _ => "ok",
        };
        Ok(QuoteLine {
            sku: wanted.sku.clone(),
            photo: Photo::of(self.photo.clone(), self.width, self.height, self.color.clone(), ""),
            goods: Some(self.goods.clone()),
            title: self.title.clone(),
            values: wire::values([self.value1.clone(), self.value2.clone(), self.value3.clone()]),
            quantity: pieces.into(),
            unit: unit.into(),
            amount: amount.into(),
            left: self.stock,
            state,
        })
    }
}

/// A sku that this shop does not sell, or no longer.
fn gone(wanted: &Wanted, currency: core::Currency) -> QuoteLine {
    let nothing = Money::from(core::Money::zero(currency));
    QuoteLine {
        sku: wanted.sku.clone(),
        goods: None,
        title: String::new(),
        values: Vec::new(),
        photo: None,
        quantity: wanted.quantity.get().into(),
        unit: nothing.clone(),
        amount: nothing,
        left: 0,
        state: "gone",
    }
}
