//! Rows that lead somewhere or do something, one under another on a card.

use super::icon::{Icon, icon, small_icon};
use crate::view::prelude::*;

/// The card of rows.
pub fn rows(rows: Vec<AnyView>) -> AnyView {
    let rows: Vec<AnyView> = rows.into_iter().map(|row| view! { <li class="rows-item">{row}</li> }).collect();
    view! { <ul class="rows" role="list">{rows}</ul> }
}

/// A row that leads to a screen; `text` is quiet and may be empty.
pub fn link_row(sign: AnyView, title: impl Into<String>, text: impl Into<String>, path: String) -> AnyView {
    view! {
        <a class="rows-row" href=path>
            {sign}
            {body(title.into(), text.into())}
            <span class="rows-end">{small_icon(Icon::Forward)}</span>
        </a>
    }
}

/// A row that does something; `do_word` marks it for tests.
pub fn act_row(
    sign: AnyView,
    title: impl Into<String>,
    text: impl Into<String>,
    do_word: &'static str,
    act: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button class="rows-row" type="button" data-do=do_word on:click=move |_| act()>
            {sign}
            {body(title.into(), text.into())}
        </button>
    }
}

/// A row's sign from the common icons.
pub fn row_sign(sign: Icon) -> AnyView {
    view! { <span class="rows-sign">{icon(sign)}</span> }
}

fn body(title: String, text: String) -> AnyView {
    let text = Some(text).filter(|text| !text.is_empty());
    view! {
        <span class="rows-body">
            <span class="rows-title">{title}</span>
            {text.map(|text| view! { <span class="quiet">{text}</span> })}
        </span>
    }
}
