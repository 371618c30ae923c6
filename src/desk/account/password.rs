//! Another password.

use super::entry::{check_password, password_field, said, took_wrong_password};
use crate::api::desk::account;
use crate::components::{form, submit};
use crate::desk::form::{Flaws, show_first_flaw};
use crate::desk::session::Desk;
use crate::desk::sheets::sheet_while;
use crate::desk::trouble::words;
use crate::view::prelude::*;

/// The sheet that changes it.
pub fn sheet(desk: Desk, open: RwSignal<bool>) -> AnyView {
    let text = &desk.text().account;
    let [old, new] = [(); 2].map(|()| RwSignal::new(String::new()));
    let flaws = Flaws::new();
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(None);
    let send = move || {
        flaws.clear_all();
        wrong.set(None);
        let [before, after] = [old, new].map(RwSignal::get_untracked);
        if before.is_empty() {
            flaws.set("password", desk.text().flaw.empty);
        }
        check_password(desk, "new_password", &after, flaws);
        if flaws.any() {
            return show_first_flaw();
        }
        busy.set(true);
        let call = move || {
            let [before, after] = [before.clone(), after.clone()];
            async move { account::change_password(&before, &after).await }
        };
        desk.ask(call, move |answer| {
            busy.set(false);
            match answer {
                Ok(()) => {
                    [old, new].into_iter().for_each(|own| own.set(String::new()));
                    desk.app.close_sheet();
                    desk.say(text.password_changed);
                }
                Err(error) if took_wrong_password(desk, &error, flaws) => {}
                Err(error) => wrong.set(Some(words(desk, &error).0)),
            }
        });
    };
    let busy = Signal::derive(move || busy.get());
    let body = move || {
        let inside = view! {
            {password_field(desk, "password", text.old_password, old, flaws, false)}
            {password_field(desk, "new_password", text.new_password, new, flaws, true)}
            {said(wrong)}
            {submit(text.change_password, busy)}
        };
        form(busy, send, inside)
    };
    sheet_while(desk, open, text.change_password, body, || None)
}
