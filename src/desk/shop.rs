//! The shop's tab: its number and code to pass on, open or closed, and the way to everything that is set once.

mod about;
mod colour;
mod contacts;
mod fields;
mod meanwhile;
mod standing;
mod typed;

pub use about::screen as about;

use super::loaded::Loaded;
use super::page::{Page, Section, main};
use super::qr::Qr;
use super::route::Route;
use super::session::Desk;
use super::tools::{copy, grouped};
use crate::api::desk::{Account, shop};
use crate::components::{DeskIcon, Icon, desk_sign, icon, link_row, row_sign, rows};
use crate::host::{Shared, share};
use crate::view::prelude::*;
use minishop_core::Link;

/// The tab.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().shop;
    let loaded = Loaded::ask(desk, shop::shop);
    let page = Page::new("shop", text.title).ready(loaded.ready());
    let inside = view! {
        {desk.account().map(|account| number(desk, account))}
        {loaded.show(move |shop| standing::switches(desk, shop))}
        {ways(desk)}
    };
    main(desk, Section::Shop, page, inside)
}

/// The number in large figures with its code, and what passes it on.
fn number(desk: Desk, account: Account) -> AnyView {
    let text = &desk.text().shop;
    let number = account.number;
    let origin = window().location().origin().unwrap_or_default();
    let link = Link::shop(number);
    let (url, path) = (link.url(&origin), link.path());
    let code = Qr::of(&format!("{url}?s=qr")).map(|qr| {
        let side = qr.side();
        view! {
            <a class="shop-code" href=Route::Card.path() aria-label=text.code>
                <svg viewBox=format!("0 0 {side} {side}") aria-hidden="true"><path d=qr.path()></path></svg>
            </a>
        }
    });
    let told = grouped(number);
    let name = account.name;
    let pass_on = move |_| {
        let (name, url) = (name.clone(), url.clone());
        spawn_local(async move {
            match share(&name, &url).await {
                Shared::Done => {}
                Shared::ByMenu => desk.say(desk.text().shop.shared_by_menu),
                Shared::Copied => desk.say(desk.text().common.copied),
                Shared::Refused => desk.say(&(desk.text().common.copy_yourself)(&url)),
            }
        });
    };
    view! {
        <section class="block shop-pass">
            <div class="shop-pass-top">
                <button class="shop-pass-number" type="button" data-do="copy-number" on:click=move |_| copy(desk, &number.to_string())>
                    <span class="field-label">{text.number}</span>
                    <span class="desk-number" data-shop-number=number.to_string()>{told}</span>
                    <span class="unseen">{desk.text().common.copy}</span>
                </button>
                {code}
            </div>
            <div class="shop-pass-ways">
                <a class="button" href=path target="_blank" rel="noopener" data-do="see-shop">
                    {icon(Icon::Shop)}<span>{text.open_shop}</span>
                </a>
                <button class="button button-main" type="button" data-do="share" on:click=pass_on>
                    {icon(Icon::Share)}<span>{text.share}</span>
                </button>
            </div>
        </section>
    }
}

fn ways(desk: Desk) -> AnyView {
    let text = &desk.text().shop;
    let row = |sign: AnyView, title, told, route: Route| link_row(sign, title, told, route.path());
    let shop = vec![
        row(row_sign(Icon::Shop), text.about, text.about_text, Route::About),
        row(row_sign(Icon::Truck), text.deliveries, text.deliveries_text, Route::Deliveries),
        row(desk_sign(DeskIcon::Wallet), text.payments, text.payments_text, Route::Payments),
        row(desk_sign(DeskIcon::Tag), text.categories, "", Route::Categories),
    ];
    let outward = vec![
        row(desk_sign(DeskIcon::Card), text.card, text.card_text, Route::Card),
        row(desk_sign(DeskIcon::Bell), text.webhook, text.webhook_text, Route::Webhook),
    ];
    let own = vec![row(desk_sign(DeskIcon::Person), text.account, "", Route::Account)];
    view! { {rows(shop)}{rows(outward)}{rows(own)} }
}
