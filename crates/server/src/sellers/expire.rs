//! Sign-ins whose time is over are forgotten.

use crate::app::App;
use crate::clock;
use crate::db::Conn;
use crate::error::Failure;
use std::time::Duration;

/// Forgets ended sign-ins every `seconds`, until the server stops.
pub async fn sweep(app: App, seconds: u64) {
    let mut tick = tokio::time::interval(Duration::from_secs(seconds.max(1)));
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        if let Err(failure) = forget(&app).await {
            tracing::error!(error = %failure, "ended sign-ins could not be forgotten");
        }
    }
}

async fn forget(app: &App) -> Result<(), Failure> {
    let now = clock::now();
    // Nearly always there is none, and the writer is left alone.
    let ended: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM sessions WHERE expires_at <= $1")
        .bind(now)
        .fetch_one(&app.db.read)
        .await?;
    if ended == 0 {
        return Ok(());
    }
    app.db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM sessions WHERE expires_at <= $1");
                delete.bind(now).execute(conn).await?;
                Ok(())
            })
        })
        .await
}
