//! The demo shop's seller: a made-up password that stays readable in the data folder, so that anyone trying the shop out
//! can sign in at its desk.

use crate::db::{Conn, Db};
use crate::desk::recover::written;
use crate::error::Failure;
use crate::mint;
use crate::password;
use crate::sellers::{self, NewSeller};
use minishop_core::{Login, ShopNumber};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

const LOGIN: &str = "demo@shop.example";
/// Login and password, a line each.
const FILE: &str = "demo-seller.txt";

/// Gives the demo shop its seller unless it has one.
pub async fn ensure(db: &Db, dir: &Path, shop: ShopNumber) -> Result<(), Failure> {
    let free: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM shops WHERE number = $1 AND seller IS NULL \
         AND NOT EXISTS (SELECT 1 FROM sellers WHERE login = $2)",
    )
    .bind(i64::from(shop.value()))
    .bind(LOGIN)
    .fetch_one(&db.read)
    .await?;
    if free == 0 {
        return Ok(());
    }
    let password = mint::password()?;
    let login = Login::parse(LOGIN).map_err(|error| Failure::Broken(format!("the demo's login {error}")))?;
    let seller = NewSeller {
        login,
        password_hash: password::hash(&password)?,
        // `minishop seller recover` makes a code that somebody knows.
        recovery_hash: password::hash(&written(&mint::recovery_code()?))?,
    };
    keep(dir, &password)?;
    db.write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                let taken = || Failure::Broken("the demo shop got its seller from elsewhere".to_owned());
                let id = sellers::add(conn, &seller).await?.ok_or_else(taken)?;
                if sellers::give_shop(conn, &id, shop).await? { Ok(()) } else { Err(taken()) }
            })
        })
        .await
}

fn keep(dir: &Path, password: &str) -> Result<(), Failure> {
    let path = dir.join(FILE);
    // An old file keeps its own mode: a new one is made.
    match std::fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    writeln!(file, "{LOGIN}\n{password}")?;
    Ok(())
}

/// Login and password of the demo shop's seller, while they are still right.
pub async fn secrets(db: &Db, dir: &Path) -> Result<Option<(String, String)>, Failure> {
    let Ok(text) = std::fs::read_to_string(dir.join(FILE)) else { return Ok(None) };
    let mut lines = text.lines();
    let (Some(login), Some(password)) = (lines.next(), lines.next()) else { return Ok(None) };
    let stored: Option<String> = sqlx::query_scalar("SELECT password_hash FROM sellers WHERE login = $1")
        .bind(login)
        .fetch_optional(&db.read)
        .await?;
    let right = stored.is_some_and(|stored| password::matches(password, Some(&stored)));
    Ok(right.then(|| (login.to_owned(), password.to_owned())))
}
