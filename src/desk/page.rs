//! What every desk screen stands in: the bar at the top, and below the four tabs with the «+» in their middle.

use super::route::{Route, Tab};
use super::session::Desk;
use super::tools::{grouped, language_button};
use super::trouble::trouble;
use crate::api::ApiError;
use crate::components::{DeskIcon, Icon, desk_icon, icon, live, top_bar};
use crate::view::prelude::*;

/// One of the four.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Orders,
    Goods,
    Numbers,
    Shop,
}

/// A screen's frame; build it with [`Page::new`].
pub struct Page {
    /// What tests know it by.
    name: &'static str,
    title: String,
    tool: Option<AnyView>,
    foot: Option<AnyView>,
    ready: Signal<bool>,
    wide: bool,
}

impl Page {
    pub fn new(name: &'static str, title: impl Into<String>) -> Self {
        let ready = Signal::stored(true);
        Self { name, title: title.into(), tool: None, foot: None, ready, wide: false }
    }

    /// A tool at the end of the bar.
    pub fn tool(self, tool: AnyView) -> Self {
        Self { tool: Some(tool), ..self }
    }

    /// What is done with the screen, in a bar at its foot; only inner screens have one.
    pub fn foot(self, foot: AnyView) -> Self {
        Self { foot: Some(foot), ..self }
    }

    /// Whether the content is there.
    pub fn ready(self, ready: Signal<bool>) -> Self {
        Self { ready, ..self }
    }

    /// As wide as a large screen lets it be, for lists in columns and grids.
    pub fn wide(self) -> Self {
        Self { wide: true, ..self }
    }
}

/// A screen of one of the four tabs.
pub fn main(desk: Desk, section: Section, page: Page, inside: AnyView) -> AnyView {
    let shop = desk.account().map(|account| {
        view! {
            <p class="desk-shop">
                <span class="desk-shop-name">{account.name}</span>
                <span class="figures">{grouped(account.number)}</span>
            </p>
        }
    });
    let title = page.title.clone();
    let head = view! {
        <header class="desk-top">
            <div class="desk-top-body">{shop}<h1 class="desk-title" tabindex="-1">{title}</h1></div>
            {page.tool}
        </header>
    };
    let page = Page { tool: None, foot: Some(tab_bar(desk, section)), ..page };
    framed(desk, page, head, inside)
}

/// A screen below another one; `back` is where its arrow leads when it was opened by a link.
pub fn inner(desk: Desk, page: Page, back: &Route, inside: AnyView) -> AnyView {
    let title = page.title.clone().into_any();
    let head = top_bar(desk.text().common.back, back.path(), title, page.tool);
    let foot = page.foot.map(|foot| view! { <div class="foot-bar">{foot}</div> });
    framed(desk, Page { tool: None, foot, ..page }, head, inside)
}

/// A screen before signing in.
pub fn door(desk: Desk, page: Page, inside: AnyView) -> AnyView {
    let title = page.title.clone();
    let head = view! {
        <header class="desk-door">
            <p class="desk-door-app">{icon(Icon::Shop)}<span>{desk.text().common.app}</span></p>
            {language_button(desk)}
        </header>
    };
    let inside = view! { <h1 class="desk-door-title" tabindex="-1">{title}</h1>{inside} };
    framed(desk, page, head, inside)
}

fn framed(desk: Desk, page: Page, head: AnyView, inside: AnyView) -> AnyView {
    let Page { name, title, foot, ready, wide, .. } = page;
    desk.title(&title);
    let class = if wide { "page-main page-middle stack" } else { "page-main page-read stack" };
    view! {
        <div class="page desk">
            {head}
            <main class=class data-screen=name data-ready=move || ready.get()>{inside}</main>
            {foot}
        </div>
    }
}

fn tab_bar(desk: Desk, section: Section) -> AnyView {
    let text = &desk.text().tabs;
    let tab = |own: Section, route: Route, sign: AnyView, name: &'static str, badge: Option<AnyView>| {
        let current = (own == section).then_some("page");
        view! {
            <a class="desk-tab" href=route.path() aria-current=current>
                <span class="desk-tab-sign">{sign}{badge}</span>
                <span class="desk-tab-name">{name}</span>
            </a>
        }
    };
    let badge = live(move || {
        let new = desk.badge.get();
        let told = (text.orders_new)(new);
        let shown = if new > 99 { "99+".to_owned() } else { new.to_string() };
        let badge = (new > 0).then(|| {
            let badge = view! {
                <span class="badge" data-orders-new=shown.clone()>
                    <span aria-hidden="true">{shown.clone()}</span>
                    <span class="unseen">{told}</span>
                </span>
            };
            (shown, badge)
        });
        AnyView::keyed(badge.into_iter().collect())
    });
    view! {
        <nav class="desk-tabs" aria-label=text.desk>
            {tab(Section::Orders, Route::Orders(Tab::New), icon(Icon::Orders), text.orders, Some(badge))}
            {tab(Section::Goods, Route::Goods, desk_icon(DeskIcon::Tag), text.goods, None)}
            <a class="desk-add" href=Route::NewGoods.path() aria-label=text.add data-do="add-goods">
                <span class="desk-add-face">{icon(Icon::Plus)}</span>
            </a>
            {tab(Section::Numbers, Route::Numbers, desk_icon(DeskIcon::Bars), text.numbers, None)}
            {tab(Section::Shop, Route::Shop, icon(Icon::Shop), text.shop, None)}
        </nav>
    }
}

/// While it is not known who is signed in.
pub fn waiting(desk: Desk) -> AnyView {
    let bones = view! {
        <div class="block"><span class="bone bone-half"></span><span class="bone"></span></div>
        <div class="block"><span class="bone bone-third"></span><span class="bone"></span></div>
        <div class="block"><span class="bone bone-half"></span><span class="bone"></span></div>
    };
    view! {
        <div class="page desk">
            <main class="page-main page-read stack" data-screen="waiting" aria-busy="true"
                aria-label=desk.text().common.loading>{bones}</main>
        </div>
    }
}

/// When that could not be asked.
pub fn failed(desk: Desk, error: &ApiError) -> AnyView {
    let inside = trouble(desk, error, move || desk.ask_who());
    door(desk, Page::new("failed", desk.text().common.app), inside)
}
