//! The shop: who it is, and its goods.

mod contacts;
mod head;
mod list;
mod shelf;
#[cfg(test)]
mod tests;
mod tools;

use super::{doubt, foot, trouble, ways};
use crate::api::{self, ApiError, Sort};
use crate::app::App;
use crate::app::kept::Kept;
use crate::app::wait::{ask, when_back};
use crate::components::live;
use crate::view::prelude::*;
use crate::{device, theme};
use minishop_core::ShopNumber;
use shelf::{Ask, Question, Shelf, State};

thread_local! {
    static SHELVES: Kept<Shelf> = const { Kept::new() };
}

/// One shop's screen: its shelf, and how to ask for more of it.
#[derive(Clone, Copy)]
struct View {
    app: App,
    number: ShopNumber,
    shelf: RwSignal<Shelf>,
}

/// The shop of that number.
pub fn screen(app: App, number: ShopNumber) -> AnyView {
    let (shelf, known) = at(number);
    let view = View { app, number, shelf: RwSignal::from(shelf) };
    if known && view.shelf.with_untracked(|shelf| shelf.shop.is_some()) {
        view.refresh();
    } else {
        view.search();
    }
    when_back(app, move || view.lost(), move || view.search_or_grow());

    let shop = Memo::new(move || view.shelf.with(|shelf| shelf.shop.clone()));
    Effect::new(move |_| {
        let Some(shop) = shop.get() else { return };
        app.title(&shop.name);
        theme::wear(shop.theme.as_deref());
        device::visited::visit(number, &shop.name, shop.logo.as_ref().map(|logo| logo.hash.as_str()));
    });
    let fault = Memo::new(move || view.shelf.with(Shelf::fatal));
    live(move || match (fault.get(), shop.get()) {
        (Some(ApiError::Unknown), _) => {
            theme::wear(None);
            device::visited::forget(number);
            trouble::unknown_shop(app)
        }
        (Some(error), None) => view.failed(&error),
        (_, Some(shop)) => view! {
            <div class="page">
                {head::head(app, &shop)}
                {tools::tools(view, &shop)}
                <main class="page-main page-wide stack" data-screen="shop" tabindex="-1"
                    data-ready=move || view.shelf.with(|shelf| shelf.state != State::Asking).then_some("")>
                    {doubt::doubt(app, number)}
                    {ways::away_bar(app, &shop)}
                    {list::list(view)}
                </main>
                {list::cart_pill(app, number)}
                {contacts::foot(app, &shop)}
            </div>
        }
        .into_any(),
        (None, None) => view! {
            <div class="page" aria-busy="true">
                {head::bones()}
                {tools::bones()}
                <main class="page-main page-wide" data-screen="shop" tabindex="-1">
                    <p class="unseen" role="status">{app.text().common.loading}</p>
                    {list::bones()}
                </main>
            </div>
        }
        .into_any(),
    })
}

fn at(number: ShopNumber) -> (ArcRwSignal<Shelf>, bool) {
    SHELVES.with(|shelves| shelves.at(number.to_string(), Shelf::new))
}

impl View {
    /// Asks for the first page of what is looked for.
    fn search(self) {
        if let Some(question) = self.shelf.try_update(Shelf::search) {
            self.put(question);
        }
    }

    /// Asks for the next page, if there is one.
    fn grow(self) {
        if let Some(question) = self.shelf.try_update(Shelf::grow).flatten() {
            self.put(question);
        }
    }

    fn refresh(self) {
        if let Some(question) = self.shelf.try_update(Shelf::refresh).flatten() {
            self.put(question);
        }
    }

    /// Asks again for what did not come.
    fn search_or_grow(self) {
        if self.shelf.with_untracked(|shelf| matches!(shelf.state, State::Stuck(_))) {
            self.grow();
        } else {
            self.search();
        }
    }

    fn lost(self) -> bool {
        self.shelf.with_untracked(|shelf| {
            matches!(&shelf.state, State::Failed(ApiError::Offline) | State::Stuck(ApiError::Offline))
        })
    }

    fn put(self, question: Question) {
        let Self { app, number, .. } = self;
        let turn = question.turn;
        // The answer is for the shelf, even if the buyer has left the screen meanwhile.
        let (shelf, _) = at(number);
        match question.ask {
            Ask::Front => ask(app, api::shop(number), move |answer| {
                shelf.update(|shelf| shelf.take_front(turn, answer));
            }),
            Ask::List { category, typed, cursor } => {
                let call = async move {
                    api::goods_list(number, category.as_deref(), &typed, Sort::Default, cursor.as_deref())
                        .await
                };
                ask(app, call, move |answer| {
                    shelf.update(|shelf| shelf.take(turn, answer));
                });
            }
        }
    }

    fn failed(self, error: &ApiError) -> AnyView {
        view! {
            <div class="page">
                <main class="page-main page-read" data-screen="shop" tabindex="-1">
                    {trouble::trouble(self.app, error, true, move || self.search())}
                </main>
                {foot::foot(self.app, None, ().into_any())}
            </div>
        }
        .into_any()
    }
}
