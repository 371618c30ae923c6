//! Orders seen since the page was opened: a new one shows at once, and the list of orders needs no second asking.

use crate::api::Order;
use crate::app::wait::Wait;
use crate::view::prelude::*;
use minishop_core::OrderToken;
use std::cell::RefCell;

/// Orders known at once at most: more than a device remembers of one shop.
const MOST: usize = 60;

type Known = Vec<(OrderToken, ArcRwSignal<Wait<Order>>)>;

thread_local! {
    static ORDERS: RefCell<Known> = const { RefCell::new(Vec::new()) };
}

/// The order of that token as far as it is known.
pub fn of(token: &OrderToken) -> ArcRwSignal<Wait<Order>> {
    ORDERS.with_borrow_mut(|orders| {
        if let Some((_, known)) = orders.iter().find(|(own, _)| own == token) {
            return known.clone();
        }
        if orders.len() == MOST {
            orders.remove(0);
        }
        let new = ArcRwSignal::new(Wait::Asked);
        orders.push((token.clone(), new.clone()));
        new
    })
}
