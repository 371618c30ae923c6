//! The quieter things to do with an order; what cannot be taken back asks once more.

use super::View;
use crate::api::{self, ApiError, Order};
use crate::app::wait::ask as call;
use crate::buyer::contacts::contacts;
use crate::buyer::trouble::words;
use crate::components::{Icon, Sheet, live, sheet, small_icon};
use crate::route::Route;
use crate::view::prelude::*;
use minishop_core::Action;

/// Copy the link, ask the seller, go back to the shop, cancel.
pub fn actions(view: View, order: &Order) -> AnyView {
    let text = &view.app.text().order;
    let cancel = order.allows(Action::Cancel).then(|| {
        view! {
            <button class="text-button quiet" type="button" data-do="cancel"
                on:click=move |_| ask(view, Action::Cancel)>
                {text.cancel}
            </button>
        }
    });
    view! {
        <p class="actions no-print">
            <button class="text-button" type="button" on:click=move |_| view.copy_link()>
                {small_icon(Icon::Copy)}
                <span>{text.copy_link}</span>
            </button>
            {contacts(view.app, &order.shop.contacts, None, text.ask_seller)}
        </p>
        <p class="actions no-print">
            <a class="text-button" href=Route::Shop(order.shop.number).path()>
                {small_icon(Icon::Shop)}
                <span>{text.to_shop}</span>
            </a>
            {cancel}
        </p>
    }
    .into_any()
}

/// Opens the sheet that asks to be sure.
pub fn ask(view: View, action: Action) {
    view.sure.set(Some(action));
    view.app.open_sheet(view.open);
}

/// The sheet, while it is open.
pub fn sure(view: View) -> AnyView {
    live(move || {
        let Some(action) = view.sure.get().filter(|_| view.open.get()) else { return ().into_any() };
        let text = view.app.text();
        let (title, said, label, other) = match action {
            Action::Cancel => {
                (text.order.cancel_title, text.order.cancel_text, text.order.cancel, text.order.keep)
            }
            _ => (text.order.receive_title, text.order.receive_text, text.order.receive, text.common.close),
        };
        let frame = Sheet {
            title,
            close_label: text.common.close,
            close: Callback::new(move |()| view.app.close_sheet()),
        };
        let agree = move |_| {
            view.app.close_sheet();
            act(view, action);
        };
        let foot = view! {
            <div class="stack">
                <button class="button button-main button-wide" type="button" data-do="sure" on:click=agree>{label}</button>
                <button class="button button-wide" type="button" on:click=move |_| view.app.close_sheet()>{other}</button>
            </div>
        };
        sheet(frame, view! { <p>{said}</p> }.into_any(), Some(foot.into_any()))
    })
}

fn act(view: View, action: Action) {
    let Some(token) = view.token.try_get_value() else { return };
    let asked = async move {
        match action {
            Action::Cancel => api::cancel(&token).await,
            _ => api::receive(&token).await,
        }
    };
    call(view.app, asked, move |answer| {
        if let Err(error) = &answer {
            match error {
                ApiError::Refused(_) => view.app.say(view.app.text().order.not_now),
                error => view.app.say(&words(view.app, error).0),
            }
            // It may have happened all the same, or something else did.
            return view.refresh();
        }
        view.take(answer);
    });
}
