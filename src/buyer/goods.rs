//! One product: its pictures, its options, and the way into the cart.

mod buy;
mod choice;
mod gallery;
mod options;
mod summary;
#[cfg(test)]
mod tests;

use super::{foot, share, trouble};
use crate::api::{self, ApiError, Detail};
use crate::app::App;
use crate::app::kept::Kept;
use crate::app::wait::{Wait, ask, when_back};
use crate::components::{Blank, Drawing, Icon, back_link, bare_photo, blank, icon, link_action, live};
use crate::route::Route;
use crate::view::prelude::*;
use crate::{device, theme};
use choice::Choice;
use minishop_core::{GoodsId, Link, ShopNumber};

thread_local! {
    static PAGES: Kept<Page> = const { Kept::new() };
}

/// The product as far as it is known, and what the buyer chose of it.
struct Page {
    detail: Wait<Detail>,
    choice: Option<Choice>,
}

impl Page {
    fn take(&mut self, answer: Result<Detail, ApiError>) {
        self.detail.take(answer);
        let Some(detail) = self.detail.here() else { return };
        match &mut self.choice {
            Some(choice) => choice.renew(&detail.goods),
            None => self.choice = Some(Choice::new(&detail.goods)),
        }
    }
}

/// A product's screen once the product is here.
#[derive(Clone, Copy)]
struct View {
    app: App,
    number: ShopNumber,
    detail: Memo<Option<Detail>>,
    page: RwSignal<Page>,
}

impl View {
    /// Reads product and choice together, watched; `none` while there is no product.
    fn read<T>(self, none: T, read: impl FnOnce(&Detail, &Choice) -> T) -> T {
        self.page.with(|page| match (page.detail.here(), &page.choice) {
            (Some(detail), Some(choice)) => read(detail, choice),
            _ => none,
        })
    }

    /// Changes the choice.
    fn choose(self, change: impl FnOnce(&Detail, &mut Choice)) {
        self.page.try_update(|page| {
            if let (Some(detail), Some(choice)) = (page.detail.here(), &mut page.choice) {
                change(detail, choice);
            }
        });
    }
}

/// The product of that id in that shop.
pub fn screen(app: App, number: ShopNumber, id: GoodsId) -> AnyView {
    let address = Route::Goods(number, id.clone()).path();
    let (kept, _) = PAGES.with(|pages| pages.at(address, || Page { detail: Wait::Asked, choice: None }));
    let page = RwSignal::from(kept.clone());
    let wanted = id.clone();
    // The answer is for the kept page, even if the buyer has left the screen meanwhile.
    let call = move || {
        let (kept, id) = (kept.clone(), wanted.clone());
        ask(app, async move { api::goods(number, &id).await }, move |answer| {
            kept.update(|page| page.take(answer))
        });
    };
    call();
    let again = Callback::new(move |()| {
        page.try_update(|page| page.detail = Wait::Asked);
        call();
    });
    let offline = move || page.with_untracked(|page| page.detail == Wait::Failed(ApiError::Offline));
    when_back(app, offline, move || again.run(()));

    let detail = Memo::new(move || page.with(|page| page.detail.here().cloned()));
    let fault = Memo::new(move || {
        page.with(|page| if let Wait::Failed(error) = &page.detail { Some(error.clone()) } else { None })
    });
    let view = View { app, number, detail, page };
    Effect::new(move |_| {
        detail.with(|detail| {
            let Some(detail) = detail else { return };
            app.title(&detail.title);
            theme::wear(detail.shop.theme.as_deref());
            let logo = detail.shop.logo.as_ref().map(|logo| logo.hash.as_str());
            device::visited::visit(number, &detail.shop.name, logo);
        });
    });
    live(move || match (fault.get(), detail.get()) {
        (Some(error), _) => failed(app, number, &error, again),
        (None, Some(detail)) => whole(view, &detail),
        (None, None) => bones(app, number),
    })
}

fn whole(view: View, detail: &Detail) -> AnyView {
    let View { app, number, .. } = view;
    let text = app.text();
    let hint = RwSignal::new(false);
    let asked = buy::Asked::new();
    let (title, link) = (detail.title.clone(), Link::goods(number, detail.goods.id().clone()));
    let about = (!detail.text.is_empty()).then(|| {
        view! {
            <section class="block block-flush">
                <h2 class="block-title">{text.goods.about}</h2>
                <p class="goods-text">{detail.text.clone()}</p>
            </section>
        }
    });
    view! {
        <div class="page">
            <header class="top-bar top-bar-over">
                {back_link(text.common.back, Route::Shop(number).path(), "icon-button icon-button-over")}
                <button class="icon-button icon-button-over" type="button" aria-label=text.goods.share
                    on:click=move |_| share::share(app, title.clone(), &link, hint)>
                    {icon(Icon::Share)}
                </button>
            </header>
            <main class="goods" data-screen="goods" tabindex="-1" data-ready="">
                {gallery::gallery(view, detail)}
                <div class="goods-side">
                    {summary::summary(view, detail)}
                    {options::block(view, detail)}
                    {about}
                    {foot::foot(app, None, ().into_any())}
                </div>
            </main>
            {buy::bar(view, asked)}
        </div>
        {buy::sheet(view, asked)}
        {share::menu_hint(app, hint)}
    }
    .into_any()
}

fn failed(app: App, number: ShopNumber, error: &ApiError, again: Callback<()>) -> AnyView {
    let text = app.text();
    let said = if *error == ApiError::Unknown {
        app.title(text.trouble.unknown_goods);
        let title = text.trouble.unknown_goods.to_owned();
        let said = Blank { drawing: Drawing::Nothing, title, text: "", alone: true };
        blank(said, link_action(text.trouble.to_shop, Route::Shop(number).path()))
    } else {
        trouble::trouble(app, error, true, move || again.run(()))
    };
    view! {
        <div class="page">
            <main class="page-main page-read" data-screen="goods" tabindex="-1">{said}</main>
            {foot::foot(app, None, ().into_any())}
        </div>
    }
    .into_any()
}

fn bones(app: App, number: ShopNumber) -> AnyView {
    let text = &app.text().common;
    view! {
        <div class="page" aria-busy="true">
            <header class="top-bar top-bar-over">
                {back_link(text.back, Route::Shop(number).path(), "icon-button icon-button-over")}
            </header>
            <main class="goods" data-screen="goods" tabindex="-1">
                <p class="unseen" role="status">{text.loading}</p>
                <div class="gallery">{bare_photo()}</div>
                <div class="goods-side" aria-hidden="true">
                    <div class="block block-flush">
                        <p class="price price-big"><span class="bone bone-third"></span></p>
                        <p class="goods-title"><span class="bone"></span></p>
                        <p class="quiet"><span class="bone bone-half"></span></p>
                    </div>
                    <div class="block block-flush">
                        <p><span class="bone bone-third"></span></p>
                        <p class="chips"><span class="chip"></span><span class="chip"></span><span class="chip"></span></p>
                    </div>
                </div>
            </main>
            <div class="foot-bar" aria-hidden="true">
                <span class="foot-bar-tool"></span>
                <span class="foot-bar-tool"></span>
                <span class="button foot-bar-grow"></span>
                <span class="button foot-bar-grow"></span>
            </div>
        </div>
    }
    .into_any()
}
