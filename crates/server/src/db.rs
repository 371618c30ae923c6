//! The database: SQLite in one file, many readers, one writer that commits together what is queued.

mod writer;

pub use writer::{Conn, Writer};

use crate::error::Failure;
use sqlx::ConnectOptions;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use std::path::Path;
use std::time::Duration;

/// The oldest SQLite this server runs on: before it a bug could corrupt a database in WAL mode.
const OLDEST: (u32, u32, u32) = (3, 51, 3);

/// Handles to one open database; cheap to clone.
#[derive(Clone)]
pub struct Db {
    pub read: SqlitePool,
    pub write: Writer,
}

impl Db {
    /// Opens (or makes) `DIR/minishop.db`, brings its schema up to date and starts the writer, which commits at most
    /// `max_batch` jobs at once.
    pub async fn open(dir: &Path, max_batch: usize) -> Result<Self, Failure> {
        std::fs::create_dir_all(dir)?;
        let options = SqliteConnectOptions::new()
            .filename(dir.join("minishop.db"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("temp_store", "memory")
            .disable_statement_logging();
        let mut writer = options.connect().await?;
        assert_version(&mut writer).await?;
        sqlx::migrate!().run(&mut writer).await?;
        let read = SqlitePoolOptions::new()
            .max_connections(4)
            // A file does not go away: asking each connection whether it lives would double a read's way.
            .test_before_acquire(false)
            .connect_with(options.read_only(true).optimize_on_close(false, None))
            .await?;
        Ok(Self { read, write: Writer::start(writer, max_batch) })
    }

    /// Waits for the writer to finish what is queued, then closes every connection.
    pub async fn close(self) {
        self.write.close().await;
        self.read.close().await;
    }
}

async fn assert_version(conn: &mut Conn) -> Result<(), Failure> {
    let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(conn).await?;
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    if (next(), next(), next()) < OLDEST {
        return Err(Failure::OldSqlite(version));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
