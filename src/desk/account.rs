//! The seller's account: opening a shop, signing in, getting back in, and what can be changed of it.

mod code;
mod entry;
mod password;
mod recover;
mod register;
mod renew;

use super::page::{self, Page, inner};
use super::route::{Route, Tab};
use super::session::{Desk, Session};
use super::sheets::{Sure, sure};
use super::trouble::say;
use crate::api::desk::account;
use crate::components::{DeskIcon, Icon, Overlay, act_row, desk_sign, live, overlay, row_sign, rows};
use crate::view::prelude::*;

/// A screen for those who are not signed in; whoever is goes to the orders, once a new code was seen.
pub fn door(desk: Desk, route: Route) -> AnyView {
    if let Some(code) = desk.fresh_code() {
        return code::screen(desk, code, route == Route::Register);
    }
    match desk.standing() {
        Session::In(_) => {
            request_animation_frame(move || desk.app.replace(&Route::Orders(Tab::New)));
            page::waiting(desk)
        }
        Session::Asked => page::waiting(desk),
        Session::Out | Session::Failed(_) => match route {
            Route::Register => register::screen(desk),
            Route::Recover => recover::screen(desk),
            _ => sign_in(desk),
        },
    }
}

/// Signing in, at whatever address; that screen follows.
pub fn sign_in(desk: Desk) -> AnyView {
    let text = &desk.text().account;
    let inside = view! {
        <p class="quiet">{text.sign_in_lead}</p>
        <section class="block">{entry::sign_in_form(desk, String::new())}</section>
        <p class="actions"><a class="text-button" href=Route::Recover.path()>{text.forgot}</a></p>
        <a class="button button-line" href=Route::Register.path()>{text.no_shop}</a>
    };
    page::door(desk, Page::new("sign-in", text.sign_in), inside)
}

/// Signing in over a screen whose session ended under it: what was typed there stays.
pub fn sign_in_again(desk: Desk) -> AnyView {
    let drag = RwSignal::new(0);
    let dialog = move || {
        if !desk.is_lost() {
            return ().into_any();
        }
        let text = &desk.text().account;
        let login = desk.account().map(|account| account.login).unwrap_or_default();
        let inside = view! {
            <div class="sheet-head"><h2 class="sheet-title">{text.again}</h2></div>
            <div class="sheet-body stack" data-screen-over="sign-in">
                <p class="quiet">{text.again_lead}</p>
                {entry::sign_in_form(desk, login)}
            </div>
        };
        let frame = Overlay { class: "sheet", label: text.again, close: Callback::new(|()| {}), drag };
        view! { <div class="scrim"></div>{overlay(frame, inside)} }
    };
    live(dialog)
}

/// The account.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().account;
    let [password, renew, everywhere] = [(); 3].map(|()| RwSignal::new(false));
    let open = move |sheet| move || desk.app.open_sheet(sheet);
    let login = desk.account().map(|account| account.login).unwrap_or_default();
    let language = desk.app.language().other();
    let of_account = vec![
        act_row(desk_sign(DeskIcon::Key), text.change_password, "", "password", open(password)),
        act_row(desk_sign(DeskIcon::Card), text.new_code, text.new_code_text, "new-code", open(renew)),
        act_row(row_sign(Icon::Chat), desk.text().common.other_language, "", language.tag(), move || {
            desk.app.switch_language();
        }),
    ];
    let leaving = vec![
        act_row(desk_sign(DeskIcon::Leave), text.sign_out, "", "sign-out", move || leave(desk, false)),
        act_row(
            desk_sign(DeskIcon::Leave),
            text.sign_out_everywhere,
            text.sign_out_everywhere_text,
            "sign-out-everywhere",
            open(everywhere),
        ),
    ];
    let ask =
        Sure { title: text.sign_out_everywhere, text: text.sign_out_everywhere_text, label: text.sign_out };
    let inside = view! {
        <p class="quiet">{(text.signed_in_as)(&login)}</p>
        {rows(of_account)}
        {rows(leaving)}
        {password::sheet(desk, password)}
        {renew::sheet(desk, renew)}
        {sure(desk, everywhere, ask, Callback::new(move |()| leave(desk, true)))}
    };
    inner(desk, Page::new("account", text.title), &Route::Shop, inside)
}

fn leave(desk: Desk, everywhere: bool) {
    let call = move || async move {
        if everywhere { account::sign_out_everywhere().await } else { account::sign_out().await }
    };
    desk.ask(call, move |answer| match answer {
        Ok(()) => {
            desk.leave();
            desk.say(desk.text().account.signed_out);
        }
        Err(error) => say(desk, &error),
    });
}
