//! Sellers as stored: who may sign in, and the one shop of each.

pub mod command;
pub mod expire;

use crate::clock;
use crate::db::Conn;
use crate::error::Failure;
use crate::mint;
use minishop_core::{Login, ShopNumber};

/// A seller who is to be made; both secrets as hashes.
#[derive(Debug, Clone)]
pub struct NewSeller {
    pub login: Login,
    pub password_hash: String,
    pub recovery_hash: String,
}

/// Makes the seller and says the id; `None` when the login is taken.
pub async fn add(conn: &mut Conn, seller: &NewSeller) -> Result<Option<String>, Failure> {
    let id = mint::id()?;
    let made = sqlx::query(
        "INSERT INTO sellers (id, login, password_hash, recovery_hash, created_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (login) DO NOTHING",
    )
    .bind(&id)
    .bind(seller.login.as_str())
    .bind(&seller.password_hash)
    .bind(&seller.recovery_hash)
    .bind(clock::now())
    .execute(conn)
    .await?;
    Ok((made.rows_affected() == 1).then_some(id))
}

/// Gives a shop that has no seller to this one; false when there is no such shop.
pub async fn give_shop(conn: &mut Conn, seller: &str, shop: ShopNumber) -> Result<bool, Failure> {
    let given = sqlx::query("UPDATE shops SET seller = $1 WHERE number = $2 AND seller IS NULL")
        .bind(seller)
        .bind(i64::from(shop.value()))
        .execute(conn)
        .await?;
    Ok(given.rows_affected() == 1)
}

/// Sets another password; every sign-in but `kept` (a token's hash) ends.
pub async fn set_password(conn: &mut Conn, seller: &str, hash: &str, kept: &str) -> Result<(), Failure> {
    sqlx::query("UPDATE sellers SET password_hash = $2 WHERE id = $1")
        .bind(seller)
        .bind(hash)
        .execute(&mut *conn)
        .await?;
    sqlx::query("DELETE FROM sessions WHERE seller = $1 AND token_hash <> $2")
        .bind(seller)
        .bind(kept)
        .execute(conn)
        .await?;
    Ok(())
}

/// Sets another recovery code: the one before opens nothing any more.
pub async fn set_recovery(conn: &mut Conn, seller: &str, hash: &str) -> Result<(), Failure> {
    let update = sqlx::query("UPDATE sellers SET recovery_hash = $2 WHERE id = $1");
    update.bind(seller).bind(hash).execute(conn).await?;
    Ok(())
}
