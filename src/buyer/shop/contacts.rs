//! The shop's end of the page: how to reach the seller, and what the seller says of the shop.

use super::super::{foot, share};
use crate::api::{Contact, ContactKind, Shop};
use crate::app::App;
use crate::components::{Icon, Sheet, live, sheet, small_icon};
use crate::view::prelude::*;

/// The foot, with a way to the seller where the shop names one.
pub fn foot(app: App, shop: &Shop) -> AnyView {
    let open = RwSignal::new(false);
    let text = &app.text().shop;
    let button = (!shop.contacts.is_empty()).then(|| {
        view! {
            <button class="text-button" type="button" on:click=move |_| app.open_sheet(open)>
                {small_icon(Icon::Chat)}
                <span>{text.contact}</span>
            </button>
        }
        .into_any()
    });
    let about = shop.about.clone().map(|about| view! { <p class="lines">{about}</p> });
    let licence = shop.licence.clone().map(|licence| view! { <p>{text.licence}{licence}</p> });
    let contacts = shop.contacts.clone();
    let frame = Sheet {
        title: text.contact,
        close_label: app.text().common.close,
        close: Callback::new(move |()| app.close_sheet()),
    };
    view! {
        {foot::foot(app, button, (about, licence).into_any())}
        {live(move || {
            if !open.get() {
                return ().into_any();
            }
            let rows: Vec<_> = contacts.iter().map(|contact| row(app, contact)).collect();
            sheet(frame, rows.into_any(), None)
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
