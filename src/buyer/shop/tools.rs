//! Search and categories; they stay in sight while the head scrolls away.

use super::super::share;
use super::View;
use crate::api::{self, Shop};
use crate::components::{Icon, icon, live, small_icon, watch_sight};
use crate::route::Route;
use crate::view::prelude::*;
use minishop_core::Link;
use std::time::Duration;

/// The pause in typing after which the search begins.
const PAUSE: Duration = Duration::from_millis(300);

/// The bar of search, my orders, share and categories.
pub fn tools(view: View, shop: &Shop) -> AnyView {
    let View { app, number, .. } = view;
    let text = app.text();
    let edge = NodeRef::<web_sys::Element>::new();
    let stuck = RwSignal::new(false);
    watch_sight(edge, "0px", move |seen| stuck.set(!seen));
    let hint = RwSignal::new(false);
    let name = shop.name.clone();
    let logo = shop.logo.as_ref().map(|logo| {
        view! { <img class="search-logo" src=api::shop::media(&logo.hash, 320) alt="" /> }.into_any()
    });
    view! {
        <div node_ref=edge></div>
        <section class="shop-tools" class:shop-tools-stuck=move || stuck.get() aria-label=text.shop.search>
            <div class="shop-tools-inner">
                <div class="shop-tools-row">
                    {search(view, logo)}
                    <a class="icon-button" href=Route::Orders(number).path() aria-label=text.common.my_orders>
                        {icon(Icon::Orders)}
                    </a>
                    <button class="icon-button" type="button" aria-label=text.shop.share
                        on:click=move |_| share::share(app, name.clone(), &Link::shop(number), hint)>
                        {icon(Icon::Share)}
                    </button>
                </div>
                <nav class="tabs" aria-label=text.shop.categories>{tabs(view)}</nav>
            </div>
        </section>
        {share::menu_hint(app, hint)}
    }
    .into_any()
}

fn search(view: View, logo: Option<AnyView>) -> AnyView {
    let text = &view.app.text().shop;
    let shelf = view.shelf;
    let typed = move || shelf.with(|shelf| shelf.typed.clone());
    let pause = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(old) = pause.try_update_value(Option::take).flatten() {
            old.clear();
        }
    };
    let look = move |words: String| {
        stop();
        shelf.update(|shelf| shelf.typed = words);
        pause.set_value(set_timeout_with_handle(move || view.search(), PAUSE).ok());
    };
    on_cleanup(stop);
    let clear = move || {
        (!typed().is_empty()).then(|| {
            view! {
                <button class="icon-button search-clear" type="button" aria-label=text.clear_search
                    on:click=move |_| look(String::new())>
                    {small_icon(Icon::Close)}
                </button>
            }
            .into_any()
        })
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        stop();
        view.search();
        // The phone's keyboard goes down, so that what was found is seen.
        if let Some(Ok(field)) =
            document().active_element().map(wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>)
        {
            let _ = field.blur();
        }
    };
    view! {
        <form class="search" role="search" on:submit=submit>
            <span class="search-sign">{icon(Icon::Search)}{logo}</span>
            <input class="search-input" type="search" enterkeyhint="search" autocomplete="off"
                placeholder=text.search aria-label=text.search prop:value=typed
                on:input=move |event| look(event_target_value(&event)) />
            {live(move || clear().unwrap_or_else(|| ().into_any()))}
        </form>
    }
    .into_any()
}

fn tabs(view: View) -> AnyView {
    let shelf = view.shelf;
    let all = view.app.text().shop.all;
    let categories = Memo::new(move || shelf.with(|shelf| shelf.categories.clone()));
    let tab = move |id: Option<String>, name: String| {
        let chosen = id.clone();
        let choose = move |_| {
            let id = id.clone();
            shelf.update(|shelf| shelf.category = id);
            view.search();
        };
        view! {
            <button class="tab" type="button" on:click=choose
                aria-current=move || shelf.with(|shelf| shelf.category == chosen).then_some("true")>
                {name}
            </button>
        }
        .into_any()
    };
    live(move || {
        let mut tabs = vec![tab(None, all.to_owned())];
        tabs.extend(categories.get().into_iter().map(|category| tab(Some(category.id), category.name)));
        tabs.into_any()
    })
}

/// The bar's place while the shop is on its way.
pub fn bones() -> AnyView {
    view! {
        <div class="shop-tools">
            <div class="shop-tools-inner">
                <div class="shop-tools-row">
                    <div class="search"><span class="search-sign">{icon(Icon::Search)}</span><span class="search-input"></span></div>
                    <span class="icon-button"></span>
                    <span class="icon-button"></span>
                </div>
                <div class="tabs">
                    <span class="tab"><span class="bone"></span></span>
                    <span class="tab"><span class="bone"></span></span>
                    <span class="tab"><span class="bone"></span></span>
                </div>
            </div>
        </div>
    }
    .into_any()
}
