//! The seller's app: which screen shows. Each screen is a function from [`Desk`] and what it shows to a view, called anew
//! for another route or language. It imports nothing of the buyer's, and no other screen.

mod account;
mod card;
mod carriers;
mod categories;
mod deliveries;
mod editor;
mod form;
mod goods;
mod import;
mod leaving;
mod live;
mod loaded;
mod nowhere;
mod numbers;
mod order;
mod orders;
mod page;
mod parcels;
mod payments;
mod photo_field;
mod place;
mod qr;
pub mod route;
mod scan;
mod session;
mod sheets;
mod ship;
mod shop;
mod slip;
mod standing;
mod telling;
mod tools;
mod trouble;
mod way;
mod way_rows;
mod ways;
mod webhook;

use crate::components::{live, mend_photos};
use crate::theme;
use crate::view::mount;
use crate::view::prelude::*;
use route::Route;
use session::{Desk, Session};
use wasm_bindgen::JsCast;

/// Takes the place of the skeleton in `#app`.
pub fn start() {
    let Some(place) = document().get_element_by_id("app") else { return };
    mend_photos();
    let view = move || {
        let desk = Desk::open();
        theme::follow_scheme();
        live::start(desk);
        view! {
            {live(move || shown(desk))}
            {account::sign_in_again(desk)}
            {desk.app.toast()}
        }
    };
    mount(place.unchecked_into(), view);
}

/// The screen of this address, or what stands before it: waiting, trouble, or signing in.
fn shown(desk: Desk) -> AnyView {
    let route = desk.app.route();
    if route.is_door() {
        return account::door(desk, route);
    }
    match desk.standing() {
        Session::In(_) => screen(desk, route),
        Session::Asked => page::waiting(desk),
        Session::Out => account::sign_in(desk),
        Session::Failed(error) => page::failed(desk, &error),
    }
}

/// Which screen each address names.
fn screen(desk: Desk, route: Route) -> AnyView {
    match route {
        Route::Orders(tab) => orders::screen(desk, tab),
        Route::Order(id) => order::screen(desk, id),
        Route::Slip(id) => slip::screen(desk, id),
        Route::About => shop::about(desk),
        Route::Account => account::screen(desk),
        Route::Import => import::screen(desk),
        Route::Numbers => numbers::screen(desk),
        Route::Webhook => webhook::screen(desk),
        Route::Card => card::screen(desk),
        Route::Categories => categories::screen(desk),
        Route::Goods => goods::screen(desk),
        Route::NewGoods => editor::screen(desk, None),
        Route::EditGoods(goods) => editor::screen(desk, Some(goods)),
        Route::Poster(goods) => card::poster(desk, goods),
        Route::Shop => shop::screen(desk),
        Route::Deliveries => deliveries::screen(desk),
        Route::Payments => payments::screen(desk),
        _ => nowhere::screen(desk),
    }
}
