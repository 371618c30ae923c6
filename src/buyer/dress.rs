//! The shop itself on screens that can do without it: its colour, and what a word is made of.

use crate::api::{self, Shop};
use crate::theme;
use crate::view::prelude::*;
use minishop_core::ShopNumber;

/// Wears the shop's colour and hands the shop over, now or when it is heard of. A failure is no trouble here.
pub fn dress(number: ShopNumber, take: impl FnOnce(Shop) + 'static) {
    let wear = move |shop: Shop| {
        theme::wear(shop.theme.as_deref());
        take(shop);
    };
    if let Some(known) = api::shop::known(number) {
        return wear(known);
    }
    spawn_local(async move {
        if let Ok(front) = api::shop(number).await {
            wear(front.shop);
        }
    });
}
