//! `GET /desk/export/orders.csv`: orders for the seller's books, one row for each line.

use super::order_rows::{Cursor, TITLES, page};
use super::{MARK, Sheet, file};
use crate::app::App;
use crate::desk::form::Form;
use crate::desk::seller::Seller;
use crate::error::{Failure, Problem};
use axum::body::{Body, Bytes};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use futures_util::stream;
use jiff::civil::Date;
use serde::Deserialize;
use utoipa::IntoParams;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// Which days, both of them included; none is all.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct Days {
    /// `2026-11-01`.
    from: String,
    /// `2026-11-30`.
    to: String,
    /// Minutes the seller's clock is ahead of UTC: where a day begins, and what times are written in.
    offset: i64,
}

/// Orders placed on these days, the oldest first. What an order costs as a whole stands in its first row alone, so that a
/// column can be summed up.
#[utoipa::path(get, path = "/desk/export/orders.csv", tag = "seller", params(Days),
    responses((status = 200, content_type = "text/csv", body = String),
        (status = 400, body = Problem, description = "`invalid_field`"), (status = 401, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    seller: Seller,
    days: Result<Query<Days>, QueryRejection>,
) -> Result<Response, Problem> {
    let Query(days) = days.map_err(|error| Problem::field("query", "wrong_type", error.body_text()))?;
    let begin = days.span(&seller)?;
    let mut head = MARK.to_vec();
    head.extend(Sheet::titled(TITLES)?.bytes()?);
    // Page by page, as fast as it is read: the books of years are never in memory at once.
    let pages =
        stream::try_unfold((app, begin, Some(Bytes::from(head))), |(app, mut cursor, head)| async move {
            if let Some(head) = head {
                return Ok::<_, Failure>(Some((head, (app, cursor, None))));
            }
            let rows = page(&app.db.read, &mut cursor).await?;
            Ok(rows.map(|rows| (Bytes::from(rows), (app, cursor, None))))
        });
    Ok(file(&format!("orders-{}.csv", seller.shop), Body::from_stream(pages)))
}

impl Days {
    /// Where the days begin and end, once they are days.
    fn span(&self, seller: &Seller) -> Result<Cursor, Problem> {
        let mut form = Form::default();
        let mut day = |path: &str, text: &str| {
            let day: Option<Date> = text.parse().ok().filter(|_| text.len() == 10);
            if day.is_none() && !text.is_empty() {
                form.fault(path, "not_day", format!("{path} is a day such as 2026-11-22."));
            }
            day.map(midnight)
        };
        let (from, to) = (day("from", &self.from), day("to", &self.to));
        form.within("offset", self.offset, -14 * 60..=14 * 60);
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            form.fault("to", "out_of_range", "The last day is not before the first.");
        }
        form.done()?;
        let offset = self.offset * MINUTE;
        Ok(Cursor {
            shop: seller.shop,
            currency: seller.currency,
            offset,
            after: (from.map_or(i64::MIN, |from| from - offset), String::new()),
            until: to.map_or(i64::MAX, |to| to + DAY - offset),
        })
    }
}

/// Milliseconds since 1970 at the day's beginning in UTC.
fn midnight(day: Date) -> i64 {
    day.to_zoned(jiff::tz::TimeZone::UTC).map(|time| time.timestamp().as_millisecond()).unwrap_or_default()
}
