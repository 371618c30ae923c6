//! `minishop import`: goods from a Shopify-format CSV or a goods.json, with the pictures beside the file.

mod amount;
mod encoding;
mod folder;
pub mod formula;
mod goods_json;
mod html;
pub mod note;
mod offer;
mod report;
pub mod sheet;
mod shop_json;
mod weight;

pub use folder::Folder;
pub use goods_json::Catalogue;
pub use note::Refusal;
pub use offer::{Offer, Ready};

use crate::catalogue::{self, Change, Entry, NewShop};
use crate::cli;
use crate::db::{Conn, Db};
use crate::error::Failure;
use crate::media::Media;
use crate::wire;
use futures_util::{StreamExt, stream};
use minishop_core::{Currency, ShopNumber};
use report::Report;
use std::path::{Path, PathBuf};

/// Goods whose pictures are worked on at once; two pictures at a time are, the others are being read meanwhile.
pub const PREPARED: usize = 4;
/// Goods waiting for one commit at most.
const WRITTEN: usize = 64;

/// Where the goods go.
enum Target {
    Known(ShopNumber, Currency),
    New(Box<NewShop>),
}

/// Imports a file and says what became of each goods item; an error when nothing could be imported.
pub async fn run(options: cli::Import) -> Result<(), String> {
    let file = &options.file;
    let bytes = std::fs::read(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    let source = Source::parse(file, bytes)?;
    let db = Db::open(&options.data.dir, 256).await.map_err(|failure| failure.to_string())?;
    let done = import(&db, &options, source).await;
    db.close().await;
    done
}

async fn import(db: &Db, options: &cli::Import, source: Source) -> Result<(), String> {
    let media = Media::open(&options.data.dir).map_err(|failure| failure.to_string())?;
    let folder =
        Folder::Disk(options.file.parent().map(Path::to_path_buf).unwrap_or_else(|| PathBuf::from(".")));
    let target = target(db, options, &source, &folder, &media).await?;
    let currency = match &target {
        Target::Known(_, currency) => *currency,
        Target::New(shop) => shop.currency,
    };
    let offers = source.offers(currency)?;
    let mut report = Report::default();
    if offers.is_empty() {
        return Err("there are no goods in the file".to_owned());
    }
    if offers.iter().all(Result::is_err) {
        // No shop is made for nothing.
        offers.iter().flat_map(|offer| offer.as_ref().err()).for_each(|refusal| report.refused(refusal));
        report.close(None);
        return Err("nothing was imported".to_owned());
    }
    let number = match target {
        Target::Known(number, _) => number,
        Target::New(shop) => make(db, *shop).await?,
    };
    write(db, number, offers, &folder, &media, &mut report).await;
    report.close(Some(number));
    if report.took_any() { Ok(()) } else { Err("nothing was imported".to_owned()) }
}

/// Loads pictures and writes goods, in the file's order, several at once.
async fn write(
    db: &Db,
    shop: ShopNumber,
    offers: Vec<Result<Offer, Refusal>>,
    folder: &Folder,
    media: &Media,
    report: &mut Report,
) {
    let ready = stream::iter(offers).map(|offer| async move {
        match offer {
            Ok(offer) => Ok(offer.ready(folder, media).await),
            Err(refusal) => Err(refusal),
        }
    });
    let written = ready.buffered(PREPARED).map(|ready| async move {
        let ready = ready?;
        match put(db, i64::from(shop.value()), ready.entry.clone()).await {
            Ok(change) => Ok((change, ready)),
            Err(failure) => Err(ready.refused(failure.to_string())),
        }
    });
    let mut written = std::pin::pin!(written.buffered(WRITTEN));
    while let Some(outcome) = written.next().await {
        match outcome {
            Ok((change, ready)) => report.took(change, &ready),
            Err(refusal) => report.refused(&refusal),
        }
    }
}

async fn put(db: &Db, shop: i64, entry: Entry) -> Result<Change, Failure> {
    db.write
        .run(move |conn: &mut Conn| Box::pin(async move { catalogue::put(conn, shop, &entry).await }))
        .await
}

/// The shop asked for, the only one, or one to be made when there is none.
async fn target(
    db: &Db,
    options: &cli::Import,
    source: &Source,
    folder: &Folder,
    media: &Media,
) -> Result<Target, String> {
    let shops = catalogue::list(db).await.map_err(|failure| failure.to_string())?;
    let chosen = match &options.shop {
        Some(text) => {
            let number = ShopNumber::parse(text).map_err(|error| format!("--shop {text}: {error}"))?;
            let shop = shops.iter().find(|shop| shop.number == i64::from(number.value()));
            Some(shop.ok_or_else(|| format!("there is no shop {number}"))?)
        }
        None if shops.len() > 1 => {
            let lines: Vec<_> = shops.iter().map(|shop| format!("  {} {}", shop.number, shop.name)).collect();
            return Err(format!("which shop? say it with --shop NUMBER:\n{}", lines.join("\n")));
        }
        None => shops.first(),
    };
    if let Some(shop) = chosen {
        let number = u32::try_from(shop.number).ok().and_then(ShopNumber::new);
        let number = number.ok_or_else(|| format!("the stored shop number {} is none", shop.number))?;
        let currency = wire::currency(&shop.currency).map_err(|failure| failure.to_string())?;
        return Ok(Target::Known(number, currency));
    }
    if let Source::Json(Catalogue { shop: Some(shop), .. }) = source {
        return Ok(Target::New(Box::new(shop.clone().new_shop(folder, media).await?)));
    }
    let code = options.currency.to_ascii_uppercase();
    let currency = Currency::parse(&code).ok_or_else(|| format!("{code} is not a currency of ISO 4217"))?;
    Ok(Target::New(Box::new(NewShop::plain(&options.name, currency, &options.locale)?)))
}

async fn make(db: &Db, shop: NewShop) -> Result<ShopNumber, String> {
    let (name, currency) = (shop.name.clone(), shop.currency);
    let made: Result<ShopNumber, Failure> = db
        .write
        .run(move |conn: &mut Conn| Box::pin(async move { catalogue::create(conn, &shop).await }))
        .await;
    let number = made.map_err(|failure| failure.to_string())?;
    println!("shop {number} made: {name}, {currency}");
    Ok(number)
}

/// A file whose kind is known and which could be read as a whole.
enum Source {
    Csv(Vec<u8>),
    Json(Catalogue),
}

impl Source {
    fn parse(file: &Path, bytes: Vec<u8>) -> Result<Self, String> {
        let kind = file.extension().map(|kind| kind.to_string_lossy().to_ascii_lowercase());
        let broken = |error| format!("{}: {error}", file.display());
        match kind.as_deref() {
            Some("csv") => Ok(Self::Csv(bytes)),
            Some("json") => Catalogue::parse(&bytes).map(Self::Json).map_err(broken),
            _ => Err(format!("{} is neither a .csv nor a .json", file.display())),
        }
    }

    /// Every goods item of the file, each readable or refused.
    fn offers(&self, currency: Currency) -> Result<Vec<Result<Offer, Refusal>>, String> {
        match self {
            Self::Csv(bytes) => sheet::read(bytes, currency).map(|sheet| sheet.offers),
            Self::Json(catalogue) => Ok(catalogue.offers(currency)),
        }
    }
}
