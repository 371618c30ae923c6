//! The shop's head: logo, name, number, whether it is open, and its notice.

use super::super::{pictures, share};
use crate::api::Shop;
use crate::app::App;
use crate::components::{Icon, drawn, small_icon};
use crate::view::prelude::*;

/// The head. Its number copies itself on a tap; a long notice opens on a tap.
pub fn head(app: App, shop: &Shop) -> AnyView {
    let text = app.text();
    let number = shop.number;
    let (class, state) = match shop.open && !shop.holiday {
        true => ("shop-open", text.shop.open),
        false => ("shop-open shop-closed", text.shop.resting),
    };
    view! {
        <header class="shop-head">
            <div class="shop-head-inner">
                <div class="shop-id">
                    {pictures::logo(shop.logo.as_ref().map(|logo| logo.hash.as_str()), &shop.name)}
                    <div class="shop-id-body">
                        <h1 class="shop-name" tabindex="-1">{shop.name.clone()}</h1>
                        <div class="shop-facts">
                            <button class="shop-number" type="button"
                                aria-label=(text.shop.copy_number)(&number.grouped())
                                on:click=move |_| share::copy(app, &number.to_string())>
                                <span>{number.grouped()}</span>
                                {small_icon(Icon::Copy)}
                            </button>
                            <span class=class>{state}</span>
                        </div>
                    </div>
                </div>
                {shop.notice.clone().map(notice)}
            </div>
        </header>
    }
    .into_any()
}

fn notice(notice: String) -> AnyView {
    let open = RwSignal::new(false);
    view! {
        <button class="shop-notice" type="button" aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)>
            <span class="shop-notice-text">{notice}</span>
            {drawn(Icon::Down, "icon icon-small shop-notice-arrow")}
        </button>
    }
    .into_any()
}

/// The head's place while the shop is on its way.
pub fn bones() -> AnyView {
    view! {
        <header class="shop-head">
            <div class="shop-head-inner">
                <div class="shop-id">
                    <span class="logo"></span>
                    <div class="shop-id-body">
                        <p class="shop-name"><span class="bone bone-half"></span></p>
                        <p class="shop-facts"><span class="shop-number"><span class="shop-number-wait"></span></span></p>
                    </div>
                </div>
                <p class="shop-notice"><span class="shop-notice-text"><span class="bone"></span></span></p>
            </div>
        </header>
    }
    .into_any()
}
