//! One order by its secret link: where it stands, what to do next, and everything about it.

mod actions;
mod details;
mod pay;
mod proof;
mod standing;

use super::trouble::trouble;
use super::{foot, known_orders, share};
use crate::api::{self, ApiError, Order};
use crate::app::App;
use crate::app::wait::{Wait, ask, when_back};
use crate::components::{Blank, Drawing, Icon, blank, icon, link_action, live, top_bar};
use crate::route::Route;
use crate::theme;
use crate::view::prelude::*;
use minishop_core::{Action, OrderToken, Status};
use std::time::Duration;

/// How often an open order is asked for again.
const EVERY: Duration = Duration::from_secs(20);

/// One order's screen.
#[derive(Clone, Copy)]
struct View {
    app: App,
    token: StoredValue<OrderToken>,
    order: RwSignal<Wait<Order>>,
    /// The server's time in seconds, as the countdown shows it.
    now: RwSignal<i64>,
    upload: RwSignal<Option<proof::Upload>>,
    /// What the sheet asks to be sure of.
    sure: RwSignal<Option<Action>>,
    open: RwSignal<bool>,
}

/// The order of that token.
pub fn screen(app: App, token: OrderToken) -> AnyView {
    let view = View {
        app,
        order: RwSignal::from(known_orders::of(&token)),
        token: StoredValue::new(token),
        now: RwSignal::new(api::now()),
        upload: RwSignal::new(None),
        sure: RwSignal::new(None),
        open: RwSignal::new(false),
    };
    view.refresh();
    view.follow();
    when_back(
        app,
        move || view.order.with_untracked(|order| *order == Wait::Failed(ApiError::Offline)),
        move || {
            view.refresh();
        },
    );
    app.title(app.text().orders.title);
    live(move || {
        let order = view.order.get();
        match &order {
            Wait::Here(order) => {
                theme::wear(order.shop.theme.as_deref());
                view.whole(order)
            }
            Wait::Asked => view.bones(),
            Wait::Failed(ApiError::Unknown) => view.unknown(),
            Wait::Failed(error) => view.failed(error),
        }
    })
}

impl View {
    /// Asks for the order as it is now.
    fn refresh(self) {
        let Some(token) = self.token.try_get_value() else { return };
        let call = async move { api::order(&token).await };
        ask(self.app, call, move |answer| self.take(answer));
    }

    /// Takes a fresh order, wherever it came from.
    fn take(self, answer: Result<Order, ApiError>) {
        self.now.set(api::now());
        let same =
            self.order.try_with_untracked(|old| old.here() == answer.as_ref().ok() && old.here().is_some());
        if same == Some(false) {
            self.order.update(|order| order.take(answer));
        }
    }

    /// Asks again every while and whenever the page is looked at again; the countdown goes on between.
    fn follow(self) {
        let hidden = || document().hidden();
        let open = move || {
            let status = self.order.try_with_untracked(|order| order.here().map(|order| order.status));
            !matches!(status, Some(Some(Status::Done | Status::Cancelled)))
        };
        let turn = move || {
            self.now.set(api::now());
            if !hidden() && open() {
                self.refresh();
            }
        };
        let clock = set_interval_with_handle(turn, EVERY);
        let seen = window_event_listener_untyped("visibilitychange", move |_| {
            if !hidden() {
                self.refresh();
            }
        });
        on_cleanup(move || {
            if let Ok(clock) = clock {
                clock.clear();
            }
            seen.remove();
        });
    }

    /// Copies the order's own link.
    fn copy_link(self) {
        let path = self.token.with_value(|token| Route::Order(token.clone()).path());
        let url = window().location().origin().unwrap_or_default() + &path;
        if crate::host::copy(&url) {
            self.app.say(self.app.text().order.link_copied);
        } else {
            share::copy(self.app, &url);
        }
    }

    fn whole(self, order: &Order) -> AnyView {
        let Self { app, .. } = self;
        let text = app.text();
        let title = (text.order.title)(&order.code);
        app.title(&title);
        let copy = view! {
            <button class="icon-button no-print" type="button" aria-label=text.order.share
                on:click=move |_| self.copy_link()>
                {icon(Icon::Share)}
            </button>
        };
        view! {
            <div class="page">
                {top_bar(text.common.back, Route::Shop(order.shop.number).path(), title.into_any(), Some(copy.into_any()))}
                <main class="page-main page-read stack" data-screen="order" data-ready="" data-order-code=order.code.clone()
                    data-status=order.status.word()>
                    {standing::standing(self, order)}
                    {pay::pay(self, order)}
                    {details::parcels(self, order)}
                    {details::goods(self, order)}
                    {details::receiver(self, order)}
                    {details::timeline(self, order)}
                    {actions::actions(self, order)}
                </main>
            </div>
            {actions::sure(self)}
        }
        .into_any()
    }

    fn bones(self) -> AnyView {
        let text = &self.app.text().common;
        view! {
            <div class="page" aria-busy="true">
                {top_bar(text.back, Route::Door.path(), ().into_any(), None)}
                <main class="page-main page-read stack" data-screen="order">
                    <p class="unseen" role="status">{text.loading}</p>
                    <div class="state" aria-hidden="true">
                        <p class="state-title"><span class="bone"></span></p>
                        <p><span class="bone bone-half"></span></p>
                    </div>
                    <div class="block" aria-hidden="true">
                        <p><span class="bone bone-third"></span></p>
                        <p><span class="bone"></span></p>
                        <p><span class="bone bone-half"></span></p>
                    </div>
                </main>
            </div>
        }
        .into_any()
    }

    fn unknown(self) -> AnyView {
        let text = self.app.text();
        self.app.title(text.order.unknown);
        let said = Blank {
            drawing: Drawing::Nothing,
            title: text.order.unknown.to_owned(),
            text: text.order.unknown_hint,
            alone: true,
        };
        self.alone(blank(said, link_action(text.trouble.to_door, Route::Door.path())))
    }

    fn failed(self, error: &ApiError) -> AnyView {
        let again = move || {
            self.order.set(Wait::Asked);
            self.refresh();
        };
        self.alone(trouble(self.app, error, true, again))
    }

    fn alone(self, inside: AnyView) -> AnyView {
        view! {
            <div class="page">
                <main class="page-main page-read" data-screen="order" tabindex="-1">{inside}</main>
                {foot::foot(self.app, None, ().into_any())}
            </div>
        }
        .into_any()
    }
}
