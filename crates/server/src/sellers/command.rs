//! `minishop seller`: gives a shop its seller, and a seller who is locked out a new recovery code.

use super::NewSeller;
use crate::cli;
use crate::db::{Conn, Db};
use crate::desk::recover::written;
use crate::error::Failure;
use crate::mint;
use crate::password;
use crate::shops::command::on;
use minishop_core::{Login, ShopNumber};

/// Runs one command; the error is a sentence for the operator.
pub async fn run(command: cli::Seller) -> Result<(), String> {
    match command {
        cli::Seller::Add { login, shop, data } => {
            let login = parse(&login)?;
            on(&data.dir, async |db| add(db, login, shop.as_deref()).await).await
        }
        cli::Seller::Recover { login, data } => {
            let login = parse(&login)?;
            on(&data.dir, async |db| recover(db, login).await).await
        }
    }
}

fn parse(login: &str) -> Result<Login, String> {
    Login::parse(login).map_err(|error| format!("«{login}» {error}"))
}

fn said(failure: Failure) -> String {
    failure.to_string()
}

async fn add(db: &Db, login: Login, shop: Option<&str>) -> Result<(), String> {
    let number = match shop {
        Some(text) => ShopNumber::parse(text).map_err(|error| format!("--shop {text}: {error}"))?,
        None => only_shop(db).await?,
    };
    let code = mint::recovery_code().map_err(said)?;
    // Nobody knows this password: the recovery code sets the first one.
    let secret = mint::secret().map_err(said)?;
    let seller = NewSeller {
        password_hash: password::hash(&secret).map_err(said)?,
        recovery_hash: password::hash(&written(&code)).map_err(said)?,
        login: login.clone(),
    };
    let made: Result<(), Refused> = db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                let id = super::add(conn, &seller).await?.ok_or(Refused::LoginTaken)?;
                let given = super::give_shop(conn, &id, number).await?;
                if given { Ok(()) } else { Err(Refused::NoSuchShop) }
            })
        })
        .await;
    made.map_err(|refused| match refused {
        Refused::LoginTaken => format!("there is a seller {login} already"),
        Refused::NoSuchShop => format!("there is no shop {number} without a seller"),
        Refused::Failed(failure) => failure.to_string(),
    })?;
    println!("seller {login} of shop {number}\nrecovery code {code}: sets the password at /desk/recover");
    Ok(())
}

enum Refused {
    LoginTaken,
    NoSuchShop,
    Failed(Failure),
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// The one shop that has no seller.
async fn only_shop(db: &Db) -> Result<ShopNumber, String> {
    let shops: Vec<i64> = sqlx::query_scalar("SELECT number FROM shops WHERE seller IS NULL ORDER BY number")
        .fetch_all(&db.read)
        .await
        .map_err(|error| error.to_string())?;
    let numbers = shops.iter().filter_map(|number| ShopNumber::new(u32::try_from(*number).ok()?));
    match numbers.collect::<Vec<_>>()[..] {
        [only] => Ok(only),
        [] => Err("there is no shop without a seller; `minishop shop create` makes one".to_owned()),
        _ => Err("which shop? say it with --shop NUMBER; `minishop shop list` lists them".to_owned()),
    }
}

async fn recover(db: &Db, login: Login) -> Result<(), String> {
    let code = mint::recovery_code().map_err(said)?;
    let hash = password::hash(&written(&code)).map_err(said)?;
    let name = login.clone();
    let set: Result<u64, Failure> = db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                let update = sqlx::query("UPDATE sellers SET recovery_hash = $2 WHERE login = $1");
                Ok(update.bind(name.as_str()).bind(hash).execute(conn).await?.rows_affected())
            })
        })
        .await;
    if set.map_err(said)? == 0 {
        return Err(format!("there is no seller {login}"));
    }
    println!("recovery code {code}: sets a new password for {login} at /desk/recover");
    Ok(())
}
