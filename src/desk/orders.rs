//! The orders, by what is to be done with them; they come and go by themselves.

mod card;
mod first;
mod list;
mod shelf;
#[cfg(test)]
mod tests;
mod tools;

use super::page::{self, Page, Section};
use super::route::Tab;
use super::session::Desk;
use super::ship::Shipping;
use crate::api;
use crate::api::desk::orders;
use crate::app::kept::Kept;
use crate::app::wait::when_back;
use crate::view::prelude::*;
use shelf::{Question, Shelf, State};
use std::time::Duration;

thread_local! {
    static SHELVES: Kept<Shelf> = const { Kept::new() };
}

/// How often the time that is left is counted anew.
const MINUTE: Duration = Duration::from_secs(20);
/// When something that nobody asked for failed, it is tried again after so long.
const AGAIN: Duration = Duration::from_secs(5);

/// One tab's screen.
#[derive(Clone, Copy)]
struct View {
    desk: Desk,
    tab: Tab,
    shelf: RwSignal<Shelf>,
    ship: Shipping,
    /// Seconds by the server's clock, for the time that is left.
    now: RwSignal<i64>,
}

/// The orders of that tab.
pub fn screen(desk: Desk, tab: Tab) -> AnyView {
    let (shelf, known) = at(desk, tab);
    let shelf = RwSignal::from(shelf);
    let again = Callback::new(move |()| refresh(desk, tab));
    let ship = Shipping::new(desk, Callback::new(move |_| again.run(())));
    let view = View { desk, tab, shelf, ship, now: RwSignal::new(api::now()) };
    if known && shelf.with_untracked(|shelf| !matches!(shelf.state, State::Failed(_))) {
        refresh(desk, tab);
    } else {
        view.search();
    }
    desk.live.is_listed();
    desk.live.hear(move |_| again.run(()));
    when_back(desk.app, move || view.lost(), move || again.run(()));
    let clock = set_interval_with_handle(move || view.now.set(api::now()), MINUTE);
    on_cleanup(move || {
        if let Ok(clock) = clock {
            clock.clear();
        }
    });
    let ready = Signal::derive(move || shelf.with(|shelf| shelf.state != State::Asking));
    let (tool, sheet) = tools::more(desk);
    let frame = Page::new("orders", desk.text().orders.title).tool(tool).ready(ready);
    let inside = view! {
        {tools::bar(view)}
        {first::first_steps(view)}
        {list::list(view)}
        {ship.sheet()}
        {sheet}
    };
    page::main(desk, Section::Orders, frame, inside)
}

/// The shelf of that tab; of one shop alone.
fn at(desk: Desk, tab: Tab) -> (ArcRwSignal<Shelf>, bool) {
    let shop = desk.account().map(|account| account.number.to_string()).unwrap_or_default();
    SHELVES.with(|shelves| shelves.at(shop + tab.word(), Shelf::new))
}

/// Makes right what is shown.
fn refresh(desk: Desk, tab: Tab) {
    let (shelf, _) = at(desk, tab);
    let mut question = None;
    shelf.update(|shelf| question = shelf.refresh());
    if let Some(question) = question {
        put(desk, tab, question);
    }
}

/// Asks; the answer is for the shelf, even if the seller has left the screen meanwhile.
fn put(desk: Desk, tab: Tab, question: Question) {
    let Question { turn, typed, cursor, count } = question;
    // Whoever looks for an order rarely knows how far it is: all of them are searched.
    let word = if typed.is_empty() { tab.word() } else { "" };
    let call = move || {
        let (typed, cursor) = (typed.clone(), cursor.clone());
        async move {
            match cursor {
                Some(cursor) => orders::orders(word, &typed, Some(&cursor), count).await,
                None => orders::first_orders(word, &typed, count).await,
            }
        }
    };
    desk.ask(call, move |answer| {
        if desk.account().is_none() {
            return;
        }
        let failed = answer.is_err();
        if let Ok(page) = &answer {
            desk.live.count(desk, page.counts);
        }
        let (shelf, _) = at(desk, tab);
        let mut next = None;
        shelf.update(|shelf| next = shelf.take(turn, answer));
        if let Some(next) = next {
            put(desk, tab, next);
        } else if failed && shelf.with_untracked(|shelf| shelf.state == State::Ready) {
            set_timeout(move || refresh(desk, tab), AGAIN);
        }
    });
}

impl View {
    /// Asks for the first orders of what is looked for.
    fn search(self) {
        if let Some(question) = self.shelf.try_update(Shelf::search) {
            put(self.desk, self.tab, question);
        }
    }

    /// Asks for the next page, if there is one.
    fn grow(self) {
        if let Some(question) = self.shelf.try_update(Shelf::grow).flatten() {
            put(self.desk, self.tab, question);
        }
    }

    /// Whether something did not come.
    fn lost(self) -> bool {
        self.shelf.with_untracked(|shelf| matches!(&shelf.state, State::Failed(_) | State::Stuck(_)))
    }
}
