//! The goods in their columns; the list grows by itself as the buyer nears its end.

use super::super::pictures::{Place, marked};
use super::super::trouble;
use super::View;
use super::shelf::State;
use crate::api::GoodsCard;
use crate::app::App;
use crate::components::{
    Blank, Drawing, Icon, PriceSize, bare_photo, blank, icon, live, price, retry_action, was, watch_sight,
};
use crate::device::{self, Slot};
use crate::route::Route;
use crate::view::prelude::*;
use minishop_core::ShopNumber;

/// Cards that a phone shows without scrolling: their pictures do not wait.
const SEEN_AT_ONCE: usize = 4;
/// So many pieces or fewer are worth a word.
const FEW: u32 = 3;

/// The cards and what stands below them.
pub fn list(view: View) -> AnyView {
    let View { app, number, shelf } = view;
    let cards = Memo::new(move || shelf.with(|shelf| shelf.cards.clone()));
    let items = move || {
        cards.with(|cards| {
            let drawn =
                cards.iter().enumerate().map(|(at, own)| (own.id.to_string(), card(app, number, at, own)));
            AnyView::keyed(drawn.collect())
        })
    };
    let end = NodeRef::<web_sys::Element>::new();
    let near = RwSignal::new(false);
    watch_sight(end, "0px 0px 800px 0px", move |seen| {
        near.set(seen);
        if seen {
            view.grow();
        }
    });
    // Whoever scrolls faster than goods come is still at the end when they are there, and nothing new is told then.
    let ready = Memo::new(move || shelf.with(|shelf| shelf.state == State::Ready));
    let look = move || {
        if near.try_get_untracked() == Some(true) {
            view.grow();
        }
    };
    Effect::new(move |_| {
        if ready.get() {
            // The frame after the one that lays them out: the watcher has told by then.
            request_animation_frame(move || request_animation_frame(look));
        }
    });
    view! {
        <ul class="goods-grid" role="list">
            {live(items)}
        </ul>
        <div node_ref=end>{live(move || tail(view))}</div>
    }
    .into_any()
}

fn card(app: App, number: ShopNumber, at: usize, card: &GoodsCard) -> AnyView {
    let text = app.text();
    let sold_out = card.left == 0;
    let place = Place { sizes: "(min-width: 600px) 240px, 50vw", eager: at < SEEN_AT_ONCE, faded: sold_out };
    let mark = match card.left {
        0 => Some(text.shop.sold_out.to_owned()),
        1..=FEW => Some((text.shop.few_left)(card.left)),
        _ => None,
    };
    let several = card.price != card.price_max;
    let around = |word: &'static str| {
        (several && !word.is_empty()).then(|| view! { <span class="small quiet">{word}</span> })
    };
    let [before, after] = text.shop.from.map(around);
    let size = if sold_out { PriceSize::Off } else { PriceSize::Card };
    view! {
        <li class="goods-card" data-goods=card.id.to_string()>
            {marked(card.photo.as_ref(), "", place, mark)}
            <div class="goods-card-body">
                <h2 class="goods-card-title">
                    <a class="goods-card-link" href=Route::Goods(number, card.id.clone()).path()>
                        {card.title.clone()}
                    </a>
                </h2>
                <p class="goods-card-prices">
                    {before}
                    {price(card.price, size)}
                    {after}
                    {card.compare_at.map(|old| was(old, text.common.was))}
                </p>
            </div>
        </li>
    }
    .into_any()
}

/// What stands below the cards: more, nothing, or why not.
fn tail(view: View) -> AnyView {
    let View { app, shelf, .. } = view;
    let text = app.text();
    shelf.with(|shelf| match &shelf.state {
        State::Failed(error) => trouble::trouble(app, error, false, move || view.search()),
        State::Stuck(error) => {
            let words = trouble::words(app, error).0;
            view! {
                <p class="actions quiet" role="status">{words}</p>
                <p class="actions">{more(text.common.retry, view)}</p>
            }
            .into_any()
        }
        State::Growing => {
            view! { <p class="actions"><span class="spinner" role="status" aria-label=text.common.loading></span></p> }
                .into_any()
        }
        State::Asking if shelf.cards.is_empty() => bones(),
        State::Asking => ().into_any(),
        State::Ready if shelf.more() => {
            view! { <p class="actions">{more(text.shop.load_more, view)}</p> }.into_any()
        }
        State::Ready if shelf.cards.is_empty() => {
            let typed = shelf.typed.trim();
            let (title, hint) = if !typed.is_empty() {
                ((text.shop.nothing_found)(typed), text.shop.other_word)
            } else if shelf.category.is_some() {
                (text.shop.nothing_here.to_owned(), "")
            } else {
                (text.shop.no_goods.to_owned(), "")
            };
            let looked = shelf.category.is_some() || !typed.is_empty();
            let action = if looked { retry_action(text.shop.show_all, move || show_all(view)) } else { ().into_any() };
            blank(Blank { drawing: Drawing::Nothing, title, text: hint, alone: false }, action)
        }
        State::Ready => ().into_any(),
    })
}

fn more(label: &'static str, view: View) -> AnyView {
    view! { <button class="button" type="button" on:click=move |_| view.grow()>{label}</button> }.into_any()
}

fn show_all(view: View) {
    view.shelf.update(|shelf| {
        shelf.typed.clear();
        shelf.category = None;
    });
    view.search();
}

/// The way to the cart, while there is something in it.
pub fn cart_pill(app: App, number: ShopNumber) -> AnyView {
    live(move || {
        app.watch_memory();
        let Some(basket) = device::basket::basket(number, Slot::Cart) else { return ().into_any() };
        let text = &app.text().common;
        let pieces = basket.cart.pieces();
        let total = basket.cart.total_seen().map(|total| total.to_string()).unwrap_or_default();
        view! {
            <nav class="cart-way" aria-label=text.cart>
                <a class="cart-pill" href=Route::Cart(number).path()>
                    {icon(Icon::Cart)}
                    <span>{text.cart}</span>
                    <span class="figures" data-cart-count="" aria-label=(text.cart_holds)(pieces)>{pieces}</span>
                    <span class="figures">{total}</span>
                </a>
            </nav>
        }
        .into_any()
    })
}

/// Six cards' places while the goods are on their way.
pub fn bones() -> AnyView {
    let bone = || {
        view! {
            <li class="goods-card">
                {bare_photo()}
                <div class="goods-card-body">
                    <p class="goods-card-title"><span class="bone"></span><span class="bone bone-half"></span></p>
                    <p class="goods-card-prices"><span class="bone bone-half"></span></p>
                </div>
            </li>
        }
        .into_any()
    };
    view! { <ul class="goods-grid" aria-hidden="true">{(0..6).map(|_| bone()).collect::<Vec<_>>()}</ul> }
        .into_any()
}
