//! `GET /desk/export/goods.csv`: all goods, in the form in which an import takes them back.

use super::{MARK, Sheet, file};
use crate::app::App;
use crate::catalogue::{Stored, StoredSku};
use crate::desk::seller::Seller;
use crate::error::{Failure, Problem};
use crate::import::sheet::{Field, MINISHOP};
use crate::wire;
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use minishop_core as core;
use minishop_core::Currency;

/// All goods in the seller's order. One row holds one sku and one photo; what is the goods' own stands in their first row.
#[utoipa::path(get, path = "/desk/export/goods.csv", tag = "seller",
    responses((status = 200, content_type = "text/csv", body = String), (status = 401, body = Problem)))]
pub async fn get(State(app): State<App>, seller: Seller) -> Result<Response, Problem> {
    let mut conn = app.db.read.acquire().await?;
    let all: Vec<(String, String)> =
        sqlx::query_as("SELECT id, handle FROM goods WHERE shop = $1 ORDER BY position, id")
            .bind(seller.shop)
            .fetch_all(&mut *conn)
            .await?;
    let mut sheet = Sheet::titled(MINISHOP.iter().map(|(title, _)| *title))?;
    for (id, handle) in &all {
        // Deleted since the list was read.
        let Some(goods) = Stored::find(&mut conn, seller.shop, id).await? else { continue };
        let skus: Vec<&StoredSku> = goods.skus.iter().filter(|sku| !sku.withdrawn).collect();
        for at in 0..skus.len().max(goods.photos.len()) {
            let line =
                Line { handle, goods: &goods, sku: skus.get(at).copied(), at, currency: seller.currency };
            let fields = MINISHOP.iter().map(|(_, field)| line.field(*field));
            sheet.row(fields.collect::<Result<Vec<_>, _>>()?)?;
        }
    }
    let bytes = [MARK, &sheet.bytes()?].concat();
    Ok(file(&format!("goods-{}.csv", seller.shop), Body::from(bytes)))
}

/// One row of the file.
struct Line<'g> {
    handle: &'g str,
    goods: &'g Stored,
    sku: Option<&'g StoredSku>,
    /// Counts the goods' rows from 0.
    at: usize,
    currency: Currency,
}

impl Line<'_> {
    fn field(&self, field: Field) -> Result<String, Failure> {
        let (goods, sku) = (self.goods, self.sku);
        let first = |text: &str| if self.at == 0 { text.to_owned() } else { String::new() };
        let option = |at: usize| goods.options.get(at);
        let amount = |minor: Option<i64>| match minor {
            Some(minor) => wire::money(minor, self.currency).map(core::Money::decimal),
            None => Ok(String::new()),
        };
        let flag = |flag: bool| if flag { "TRUE" } else { "FALSE" };
        let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let photo = goods.photos.get(self.at);
        Ok(match field {
            Field::Handle => self.handle.to_owned(),
            Field::Title => first(&goods.title),
            Field::Body => first(&goods.text),
            Field::Type => first(goods.category.as_deref().unwrap_or_default()),
            Field::Published => first(flag(goods.visible)),
            Field::OptionName(at) => first(option(at).map(|(name, _)| name.as_str()).unwrap_or_default()),
            Field::OptionValues(at) => {
                first(&option(at).map(|(_, values)| values.join("\n")).unwrap_or_default())
            }
            Field::OptionValue(at) => {
                let value = sku.and_then(|sku| sku.values().get(at).copied());
                value.unwrap_or_default().to_owned()
            }
            Field::Sku => sku.map(|sku| sku.code.clone()).unwrap_or_default(),
            Field::Price => amount(sku.map(|sku| sku.price))?,
            Field::Currency => sku.map(|_| self.currency.code().to_owned()).unwrap_or_default(),
            Field::CompareAt => amount(sku.and_then(|sku| sku.compare_at))?,
            Field::Quantity => number(sku.map(|sku| sku.stock)),
            Field::Grams => number(sku.and_then(|sku| sku.weight_grams)),
            Field::Active => sku.map(|sku| flag(sku.active)).unwrap_or_default().to_owned(),
            Field::VariantImage => sku.and_then(|sku| sku.photo.clone()).unwrap_or_default(),
            Field::Image => photo.map(|(hash, _)| hash.clone()).unwrap_or_default(),
            Field::ImageAlt => photo.map(|(_, alt)| alt.clone()).unwrap_or_default(),
            Field::Tags | Field::Status | Field::ImagePosition => String::new(),
        })
    }
}
