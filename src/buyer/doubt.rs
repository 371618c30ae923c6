//! A quiet bar on the shop's screens while an order is in doubt: it leads to where it is being asked for.

use crate::app::App;
use crate::components::{Icon, live, small_icon};
use crate::device::{Slot, attempt};
use crate::route::{Basket, Route};
use crate::view::prelude::*;
use minishop_core::ShopNumber;

/// The bar; nothing while no order is in doubt.
pub fn doubt(app: App, shop: ShopNumber) -> AnyView {
    live(move || {
        app.watch_memory();
        let Some(slot) = attempt::in_doubt(shop) else { return ().into_any() };
        let basket = if slot == Slot::Now { Basket::Now } else { Basket::Cart };
        view! {
            <a class="item-link" data-doubt="" href=Route::Checkout(shop, basket).path()>
                {small_icon(Icon::Clock)}
                <span class="item-body">{app.text().checkout.checking}</span>
                {small_icon(Icon::Forward)}
            </a>
        }
        .into_any()
    })
}
