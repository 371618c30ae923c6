//! Goods from a file: chosen, looked through before anything changes, brought in; and goods and orders as files.

mod faults;
mod form;
mod outcome;
mod take;

use super::page::{Page, inner};
use super::route::Route;
use super::session::Desk;
use super::trouble::words;
use crate::api::desk::import::{Outcome, bad_file, import};
use crate::api::{ApiError, Stop};
use crate::app::wait::when_back;
use crate::components::{Icon, icon, live, live_text, note, warning};
use crate::view::prelude::*;
use std::rc::Rc;
use web_sys::{Blob, File};

/// How far the file is. `apply` is in earnest, else it is a look.
#[derive(Clone, PartialEq)]
enum Stage {
    Choose,
    Sending { apply: bool },
    Failed { error: ApiError, apply: bool },
    Shown { outcome: Rc<Outcome>, applied: bool },
}

impl Stage {
    /// What tests know it by.
    fn word(&self) -> &'static str {
        match self {
            Self::Choose => "choose",
            Self::Sending { .. } => "sending",
            Self::Failed { .. } => "failed",
            Self::Shown { applied: false, .. } => "preview",
            Self::Shown { applied: true, .. } => "done",
        }
    }
}

/// The work; copied into any closure.
#[derive(Clone, Copy)]
struct Work {
    stage: RwSignal<Stage>,
    /// Hundredths that have left the device.
    percent: RwSignal<u32>,
    file: StoredValue<Option<File>>,
    stop: StoredValue<Stop>,
    /// Counts the calls: the answer of one that was given up is not taken.
    turn: StoredValue<u32>,
}

/// The screen.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().import;
    let work = Work {
        stage: RwSignal::new(Stage::Choose),
        percent: RwSignal::new(0),
        file: StoredValue::new(None),
        stop: StoredValue::new(Stop::default()),
        turn: StoredValue::new(0),
    };
    let lost = move || {
        matches!(work.stage.get_untracked(), Stage::Failed { error: ApiError::Offline, apply: false })
    };
    when_back(desk.app, lost, move || work.send(desk, false));
    on_cleanup(move || work.give_up());
    let page = Page::new("import", text.title);
    let inside = view! {
        <p class="unseen" role="status">{live_text(move || work.said(desk))}</p>
        {live(move || {
            let stage = work.stage.get();
            view! { <div class="stack" data-stage=stage.word()>{work.shown(desk, stage)}</div> }
        })}
        {live(move || work.stage.with(|stage| matches!(stage, Stage::Choose)).then(|| take::block(desk)).into_any())}
        {form::block(desk)}
    };
    inner(desk, page, &Route::Goods, inside)
}

impl Work {
    /// What a screen reader hears of it.
    fn said(self, desk: Desk) -> String {
        let text = &desk.text().import;
        match self.stage.get() {
            Stage::Choose => "",
            Stage::Sending { apply: false } => text.reading,
            Stage::Sending { apply: true } => text.writing,
            Stage::Failed { error, .. } => return words(desk, &error).0,
            Stage::Shown { applied: false, .. } => text.preview,
            Stage::Shown { applied: true, .. } => text.done,
        }
        .to_owned()
    }

    fn shown(self, desk: Desk, stage: Stage) -> AnyView {
        match stage {
            Stage::Choose => self.choose(desk),
            Stage::Sending { apply } => self.sending(desk, apply),
            Stage::Failed { error, apply } => self.failed(desk, &error, apply),
            Stage::Shown { outcome, applied } => {
                let name = self.file.with_value(|file| file.as_ref().map(File::name)).unwrap_or_default();
                let apply = Callback::new(move |()| self.send(desk, true));
                outcome::shown(desk, &outcome, &name, (!applied).then_some(apply), self.picker(desk, false))
            }
        }
    }

    fn choose(self, desk: Desk) -> AnyView {
        let text = &desk.text().import;
        view! {
            <section class="block">
                <h2 class="block-title">{text.bring}</h2>
                <p class="quiet">{text.bring_lead}</p>
                {self.picker(desk, true)}
                {note(Icon::Photo, text.photos.to_owned())}
            </section>
        }
    }

    /// The button that opens the device's files; the first one on the screen is the main one.
    fn picker(self, desk: Desk, first: bool) -> AnyView {
        let text = &desk.text().import;
        let class = if first { "button button-main file-button" } else { "button file-button" };
        let chosen = move |event: web_sys::Event| {
            let input = event_target::<web_sys::HtmlInputElement>(&event);
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            self.file.set_value(Some(file));
            self.send(desk, false);
            // The same file may be chosen again, once it was mended.
            input.set_value("");
        };
        view! {
            <label class=class>
                {icon(Icon::Plus)}
                <span>{if first { text.choose } else { text.choose_other }}</span>
                <input class="file-button-input" type="file" data-do="csv"
                    accept=".csv,text/csv,text/comma-separated-values,text/plain,application/vnd.ms-excel"
                    on:change=chosen />
            </label>
        }
    }

    fn sending(self, desk: Desk, apply: bool) -> AnyView {
        let text = &desk.text().import;
        let standing = move || match self.percent.get() {
            100.. if apply => text.writing.to_owned(),
            100.. => text.reading.to_owned(),
            percent => (text.sending)(percent),
        };
        // Once all of it has arrived, what was begun is done to its end.
        let cancel = move || {
            let may = !apply || self.percent.get() < 100;
            let end = move |_| {
                self.give_up();
                self.stage.set(Stage::Choose);
            };
            may.then(|| view! {
                <button class="button button-wide" type="button" data-do="cancel" on:click=end>{text.cancel}</button>
            })
            .into_any()
        };
        view! {
            <section class="block" aria-busy="true">
                <p class="strong">{live_text(standing)}</p>
                <progress class="progress" max="100" aria-label=text.bring
                    value=move || { let percent = self.percent.get(); (percent < 100).then(|| percent.to_string()) }></progress>
                {live(cancel)}
            </section>
        }
    }

    fn failed(self, desk: Desk, error: &ApiError, apply: bool) -> AnyView {
        let text = &desk.text().import;
        let reason = bad_file(error);
        let again = move |_| self.send(desk, apply);
        let (said, may_again) = match reason.as_deref() {
            Some("too_many_rows") => (text.too_many_rows.to_owned(), false),
            Some("too_large") => (text.too_large.to_owned(), false),
            Some(_) => (text.not_goods.to_owned(), false),
            None => (words(desk, error).0, true),
        };
        let doubt = (apply && error.leaves_doubt()).then(|| view! { <p class="quiet">{text.not_known}</p> });
        view! {
            <section class="block">
                <h2 class="block-title">{text.bring}</h2>
                {warning(said)}
                {doubt}
                {may_again.then(|| view! {
                    <button class="button button-main button-wide" type="button" data-do="again" on:click=again>
                        {text.send_again}
                    </button>
                })}
                {self.picker(desk, !may_again)}
            </section>
        }
    }

    /// Ends the call that is under way; its answer is not taken.
    fn give_up(self) {
        self.turn.try_update_value(|turn| *turn += 1);
        self.stop.try_with_value(Stop::stop);
    }

    fn send(self, desk: Desk, apply: bool) {
        let Some(file) = self.file.get_value() else { return };
        let file = Blob::from(file);
        self.give_up();
        let stop = Stop::default();
        self.stop.set_value(stop.clone());
        self.percent.set(0);
        self.stage.set(Stage::Sending { apply });
        let turn = self.turn.get_value();
        let call = move || {
            let (file, stop) = (file.clone(), stop.clone());
            let progress = move |percent| _ = self.percent.try_update(|own| *own = percent);
            async move { import(&file, apply, progress, &stop).await }
        };
        desk.ask(call, move |answer| {
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            self.stage.set(match answer {
                Ok(outcome) => Stage::Shown { outcome: Rc::new(outcome), applied: apply },
                Err(error) => Stage::Failed { error, apply },
            });
        });
    }
}
