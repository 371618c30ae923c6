//! Orders told to a group or a program: which, how its robot is set up, a test, and what was sent.

mod how_to;
mod log;
mod settings;

use super::page::{Page, inner};
use super::route::Route;
use super::session::Desk;
use super::sheets::{Sure, sure};
use super::trouble::{say, trouble};
use crate::api::desk::webhook::{Webhook, remove_webhook, webhook};
use crate::app::wait::{Wait, when_back};
use crate::components::{Icon, act_row, live, row_sign, rows};
use crate::view::prelude::*;
use log::Log;
use settings::Form;

/// The screen.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().webhook;
    let state: RwSignal<Wait<Option<Webhook>>> = RwSignal::new(Wait::Asked);
    let load = move || desk.ask(webhook, move |answer| _ = state.try_update(|state| state.take(answer)));
    let again = move || {
        state.set(Wait::Asked);
        load();
    };
    load();
    when_back(desk.app, move || state.with_untracked(|state| matches!(state, Wait::Failed(_))), again);
    let page = Page::new("webhook", text.title)
        .ready(Signal::derive(move || state.with(|state| *state != Wait::Asked)));
    let body = move || {
        state.with(|state| match state {
            Wait::Asked => bones(),
            Wait::Failed(error) => trouble(desk, error, again),
            Wait::Here(known) => shown(desk, known.as_ref()),
        })
    };
    let inside = view! { <p class="quiet">{text.lead}</p>{live(body)} };
    inner(desk, page, &Route::Shop, inside)
}

fn bones() -> AnyView {
    view! { <div class="block" aria-hidden="true"><span class="bone bone-half"></span><span class="bone"></span></div> }
}

fn shown(desk: Desk, known: Option<&Webhook>) -> AnyView {
    let text = &desk.text().webhook;
    let (form, log) = (Form::of(desk, known), Log::new());
    if known.is_some() {
        log.load(desk);
    }
    let gone = RwSignal::new(false);
    let remove = move || {
        desk.ask(remove_webhook, move |answer| match answer {
            Ok(()) => {
                form.clear();
                desk.say(desk.text().webhook.removed);
                log.load(desk);
            }
            Err(error) => say(desk, &error),
        });
    };
    let ask = Sure { title: text.remove, text: text.remove_sure, label: text.remove };
    let end = move || {
        let row =
            act_row(row_sign(Icon::Trash), text.remove, "", "remove", move || desk.app.open_sheet(gone));
        form.is_set().then(|| rows(vec![row])).into_any()
    };
    view! {
        {form.show(desk, log)}
        {live(move || if form.is_set() || log.has_lines() { log.show(desk) } else { ().into_any() })}
        {live(end)}
        {sure(desk, gone, ask, Callback::new(move |()| remove()))}
    }
}
