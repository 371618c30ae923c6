//! `minishop shop`: list, make, open and close shops.

use crate::catalogue::{self, NewShop};
use crate::cli;
use crate::db::{Conn, Db};
use crate::error::Failure;
use minishop_core::{Currency, ShopNumber};
use std::path::Path;

/// Runs one command; the error is a sentence for the operator.
pub async fn run(command: cli::Shop) -> Result<(), String> {
    match command {
        cli::Shop::List { data } => on(&data.dir, async |db| list(db).await).await,
        cli::Shop::Create { data, name, currency, locale } => {
            let code = currency.to_ascii_uppercase();
            let currency =
                Currency::parse(&code).ok_or_else(|| format!("{code} is not a currency of ISO 4217"))?;
            let name = name.trim();
            if name.is_empty() || name.chars().count() > 100 {
                return Err("a shop's name has 1 to 100 characters".to_owned());
            }
            let shop = NewShop::plain(name, currency, &locale)?;
            on(&data.dir, async |db| create(db, shop).await).await
        }
        cli::Shop::Open { number, data } => switch(&data.dir, &number, true).await,
        cli::Shop::Close { number, data } => switch(&data.dir, &number, false).await,
    }
}

/// Opens the database for one command and closes it whatever came of it.
pub async fn on(dir: &Path, work: impl AsyncFnOnce(&Db) -> Result<(), String>) -> Result<(), String> {
    let db = Db::open(dir, 1).await.map_err(|failure| failure.to_string())?;
    let done = work(&db).await;
    db.close().await;
    done
}

async fn list(db: &Db) -> Result<(), String> {
    for shop in catalogue::list(db).await.map_err(|failure| failure.to_string())? {
        let open = if shop.open { "open" } else { "closed" };
        println!("{} {open} {} {} goods  {}", shop.number, shop.currency, shop.goods, shop.name);
    }
    Ok(())
}

async fn create(db: &Db, shop: NewShop) -> Result<(), String> {
    let made: Result<ShopNumber, Failure> = db
        .write
        .run(move |conn: &mut Conn| Box::pin(async move { catalogue::create(conn, &shop).await }))
        .await;
    println!("{}", made.map_err(|failure| failure.to_string())?);
    Ok(())
}

async fn switch(dir: &Path, number: &str, open: bool) -> Result<(), String> {
    let number = ShopNumber::parse(number).map_err(|error| format!("{number}: {error}"))?;
    let set = async |db: &Db| {
        let changed: Result<u64, Failure> = db
            .write
            .run(move |conn: &mut Conn| {
                Box::pin(async move {
                    let update =
                        sqlx::query("UPDATE shops SET open = $2, version = version + 1 WHERE number = $1");
                    let done = update.bind(i64::from(number.value())).bind(open).execute(conn).await?;
                    Ok(done.rows_affected())
                })
            })
            .await;
        match changed.map_err(|failure| failure.to_string())? {
            0 => Err(format!("there is no shop {number}")),
            _ => {
                println!("shop {number} is {}", if open { "open" } else { "closed" });
                Ok(())
            }
        }
    };
    on(dir, set).await
}
