//! Sends what is due: one delivery of a shop at a time, many shops at once, each tried again later where it failed.

use super::format::{News, OrderNews, Wish, refusal};
use super::post;
use crate::app::App;
use crate::clock;
use crate::db::Conn;
use crate::error::Failure;
use crate::wire;
use sqlx::FromRow;
use std::collections::HashMap;
use std::time::Duration;
use tokio::task::{Id, JoinSet};

/// Shops that are told at once.
const AT_ONCE: usize = 16;
/// A look at the queue at least so often, should a ring be lost; and the pause when the database refuses.
const LOOK: Duration = Duration::from_secs(5);
/// A pause after a ring, in which more may come.
const CROWD: Duration = Duration::from_millis(50);
/// How long finished deliveries stay in the log.
const KEPT: i64 = 30 * clock::DAY;
/// Milliseconds between two looks for old ones.
const SWEEP: i64 = 3_600_000;

/// Sends until the server stops; what it was about to send is sent after the next start.
pub async fn run(app: App) {
    let mut sending = JoinSet::new();
    let mut busy: HashMap<Id, i64> = HashMap::new();
    let mut swept = 0;
    loop {
        let now = clock::now();
        if now - swept > SWEEP {
            swept = now;
            forget(&app, now - KEPT).await;
        }
        let waiting = due(&app).await.unwrap_or_else(|error| {
            tracing::error!(%error, "the webhooks' queue could not be read");
            Vec::new()
        });
        let mut pause = LOOK;
        for (shop, at) in waiting {
            if busy.values().any(|one| *one == shop) {
                continue;
            }
            if at > now {
                pause = pause.min(Duration::from_millis(at.abs_diff(now)));
            } else if busy.len() < AT_ONCE {
                let app = app.clone();
                let task = sending.spawn(async move {
                    if let Err(failure) = deliver(&app, shop).await {
                        tracing::error!(error = %failure, "a webhook could not be told or noted");
                        tokio::time::sleep(LOOK).await;
                    }
                });
                busy.insert(task.id(), shop);
            }
        }
        tokio::select! {
            // Orders come in crowds; one look serves them all.
            () = app.webhooks.wake.notified() => tokio::time::sleep(CROWD).await,
            () = tokio::time::sleep(pause) => {}
            Some(ended) = sending.join_next_with_id() => {
                let id = ended.map_or_else(|error| error.id(), |(id, ())| id);
                busy.remove(&id);
            }
        }
    }
}

/// Each shop with something queued, and when its next is due; the earliest first.
async fn due(app: &App) -> Result<Vec<(i64, i64)>, sqlx::Error> {
    sqlx::query_as(
        "SELECT shop, MIN(next_at) AS due FROM webhook_deliveries WHERE next_at IS NOT NULL \
         GROUP BY shop ORDER BY due LIMIT 100",
    )
    .fetch_all(&app.db.read)
    .await
}

#[derive(FromRow)]
struct Job {
    id: String,
    kind: String,
    order_id: Option<String>,
    at: i64,
    attempts: i64,
    shop_name: String,
    locale: String,
    url: Option<String>,
    format: Option<String>,
    secret: Option<String>,
    chat: Option<String>,
    active: Option<bool>,
}

#[derive(FromRow)]
struct OrderRow {
    code: String,
    status: String,
    name: String,
    total: i64,
    currency: String,
    pieces: i64,
}

/// Sends the shop's next delivery and notes what came of it.
async fn deliver(app: &App, shop: i64) -> Result<(), Failure> {
    let now = clock::now();
    let job: Option<Job> = sqlx::query_as(
        "SELECT d.id, d.kind, d.order_id, d.at, d.attempts, s.name AS shop_name, s.locale, w.url, w.format, w.secret, \
           w.chat, w.active \
         FROM webhook_deliveries d JOIN shops s ON s.number = d.shop LEFT JOIN webhooks w ON w.shop = d.shop \
         WHERE d.shop = $1 AND d.next_at <= $2 ORDER BY d.next_at, d.at, d.id LIMIT 1",
    )
    .bind(shop)
    .bind(now)
    .fetch_optional(&app.db.read)
    .await?;
    let Some(job) = job else { return Ok(()) };
    let (id, attempts, is_test) = (job.id.clone(), job.attempts, job.kind == "test");
    let (arrived, outcome) = match attempt(app, shop, job, now).await? {
        Some(outcome) => outcome,
        // Switched off meanwhile: nobody wants to hear it later either.
        None => return note(app, id, attempts, None, "off".to_owned()).await,
    };
    let tries = usize::try_from(attempts).unwrap_or(usize::MAX);
    let wait = app.webhooks.waits.get(tries).filter(|_| !arrived && !is_test);
    let next = wait.map(|wait| clock::now().saturating_add_unsigned(*wait));
    metrics::counter!("minishop_webhook_attempts_total", "arrived" => arrived.to_string()).increment(1);
    note(app, id, attempts + 1, next, outcome).await
}

/// Whether it arrived, and what the log says of it; `None` when there is nobody to tell.
async fn attempt(app: &App, shop: i64, job: Job, now: i64) -> Result<Option<(bool, String)>, Failure> {
    let (Some(url), Some(format)) = (&job.url, &job.format) else { return Ok(None) };
    if job.active != Some(true) && job.kind != "test" {
        return Ok(None);
    }
    let order = match &job.order_id {
        Some(id) => Some(order(app, shop, id).await?),
        None => None,
    };
    let wish = Wish {
        format,
        secret: job.secret.as_deref().unwrap_or_default(),
        chat: job.chat.as_deref().unwrap_or_default(),
    };
    let (id, kind, shop_name, locale) = (job.id, job.kind, job.shop_name, job.locale);
    let news = News { id, kind, at: job.at, shop, shop_name, locale, order };
    let letter = news.letter(&wish, now)?;
    Ok(Some(match post::send(&app.webhooks, url, &letter).await {
        Ok((status, body)) => match refusal(format, &body) {
            Some(refusal) => (false, refusal),
            None => ((200..300).contains(&status), status.to_string()),
        },
        Err(why) => (false, why.to_owned()),
    }))
}

async fn order(app: &App, shop: i64, id: &str) -> Result<OrderNews, Failure> {
    let row: OrderRow = sqlx::query_as(
        "SELECT code, status, name, total, currency, \
           (SELECT SUM(l.quantity) FROM order_lines l WHERE l.order_id = orders.id) AS pieces \
         FROM orders WHERE id = $1 AND shop = $2",
    )
    .bind(id)
    .bind(shop)
    .fetch_one(&app.db.read)
    .await?;
    Ok(OrderNews {
        id: id.to_owned(),
        code: row.code,
        status: row.status,
        name: crate::plain::line(&row.name),
        pieces: row.pieces,
        total: wire::money(row.total, wire::currency(&row.currency)?)?,
        link: app.public_url.as_ref().map(|url| format!("{url}/desk/order/{id}")),
    })
}

async fn note(
    app: &App,
    id: String,
    attempts: i64,
    next: Option<i64>,
    outcome: String,
) -> Result<(), Failure> {
    app.db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                sqlx::query(
                    "UPDATE webhook_deliveries SET attempts = $1, next_at = $2, outcome = $3 \
                     WHERE id = $4 AND next_at IS NOT NULL",
                )
                .bind(attempts)
                .bind(next)
                .bind(outcome)
                .bind(id)
                .execute(conn)
                .await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}

/// Takes old deliveries out of the log.
async fn forget(app: &App, before: i64) {
    let gone = app.db.write.run(move |conn: &mut Conn| {
        Box::pin(async move {
            sqlx::query("DELETE FROM webhook_deliveries WHERE next_at IS NULL AND at < $1")
                .bind(before)
                .execute(conn)
                .await?;
            Ok::<_, Failure>(())
        })
    });
    if let Err(error) = gone.await {
        tracing::warn!(%error, "old webhook deliveries could not be taken out of the log");
    }
}
