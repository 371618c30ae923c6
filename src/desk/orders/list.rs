//! The cards under each other; the list grows by itself as the seller nears its end.

use super::View;
use super::card::card;
use super::first::is_first;
use super::shelf::State;
use crate::components::{Blank, Drawing, blank, link_action, live, retry_action, watch_sight};
use crate::desk::route::{Route, Tab};
use crate::desk::trouble::{trouble, words};
use crate::view::prelude::*;

/// The cards and what stands below them.
pub fn list(view: View) -> AnyView {
    let shelf = view.shelf;
    let cards = Memo::new(move || shelf.with(|shelf| (shelf.cards.clone(), shelf.fresh.clone())));
    let items = move || {
        cards.with(|(cards, fresh)| {
            let drawn =
                cards.iter().map(|own| (own.id.to_string(), card(view, own, fresh.contains(&own.id))));
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
    // Whoever scrolls faster than orders come is still at the end when they are there, and nothing new is told then.
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
        <ul class="stack" role="list">{live(items)}</ul>
        <div node_ref=end>{live(move || tail(view))}</div>
    }
}

/// What stands below the cards: more, nothing, or why not.
fn tail(view: View) -> AnyView {
    let desk = view.desk;
    let text = &desk.text().common;
    let counts = desk.live.counts.get();
    view.shelf.with(|shelf| match &shelf.state {
        State::Failed(error) => trouble(desk, error, move || view.search()),
        State::Stuck(error) => view! {
            <p class="actions quiet" role="status">{words(desk, error).0}</p>
            <p class="actions">{more(text.retry, view)}</p>
        },
        State::Growing => view! {
            <p class="actions"><span class="spinner" role="status" aria-label=text.loading></span></p>
        },
        State::Asking if shelf.cards.is_empty() => bones(text.loading),
        State::Ready if shelf.more() => view! { <p class="actions">{more(text.load_more, view)}</p> },
        // The first steps stand here instead.
        State::Ready if is_first(view.tab, shelf, counts) => ().into_any(),
        State::Ready if shelf.cards.is_empty() => empty(view, shelf.typed.trim()),
        State::Asking | State::Ready => ().into_any(),
    })
}

fn more(label: &'static str, view: View) -> AnyView {
    view! { <button class="button button-plain" type="button" on:click=move |_| view.grow()>{label}</button> }
}

fn empty(view: View, typed: &str) -> AnyView {
    let text = &view.desk.text().orders;
    if !typed.is_empty() {
        let title = (text.nothing_found)(typed);
        let said = Blank { drawing: Drawing::Nothing, title, text: text.nothing_found_hint, alone: false };
        let all = move || {
            view.shelf.update(|shelf| shelf.typed.clear());
            view.search();
        };
        return blank(said, retry_action(text.show_all, all));
    }
    let [title, hint] = match view.tab {
        Tab::New => text.empty.new,
        Tab::ToPay => text.empty.to_pay,
        Tab::ToShip => text.empty.to_ship,
        Tab::Shipped => text.empty.shipped,
        Tab::Done => text.empty.done,
        Tab::Cancelled => text.empty.cancelled,
    };
    let said = Blank { drawing: Drawing::Cart, title: title.to_owned(), text: hint, alone: false };
    let action = match view.tab {
        Tab::New => link_action(text.to_card, Route::Card.path()),
        _ => ().into_any(),
    };
    blank(said, action)
}

/// Three cards' places while the orders are on their way.
fn bones(loading: &'static str) -> AnyView {
    let bone = || {
        view! {
            <li class="desk-order">
                <p class="desk-order-top"><span class="bone bone-half"></span></p>
                <div class="desk-order-goods">
                    <span class="thumb desk-order-photo"><span class="photo"></span></span>
                    <div class="desk-order-what"><p><span class="bone"></span></p><p><span class="bone bone-third"></span></p></div>
                </div>
                <p><span class="bone bone-third"></span></p>
            </li>
        }
    };
    let bones: Vec<AnyView> = (0..3).map(|_| bone()).collect();
    view! {
        <p class="unseen" role="status">{loading}</p>
        <ul class="stack" aria-hidden="true">{bones}</ul>
    }
}
