//! Orders seen since the page was opened: a new one shows at once, and the list of orders needs no second asking.

use super::kept::Kept;
use super::wait::Wait;
use crate::api::Order;
use crate::view::prelude::*;
use minishop_core::OrderToken;

thread_local! {
    static ORDERS: Kept<Wait<Order>> = const { Kept::new() };
}

/// The order of that token as far as it is known.
pub fn of(token: &OrderToken) -> ArcRwSignal<Wait<Order>> {
    ORDERS.with(|orders| orders.at(token.to_string(), || Wait::Asked).0)
}
