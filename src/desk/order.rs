//! One order: where it stands, what to do next, and everything about it.

mod act;
mod buyer;
mod cancel;
mod goods;
mod menu;
mod note;
mod parcels;
mod proofs;
mod refund;
mod reprice;
mod state;
mod timeline;

use super::page::{self, Page, inner};
use super::route::{Route, Tab};
use super::session::Desk;
use super::ship::Shipping;
use super::standing::tab;
use super::trouble::trouble;
use crate::api::ApiError;
use crate::api::desk::orders::{self, DeskOrder};
use crate::app::kept::Kept;
use crate::app::wait::{Wait, when_back};
use crate::components::{Blank, DeskIcon, Drawing, blank, desk_icon, link_action, live};
use crate::device::selling::OrderDraft;
use crate::view::prelude::*;
use crate::{api, desk::form::Flaws};
use minishop_core::OrderId;
use std::time::Duration;

thread_local! {
    static ORDERS: Kept<Wait<DeskOrder>> = const { Kept::new() };
}

/// How often the time that is left is counted anew.
const MINUTE: Duration = Duration::from_secs(20);

/// What the sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Panel {
    Menu,
    Reprice,
    Refund,
    Cancel,
    Reject,
    Receive,
    Note,
}

/// One order's screen; copied into any closure.
#[derive(Clone, Copy)]
struct View {
    desk: Desk,
    id: StoredValue<OrderId>,
    order: RwSignal<Wait<DeskOrder>>,
    /// Seconds by the server's clock, for the time that is left.
    now: RwSignal<i64>,
    ship: Shipping,
    panel: RwSignal<Panel>,
    open: RwSignal<bool>,
    /// What was typed and not sent.
    total: RwSignal<String>,
    refund: RwSignal<String>,
    reason: RwSignal<String>,
    note: RwSignal<String>,
    flaws: Flaws,
    busy: RwSignal<bool>,
    /// What stands in the way of the open sheet.
    wrong: RwSignal<Option<String>>,
    /// Somebody else changed the order while it was worked on here.
    changed: RwSignal<bool>,
}

/// The order of that id.
pub fn screen(desk: Desk, id: OrderId) -> AnyView {
    let draft = OrderDraft::load(id.as_str());
    let order = RwSignal::from(known(desk, &id));
    let stored = StoredValue::new(id.clone());
    let told = Callback::new(move |answer: Option<DeskOrder>| match answer {
        Some(new) => order.update(|own| own.take(Ok(new))),
        None => refresh(desk, &stored.get_value()),
    });
    let view = View {
        desk,
        id: stored,
        order,
        now: RwSignal::new(api::now()),
        ship: Shipping::new(desk, told),
        panel: RwSignal::new(Panel::Menu),
        open: RwSignal::new(false),
        total: RwSignal::new(draft.total),
        refund: RwSignal::new(draft.refund),
        reason: RwSignal::new(draft.reason),
        note: RwSignal::new(draft.note.unwrap_or_default()),
        flaws: Flaws::new(),
        busy: RwSignal::new(false),
        wrong: RwSignal::new(None),
        changed: RwSignal::new(false),
    };
    view.refresh();
    view.follow();
    let found = Memo::new(move || order.with(|order| order.here().cloned()));
    let fault = Memo::new(move || match order.get() {
        Wait::Failed(error) => Some(error),
        _ => None,
    });
    live(move || match (found.get(), fault.get()) {
        (Some(order), _) => view.whole(&order),
        (None, Some(ApiError::Unknown)) => view.gone(),
        (None, Some(error)) => view.framed(trouble(desk, &error, move || view.ask_again())),
        (None, None) => page::waiting(desk),
    })
}

/// The order as far as it is known; of one shop alone.
fn known(desk: Desk, id: &OrderId) -> ArcRwSignal<Wait<DeskOrder>> {
    let shop = desk.account().map(|account| account.number.to_string()).unwrap_or_default();
    ORDERS.with(|orders| orders.at(format!("{shop}{id}"), || Wait::Asked)).0
}

/// Asks for the order as it is now.
fn refresh(desk: Desk, id: &OrderId) {
    let order = known(desk, id);
    let id = id.clone();
    let call = move || {
        let id = id.clone();
        async move { orders::order(&id).await }
    };
    desk.ask(call, move |answer| {
        let same = order.with_untracked(|old| old.here().is_some() && old.here() == answer.as_ref().ok());
        if !same {
            order.update(|order| order.take(answer));
        }
    });
}

impl View {
    fn refresh(self) {
        if let Some(id) = self.id.try_get_value() {
            refresh(self.desk, &id);
        }
    }

    fn ask_again(self) {
        self.order.set(Wait::Asked);
        self.refresh();
    }

    /// Asks again whenever something happened to this order, or may have.
    fn follow(self) {
        self.desk.live.hear(move |news| {
            let own = self.id.get_value();
            if news.is_empty() || news.iter().any(|one| one.order == own) {
                self.refresh();
            }
        });
        let failed = move || self.order.with_untracked(|order| matches!(order, Wait::Failed(_)));
        when_back(self.desk.app, failed, move || self.ask_again());
        let clock = set_interval_with_handle(move || self.now.set(api::now()), MINUTE);
        on_cleanup(move || {
            if let Ok(clock) = clock {
                clock.clear();
            }
        });
        // What is typed in an open sheet was typed for the order as it was.
        Effect::new(move |seen: Option<Option<i64>>| {
            let version = self.order.with(|order| order.here().map(|order| order.version));
            let other = matches!(seen.flatten().zip(version), Some((old, new)) if old < new);
            let typing = untrack(|| self.open.get()) && untrack(|| self.panel.get()) != Panel::Menu;
            if other && typing && !untrack(|| self.busy.get()) {
                self.wrong.set(Some(self.desk.text().order.changed_kept.to_owned()));
            }
            version
        });
    }

    /// Opens the sheet of that panel, in place of the one that may be open.
    fn show(self, panel: Panel) {
        self.desk.app.close_sheet();
        self.flaws.clear_all();
        self.wrong.set(None);
        self.changed.set(false);
        self.panel.set(panel);
        self.desk.app.open_sheet(self.open);
    }

    /// Keeps on the device what is typed at this order.
    fn keep(self, change: impl FnOnce(&mut OrderDraft)) {
        OrderDraft::change(self.id.get_value().as_str(), change);
    }

    fn whole(self, order: &DeskOrder) -> AnyView {
        let desk = self.desk;
        let text = &desk.text().order;
        let tool = view! {
            <button class="icon-button" type="button" aria-label=text.menu data-do="menu"
                on:click=move |_| self.show(Panel::Menu)>
                {desk_icon(DeskIcon::Dots)}
            </button>
        };
        let mut frame = Page::new("order", (text.title)(&order.seen.code)).tool(tool);
        if let Some(foot) = state::foot(self, order) {
            frame = frame.foot(foot);
        }
        let inside = view! {
            {state::state(self, order)}
            {proofs::to_judge(self, order)}
            {parcels::parcels(self, order)}
            {buyer::buyer(self, order)}
            {goods::goods(self, order)}
            {proofs::judged(self, order)}
            {note::own_note(self, order)}
            {timeline::timeline(self, order)}
            {menu::sheet(self)}
            {self.ship.sheet()}
        };
        let inside = view! {
            <div class="stack" data-order-code=order.seen.code.clone() data-status=order.seen.status.word()
                data-version=order.version.to_string()>{inside}</div>
        };
        inner(desk, frame, &Route::Orders(tab(order.seen.status)), inside)
    }

    fn gone(self) -> AnyView {
        let text = self.desk.text();
        let said = Blank {
            drawing: Drawing::Nothing,
            title: text.order.gone.to_owned(),
            text: text.order.gone_hint,
            alone: false,
        };
        self.framed(blank(said, link_action(text.trouble.to_orders, Route::Orders(Tab::New).path())))
    }

    fn framed(self, inside: AnyView) -> AnyView {
        let title = self.desk.text().orders.title;
        inner(self.desk, Page::new("order", title), &Route::Orders(Tab::New), inside)
    }
}
