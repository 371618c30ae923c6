//! Placing an order goes on while the buyer looks at other screens: one run for each basket of this page.

use super::placing::{Next, Placing, Stage};
use crate::api::{self, Placed, place};
use crate::app::App;
use crate::app::wait::Wait;
use crate::buyer::known_orders;
use crate::device::{self, Draft, Slot, attempt, basket, orders};
use crate::route::{Basket, Route};
use crate::view::prelude::*;
use minishop_core::{OrderKey, ShopNumber};
use std::cell::RefCell;

thread_local! {
    static RUNS: RefCell<Vec<Run>> = const { RefCell::new(Vec::new()) };
}

/// One basket's way to an order.
#[derive(Clone)]
pub struct Run {
    shop: ShopNumber,
    slot: Slot,
    placing: ArcRwSignal<Placing>,
}

impl Run {
    /// The run of that basket; an attempt found in doubt is taken up.
    pub fn of(app: App, shop: ShopNumber, slot: Slot) -> Self {
        let known =
            RUNS.with_borrow(|runs| runs.iter().find(|run| run.shop == shop && run.slot == slot).cloned());
        let run = known.unwrap_or_else(|| {
            let run = Self { shop, slot, placing: ArcRwSignal::new(Placing::idle()) };
            RUNS.with_borrow_mut(|runs| runs.push(run.clone()));
            run
        });
        if !run.placing.with_untracked(Placing::under_way) {
            match attempt::pending(shop, slot) {
                Some(found) => run.go(app, Placing::resume(&found)),
                None => run.placing.set(Placing::idle()),
            }
        }
        run
    }

    /// How far it is, watched.
    pub fn stage(&self) -> Stage {
        self.placing.with(|placing| placing.stage().clone())
    }

    /// Whether an answer is awaited, watched.
    pub fn under_way(&self) -> bool {
        self.placing.with(Placing::under_way)
    }

    /// Whether the buyer may want to give up waiting, watched.
    pub fn is_tedious(&self) -> bool {
        self.placing.with(Placing::is_tedious)
    }

    /// Places the order: saved first, then sent. Does nothing while an answer is awaited.
    pub fn start(&self, app: App, key: &OrderKey, body: String) {
        if !self.placing.with_untracked(Placing::under_way) {
            let saved = attempt::save(self.shop, self.slot, key, body);
            self.go(app, Placing::start(&saved));
        }
    }

    /// Back to the form. The key stays the basket's, so that ordering again cannot make a second order.
    pub fn back_to_form(&self) {
        if let Some((key, _)) = self.request() {
            attempt::close(self.shop, self.slot, &key);
        }
        self.placing.set(Placing::idle());
    }

    fn request(&self) -> Option<(OrderKey, String)> {
        self.placing.with_untracked(Placing::request)
    }

    fn go(&self, app: App, placing: Placing) {
        self.placing.set(placing);
        let run = self.clone();
        spawn_local(async move {
            while let Some((key, body)) = run.request() {
                let answer = api::place_order(run.shop, &key, &body).await;
                // The buyer went back to the form meanwhile; a late order counts all the same.
                let wanted = run.request() == Some((key.clone(), body.clone()));
                if !wanted {
                    if let Ok(placed) = &answer {
                        run.settle(&key, &body, placed);
                    }
                    return;
                }
                let mut placing = run.placing.get_untracked();
                if let Some(saved) = attempt::last(run.shop, run.slot) {
                    placing.learn(&saved);
                }
                let next = placing.answered(answer);
                match placing.stage() {
                    Stage::Placed(placed) => run.settle(&key, &body, placed),
                    Stage::Already => run.find_elsewhere(&key),
                    _ if next == Next::Stop => attempt::close(run.shop, run.slot, &key),
                    _ => {}
                }
                run.placing.set(placing);
                match next {
                    Next::Send { after } => api::fetch::wait(after).await,
                    Next::Stop => run.arrive(app, &key),
                }
            }
        });
    }

    /// In this order, so that a page that dies between two steps asks again and ends in the same order.
    fn settle(&self, key: &OrderKey, body: &str, placed: &Placed) {
        let order = &placed.order;
        known_orders::of(&placed.token).set(Wait::Here(order.clone()));
        orders::remember(self.shop, &placed.token, &order.code, &order.total.to_string(), Some(key));
        basket::settle(self.shop, self.slot, key, &place::ordered(body));
        Draft::finish(self.shop);
        attempt::drop(self.shop, self.slot, key);
    }

    fn find_elsewhere(&self, key: &OrderKey) {
        basket::renew(self.shop, self.slot, key);
        attempt::drop(self.shop, self.slot, key);
    }

    /// To the order, if the buyer still waits here for it; else a word that it is there.
    fn arrive(&self, app: App, key: &OrderKey) {
        let token = self.placing.with_untracked(|placing| match placing.stage() {
            Stage::Placed(placed) => Some(placed.token.clone()),
            Stage::Already => device::orders::of_key(self.shop, key).map(|order| order.token),
            _ => None,
        });
        let Some(token) = token else { return };
        let basket = if self.slot == Slot::Now { Basket::Now } else { Basket::Cart };
        if untrack(|| app.route()) == Route::Checkout(self.shop, basket) {
            app.replace(&Route::Order(token));
        } else {
            app.say(app.text().checkout.placed);
        }
    }
}
