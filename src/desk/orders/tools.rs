//! What stands around the list: tabs and search, how the connection is, the bell and the table of all orders.

use super::View;
use crate::api::desk::import::orders_csv;
use crate::api::desk::orders::Counts;
use crate::components::{
    DeskIcon, Entry, Field, Icon, desk_icon, icon, live, note, small_icon, tab_link, tabs, toggle,
};
use crate::desk::live::Link;
use crate::desk::route::{Route, Tab};
use crate::desk::session::Desk;
use crate::desk::sheets::sheet_while;
use crate::device::{self, selling};
use crate::host::sound;
use crate::view::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The pause in typing after which the search begins.
const PAUSE: Duration = Duration::from_millis(300);

/// Tabs and search; they stay in sight.
pub fn bar(view: View) -> AnyView {
    let desk = view.desk;
    let text = &desk.text().orders.tabs;
    let tab = |own: Tab| {
        let (name, count): (_, fn(Counts) -> u32) = match own {
            Tab::New => (text.new, |counts| counts.new),
            Tab::ToPay => (text.to_pay, |counts| counts.to_pay),
            Tab::ToShip => (text.to_ship, |counts| counts.to_ship),
            Tab::Shipped => (text.shipped, |counts| counts.shipped),
            Tab::Done => (text.done, |counts| counts.done),
            Tab::Cancelled => (text.cancelled, |counts| counts.cancelled),
        };
        let count = Signal::derive(move || desk.live.counts.get().map(count));
        tab_link(Route::Orders(own).path(), name, count, own == view.tab)
    };
    let counted = Memo::new(move || desk.live.counts.with(Option::is_some));
    Effect::new(move |_| {
        // The counts make the tabs wider.
        counted.get();
        request_animation_frame(show_current_tab);
    });
    view! {
        <div class="desk-bar">
            {tabs(text.label, Tab::ALL.into_iter().map(tab).collect())}
            {search(view)}
            {link(desk)}
        </div>
    }
}

/// The row of tabs slides so far that the current one is seen.
fn show_current_tab() {
    let find = |what| document().query_selector(what).ok().flatten()?.dyn_into::<HtmlElement>().ok();
    if let Some((row, tab)) = find(".desk-bar .tabs").zip(find(".desk-bar .tab[aria-current]")) {
        let middle = tab.offset_left() - row.offset_left() - (row.client_width() - tab.offset_width()) / 2;
        row.set_scroll_left(middle.max(0));
    }
}

fn search(view: View) -> AnyView {
    let text = view.desk.text();
    let shelf = view.shelf;
    let typed = move || shelf.with(|shelf| shelf.typed.clone());
    let pause = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(old) = pause.try_update_value(Option::take).flatten() {
            old.clear();
        }
    };
    let look = move |words: String| {
        stop();
        shelf.update(|shelf| shelf.typed = words);
        pause.set_value(set_timeout_with_handle(move || view.search(), PAUSE).ok());
    };
    on_cleanup(stop);
    let clear = move || {
        (!typed().is_empty())
            .then(|| {
                view! {
                    <button class="icon-button search-clear" type="button" aria-label=text.common.clear_search
                        on:click=move |_| look(String::new())>
                        {small_icon(Icon::Close)}
                    </button>
                }
            })
            .into_any()
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        stop();
        view.search();
        // The phone's keyboard goes down, so that what was found is seen.
        if let Some(Ok(field)) = document().active_element().map(JsCast::dyn_into::<HtmlElement>) {
            _ = field.blur();
        }
    };
    view! {
        <form class="search" role="search" on:submit=submit>
            <span class="search-sign">{icon(Icon::Search)}</span>
            <input class="search-input" type="search" enterkeyhint="search" autocomplete="off" maxlength="100"
                placeholder=text.orders.search aria-label=text.orders.search prop:value=typed
                on:input=move |event| look(event_target_value(&event)) />
            {live(clear)}
        </form>
    }
}

/// Says so while new orders cannot come in by themselves.
fn link(desk: Desk) -> AnyView {
    let text = &desk.text().orders;
    let said = move || {
        let (sign, words) = match (desk.live.link.get(), desk.app.online()) {
            (_, false) => (Icon::Offline, text.link_offline),
            (Link::Broken, true) => (Icon::Clock, text.link_broken),
            _ => return ().into_any(),
        };
        view! { <div data-link="broken">{note(sign, words.to_owned())}</div> }
    };
    view! { <div class="desk-link" role="status">{live(said)}</div> }
}

/// The tool in the bar and its sheet.
pub fn more(desk: Desk) -> (AnyView, AnyView) {
    let text = &desk.text().orders;
    let open = RwSignal::new(false);
    let tool = view! {
        <button class="icon-button" type="button" aria-label=text.tools data-do="order-tools"
            on:click=move |_| desk.app.open_sheet(open)>
            {desk_icon(DeskIcon::Dots)}
        </button>
    };
    let rings = RwSignal::new(selling::rings());
    let [from, to] = [(); 2].map(|()| RwSignal::new(String::new()));
    let switch = Callback::new(move |on: bool| {
        rings.set(on);
        selling::set_rings(on);
        if on {
            // Heard at once, so that the seller knows the bell.
            sound::wake();
            set_timeout(sound::ring, Duration::from_millis(60));
        }
    });
    let body = move || {
        let day = |id: &'static str, label, value| Field::of(id, label, value).entry(Entry::Day).show();
        let address = move || orders_csv(&from.get(), &to.get(), device::minutes_ahead());
        view! {
            {toggle(text.sound, text.sound_hint, Signal::derive(move || rings.get()), switch)}
            <section class="stack block-split">
                <h3 class="block-title">{text.export}</h3>
                <p class="quiet">{text.export_hint}</p>
                <div class="field-pair">
                    {day("from", text.from, from)}
                    {day("to", text.to, to)}
                </div>
                <a class="button button-wide" download="" href=address>{text.export_do}</a>
            </section>
        }
    };
    (tool, sheet_while(desk, open, text.tools, body, || None))
}
