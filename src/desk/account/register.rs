//! Opening a shop.

use super::entry::{check_login, check_password, login_field, password_field, said};
use crate::api::desk::{Opening, account, refused};
use crate::components::{Choice, Field, form, radios, select, submit};
use crate::desk::form::{Flaws, show_first_flaw};
use crate::desk::page::{Page, door};
use crate::desk::route::Route;
use crate::desk::session::Desk;
use crate::desk::trouble::words;
use crate::text::Language;
use crate::view::prelude::*;
use minishop_core::Currency;

/// Longest name of a shop.
const NAME: usize = 60;

/// What is asked for, and the button that opens the shop.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().account;
    let [login, password, name] = [(); 3].map(|()| RwSignal::new(String::new()));
    let currency = RwSignal::new(likely_currency(desk.app.language()).to_owned());
    let locale = RwSignal::new(desk.app.language().tag().to_owned());
    let flaws = Flaws::new();
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(None);
    let send = move || {
        flaws.clear_all();
        wrong.set(None);
        let [login, password, shop] = [login, password, name].map(RwSignal::get_untracked);
        flaws.required(desk, "shop.name", &shop, NAME);
        check_login(desk, &login, flaws);
        check_password(desk, "password", &password, flaws);
        if flaws.any() {
            return show_first_flaw();
        }
        let [currency, locale] = [currency, locale].map(RwSignal::get_untracked);
        let new = Opening {
            login: login.trim().to_owned(),
            password,
            shop: shop.trim().to_owned(),
            currency,
            locale,
        };
        busy.set(true);
        spawn_local(async move {
            let patience = desk.app.patience();
            let answer = account::register(&new).await;
            drop(patience);
            busy.set(false);
            match answer {
                Ok(opened) => {
                    desk.show_code(Some(opened.recovery_code));
                    desk.enter(opened.account);
                }
                Err(error) if refused(&error, "login_taken") => {
                    flaws.set("login", desk.text().account.login_taken);
                    show_first_flaw();
                }
                Err(error) => {
                    if flaws.take(desk, &error, &["login", "password", "shop.name"]) {
                        show_first_flaw();
                    } else {
                        wrong.set(Some(words(desk, &error).0));
                    }
                }
            }
        });
    };
    let busy = Signal::derive(move || busy.get());
    let inside = view! {
        {Field::of("shop-name", text.shop_name, name)
            .hint(text.shop_name_hint)
            .autocomplete("organization")
            .flaw(flaws.of("shop.name"))
            .show()}
        {login_field(desk, login, flaws, true)}
        {password_field(desk, "password", text.password, password, flaws, true)}
        <div class="field">
        {select(
            "currency",
            text.currency,
            currencies(),
            Signal::derive(move || currency.get()),
            Callback::new(move |code| currency.set(code)),
        )}
            <p class="field-hint">{text.currency_hint}</p>
        </div>
        {radios(
            "locale",
            text.shop_language,
            [(Language::Zh, "中文"), (Language::En, "English")]
                .map(|(own, name)| Choice::new(own.tag(), name))
                .into(),
            Signal::derive(move || locale.get()),
            Callback::new(move |tag| locale.set(tag)),
        )}
        {said(wrong)}
        {submit(text.register_do, busy)}
    };
    let inside = view! {
        <p class="quiet">{text.register_lead}</p>
        <section class="block">{form(busy, send, inside)}</section>
        <p class="actions"><a class="text-button" href=Route::SignIn.path()>{text.have_shop}</a></p>
    };
    door(desk, Page::new("register", text.register), inside)
}

fn currencies() -> Vec<Choice> {
    let choice = |currency: Currency| {
        let code = currency.code().to_owned();
        let title = match currency.sign() {
            "" => code.clone(),
            sign => format!("{code} {sign}"),
        };
        Choice::new(code, title)
    };
    // Those with a sign of their own are the common ones: they come first.
    let mut all: Vec<Currency> = Currency::all().collect();
    all.sort_by_key(|currency| currency.sign().is_empty());
    all.into_iter().map(choice).collect()
}

/// The currency of where the phone is set up for.
fn likely_currency(spoken: Language) -> &'static str {
    let tag = window().navigator().language().unwrap_or_default();
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    match (parts.next_back().unwrap_or_default(), language) {
        ("TW", _) => "TWD",
        ("HK", _) => "HKD",
        ("SG", _) => "SGD",
        ("GB", _) => "GBP",
        ("IN", _) => "INR",
        ("MY", _) => "MYR",
        ("CN", _) | (_, "zh") => "CNY",
        (_, "ja") => "JPY",
        (_, "ko") => "KRW",
        (_, "vi") => "VND",
        (_, "th") => "THB",
        (_, "ru") => "RUB",
        (_, "de" | "fr" | "es" | "it" | "nl" | "pt" | "fi" | "el") => "EUR",
        _ if spoken == Language::Zh => "CNY",
        _ => "USD",
    }
}
