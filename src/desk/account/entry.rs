//! The fields that let somebody in, each used on several screens.

use crate::api::ApiError;
use crate::api::desk::{account, refused};
use crate::components::{Entry, Field, form, live, submit, warning};
use crate::desk::form::{Flaws, show_first_flaw};
use crate::desk::session::Desk;
use crate::desk::trouble::words;
use crate::view::prelude::*;
use minishop_core::{Login, LoginError};

/// Characters of a password, fewest and most.
const PASSWORD: [usize; 2] = [8, 128];

/// The field for a phone number or an e-mail address. A new one has a hint.
pub fn login_field(desk: Desk, login: RwSignal<String>, flaws: Flaws, new: bool) -> AnyView {
    let text = &desk.text().account;
    let field = Field::of("login", text.login, login).entry(Entry::Login);
    let field = if new { field.hint(text.login_hint) } else { field };
    field.autocomplete("username").flaw(flaws.of("login")).show()
}

/// The field for a password; `path` is where the server finds it wrong. A new one has a hint.
pub fn password_field(
    desk: Desk,
    path: &'static str,
    label: &'static str,
    password: RwSignal<String>,
    flaws: Flaws,
    new: bool,
) -> AnyView {
    let text = &desk.text().account;
    let entry = Entry::Password { show: text.show, hide: text.hide };
    let field = Field::of(path, label, password).entry(entry).flaw(flaws.of(path));
    let field = if new { field.hint(text.password_hint) } else { field };
    field.autocomplete(if new { "new-password" } else { "current-password" }).show()
}

/// Finds a login that cannot be one.
pub fn check_login(desk: Desk, login: &str, flaws: Flaws) {
    match Login::parse(login) {
        Ok(_) => {}
        Err(LoginError::Empty) => flaws.set("login", desk.text().flaw.empty),
        Err(_) => flaws.set("login", desk.text().account.login_wrong),
    }
}

/// Finds a new password too short or too long.
pub fn check_password(desk: Desk, path: &'static str, password: &str, flaws: Flaws) {
    let [least, most] = PASSWORD;
    let length = password.chars().count();
    if length < least {
        flaws.set(path, (desk.text().flaw.too_short)(least));
    } else if length > most {
        flaws.set(path, (desk.text().flaw.too_long)(most));
    }
}

/// Whether the server found the password in force wrong; says so beside its field.
pub fn took_wrong_password(desk: Desk, error: &ApiError, flaws: Flaws) -> bool {
    let ApiError::Refused(problem) = error else { return false };
    let wrong = problem.fields().iter().any(|fault| fault.path == "password" && fault.code == "wrong");
    if wrong {
        flaws.set("password", desk.text().account.old_password_wrong);
        show_first_flaw();
    }
    wrong
}

/// What stands in the way of the whole form.
pub fn said(words: RwSignal<Option<String>>) -> AnyView {
    live(move || words.get().map(warning).into_any())
}

/// Signing in; `login` is who was signed in before.
pub fn sign_in_form(desk: Desk, known: String) -> AnyView {
    let text = &desk.text().account;
    let [login, password] = [known, String::new()].map(RwSignal::new);
    let flaws = Flaws::new();
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(None);
    let send = move || {
        flaws.clear_all();
        wrong.set(None);
        let [name, secret] = [login, password].map(RwSignal::get_untracked);
        for (path, value) in [("login", &name), ("password", &secret)] {
            if value.trim().is_empty() {
                flaws.set(path, desk.text().flaw.empty);
            }
        }
        if flaws.any() {
            return show_first_flaw();
        }
        busy.set(true);
        spawn_local(async move {
            let patience = desk.app.patience();
            let answer = account::sign_in(name.trim(), &secret).await;
            drop(patience);
            busy.set(false);
            match answer {
                Ok(account) => desk.enter(account),
                Err(error) if refused(&error, "wrong_login") => {
                    wrong.set(Some(desk.text().account.wrong_login.to_owned()));
                }
                Err(error) => wrong.set(Some(words(desk, &error).0)),
            }
        });
    };
    let busy = Signal::derive(move || busy.get());
    let inside = view! {
        {login_field(desk, login, flaws, false)}
        {password_field(desk, "password", text.password, password, flaws, false)}
        {said(wrong)}
        {submit(text.sign_in, busy)}
    };
    form(busy, send, inside)
}
