//! Unpaid orders end when the shop's time to pay is over; their stock comes back once.

use super::act::step;
use crate::app::App;
use crate::clock;
use crate::db::Conn;
use crate::desk::live;
use crate::error::Problem;
use minishop_core::{Action, Actor};
use std::time::Duration;

/// Orders ended in one transaction at most, so that buyers never wait long behind them.
const AT_ONCE: i64 = 100;

/// Looks for overdue orders every `seconds`, until the server stops.
pub async fn sweep(app: App, seconds: u64) {
    let mut tick = tokio::time::interval(Duration::from_secs(seconds.max(1)));
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        while let Ok(ended) = overdue(&app).await.inspect_err(|problem| {
            tracing::error!(code = problem.code, "overdue orders could not be ended");
        }) {
            if ended < AT_ONCE as usize {
                break;
            }
        }
    }
}

/// Ends what is overdue now; how many that were.
async fn overdue(app: &App) -> Result<usize, Problem> {
    let now = clock::now();
    let ended = app
        .db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                let ids: Vec<String> = sqlx::query_scalar(
                    "SELECT id FROM orders WHERE status = 'to_pay' AND expires_at <= $1 ORDER BY expires_at LIMIT $2",
                )
                .bind(now)
                .bind(AT_ONCE)
                .fetch_all(&mut *conn)
                .await?;
                let mut shops = Vec::with_capacity(ids.len());
                for id in &ids {
                    shops.push(step(conn, id, Actor::Clock, Action::Expire, None, now).await?);
                }
                Ok::<_, Problem>(shops)
            })
        })
        .await?;
    if !ended.is_empty() {
        metrics::counter!("minishop_orders_expired_total").increment(ended.len() as u64);
    }
    ended.iter().for_each(|shop| live::ring(app, *shop));
    Ok(ended.len())
}
