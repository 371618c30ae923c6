//! Goods being made or changed: photos first, then name, price and stock, the rest below. What is typed is on the device at
//! once; sending it is one tap, now or when the network is back.

mod basics;
mod clash;
mod convert;
mod grid;
mod kinds;
mod merge;
mod notes;
mod options;
mod photos;
mod save;
mod upload;

use super::form::Flaws;
use super::page::{Page, inner};
use super::route::Route;
use super::session::Desk;
use super::trouble::trouble;
use crate::api::ApiError;
use crate::api::desk::{DeskCategory, categories, goods};
use crate::app::wait::{Wait, when_back};
use crate::components::live;
use crate::device::desk_draft::{self, GoodsDraft};
use crate::view::prelude::*;
use merge::Merged;
use minishop_core::{Currency, GoodsId, ShopNumber};
use upload::Upload;

/// Everything the editor's parts share.
#[derive(Clone, Copy)]
pub struct View {
    desk: Desk,
    shop: ShopNumber,
    currency: Currency,
    /// `None` for new goods.
    goods: StoredValue<Option<GoodsId>>,
    draft: RwSignal<GoodsDraft>,
    /// What the draft began with; `None` while that is not known.
    base: RwSignal<Option<GoodsDraft>>,
    /// Whether the goods are here to be edited.
    here: RwSignal<Wait<()>>,
    /// What the other device changed, until the goods are saved.
    merged: RwSignal<Option<Merged>>,
    categories: RwSignal<Vec<DeskCategory>>,
    uploads: RwSignal<Vec<Upload>>,
    /// Which photo was chosen in which turn, by its hash.
    turns: StoredValue<Vec<(String, u32)>>,
    turn: StoredValue<u32>,
    flaws: Flaws,
    busy: RwSignal<bool>,
    /// The draft was there when the screen opened.
    restored: RwSignal<bool>,
    /// What stands in the way of the whole, said above the buttons.
    fault: RwSignal<Option<String>>,
}

impl View {
    /// Under which name the device keeps the draft.
    fn place(self) -> String {
        self.goods.with_value(|goods| goods.as_ref().map_or("new".to_owned(), |id| id.as_str().to_owned()))
    }

    fn is_new(self) -> bool {
        self.goods.with_value(Option::is_none)
    }

    /// The turn of the next photo.
    fn next_turn(self) -> u32 {
        let next = |turn: &mut u32| {
            *turn += 1;
            *turn
        };
        self.turn.try_update_value(next).unwrap_or_default()
    }

    /// Changes the draft; what was wrong at that path may be right now.
    fn edit(self, path: &str, change: impl FnOnce(&mut GoodsDraft)) {
        self.flaws.clear(path);
        self.draft.update(change);
    }

    /// A text of the draft, watched.
    fn text_of(self, read: impl Fn(&GoodsDraft) -> String + 'static) -> Signal<String> {
        Signal::derive(move || self.draft.with(&read))
    }

    /// Asks for the goods; a draft of them stays as it was typed.
    fn load(self) {
        let Some(id) = self.goods.get_value() else { return };
        self.here.set(Wait::Asked);
        let call = move || {
            let id = id.clone();
            async move { goods::one(&id).await }
        };
        self.desk.ask(call, move |answer| match answer {
            Ok(goods) => {
                let stands = convert::typed(&goods);
                self.base.set(Some(stands.clone()));
                if !self.restored.get_untracked() {
                    self.draft.set(stands);
                } else if self.draft.with_untracked(|draft| draft.version != stands.version) {
                    save::changed_meanwhile(self, &goods);
                }
                self.here.set(Wait::Here(()));
            }
            // What was typed is here, whatever the network says.
            Err(ApiError::Offline | ApiError::Slow) if self.restored.get_untracked() => {
                self.here.set(Wait::Here(()));
            }
            Err(error) => self.here.set(Wait::Failed(error)),
        });
    }

    /// Throws away what was typed.
    fn discard(self) {
        desk_draft::forget(self.shop, &self.place());
        self.restored.set(false);
        self.merged.set(None);
        self.flaws.clear_all();
        self.fault.set(None);
        match self.base.get_untracked().filter(|_| !self.is_new()) {
            Some(base) => self.draft.set(base),
            None if self.is_new() => self.draft.set(GoodsDraft::new()),
            None => self.load(),
        }
    }
}

/// New goods, or those of that id.
pub fn screen(desk: Desk, goods: Option<GoodsId>) -> AnyView {
    let text = &desk.text().editor;
    let Some(account) = desk.account() else { return ().into_any() };
    let new = goods.is_none();
    let name = goods.as_ref().map_or("new".to_owned(), |id| id.as_str().to_owned());
    let known = desk_draft::draft(account.number, &name);
    let view = View {
        desk,
        shop: account.number,
        currency: account.currency,
        goods: StoredValue::new(goods),
        restored: RwSignal::new(known.is_some()),
        base: RwSignal::new(None),
        draft: RwSignal::new(known.unwrap_or_default()),
        here: RwSignal::new(if new { Wait::Here(()) } else { Wait::Asked }),
        merged: RwSignal::new(None),
        categories: RwSignal::new(Vec::new()),
        uploads: RwSignal::new(Vec::new()),
        turns: StoredValue::new(Vec::new()),
        turn: StoredValue::new(0),
        flaws: Flaws::new(),
        busy: RwSignal::new(false),
        fault: RwSignal::new(None),
    };
    view.load();
    when_back(
        desk.app,
        move || {
            view.here.with_untracked(|here| matches!(here, Wait::Failed(ApiError::Offline | ApiError::Slow)))
        },
        move || view.load(),
    );
    desk.ask(categories, move |answer| view.categories.set(answer.unwrap_or_default()));
    keep_drafts(view);
    let ready = Memo::new(move || view.here.with(|here| here.here().is_some()));
    let inside = live(move || {
        if ready.get() {
            return form(view);
        }
        view.here.with(|here| match here {
            Wait::Failed(error) => trouble(desk, error, move || view.load()),
            _ => bones(),
        })
    });
    let foot = live(move || if ready.get() { save::buttons(view) } else { ().into_any() });
    let page = Page::new("editor", if new { text.new } else { text.edit })
        .ready(Signal::derive(move || ready.get()))
        .foot(foot);
    inner(desk, page, &Route::Goods, inside)
}

fn form(view: View) -> AnyView {
    AnyView::many(vec![
        notes::above(view),
        clash::clash(view),
        photos::photos(view),
        basics::basics(view),
        options::options(view),
        kinds::kinds(view),
        basics::more(view),
    ])
}

/// Keeps every change on the device; nothing where nothing was changed.
fn keep_drafts(view: View) {
    Effect::new(move |_: Option<()>| {
        let place = view.place();
        view.draft.with(|draft| {
            let began = view.base.with_untracked(|base| match base {
                Some(base) => same(base, draft),
                None => view.is_new() && is_empty(draft),
            });
            let known = view.is_new() || view.base.with_untracked(Option::is_some);
            if began && !draft.unsent {
                if known {
                    desk_draft::forget(view.shop, &place);
                }
            } else if known || view.restored.get_untracked() {
                desk_draft::keep(view.shop, &place, draft);
            }
        });
    });
}

/// Whether nothing was changed; the key and what was tried do not count.
fn same(base: &GoodsDraft, draft: &GoodsDraft) -> bool {
    let (key, sent) = (draft.key.clone(), draft.sent.clone());
    *draft == GoodsDraft { key, sent, unsent: draft.unsent, ..base.clone() }
}

fn is_empty(draft: &GoodsDraft) -> bool {
    same(&GoodsDraft { visible: draft.visible, ..GoodsDraft::new() }, draft)
}

fn bones() -> AnyView {
    view! {
        <section class="block" aria-hidden="true"><span class="bone bone-half"></span><span class="bone"></span></section>
        <section class="block" aria-hidden="true"><span class="bone bone-third"></span><span class="bone"></span></section>
    }
}
