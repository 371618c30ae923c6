//! Visits: counted by shop, hour and where they came from, and by nothing else. Gathered in memory and written every few
//! seconds, so that looking at a shop writes nothing to the disk.

use crate::clock;
use crate::db::{Conn, Db};
use crate::error::Failure;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use minishop_core::host::{Host, detect};
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Milliseconds of an hour.
pub const HOUR: i64 = 3_600_000;

/// How long a visit may wait in memory.
const GATHER: Duration = Duration::from_secs(5);

/// How a buyer came to the shop: the first call of a storefront's tab says `via=number|qr|link`, and for a link the user
/// agent tells the app it was opened in. Every other call is no visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit(Option<&'static str>);

impl Visit {
    /// The source's word in JSON and SQL, if this is a visit.
    fn source(via: &str, user_agent: &str) -> Option<&'static str> {
        match via {
            "number" => Some("number"),
            "qr" => Some("qr"),
            "link" => Some(match detect(user_agent, false) {
                Host::Wechat | Host::WechatMiniProgram => "wechat",
                Host::Weibo => "weibo",
                Host::Whatsapp => "whatsapp",
                Host::Telegram => "telegram",
                Host::Line => "line",
                Host::Browser => "link",
                _ => "other_app",
            }),
            _ => None,
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let pairs = parts.uri.query().unwrap_or_default().split('&');
        let via = pairs.filter_map(|pair| pair.strip_prefix("via=")).next().unwrap_or_default();
        let agent = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        Ok(Self(Self::source(via, agent.unwrap_or_default())))
    }
}

/// Shop, hour (since 1970) and source.
type Place = (i64, i64, &'static str);

/// Visits that are not yet written; cheap to clone.
#[derive(Clone, Default)]
pub struct Visits {
    gathered: Arc<Mutex<HashMap<Place, i64>>>,
}

impl Visits {
    /// Counts a visit of an open shop.
    pub fn note(&self, shop: i64, Visit(source): Visit) {
        if let Some(source) = source {
            self.add([((shop, clock::now().div_euclid(HOUR), source), 1)]);
        }
    }

    fn add(&self, counts: impl IntoIterator<Item = (Place, i64)>) {
        let mut gathered = self.gathered.lock().unwrap_or_else(PoisonError::into_inner);
        for (place, visits) in counts {
            *gathered.entry(place).or_default() += visits;
        }
    }

    /// Writes what was gathered; when that fails it is kept for the next time.
    pub async fn write(&self, db: &Db) -> Result<(), Failure> {
        let counts = std::mem::take(&mut *self.gathered.lock().unwrap_or_else(PoisonError::into_inner));
        if counts.is_empty() {
            return Ok(());
        }
        let rows: Vec<(Place, i64)> = counts.iter().map(|(place, visits)| (*place, *visits)).collect();
        let written = db.write.run(move |conn: &mut Conn| Box::pin(insert(conn, rows))).await;
        if written.is_err() {
            self.add(counts);
        }
        written
    }

    /// Writes every few seconds, until the server stops.
    pub async fn keep(self, db: Db) {
        loop {
            tokio::time::sleep(GATHER).await;
            if let Err(failure) = self.write(&db).await {
                tracing::warn!(error = %failure, "visits could not be written yet");
            }
        }
    }
}

async fn insert(conn: &mut Conn, rows: Vec<(Place, i64)>) -> Result<(), Failure> {
    for ((shop, hour, source), visits) in rows {
        sqlx::query(
            "INSERT INTO visits (shop, hour, source, visits) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (shop, hour, source) DO UPDATE SET visits = visits.visits + excluded.visits",
        )
        .bind(shop)
        .bind(hour)
        .bind(source)
        .bind(visits)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_told_by_the_app_it_was_opened_in() {
        let wechat = "Mozilla/5.0 (iPhone) Mobile/15E148 MicroMessenger/8.0.69(0x18004533) NetType/WIFI";
        let table = [
            ("link", wechat, Some("wechat")),
            ("link", "Mozilla/5.0 Weibo (iPhone10,2__weibo__11.2.1__iphone__os14.5)", Some("weibo")),
            ("link", "WhatsApp/2.22.10.73 A", Some("whatsapp")),
            ("link", "Mozilla/5.0 Telegram-Android/12.10.0 (Samsung)", Some("telegram")),
            ("link", "Mozilla/5.0 Mobile Safari/537.36 Line/26.9.0/IAB", Some("line")),
            ("link", "Mozilla/5.0 wxwork/4.1.39 MicroMessenger/7.0.1", Some("other_app")),
            ("link", "Mozilla/5.0 AliApp(DingTalk/6.5.30)", Some("other_app")),
            ("link", "Mozilla/5.0 Version/18.5 Safari/604.1", Some("link")),
            ("link", "", Some("link")),
            ("qr", wechat, Some("qr")),
            ("number", wechat, Some("number")),
            ("", wechat, None),
            ("elsewhere", wechat, None),
        ];
        for (via, agent, expected) in table {
            assert_eq!(Visit::source(via, agent), expected, "{via} {agent}");
        }
    }
}
