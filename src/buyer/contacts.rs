//! The ways to reach a seller, in a sheet.

use super::share;
use crate::api::{Contact, ContactKind};
use crate::app::App;
use crate::components::{Icon, Sheet, live, note, sheet, small_icon};
use crate::view::prelude::*;

/// The button that opens the sheet, and the sheet, with the shop's hours on top; nothing where the shop names neither.
pub fn contacts(app: App, contacts: &[Contact], hours: Option<&str>, label: &'static str) -> AnyView {
    if contacts.is_empty() && hours.is_none() {
        return ().into_any();
    }
    let open = RwSignal::new(false);
    let contacts = contacts.to_vec();
    let hours = hours.map(str::to_owned);
    let frame = Sheet {
        title: label,
        close_label: app.text().common.close,
        close: Callback::new(move |()| app.close_sheet()),
    };
    view! {
        <button class="text-button" type="button" on:click=move |_| app.open_sheet(open)>
            {small_icon(Icon::Chat)}
            <span>{label}</span>
        </button>
        {live(move || {
            if !open.get() {
                return ().into_any();
            }
            let rows: Vec<_> = contacts.iter().map(|contact| row(app, contact)).collect();
            let hours = hours.clone().map(|hours| note(Icon::Clock, hours));
            sheet(frame, (hours, rows).into_any(), None)
        })}
    }
    .into_any()
}

/// Opens where the phone can open it; copies where it cannot.
fn row(app: App, contact: &Contact) -> AnyView {
    let text = &app.text().shop;
    let kind = match contact.kind {
        ContactKind::Phone => text.phone,
        ContactKind::Wechat => text.wechat,
        ContactKind::Email => text.email,
        ContactKind::Whatsapp => "WhatsApp",
        ContactKind::Telegram => "Telegram",
        ContactKind::Line => "LINE",
        ContactKind::Other => "",
    };
    let value = contact.value.clone();
    let body =
        view! { <span class="copy-row-value"><span class="quiet">{kind}" "</span>{value.clone()}</span> };
    match contact.href() {
        Some(href) => {
            view! { <a class="copy-row" href=href rel="noopener">{body}{small_icon(Icon::Forward)}</a> }
                .into_any()
        }
        None => view! {
            <button class="copy-row" type="button" on:click=move |_| share::copy(app, &value)>
                {body}
                {small_icon(Icon::Copy)}
            </button>
        }
        .into_any(),
    }
}
