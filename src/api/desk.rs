//! The seller's part of the backend: every call here is one of a person who has signed in, or is about to.

pub mod account;
pub mod categories;
pub mod deliveries;
pub mod goods;
pub mod import;
mod listed;
pub mod live;
pub mod orders;
pub mod payments;
pub mod shop;
pub mod stats;
pub mod upload;
pub mod webhook;

pub use account::{Account, Opened, Opening};
pub use categories::{DeskCategory, categories, set_categories};
pub use deliveries::{DeskDelivery, Exclusion};
pub use goods::{Counts, DeskCard, DeskGoods, DeskSku, Filter, GoodsBody, GoodsPage, OnlySku, SkuBody};
pub use listed::Listed;
pub use payments::DeskPayment;
pub use shop::{DeskContact, DeskShop};

use super::fetch::{Call, call};
use super::problem::ApiError;
use crate::json::{At, Json};
use minishop_core::Money;

/// Whether the call was refused because nobody is signed in here (any more).
pub fn signed_out(error: &ApiError) -> bool {
    refused(error, "signed_out")
}

/// Whether the server said no with that word.
pub fn refused(error: &ApiError, code: &str) -> bool {
    matches!(error, ApiError::Refused(problem) if problem.code == code)
}

/// Asks for something and reads it.
async fn get<T>(path: &str, read: fn(&At) -> T) -> Result<T, ApiError> {
    Ok(call(Call::desk("GET", path, "")).await?.read(read)?)
}

/// Sends a JSON body and reads the answer.
async fn send<T>(method: &'static str, path: &str, body: &Json, read: fn(&At) -> T) -> Result<T, ApiError> {
    Ok(call(Call::desk(method, path, &body.write())).await?.read(read)?)
}

/// Sends a JSON body; there is nothing to read in the answer.
async fn tell(method: &'static str, path: &str, body: &Json) -> Result<(), ApiError> {
    call(Call::desk(method, path, &body.write())).await.map(|_| ())
}

/// What stands there now, out of a refusal that says it was changed meanwhile.
fn current<T>(error: &ApiError, read: fn(&At) -> T) -> Option<T> {
    let ApiError::Refused(problem) = error else { return None };
    let current = problem.body.get("current").filter(|_| problem.code == "changed")?;
    current.read(read).ok()
}

/// An amount as it travels.
fn amount(amount: Money) -> Json {
    Json::map(&mut [("minor", amount.minor().into()), ("currency", amount.currency().code().into())])
}

/// An empty body.
fn nothing() -> Json {
    Json::map(&mut [])
}
