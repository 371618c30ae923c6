//! What every handler shares.

use crate::db::{Conn, Db};
use crate::desk::live::Bell;
use crate::desk::webhook::Webhooks;
use crate::error::Failure;
use crate::guard::Guard;
use crate::media::Media;
use crate::mint;
use crate::orders::till::Till;
use crate::password::Passwords;
use crate::visits::Visits;
use std::sync::Arc;

/// Handles to the server's parts; cheap to clone.
#[derive(Clone)]
pub struct App {
    pub db: Db,
    /// Where orders are placed.
    pub till: Till,
    pub media: Media,
    /// Counts guesses at shop numbers, order tokens and passwords.
    pub guard: Arc<Guard>,
    /// Compares passwords, a few at once.
    pub passwords: Arc<Passwords>,
    /// Derives order tokens; made once, kept in the database.
    pub secret: Arc<str>,
    /// `https://shop.example`, without a closing slash; absent when the operator named none.
    pub public_url: Option<Arc<str>>,
    pub visits: Visits,
    pub webhooks: Webhooks,
    /// Rung when something happened to a shop's orders.
    pub bell: Bell,
}

impl App {
    /// Whether people reach this server by https: only then a cookie may say so.
    pub fn https(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }
}

/// Reads the server's secret, or makes it on the first start.
pub async fn secret(db: &Db) -> Result<Arc<str>, Failure> {
    let fresh = mint::secret()?;
    db.write
        .run(|conn: &mut Conn| {
            Box::pin(async move {
                sqlx::query(
                    "INSERT INTO settings (name, value) VALUES ('secret', $1) ON CONFLICT (name) DO NOTHING",
                )
                .bind(fresh)
                .execute(&mut *conn)
                .await?;
                let kept: String = sqlx::query_scalar("SELECT value FROM settings WHERE name = 'secret'")
                    .fetch_one(&mut *conn)
                    .await?;
                Ok::<_, Failure>(Arc::from(kept))
            })
        })
        .await
}
