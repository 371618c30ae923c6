//! Another recovery code.

use super::code::code_row;
use super::entry::{password_field, said, took_wrong_password};
use crate::api::desk::account;
use crate::components::{form, live, submit};
use crate::desk::form::{Flaws, show_first_flaw};
use crate::desk::session::Desk;
use crate::desk::sheets::sheet_while;
use crate::desk::trouble::words;
use crate::view::prelude::*;

/// The sheet that makes one and shows it.
pub fn sheet(desk: Desk, open: RwSignal<bool>) -> AnyView {
    let text = &desk.text().account;
    let password = RwSignal::new(String::new());
    let code = RwSignal::new(None::<String>);
    let flaws = Flaws::new();
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(None);
    let send = move || {
        flaws.clear_all();
        wrong.set(None);
        let own = password.get_untracked();
        if own.is_empty() {
            flaws.set("password", desk.text().flaw.empty);
            return show_first_flaw();
        }
        busy.set(true);
        let call = move || {
            let own = own.clone();
            async move { account::new_recovery_code(&own).await }
        };
        desk.ask(call, move |answer| {
            busy.set(false);
            match answer {
                Ok(new) => {
                    password.set(String::new());
                    code.set(Some(new));
                }
                Err(error) if took_wrong_password(desk, &error, flaws) => {}
                Err(error) => wrong.set(Some(words(desk, &error).0)),
            }
        });
    };
    let busy = Signal::derive(move || busy.get());
    let body = move || {
        live(move || {
            if let Some(code) = code.get() {
                return view! {
                    <p>{text.code_renewed}</p>
                    {code_row(desk, code)}
                    <p class="quiet">{text.recovery_lead}</p>
                };
            }
            let inside = view! {
                <p class="quiet">{text.new_code_text}</p>
                {password_field(desk, "password", text.password, password, flaws, false)}
                {said(wrong)}
                {submit(text.new_code, busy)}
            };
            form(busy, send, inside)
        })
    };
    sheet_while(desk, open, text.new_code, body, || None)
}
