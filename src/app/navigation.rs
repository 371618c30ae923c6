//! The way through the screens, on the browser's own history: links, back and forward, scroll and focus.

use super::hold::{self, Way};
use super::{Address, App};
use crate::view::prelude::*;
use js_sys::Array;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, History, HtmlAnchorElement, HtmlElement, MouseEvent, ScrollRestoration};

/// What a history entry remembers: how many entries of ours lie before it, and how far the buyer had scrolled.
#[derive(Clone, Copy, Default)]
struct Entry {
    depth: f64,
    scroll: f64,
}

impl Entry {
    fn of(state: JsValue) -> Self {
        let pair = state.dyn_into::<Array>().unwrap_or_default();
        let at = |index| pair.get(index).as_f64().unwrap_or_default();
        Self { depth: at(0), scroll: at(1) }
    }

    fn state(self) -> JsValue {
        Array::of2(&self.depth.into(), &self.scroll.into()).into()
    }
}

/// What is still to be done when the screen shows its content.
#[derive(Clone, Copy)]
pub(super) struct Arrival {
    /// Whether the focus follows; not on the page's first screen, where the reader begins at the top by itself.
    focus: bool,
    scroll: f64,
}

/// Something to do once the browser stands still.
pub(super) type Act = Box<dyn FnOnce()>;

/// A step back takes no longer than this, else it was none.
const STEP: Duration = Duration::from_millis(600);

/// The route in the address bar.
pub(super) fn here<A: Address>() -> A {
    let location = window().location();
    let mut address = location.pathname().unwrap_or_default();
    address.push_str(&location.search().unwrap_or_default());
    A::parse(&address)
}

/// Listens for as long as the page lives.
pub(super) fn watch<A: Address>(app: App<A>) {
    if let Ok(history) = window().history() {
        // Where the engine restores the scroll itself it does so before the goods are there.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        let Entry { scroll, .. } = Entry::of(history.state().unwrap_or_default());
        app.0.arrival.set_value(Some(Arrival { focus: false, scroll }));
    }
    window_event_listener_untyped("click", move |event| follow(app, event));
    window_event_listener_untyped("popstate", move |_| arrive_back(app));
    // The webview may be killed any moment after this; a reload finds its place again.
    window_event_listener_untyped("pagehide", move |_| remember_scroll());
}

/// Shows the address; `instead` of this entry, or after it.
pub(super) fn go<A: Address>(app: App<A>, path: String, instead: bool) {
    when_still(app, move || enter(app, &path, instead));
}

/// Does it now, or after the step back that the browser is still making: the two would undo each other.
pub(super) fn when_still<A: Address>(app: App<A>, act: impl FnOnce() + 'static) {
    let mut act: Option<Act> = Some(Box::new(act));
    app.0.stepping.try_update_value(|waiting| {
        if let Some(waiting) = waiting {
            waiting.extend(act.take());
        }
    });
    if let Some(act) = act {
        act();
    }
}

fn enter<A: Address>(app: App<A>, path: &str, instead: bool) {
    let Some((history, entry)) = current() else { return };
    if let Some(open) = app.0.sheet.get_untracked() {
        app.0.sheet.set(None);
        open.set(false);
    }
    let route = A::parse(path);
    if elsewhere(app, &route) {
        remember_scroll();
        crate::device::storage::carry();
        let location = window().location();
        let _ = if instead { location.replace(path) } else { location.assign(path) };
        return;
    }
    // A history that refuses (some engines limit how often) still lets the buyer go on.
    let _ = if instead {
        history.replace_state_with_url(&Entry { scroll: 0.0, ..entry }.state(), "", Some(path))
    } else {
        remember_scroll();
        let next = Entry { depth: entry.depth + 1.0, scroll: 0.0 };
        history.push_state_with_url(&next.state(), "", Some(path))
    };
    show(app, route, 0.0);
}

/// Whether another page has this screen's code.
fn elsewhere<A: Address>(app: App<A>, route: &A) -> bool {
    app.0.load.is_some_and(|load| load != route.load())
}

/// Lets the boot script fetch the next page's code while the buyer still looks at this one.
pub(super) fn expect_next() {
    let soon = js_sys::Reflect::get(&window(), &"__soon".into()).ok();
    if let Some(soon) = soon.and_then(|soon| soon.dyn_into::<js_sys::Function>().ok()) {
        // Without it the code comes a little later.
        let _ = soon.call0(&JsValue::NULL);
    }
}

/// One entry back, out of a sheet that has closed.
pub(super) fn step_back<A: Address>(app: App<A>) {
    if let Some((history, _)) = current()
        && history.back().is_ok()
    {
        app.0.stepping.set_value(Some(Vec::new()));
        set_timeout(move || _ = stand_still(app), STEP);
    }
}

/// So many entries on, or back where it is below zero; `false` where the engine refuses.
pub(super) fn walk(entries: i32) -> bool {
    current().is_some_and(|(history, _)| history.go_with_delta(entries).is_ok())
}

/// The same while the screen stays as it is; then does that.
fn step<A: Address>(app: App<A>, entries: i32, then: impl FnOnce() + 'static) {
    if walk(entries) {
        app.0.stepping.set_value(Some(vec![Box::new(then)]));
        set_timeout(move || _ = stand_still(app), STEP);
    }
}

/// How many entries of ours lie before this one.
pub(super) fn depth() -> f64 {
    current().map(|(_, entry)| entry.depth).unwrap_or_default()
}

/// Ends the step back and does what waited for it; `false` where there was none.
fn stand_still<A: Address>(app: App<A>) -> bool {
    let Some(waiting) = app.0.stepping.try_update_value(Option::take).flatten() else { return false };
    waiting.into_iter().for_each(|act| act());
    true
}

/// An entry for a sheet over this page.
pub(super) fn push_sheet() {
    if let Some((history, entry)) = current() {
        let over = Entry { depth: entry.depth + 1.0, scroll: scrolled() };
        remember_scroll();
        let _ = history.push_state_with_url(&over.state(), "", None);
    }
}

fn arrive_back<A: Address>(app: App<A>) {
    if stand_still(app) {
        return;
    }
    if let Some(open) = app.0.sheet.get_untracked() {
        app.0.sheet.set(None);
        open.set(false);
        return;
    }
    let route: A = here();
    let entry = current().map(|(_, entry)| entry).unwrap_or_default();
    if app.0.route.with_untracked(|old| *old != route) {
        if A::HOLDS
            && let Some((steps, ask)) = hold::stops_step(entry.depth)
        {
            return step(app, -steps, move || ask.run(()));
        }
        show(app, route, entry.scroll);
    }
}

/// A tap on a link of ours changes the screen; all else is the browser's.
fn follow<A: Address>(app: App<A>, event: Event) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
    let plain = mouse.button() == 0
        && !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key());
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else { return };
    let same = window().location().origin().is_ok_and(|origin| origin == link.origin());
    if !plain
        || !same
        || !link.target().is_empty()
        || link.has_attribute("download")
        || event.default_prevented()
    {
        return;
    }
    let path = link.pathname() + &link.search();
    if A::parse(&path).is_nowhere() {
        return;
    }
    event.prevent_default();
    if A::HOLDS {
        let back = link.has_attribute("data-back") && current().is_some_and(|(_, entry)| entry.depth > 0.0);
        let closes = back && app.0.sheet.get_untracked().is_some();
        if !closes && hold::stops(if back { Way::Steps(-1) } else { Way::To(path.clone()) }) {
            return;
        }
    }
    // A «back» link goes back where that is known, to keep the place; else where it points.
    match current() {
        Some((history, entry)) if link.has_attribute("data-back") && entry.depth > 0.0 => {
            let _ = history.back();
        }
        _ => go(app, path, app.0.sheet.get_untracked().is_some()),
    }
}

fn show<A: Address>(app: App<A>, route: A, scroll: f64) {
    app.0.arrival.set_value(Some(Arrival { focus: true, scroll }));
    app.0.route.set(route);
    settle(app);
}

/// Ends the arrival once the screen has its heading: the focus goes there, and the page to where the buyer had been.
pub(super) fn settle<A: Address>(app: App<A>) {
    // After the screen is drawn, before it is painted.
    request_animation_frame(move || {
        let Some(Arrival { focus, scroll }) = app.0.arrival.get_value() else { return };
        let find = |what| document().query_selector(what).ok().flatten();
        let heading = find("h1[tabindex]");
        let there = heading.is_some();
        let place = heading.or_else(|| find("[data-screen]"));
        // Whoever has gone on meanwhile is not called back.
        let idle =
            document().active_element().is_none_or(|active| active.matches("body,[data-screen]") == Ok(true));
        if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok())
            && focus
            && (idle || !there)
        {
            let _ = place.focus();
        }
        if focus || scroll > 0.0 {
            window().scroll_to_with_x_and_y(0.0, scroll);
        }
        if there {
            app.0.arrival.set_value(None);
        }
    });
}

fn current() -> Option<(History, Entry)> {
    let history = window().history().ok()?;
    let entry = Entry::of(history.state().unwrap_or_default());
    Some((history, entry))
}

fn remember_scroll() {
    if let Some((history, entry)) = current() {
        let _ = history.replace_state(&Entry { scroll: scrolled(), ..entry }.state(), "");
    }
}

fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}
