//! A row of tabs that slides, each with how much is in it.

use super::live::live;
use crate::view::prelude::*;

/// The row; `label` names it.
pub fn tabs(label: &'static str, tabs: Vec<AnyView>) -> AnyView {
    view! { <nav class="tabs" aria-label=label>{tabs}</nav> }
}

/// A tab that is a screen of its own.
pub fn tab_link(path: String, name: &'static str, count: Signal<Option<u32>>, current: bool) -> AnyView {
    view! {
        <a class="tab" href=path aria-current=current.then_some("page")>{name}{number(count)}</a>
    }
}

/// A tab that changes this screen.
pub fn tab_button(
    name: impl Into<String>,
    count: Signal<Option<u32>>,
    current: Signal<bool>,
    choose: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button class="tab" type="button" aria-current=move || current.get().then_some("true")
            on:click=move |_| choose()>
            {name.into()}{number(count)}
        </button>
    }
}

fn number(count: Signal<Option<u32>>) -> AnyView {
    live(move || {
        let count = count.get().filter(|count| *count > 0);
        count.map(|count| view! { <span class="tab-count">{count}</span> }).into_any()
    })
}
