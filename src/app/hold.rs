//! A screen that asks before it is left, because something on it is not saved. The buyer's screens keep what is typed and
//! never ask: none of this is in their code.

use super::navigation::{depth, go, walk, when_still};
use super::{Address, App};
use crate::view::prelude::*;
use js_sys::Reflect;
use std::cell::RefCell;
use web_sys::Event;

/// Where leaving was tried to.
pub(super) enum Way {
    /// That address.
    To(String),
    /// So many entries of the history on; back below zero.
    Steps(i32),
}

struct Hold {
    unsaved: Signal<bool>,
    ask: Callback<()>,
    /// The held screen's own place in the history.
    depth: f64,
    way: Option<Way>,
}

thread_local! {
    static HOLD: RefCell<Option<Hold>> = const { RefCell::new(None) };
}

impl<A: Address> App<A> {
    /// While `unsaved`, whoever leaves this screen is asked by `ask` first, and goes on by [`App::leave`].
    pub fn hold(self, unsaved: Signal<bool>, ask: Callback<()>) {
        HOLD.set(Some(Hold { unsaved, ask, depth: depth(), way: None }));
        // Closing the page: the browser asks in words of its own, where it asks at all.
        let heard = window_event_listener_untyped("beforeunload", move |event: Event| {
            if holds() {
                event.prevent_default();
                _ = Reflect::set(&event, &"returnValue".into(), &"".into());
            }
        });
        on_cleanup(move || {
            heard.remove();
            HOLD.set(None);
        });
    }

    /// Goes where leaving was tried to, without saving.
    pub fn leave(self) {
        let way = HOLD.take().and_then(|hold| hold.way);
        when_still(self, move || match way {
            Some(Way::To(path)) => go(self, path, false),
            Some(Way::Steps(entries)) => _ = walk(entries),
            None => {}
        });
    }
}

fn holds() -> bool {
    HOLD.with_borrow(|hold| hold.as_ref().is_some_and(|hold| hold.unsaved.get_untracked()))
}

/// Whether the screen is not left yet; it asks, and remembers where to.
pub(super) fn stops(way: Way) -> bool {
    let ask = held(way);
    ask.map(|ask| ask.run(())).is_some()
}

/// The same for a step that the browser has made already, to the entry of that depth: how many entries it was, and what
/// to ask once it is undone.
pub(super) fn stops_step(to: f64) -> Option<(i32, Callback<()>)> {
    let from = HOLD.with_borrow(|hold| hold.as_ref().map(|hold| hold.depth))?;
    let entries = (to - from) as i32;
    let entries = if entries == 0 { -1 } else { entries };
    held(Way::Steps(entries)).map(|ask| (entries, ask))
}

fn held(way: Way) -> Option<Callback<()>> {
    if !holds() {
        return None;
    }
    HOLD.with_borrow_mut(|hold| {
        let hold = hold.as_mut()?;
        hold.way = Some(way);
        Some(hold.ask)
    })
}
