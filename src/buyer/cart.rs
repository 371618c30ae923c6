//! The cart of a shop: there at once from the device, then brought in line with the shop's prices and stock.

mod line;

use super::changes::{Change, What};
use super::doubt::doubt;
use super::dress::dress;
use super::priced::{Priced, price};
use super::trouble::{unknown_shop, words};
use super::ways;
use crate::api::{ApiError, DeliveryMethod, Shop, Way};
use crate::app::App;
use crate::app::wait::{Wait, ask, when_back};
use crate::components::{
    Blank, Drawing, Icon, PriceSize, blank, link_action, live, note, price as amount, top_bar,
};
use crate::device::{self, Slot};
use crate::route::{Basket, Route};
use crate::view::prelude::*;
use minishop_core::{Cart, Currency, Line, Money, ShopNumber};
use std::time::Duration;

/// The pause after the last step before the shop is asked again.
const PAUSE: Duration = Duration::from_millis(500);

/// The cart's screen.
#[derive(Clone, Copy)]
struct View {
    app: App,
    shop: ShopNumber,
    priced: RwSignal<Wait<Priced>>,
    /// What was different when the screen was opened, and since.
    changes: RwSignal<Vec<Change>>,
    /// The line taken out last and where it stood, to be put back.
    removed: RwSignal<Option<(usize, Line)>>,
    pause: StoredValue<Option<TimeoutHandle>>,
    /// The shop itself, where it is heard of.
    known: RwSignal<Option<Shop>>,
}

/// The cart of that shop.
pub fn screen(app: App, shop: ShopNumber) -> AnyView {
    let view = View {
        app,
        shop,
        priced: RwSignal::new(Wait::Asked),
        changes: RwSignal::default(),
        removed: RwSignal::new(None),
        pause: StoredValue::new(None),
        known: RwSignal::new(None),
    };
    view.check();
    app.expect_order();
    when_back(
        app,
        move || view.priced.with_untracked(|priced| *priced == Wait::Failed(ApiError::Offline)),
        move || {
            view.check();
        },
    );
    on_cleanup(move || view.stop());
    dress(shop, move |known| view.known.set(Some(known)));
    let text = app.text();
    app.title(text.cart.title);
    let gone = Memo::new(move || view.priced.with(|priced| *priced == Wait::Failed(ApiError::Unknown)));
    live(move || {
        if gone.get() {
            return unknown_shop(app);
        }
        view! {
            <div class="page">
                {top_bar(text.common.back, Route::Shop(shop).path(), text.cart.title.into_any(), None)}
                <main class="page-main page-read stack" data-screen="cart"
                    data-ready=move || view.priced.with(|priced| *priced != Wait::Asked).then_some("")>
                    {doubt(app, shop)}
                    {live(move || view.lines())}
                </main>
                {live(move || view.foot())}
            </div>
        }
        .into_any()
    })
}

impl View {
    fn cart(self) -> Option<Cart> {
        self.app.watch_memory();
        device::basket::basket(self.shop, Slot::Cart).map(|basket| basket.cart)
    }

    fn stop(self) {
        if let Some(pause) = self.pause.try_update_value(Option::take).flatten() {
            pause.clear();
        }
    }

    /// Asks for prices and stock.
    fn check(self) {
        self.stop();
        ask(self.app, price(self.shop, Slot::Cart, Way::default()), move |answer| {
            let answer = match answer {
                Ok(None) => return,
                Ok(Some(priced)) => Ok(priced),
                Err(error) => Err(error),
            };
            if let Ok(priced) = &answer {
                self.changes.update(|changes| {
                    // What cannot be had is told again as long as it is so; the rest the buyer may still be reading.
                    changes.retain(|old| {
                        let new = priced.changes.iter().any(|new| new.sku == old.sku);
                        !new && matches!(old.what, What::Price(_) | What::Less(_))
                    });
                    changes.extend(priced.changes.iter().cloned());
                });
            }
            let fresh = answer.is_ok();
            self.priced.update(|priced| {
                if fresh || priced.here().is_none() {
                    priced.take(answer);
                }
            });
        });
    }

    /// The buyer changed the cart: asks again once it rests.
    fn check_soon(self) {
        self.stop();
        self.pause.set_value(set_timeout_with_handle(move || self.check(), PAUSE).ok());
    }

    fn lines(self) -> AnyView {
        let text = self.app.text();
        let cart = self.cart();
        let removed = self.removed.get();
        if cart.is_none() && removed.is_none() {
            let said =
                Blank { drawing: Drawing::Cart, title: text.cart.empty.to_owned(), text: "", alone: false };
            return blank(said, link_action(text.cart.to_goods, Route::Shop(self.shop).path()));
        }
        let mut rows: Vec<AnyView> = Vec::new();
        if let Some(cart) = &cart {
            rows.extend(cart.lines().iter().map(|own| line::line(self, own)));
        }
        if let Some((at, own)) = removed {
            rows.insert(at.min(rows.len()), line::removed(self, own));
        }
        view! {
            <ul class="stack" role="list">{rows}</ul>
            {self.stale()}
            {cart.and_then(|cart| self.delivery(&cart))}
        }
        .into_any()
    }

    /// A word where the shop could not be asked.
    fn stale(self) -> Option<AnyView> {
        let text = self.app.text();
        let error = self
            .priced
            .with(|priced| if let Wait::Failed(error) = priced { Some(error.clone()) } else { None })?;
        let (why, _) = words(self.app, &error);
        let said = format!("{}. {why}", text.cart.not_fresh);
        Some(
            view! {
                <div class="row">
                    {note(Icon::Alert, said)}
                    <button class="text-button" type="button" on:click=move |_| self.check()>{text.common.retry}</button>
                </div>
            }
            .into_any(),
        )
    }

    /// From which total delivery is free.
    fn delivery(self, cart: &Cart) -> Option<AnyView> {
        let text = self.app.text();
        self.known.with(|shop| {
            let priced = |method: &&DeliveryMethod| method.fee.minor() > 0 && method.free_over.is_some();
            let method = shop.as_ref()?.deliveries.iter().find(priced)?;
            let limit = method.free_over?;
            let said = if self.total(cart).minor() >= limit.minor() {
                (text.cart.free_now)(&limit.to_string())
            } else {
                ways::fee_and_limit(self.app, method, Some(limit))
            };
            Some(note(Icon::Truck, said))
        })
    }

    /// The lines that can be had, as far as is known.
    fn available(self, cart: &Cart) -> Cart {
        self.priced.with(|priced| match priced.here() {
            Some(priced) => super::changes::available(cart, &priced.quote),
            None => cart.clone(),
        })
    }

    /// What they come to; what the server says of it counts at the checkout.
    fn total(self, cart: &Cart) -> Money {
        self.available(cart).total_seen().unwrap_or_else(|_| Money::zero(cart.currency()))
    }

    fn foot(self) -> AnyView {
        let text = &self.app.text().cart;
        let Some(cart) = self.cart() else { return ().into_any() };
        let pieces = self.available(&cart).pieces();
        let away = self.known.with(|shop| ways::away(self.app, shop.as_ref()?));
        let ready = pieces > 0 && away.is_none();
        let href = ready.then(|| Route::Checkout(self.shop, Basket::Cart).path());
        view! {
            <footer class="foot-bar">
                <p class="foot-bar-sum">
                    <span class="quiet">{text.total}</span>
                    {amount(self.total(&cart), PriceSize::Card)}
                </p>
                <a class="button button-main foot-bar-grow" data-do="checkout" href=href
                    aria-disabled=(!ready).then_some("true")>
                    {away.unwrap_or_else(|| (text.checkout)(pieces))}
                </a>
            </footer>
        }
        .into_any()
    }

    /// Takes a line out, with a way back.
    fn remove(self, own: &Line) {
        let Some(cart) = untrack(|| self.cart()) else { return };
        let at = cart.lines().iter().position(|line| line.sku == own.sku).unwrap_or(0);
        self.removed.set(Some((at, own.clone())));
        device::basket::change(self.shop, Slot::Cart, |cart| cart.remove(&own.sku));
        self.check_soon();
    }

    /// Puts it back where it stood.
    fn restore(self) {
        let Some((at, own)) = self.removed.get_untracked() else { return };
        self.removed.set(None);
        let kept = untrack(|| self.cart());
        let currency: Currency = own.seen.unit.currency();
        // A full or changed cart refuses what is too much; the other lines stay.
        _ = device::basket::add(self.shop, own.clone());
        if let Some(kept) = kept {
            device::basket::change(self.shop, Slot::Cart, |cart| {
                let back = cart.lines().iter().find(|line| line.sku == own.sku).cloned();
                let mut order: Vec<Line> =
                    kept.lines().iter().filter(|line| line.sku != own.sku).cloned().collect();
                if let Some(back) = back {
                    order.insert(at.min(order.len()), back);
                }
                let mut whole = Cart::new(currency);
                for line in order {
                    _ = whole.add(line);
                }
                *cart = whole;
            });
        }
        self.check_soon();
    }
}
