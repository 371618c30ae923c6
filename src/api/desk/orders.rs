//! The shop's orders as their seller sees them, and what the seller does to them.

mod read;
mod write;

pub(super) use read::actor as read_actor;
pub use read::{Counts, DeskEvent, DeskOrder, DeskShipment, OrderCard, Orders};
pub use write::{Change, Parcel, change, correct, ship};

use super::super::fetch;
use super::super::problem::ApiError;
use super::get;
use minishop_core::OrderId;

/// Orders asked for at once at most; the server refuses more.
const MOST: usize = 100;

/// Orders in one page when the list is fresh.
pub const PAGE: usize = 24;

/// A page: `tab` is the tab's word or empty for all, `cursor` what the page before said is next.
pub async fn orders(tab: &str, q: &str, cursor: Option<&str>, limit: usize) -> Result<Orders, ApiError> {
    let cursor = cursor.map(|cursor| format!("&cursor={}", encoded(cursor))).unwrap_or_default();
    let path = format!("/desk/orders?tab={tab}&q={}&limit={}{cursor}", encoded(q), limit.clamp(1, MOST));
    get(&path, Orders::read).await
}

/// The first so many, in as many pages as that takes: a list that was scrolled is made right in one go.
pub async fn first_orders(tab: &str, q: &str, count: usize) -> Result<Orders, ApiError> {
    let mut all = orders(tab, q, None, count).await?;
    while all.items.len() < count
        && let Some(cursor) = all.next.take()
    {
        let page = orders(tab, q, Some(&cursor), count - all.items.len()).await?;
        all.items.extend(page.items);
        all.next = page.next;
        all.counts = page.counts;
    }
    Ok(all)
}

/// One order.
pub async fn order(id: &OrderId) -> Result<DeskOrder, ApiError> {
    get(&format!("/desk/orders/{id}"), DeskOrder::read).await
}

/// The order as it is now, where a change was refused because it had changed meanwhile.
pub fn changed(error: &ApiError) -> Option<DeskOrder> {
    let ApiError::Refused(problem) = error else { return None };
    let current = problem.body.get("current").filter(|_| problem.code == "changed")?;
    current.read(DeskOrder::read).ok()
}

/// The address of a picture the buyer sent.
pub fn proof_url(id: &OrderId, proof: &str) -> String {
    format!("{}/desk/orders/{id}/proofs/{proof}", fetch::base())
}

fn encoded(text: &str) -> String {
    String::from(js_sys::encode_uri_component(text))
}
