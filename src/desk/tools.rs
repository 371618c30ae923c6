//! Small things of many screens: copying, grouping a number, the other language.

use super::session::Desk;
use crate::components::{live, warning};
use crate::host;
use crate::text::Language;
use crate::view::prelude::*;
use minishop_core::ShopNumber;

/// Copies a text and says so; shows it where it cannot be copied.
pub fn copy(desk: Desk, what: &str) {
    let text = &desk.text().common;
    if host::copy(what) {
        desk.say(text.copied);
    } else {
        desk.say(&(text.copy_yourself)(what));
    }
}

/// `123 456`, with a space that does not break.
pub fn grouped(number: ShopNumber) -> String {
    let digits = number.to_string();
    let (first, last) = digits.split_at(3);
    format!("{first}\u{a0}{last}")
}

/// Switches to the other language, named in itself.
pub fn language_button(desk: Desk) -> AnyView {
    view! {
        <button class="text-button" type="button" lang=desk.app.language().other().tag()
            on:click=move |_| desk.app.switch_language()>
            {desk.text().common.other_language}
        </button>
    }
}

/// Which of the two languages the words of something are in.
pub fn chosen_language(desk: Desk, language: RwSignal<Language>) -> AnyView {
    let chip = |own: Language, name: &'static str| {
        view! {
            <button class="chip" type="button" lang=own.tag() data-language=own.tag()
                aria-pressed=move || if language.get() == own { "true" } else { "false" }
                on:click=move |_| language.set(own)>
                {name}
            </button>
        }
    };
    view! {
        <div class="card-words no-print" role="group" aria-label=desk.text().card.words_in>
            <span class="field-label">{desk.text().card.words_in}</span>
            <span class="chips">{chip(Language::Zh, "中文")}{chip(Language::En, "English")}</span>
        </div>
    }
}

/// The one main button of a form that fills a screen, for its foot; above it what stands in the way of the whole.
pub fn save_bar(
    desk: Desk,
    busy: Signal<bool>,
    fault: RwSignal<Option<String>>,
    save: impl Fn() + 'static,
) -> AnyView {
    let waits = move || busy.get().then_some("true");
    let save = move |_| {
        if !busy.get_untracked() {
            save();
        }
    };
    view! {
        {live(move || fault.get().map(warning).into_any())}
        <button class="button button-main foot-bar-grow" type="button" data-do="save" aria-busy=waits
            aria-disabled=waits on:click=save>
            {desk.text().common.save}
        </button>
    }
}
