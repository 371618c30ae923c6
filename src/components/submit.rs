//! The one main button of a form.

use super::live::live;
use crate::view::prelude::*;

/// A button that sends its form, and turns while it is sent.
pub fn submit(label: &'static str, busy: Signal<bool>) -> AnyView {
    view! {
        <button class="button button-main button-wide" type="submit" data-do="send"
            aria-busy=move || busy.get().then_some("true") aria-disabled=move || busy.get().then_some("true")>
            {live(move || busy.get().then(|| view! {
                <span class="spinner spinner-on-accent" aria-hidden="true"></span>
            }).into_any())}
            <span>{label}</span>
        </button>
    }
}

/// A form: what is in it, and what to do when it is sent; nothing while it is under way.
pub fn form(busy: Signal<bool>, send: impl Fn() + 'static, inside: AnyView) -> AnyView {
    let sent = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            send();
        }
    };
    view! { <form class="stack" novalidate on:submit=sent>{inside}</form> }
}
