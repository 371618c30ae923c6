//! The orders of this device in one shop: there at once, where they stand as it comes in.

use super::dress::dress;
use super::standing::{moment, words};
use super::{known_orders, trouble};
use crate::api::shop::media;
use crate::api::{self, ApiError, Order};
use crate::app::App;
use crate::app::wait::Wait;
use crate::components::{Blank, Drawing, Picture, blank, link_action, live, photo, top_bar};
use crate::device::{self, MyOrder};
use crate::route::Route;
use crate::view::prelude::*;
use minishop_core::{Action, ShopNumber, Status};

/// Orders asked for when the list is opened; older ones open by a tap.
const ASKED: usize = 20;
/// Pictures on one card at most.
const PICTURES: usize = 4;

/// My orders in that shop.
pub fn screen(app: App, shop: ShopNumber) -> AnyView {
    let text = app.text();
    app.title(text.orders.title);
    dress(shop, |_| {});
    let open = StoredValue::new(());
    spawn_local(async move {
        for mine in device::orders::orders(shop).into_iter().take(ASKED) {
            let order = known_orders::of(&mine.token);
            let settled = |order: &Wait<Order>| matches!(order.here(), Some(order) if matches!(order.status, Status::Done | Status::Cancelled));
            if open.is_disposed() {
                return;
            }
            if !order.with_untracked(settled) {
                let answer = api::order(&mine.token).await;
                let offline = answer == Err(ApiError::Offline);
                order.update(|order| order.take(answer));
                if offline {
                    return;
                }
            }
        }
    });
    let list = move || {
        app.watch_memory();
        let orders = device::orders::orders(shop);
        if orders.is_empty() {
            let said = Blank {
                drawing: Drawing::Nothing,
                title: text.orders.empty.to_owned(),
                text: text.orders.open_others,
                alone: false,
            };
            return blank(said, link_action(text.cart.to_goods, Route::Shop(shop).path()));
        }
        let cards: Vec<AnyView> = orders.into_iter().map(|mine| card(app, mine)).collect();
        view! {
            <ul class="stack" role="list">{cards}</ul>
            <p class="quiet">{text.orders.only_here}</p>
        }
        .into_any()
    };
    view! {
        <div class="page">
            {top_bar(text.common.back, Route::Shop(shop).path(), text.orders.title.into_any(), None)}
            <main class="page-main page-read stack" data-screen="orders" data-ready="">
                {super::doubt::doubt(app, shop)}
                {live(list)}
            </main>
        </div>
    }
    .into_any()
}

fn card(app: App, mine: MyOrder) -> AnyView {
    let text = app.text();
    let order = known_orders::of(&mine.token);
    let href = Route::Order(mine.token).path();
    let (code, total) = (mine.code, mine.total);
    let inside = move || {
        let order = order.get();
        let known = order.here();
        let standing = match &order {
            Wait::Here(order) => words(order, &text.order).0,
            Wait::Asked => text.common.loading.to_owned(),
            Wait::Failed(ApiError::Unknown) => text.order.unknown.to_owned(),
            Wait::Failed(error) => trouble::words(app, error).0,
        };
        let waits =
            known.is_some_and(|order| order.allows(Action::SendProof) && order.status == Status::ToPay);
        let class = if waits { "strong accent" } else { "strong" };
        let pieces = known.map(|order| {
            let pieces = order.lines.iter().map(|line| line.quantity.get()).sum();
            view! { <span class="quiet">{(text.orders.pieces)(pieces)}</span> }
        });
        let total = known.map_or_else(|| total.clone(), |order| order.total.to_string());
        view! {
            <span class="order-card-top">
                <span class=class>{standing}</span>
                <span class="quiet figures">{moment(&text.order, mine.at)}</span>
            </span>
            <span class="order-card-photos">
                {known.map(pictures)}
                <span class="order-card-sum"><span class="strong figures">{total}</span>{pieces}</span>
            </span>
        }
        .into_any()
    };
    view! { <li><a class="order-card" href=href data-order-code=code>{live(inside)}</a></li> }.into_any()
}

fn pictures(order: &Order) -> AnyView {
    let hashes = order.lines.iter().filter_map(|line| line.photo.as_ref().map(|photo| photo.hash.clone()));
    let thumbs: Vec<AnyView> = hashes
        .take(PICTURES)
        .map(|hash| {
            let picture = photo(Picture {
                at: &|width| media(&hash, width),
                tint: "",
                alt: "",
                sizes: "48px",
                eager: false,
                faded: false,
            });
            view! { <span class="thumb thumb-small">{picture}</span> }.into_any()
        })
        .collect();
    thumbs.into_any()
}
