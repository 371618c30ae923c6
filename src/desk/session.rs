//! What every desk screen is handed: the app, who is signed in, and a way to ask the server that survives signing out.

use super::live::Live;
use super::route::Route;
use crate::api::ApiError;
use crate::api::desk::{self, Account, account};
use crate::text::desk::DeskText;
use crate::view::prelude::*;
use js_sys::{Function, Promise};
use std::pin::Pin;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Whether somebody is signed in.
#[derive(Debug, Clone, PartialEq)]
pub enum Session<A = ()> {
    /// Not known yet.
    Asked,
    In(A),
    Out,
    /// Could not be asked.
    Failed(ApiError),
}

impl Session<Account> {
    /// The same without who it is.
    fn standing(&self) -> Session {
        match self {
            Self::Asked => Session::Asked,
            Self::In(_) => Session::In(()),
            Self::Out => Session::Out,
            Self::Failed(error) => Session::Failed(error.clone()),
        }
    }
}

/// The running desk; copied into any closure. Everything in it lives as long as the page.
#[derive(Clone, Copy)]
pub struct Desk {
    pub app: crate::app::App<Route>,
    session: RwSignal<Session<Account>>,
    /// Changes only when somebody comes or goes: a screen is not drawn anew for a new name.
    standing: Memo<Session>,
    /// The session ended while a screen was in use: it stays, and signing in comes over it.
    lost: RwSignal<bool>,
    /// Calls that wait until somebody is signed in again.
    waiting: StoredValue<Vec<Function>>,
    /// A recovery code that was just made, to be shown once.
    code: RwSignal<Option<String>>,
    /// Orders that need a look, shown on the bar below.
    pub badge: RwSignal<u32>,
    /// What happens to the orders meanwhile.
    pub live: Live,
    /// What the screen is called, without the orders that need a look.
    name: RwSignal<String>,
}

type Asked<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

impl Desk {
    /// Begins, and asks who is signed in.
    pub fn open() -> Self {
        let session = RwSignal::new(Session::Asked);
        let desk = Self {
            app: crate::app::App::open(None),
            session,
            standing: Memo::new(move || session.with(Session::standing)),
            lost: RwSignal::new(false),
            waiting: StoredValue::new(Vec::new()),
            code: RwSignal::new(None),
            badge: RwSignal::new(0),
            live: Live::new(),
            name: RwSignal::default(),
        };
        Effect::new(move |_| document().set_title(&titled(desk.badge.get(), &desk.name.get())));
        desk.ask_who();
        crate::app::wait::when_back(
            desk.app,
            move || desk.session.with_untracked(|own| matches!(own, Session::Failed(_))),
            move || desk.ask_who(),
        );
        desk
    }

    /// Asks who is signed in.
    pub fn ask_who(self) {
        self.session.set(Session::Asked);
        spawn_local(async move {
            let patience = self.app.patience();
            let answer = account::session().await;
            drop(patience);
            self.session.set(match answer {
                Ok(account) => Session::In(account),
                Err(error) if desk::signed_out(&error) => Session::Out,
                Err(error) => Session::Failed(error),
            });
        });
    }

    /// Names the page; before its name stands how many orders need a look.
    pub fn title(self, name: &str) {
        self.name.set(name.to_owned());
        self.app.title(&titled(self.badge.get_untracked(), name));
    }

    pub fn text(self) -> &'static DeskText {
        self.app.text()
    }

    /// Says a short word.
    pub fn say(self, word: &str) {
        self.app.say(word);
    }

    /// Whether somebody is signed in, watched.
    pub fn standing(self) -> Session {
        self.standing.get()
    }

    /// Who is signed in as of now; `None` on screens before that.
    pub fn account(self) -> Option<Account> {
        self.session
            .with_untracked(|own| if let Session::In(account) = own { Some(account.clone()) } else { None })
    }

    /// The recovery code to show before anything else, watched.
    pub fn fresh_code(self) -> Option<String> {
        self.code.get()
    }

    /// Keeps a recovery code to be shown, or forgets it once it was saved.
    pub fn show_code(self, code: Option<String>) {
        self.code.set(code);
    }

    /// Whether the session ended under a screen, watched.
    pub fn is_lost(self) -> bool {
        self.lost.get()
    }

    /// Somebody signed in: what waited goes on. Another one than before begins anew, lest one shop's screen acts on
    /// another's.
    pub fn enter(self, account: Account) {
        let other = self.account().is_some_and(|own| own.number != account.number);
        if other {
            _ = window().location().reload();
            return;
        }
        self.lost.set(false);
        self.session.set(Session::In(account));
        let waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        for go_on in waiting {
            _ = go_on.call0(&JsValue::NULL);
        }
    }

    /// The account's shop has a new name.
    pub fn rename(self, name: String) {
        self.session.update(|own| {
            if let Session::In(account) = own {
                account.name = name;
            }
        });
    }

    /// Nobody is signed in any more, by their own wish.
    pub fn leave(self) {
        self.lost.set(false);
        self.badge.set(0);
        self.session.set(Session::Out);
        self.app.go(&Route::SignIn);
    }

    /// Makes the call and hands its answer over. One that finds itself signed out waits until somebody is signed in again,
    /// and is made anew: whoever asks never hears of it. Says so when it is slow.
    pub fn ask<T, F>(self, call: impl Fn() -> F + 'static, take: impl FnOnce(Result<T, ApiError>) + 'static)
    where
        T: 'static,
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        self.run(Box::new(move || Box::pin(call())), Box::new(take), true);
    }

    /// The same for a call that shows by itself how far it is.
    pub fn ask_long<T, F>(
        self,
        call: impl Fn() -> F + 'static,
        take: impl FnOnce(Result<T, ApiError>) + 'static,
    ) where
        T: 'static,
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        self.run(Box::new(move || Box::pin(call())), Box::new(take), false);
    }

    fn run<T: 'static>(
        self,
        call: Box<dyn Fn() -> Asked<T>>,
        take: Box<dyn FnOnce(Result<T, ApiError>)>,
        told: bool,
    ) {
        spawn_local(async move {
            let answer = loop {
                let patience = told.then(|| self.app.patience());
                let answer = call().await;
                drop(patience);
                match answer {
                    Err(error) if desk::signed_out(&error) => self.signed_in_again().await,
                    answer => break answer,
                }
            };
            take(answer);
        });
    }

    async fn signed_in_again(self) {
        if self.account().is_none() {
            self.session.set(Session::Out);
        } else {
            self.lost.set(true);
        }
        let back = Promise::new(&mut |done, _| {
            self.waiting.try_update_value(|waiting| waiting.push(done));
        });
        _ = JsFuture::from(back).await;
    }
}

fn titled(badge: u32, name: &str) -> String {
    if badge > 0 { format!("({badge}) {name}") } else { name.to_owned() }
}
