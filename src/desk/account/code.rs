//! A recovery code, shown once; on the day the shop opens, with its number in large figures.

use crate::components::{Icon, icon, note};
use crate::desk::page::{Page, door};
use crate::desk::route::{Route, Tab};
use crate::desk::session::Desk;
use crate::desk::tools::{copy, grouped};
use crate::view::prelude::*;

/// The whole screen; `opened` right after the shop was.
pub fn screen(desk: Desk, code: String, opened: bool) -> AnyView {
    let text = &desk.text().account;
    let number = desk.account().filter(|_| opened).map(|account| {
        view! {
            <section class="block desk-opened">
                <p class="quiet">{text.opened_lead}</p>
                <p class="desk-number" data-shop-number=account.number.to_string()>{grouped(account.number).replace('\u{a0}', " ")}</p>
            </section>
        }
    });
    let lead = (!opened).then(|| view! { <p class="quiet">{text.code_renewed}</p> });
    let saved = move |_| {
        desk.show_code(None);
        desk.app.replace(&if opened { Route::Goods } else { Route::Orders(Tab::New) });
    };
    let inside = view! {
        {number}
        {lead}
        <section class="block">
            <h2 class="block-title">{text.recovery_code}</h2>
            {code_row(desk, code)}
            {note(Icon::Alert, text.recovery_lead.to_owned())}
            <button class="button button-main button-wide" type="button" data-do="saved" on:click=saved>
                {text.saved_it}
            </button>
        </section>
    };
    let title = if opened { text.opened } else { text.recovery_code };
    door(desk, Page::new("code", title), inside)
}

/// The code; a tap copies it.
pub fn code_row(desk: Desk, code: String) -> AnyView {
    let own = code.clone();
    view! {
        <button class="copy-row" type="button" data-code=code.clone()
            aria-label=format!("{}: {code}", desk.text().common.copy) on:click=move |_| copy(desk, &own)>
            <span class="copy-row-value desk-code">{code}</span>
            {icon(Icon::Copy)}
        </button>
    }
}
