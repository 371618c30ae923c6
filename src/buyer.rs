//! The buyer app: which screen shows. Each screen is a function from [`App`] and what it shows to a view; it is called
//! anew for another route or language, so it holds phrases as they are and keeps nothing it cannot lose: what must
//! survive lives on the device or in [`crate::app::kept`].

mod bill;
mod cart;
mod changes;
mod checkout;
mod contacts;
mod door;
mod doubt;
mod dress;
mod foot;
mod goods;
mod known_orders;
mod nowhere;
mod order;
mod orders;
mod pictures;
mod priced;
mod share;
mod shop;
mod standing;
mod trouble;
mod ways;

use crate::app::App;
use crate::components::{live, mend_photos};
use crate::route::{Load, Route};
use crate::theme;
use crate::view::mount;
use crate::view::prelude::*;
use wasm_bindgen::JsCast;

/// Takes the place of the skeleton in `#app`, with the screens of one load of code, or of both.
pub fn start(load: Option<Load>, screen: fn(App, Route) -> AnyView) {
    let Some(place) = document().get_element_by_id("app") else { return };
    mend_photos();
    let view = move || {
        let app = App::open(load);
        theme::follow_scheme();
        view! {
            {live(move || screen(app, app.route()))}
            {app.toast()}
        }
    };
    mount(place.unchecked_into(), view);
}

/// The screens from the door to the cart.
pub fn browse(app: App, route: Route) -> AnyView {
    match route {
        Route::Door => door::screen(app),
        Route::Shop(shop) => shop::screen(app, shop),
        Route::Goods(shop, goods) => goods::screen(app, shop, goods),
        Route::Cart(shop) => cart::screen(app, shop),
        Route::Checkout(..) | Route::Order(_) | Route::Orders(_) | Route::Nowhere => nowhere::screen(app),
    }
}

/// Checkout, order and my orders.
pub fn order(app: App, route: Route) -> AnyView {
    match route {
        Route::Checkout(shop, basket) => checkout::screen(app, shop, basket),
        Route::Order(token) => order::screen(app, token),
        Route::Orders(shop) => orders::screen(app, shop),
        Route::Door | Route::Shop(_) | Route::Goods(..) | Route::Cart(_) | Route::Nowhere => {
            nowhere::screen(app)
        }
    }
}

/// Every screen, for development.
pub fn whole(app: App, route: Route) -> AnyView {
    match route.load() {
        Load::Browse => browse(app, route),
        Load::Order => order(app, route),
    }
}
