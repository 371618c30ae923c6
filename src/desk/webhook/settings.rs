//! Where orders are told, in which form, and the two buttons: save, and save with a test.

use super::how_to;
use super::log::Log;
use crate::api::desk::webhook::{Format, Webhook, set_webhook, test_webhook};
use crate::api::{ApiError, Problem};
use crate::components::{
    Choice, DeskIcon, Entry, Field, Icon, desk_icon, form, icon, live, select, submit, toggle,
};
use crate::desk::form::{Flaws, show_first_flaw};
use crate::desk::session::Desk;
use crate::desk::tools::copy;
use crate::desk::trouble::say;
use crate::text::Language;
use crate::view::prelude::*;

/// What is typed, and what stands on the server; copied into any closure.
#[derive(Clone, Copy)]
pub struct Form {
    format: RwSignal<Format>,
    url: RwSignal<String>,
    chat: RwSignal<String>,
    secret: RwSignal<String>,
    active: RwSignal<bool>,
    /// As it was saved.
    saved: RwSignal<Option<Webhook>>,
    flaws: Flaws,
    busy: RwSignal<bool>,
}

impl Form {
    /// Filled with what is known; else begun with what most of those who read this language use.
    pub fn of(desk: Desk, known: Option<&Webhook>) -> Self {
        let likely = if desk.app.language() == Language::Zh { Format::Wecom } else { Format::Telegram };
        let own = known.cloned().unwrap_or(Webhook {
            url: String::new(),
            format: likely,
            chat: String::new(),
            active: true,
            secret: String::new(),
        });
        Self {
            format: RwSignal::new(own.format),
            secret: RwSignal::new(if own.format.takes_secret() { own.secret } else { String::new() }),
            url: RwSignal::new(own.url),
            chat: RwSignal::new(own.chat),
            active: RwSignal::new(own.active),
            saved: RwSignal::new(known.cloned()),
            flaws: Flaws::new(),
            busy: RwSignal::new(false),
        }
    }

    /// Whether the shop has a webhook, watched.
    pub fn is_set(self) -> bool {
        self.saved.with(Option::is_some)
    }

    /// The webhook was taken away.
    pub fn clear(self) {
        self.saved.set(None);
        for typed in [self.url, self.chat, self.secret] {
            typed.set(String::new());
        }
        self.active.set(true);
        self.flaws.clear_all();
    }

    pub fn show(self, desk: Desk, log: Log) -> AnyView {
        let text = &desk.text().webhook;
        let choices = Format::ALL.map(|format| Choice::new(format.word(), how_to::of(text, format).name));
        let choose = move |word: String| {
            if let Some(format) = Format::of_word(&word) {
                self.flaws.clear_all();
                self.format.set(format);
            }
        };
        let busy = Signal::derive(move || self.busy.get());
        let inside = view! {
            {select("format", text.format, choices.into(),
                Signal::derive(move || self.format.get().word().to_owned()), Callback::new(choose))}
            {live(move || how_to::steps(text, self.format.get()))}
            {live(move || self.url_field(desk))}
            {live(move || self.more(desk))}
            {toggle(text.active, text.active_hint, Signal::derive(move || self.active.get()),
                Callback::new(move |on| self.active.set(on)))}
            {live(move || self.own_secret(desk))}
            {submit(desk.text().common.save, busy)}
            <button class="button button-wide" type="button" data-do="test"
                aria-disabled=move || busy.get().then_some("true")
                on:click=move |_| self.send(desk, move || try_out(desk, log))>
                {desk_icon(DeskIcon::Send)}
                <span>{text.test}</span>
            </button>
        };
        let saved = move || {
            desk.say(desk.text().common.saved);
            log.load(desk);
        };
        view! { <section class="block">{form(busy, move || self.send(desk, saved), inside)}</section> }
    }

    fn url_field(self, desk: Desk) -> AnyView {
        let text = &desk.text().webhook;
        Field::of("url", text.url, self.url)
            .entry(Entry::Url)
            .example(how_to::of(text, self.format.get()).example)
            .flaw(self.flaws.of("url"))
            .show()
    }

    /// What only some robots need.
    fn more(self, desk: Desk) -> AnyView {
        let text = &desk.text().webhook;
        let format = self.format.get();
        if format == Format::Telegram {
            let chat = Field::of("chat", text.chat, self.chat);
            return chat.hint(text.chat_hint).flaw(self.flaws.of("chat")).show();
        }
        if format.takes_secret() {
            let secret = Field::of("secret", text.secret, self.secret);
            return secret.hint(text.secret_hint).flaw(self.flaws.of("secret")).show();
        }
        ().into_any()
    }

    /// Our own format's secret, to be copied into the program that checks it.
    fn own_secret(self, desk: Desk) -> AnyView {
        let text = &desk.text().webhook;
        let ours =
            self.saved.get().filter(|own| own.format == Format::Json && self.format.get() == Format::Json);
        let shown = ours.map(|own| {
            let secret = own.secret.clone();
            view! {
                <div class="field">
                    <p class="field-label">{text.own_secret}</p>
                    <button class="copy-row" type="button" data-secret=own.secret.clone()
                        aria-label=format!("{}: {}", desk.text().common.copy, own.secret)
                        on:click=move |_| copy(desk, &secret)>
                        <span class="copy-row-value">{own.secret}</span>
                        {icon(Icon::Copy)}
                    </button>
                    <p class="field-hint">{text.own_secret_hint}</p>
                </div>
            }
        });
        shown.into_any()
    }

    /// Saves what is typed, and goes on.
    fn send(self, desk: Desk, then: impl FnOnce() + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.flaws.clear_all();
        let new = Webhook {
            url: self.url.get_untracked().trim().to_owned(),
            format: self.format.get_untracked(),
            chat: self.chat.get_untracked().trim().to_owned(),
            active: self.active.get_untracked(),
            secret: self.secret.get_untracked().trim().to_owned(),
        };
        if new.url.is_empty() {
            self.flaws.set("url", desk.text().flaw.empty);
        }
        if new.format == Format::Telegram && new.chat.is_empty() {
            self.flaws.set("chat", desk.text().flaw.empty);
        }
        if self.flaws.any() {
            return show_first_flaw();
        }
        self.busy.set(true);
        let call = move || {
            let new = new.clone();
            async move { set_webhook(&new).await }
        };
        desk.ask(call, move |answer| {
            if self.busy.try_get_untracked().is_none() {
                return;
            }
            self.busy.set(false);
            match answer {
                Ok(webhook) => {
                    self.saved.set(Some(webhook));
                    then();
                }
                Err(ApiError::Refused(problem)) if self.refused(desk, &problem) => show_first_flaw(),
                Err(error) => say(desk, &error),
            }
        });
    }

    /// Marks what the server refused; `false` where it named no field of this form.
    fn refused(self, desk: Desk, problem: &Problem) -> bool {
        let text = desk.text();
        for fault in problem.fields() {
            let words = match (fault.path.as_str(), fault.code.as_str()) {
                ("url", "not_https") => text.webhook.url_not_https,
                ("url", "not_public") => text.webhook.url_not_public,
                ("url", _) => text.webhook.url_wrong,
                _ => text.flaw.wrong,
            };
            self.flaws.set(fault.path, words);
        }
        self.flaws.any()
    }
}

/// Sends a test; the log tells what came of it.
fn try_out(desk: Desk, log: Log) {
    desk.ask(test_webhook, move |answer| match answer {
        Ok(delivery) => log.await_test(desk, delivery),
        Err(error) => say(desk, &error),
    });
}
