//! `minishop demo`: a shop to look at, its goods and pictures inside the binary.

pub mod seller;

use crate::catalogue::{self, ShopLine};
use crate::cli;
use crate::db::{Conn, Db};
use crate::error::Failure;
use crate::import::{Catalogue, Folder, PREPARED, Ready};
use crate::media::Media;
use futures_util::{StreamExt, stream};
use minishop_core::ShopNumber;
use rust_embed::Embed;
use std::borrow::Cow;

#[derive(Embed)]
#[folder = "demo"]
struct Files;

/// What [`ensure`] found or did.
#[derive(Debug)]
pub enum Outcome {
    /// The demo shop was made, with so many goods.
    Made(ShopNumber, usize),
    /// There were shops already; nothing was changed.
    There(Vec<ShopLine>),
}

/// Makes the demo shop if there is no shop yet and says its number, and who signs in at its desk.
pub async fn run(options: cli::Demo) -> Result<(), String> {
    let open = async {
        let media = Media::open(&options.data.dir)?;
        Ok::<_, Failure>((Db::open(&options.data.dir, 256).await?, media))
    };
    let (db, media) = open.await.map_err(|failure| failure.to_string())?;
    let done = make(&db, &media, &options).await;
    db.close().await;
    done
}

async fn make(db: &Db, media: &Media, options: &cli::Demo) -> Result<(), String> {
    let said = |failure: Failure| failure.to_string();
    let dir = &options.data.dir;
    match ensure(db, media, &options.locale).await? {
        Outcome::Made(number, goods) => {
            println!("demo shop {number} made, {goods} goods");
            seller::ensure(db, dir, number).await.map_err(said)?;
        }
        Outcome::There(shops) => {
            for shop in &shops {
                println!("there is shop {} already: {}", shop.number, shop.name);
            }
            // A demo shop that was made before there were sellers gets its own now.
            if let [only] = &shops[..]
                && ["en", "zh"].iter().any(|locale| demo_name(locale).as_deref() == Some(&only.name))
                && let Some(number) = u32::try_from(only.number).ok().and_then(ShopNumber::new)
            {
                seller::ensure(db, dir, number).await.map_err(said)?;
            }
        }
    }
    if let Some((login, password)) = seller::secrets(db, dir).await.map_err(said)? {
        println!("its desk: login {login}, password {password}");
    }
    Ok(())
}

fn demo_name(locale: &str) -> Option<String> {
    let file = Catalogue::parse(&file(&format!("goods.{locale}.json"))?).ok()?;
    Some(file.shop?.name().to_owned())
}

/// Makes the demo shop, in one piece, unless there is any shop; `locale` is `en` or `zh`.
pub async fn ensure(db: &Db, media: &Media, locale: &str) -> Result<Outcome, String> {
    let shops = catalogue::list(db).await.map_err(|failure| failure.to_string())?;
    if !shops.is_empty() {
        return Ok(Outcome::There(shops));
    }
    let folder = Folder::Inside(file);
    let name = format!("goods.{locale}.json");
    let bytes = file(&name).ok_or_else(|| format!("the demo has no {name}"))?;
    let file = Catalogue::parse(&bytes).map_err(|reason| format!("{name}: {reason}"))?;
    let card = file.shop.clone().ok_or_else(|| format!("{name}: there is no shop"))?;
    let shop = card.new_shop(&folder, media).await?;
    let offers = file.offers(shop.currency).into_iter().collect::<Result<Vec<_>, _>>();
    let offers = offers.map_err(|refusal| format!("{name}: {refusal}"))?;
    let ready: Vec<Ready> =
        stream::iter(offers).map(|offer| offer.ready(&folder, media)).buffered(PREPARED).collect().await;
    if let Some(broken) = ready.iter().find(|ready| ready.missing_photos > 0) {
        return Err(format!(
            "{name}: {}: {}",
            broken.place,
            broken.remarks.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
        ));
    }
    let goods = ready.len();
    let made: Result<Option<ShopNumber>, Failure> = db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                // Another process may have made a shop while the pictures were being cut.
                let shops: i64 =
                    sqlx::query_scalar("SELECT COUNT(*) FROM shops").fetch_one(&mut *conn).await?;
                if shops > 0 {
                    return Ok(None);
                }
                let number = catalogue::create(conn, &shop).await?;
                for ready in ready {
                    catalogue::put(conn, i64::from(number.value()), &ready.entry).await?;
                }
                Ok(Some(number))
            })
        })
        .await;
    match made.map_err(|failure| failure.to_string())? {
        Some(number) => Ok(Outcome::Made(number, goods)),
        None => Ok(Outcome::There(catalogue::list(db).await.map_err(|failure| failure.to_string())?)),
    }
}

fn file(path: &str) -> Option<Cow<'static, [u8]>> {
    Files::get(path).map(|file| file.data)
}
