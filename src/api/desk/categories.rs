//! The categories of the seller's goods.

use super::super::problem::ApiError;
use super::{get, send};
use crate::json::{At, Json};

/// One of them; `id` is `None` until it was saved.
#[derive(Clone, PartialEq, Debug)]
pub struct DeskCategory {
    pub id: Option<String>,
    pub name: String,
    /// Goods in it, hidden ones too.
    pub goods: u32,
}

fn read(at: &At) -> Vec<DeskCategory> {
    at.list("items", |at| DeskCategory {
        id: Some(at.text("id")),
        name: at.text("name"),
        goods: at.count("goods"),
    })
}

/// All of them in their order.
pub async fn categories() -> Result<Vec<DeskCategory>, ApiError> {
    get("/desk/categories", read).await
}

/// Sets the whole list; one left out is removed, and its goods live on without one.
pub async fn set_categories(all: &[DeskCategory]) -> Result<Vec<DeskCategory>, ApiError> {
    let item = |category: &DeskCategory| {
        Json::map(&mut [("id", category.id.as_deref().into()), ("name", category.name.as_str().into())])
    };
    let body = Json::map(&mut [("items", Json::List(all.iter().map(item).collect()))]);
    send("PUT", "/desk/categories", &body, read).await
}
