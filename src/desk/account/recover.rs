//! Getting back in with the recovery code.

use super::entry::{check_password, login_field, password_field, said};
use crate::api::desk::{account, refused};
use crate::components::{Field, form, submit};
use crate::desk::form::{Flaws, show_first_flaw};
use crate::desk::page::{Page, door};
use crate::desk::route::Route;
use crate::desk::session::Desk;
use crate::desk::trouble::words;
use crate::view::prelude::*;

/// The code, and the password from then on.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().account;
    let [login, code, password] = [(); 3].map(|()| RwSignal::new(String::new()));
    let flaws = Flaws::new();
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(None);
    let send = move || {
        flaws.clear_all();
        wrong.set(None);
        let [login, code, password] = [login, code, password].map(RwSignal::get_untracked);
        for (path, value) in [("login", &login), ("recovery_code", &code)] {
            if value.trim().is_empty() {
                flaws.set(path, desk.text().flaw.empty);
            }
        }
        check_password(desk, "password", &password, flaws);
        if flaws.any() {
            return show_first_flaw();
        }
        busy.set(true);
        spawn_local(async move {
            let patience = desk.app.patience();
            let answer = account::recover(login.trim(), code.trim(), &password).await;
            drop(patience);
            busy.set(false);
            match answer {
                Ok(opened) => {
                    desk.show_code(Some(opened.recovery_code));
                    desk.enter(opened.account);
                }
                Err(error) if refused(&error, "wrong_login") => {
                    wrong.set(Some(desk.text().account.recovery_wrong.to_owned()));
                }
                Err(error) => wrong.set(Some(words(desk, &error).0)),
            }
        });
    };
    let busy = Signal::derive(move || busy.get());
    let inside = view! {
        {login_field(desk, login, flaws, false)}
        {Field::of("recovery_code", text.recovery_code, code)
            .example("7H2KM-Q4XZ9-0BVTN-C3WFR")
            .flaw(flaws.of("recovery_code"))
            .show()}
        {password_field(desk, "password", text.new_password, password, flaws, true)}
        {said(wrong)}
        {submit(text.recover_do, busy)}
    };
    let inside = view! {
        <p class="quiet">{text.recover_lead}</p>
        <section class="block">{form(busy, send, inside)}</section>
        <p class="actions"><a class="text-button" href=Route::SignIn.path()>{text.sign_in}</a></p>
    };
    door(desk, Page::new("recover", text.recover), inside)
}
