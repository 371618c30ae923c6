//! The shelf as its seller sees it: found by words, filter and category; price, stock and place changed in the list itself.

mod arrange;
mod card;
mod menu;
mod quick;
mod shelf;
mod tools;

use super::page::{Page, Section, main};
use super::route::Route;
use super::session::Desk;
use super::trouble::{say, trouble};
use crate::api::ApiError;
use crate::api::desk::{DeskCard, DeskCategory, Filter, categories, goods};
use crate::app::kept::Kept;
use crate::app::wait::{Wait, when_back};
use crate::components::{
    Blank, Drawing, Icon, blank, link_action, link_row, live, retry_action, row_sign, rows,
};
use crate::device::desk_draft;
use crate::view::prelude::*;
use minishop_core::{Currency, GoodsId, ShopNumber};
use quick::Quick;
use shelf::Shelf;

thread_local! {
    static SHELVES: Kept<Shelf> = const { Kept::new() };
}

/// Everything the list's parts share.
#[derive(Clone, Copy)]
pub struct View {
    desk: Desk,
    shop: ShopNumber,
    currency: Currency,
    shelf: RwSignal<Shelf>,
    categories: RwSignal<Vec<DeskCategory>>,
    /// The goods whose price and stock are typed in the list.
    quick: RwSignal<Option<Quick>>,
    /// The goods that the menu is about.
    chosen: RwSignal<Option<DeskCard>>,
    menu: RwSignal<bool>,
    sure: RwSignal<bool>,
    needed: RwSignal<bool>,
    /// The codes of the orders that need them.
    codes: RwSignal<String>,
    /// The goods are being put in order.
    arranging: RwSignal<bool>,
}

impl View {
    /// Reads the list anew, at least as far as it is shown.
    fn load(self) {
        let ask = self.shelf.try_update(Shelf::begin);
        let Some((turn, asked)) = ask else { return };
        let call = move || {
            let asked = asked.clone();
            async move { asked.pages().await }
        };
        self.desk.ask(call, move |answer| {
            self.shelf.try_update(|shelf| shelf.take(turn, answer));
        });
    }

    /// Looks for something else.
    fn look(self, change: impl FnOnce(&mut Shelf)) {
        self.quick.set(None);
        self.shelf.update(|shelf| {
            change(shelf);
            shelf.wanted = 0;
        });
        self.load();
    }

    /// Reads the next page.
    fn more(self) {
        self.shelf.update(|shelf| shelf.wanted = shelf.len() + 1);
        self.load();
    }

    /// Shows goods as they stand now; what a filter no longer holds goes with the next look.
    fn put(self, card: DeskCard) {
        self.shelf.try_update(|shelf| shelf.put(card));
        // The counts may be others.
        self.load();
    }

    fn set_visible(self, id: GoodsId, visible: bool) {
        let call = move || {
            let id = id.clone();
            async move { goods::set_visible(&id, visible).await }
        };
        self.desk.ask(call, move |answer| match answer {
            Ok(card) => {
                let text = &self.desk.text().goods;
                self.desk.say(if visible { text.shown } else { text.hidden_now });
                self.put(card);
            }
            Err(error) => say(self.desk, &error),
        });
    }
}

/// The list.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().goods;
    let Some(account) = desk.account() else { return ().into_any() };
    let (kept, _) = SHELVES.with(|shelves| shelves.at(account.number.to_string(), Shelf::new));
    let view = View {
        desk,
        shop: account.number,
        currency: account.currency,
        shelf: RwSignal::from(kept),
        categories: RwSignal::new(Vec::new()),
        quick: RwSignal::new(None),
        chosen: RwSignal::new(None),
        menu: RwSignal::new(false),
        sure: RwSignal::new(false),
        needed: RwSignal::new(false),
        codes: RwSignal::new(String::new()),
        arranging: RwSignal::new(false),
    };
    view.load();
    desk.ask(categories, move |answer| {
        if let Ok(all) = answer {
            view.categories.try_update(|own| *own = all);
        }
    });
    when_back(
        desk.app,
        move || {
            view.shelf.with_untracked(|shelf| {
                matches!(shelf.items, Wait::Failed(ApiError::Offline | ApiError::Slow))
            })
        },
        move || view.load(),
    );
    let ready = Signal::derive(move || view.shelf.with(|shelf| shelf.items.here().is_some()));
    let bare = Memo::new(move || view.shelf.with(Shelf::is_bare));
    let inside = live(move || {
        if view.arranging.get() {
            return arrange::arrange(view);
        }
        view! {
            {live(move || if bare.get() { ().into_any() } else { tools::tools(view) })}
            {list(view)}
        }
    });
    let inside = view! { {unsent(view)}{inside}{menu::sheets(view)} };
    let tool = tools::menu_button(view);
    main(desk, Section::Goods, Page::new("goods", text.title).tool(tool).ready(ready).wide(), inside)
}

/// The way to what is typed and not sent.
fn unsent(view: View) -> AnyView {
    let text = &view.desk.text().goods;
    let row = |name: String| {
        let (label, route) = match GoodsId::parse(&name) {
            Ok(id) if name != "new" => (text.unsent, Route::EditGoods(id)),
            _ => (text.unsent_new, Route::NewGoods),
        };
        let title = desk_draft::draft(view.shop, &name).map(|draft| draft.title).unwrap_or_default();
        link_row(row_sign(Icon::Clock), label, title, route.path())
    };
    let all: Vec<AnyView> = desk_draft::drafts(view.shop).into_iter().map(row).collect();
    if all.is_empty() { ().into_any() } else { rows(all) }
}

/// What stands on the shelf.
#[derive(Clone, PartialEq)]
enum Shown {
    Waiting,
    Failed(ApiError),
    Empty,
    Cards,
}

fn list(view: View) -> AnyView {
    let shown = Memo::new(move || {
        view.shelf.with(|shelf| match &shelf.items {
            Wait::Asked => Shown::Waiting,
            Wait::Failed(error) => Shown::Failed(error.clone()),
            Wait::Here(items) if items.is_empty() => Shown::Empty,
            Wait::Here(_) => Shown::Cards,
        })
    });
    live(move || match shown.get() {
        Shown::Waiting => (0..4).map(|_| card::bones()).collect::<Vec<_>>().into_any(),
        Shown::Failed(error) => trouble(view.desk, &error, move || view.load()),
        Shown::Empty => empty(view),
        Shown::Cards => cards(view),
    })
}

fn cards(view: View) -> AnyView {
    let text = view.desk.text();
    let items = Memo::new(move || view.shelf.with(|shelf| shelf.items.here().cloned().unwrap_or_default()));
    let all = live(move || {
        let card = |own: DeskCard| (own.id.as_str().to_owned(), card::card(view, own));
        AnyView::keyed(items.get().into_iter().map(card).collect())
    });
    let more = live(move || {
        if !view.shelf.with(|shelf| shelf.next) {
            return ().into_any();
        }
        view! {
            <button class="button button-plain button-wide" type="button" data-do="more" on:click=move |_| view.more()>
                {text.common.load_more}
            </button>
        }
    });
    view! { <ul class="wares" role="list">{all}</ul>{more} }
}

fn empty(view: View) -> AnyView {
    let text = &view.desk.text().goods;
    let (typed, filtered) = view.shelf.with_untracked(|shelf| {
        (shelf.typed.trim().to_owned(), shelf.filter != Filter::All || shelf.category.is_some())
    });
    if typed.is_empty() && !filtered {
        let said = Blank {
            drawing: Drawing::Closed,
            title: text.none.to_owned(),
            text: text.none_hint,
            alone: false,
        };
        return blank(said, link_action(text.add, Route::NewGoods.path()));
    }
    let title = if typed.is_empty() { text.nothing_here.to_owned() } else { (text.nothing_found)(&typed) };
    let said = Blank { drawing: Drawing::Nothing, title, text: "", alone: false };
    let all = move || {
        view.look(|shelf| {
            shelf.filter = Filter::All;
            shelf.category = None;
            shelf.typed.clear();
        });
    };
    blank(said, retry_action(text.show_all, all))
}
