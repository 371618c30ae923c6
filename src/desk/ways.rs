//! A list that is changed item by item and saved as a whole: its rows with their order, and one item at a time in an
//! editor. What is typed there stays until it is saved or thrown away, whatever is looked at meanwhile.

use super::form::{Flaws, show_first_flaw, take_item};
use super::leaving::ask_before_leaving;
use super::page::{Page, inner};
use super::route::Route;
use super::session::Desk;
use super::sheets::{Sure, sure};
use super::tools::save_bar;
use super::trouble::{say, words};
use super::way::{Editor, Frame, Way};
use crate::api::ApiError;
use crate::api::desk::Listed;
use crate::components::live;
use crate::view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The list and its editor; copied into any closure.
pub struct Ways<T: Way> {
    pub frame: Frame<T>,
    pub list: RwSignal<Listed<T>>,
    pub editor: Editor<T::Typed>,
    /// Which item is in the editor, by its id; a new one has none.
    own: RwSignal<Option<String>>,
    /// What the editor began with.
    base: RwSignal<T::Typed>,
    open: RwSignal<bool>,
    /// Items that were left half-way.
    pub drafts: RwSignal<Vec<(Option<String>, T::Typed)>>,
    pub removed: RwSignal<usize>,
    pub removing: RwSignal<bool>,
    busy: RwSignal<bool>,
    fault: RwSignal<Option<String>>,
}

impl<T: Way> Clone for Ways<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Way> Copy for Ways<T> {}

/// The frame before the list is there.
pub fn frame<T: Way>(desk: Desk, frame: Frame<T>, ready: Signal<bool>, inside: AnyView) -> AnyView {
    inner(desk, Page::new(frame.name, frame.title).ready(ready), &Route::Shop, inside)
}

/// The list and its editor.
pub fn screen<T: Way>(desk: Desk, frame: Frame<T>, list: Listed<T>) -> AnyView {
    let blank = T::blank(desk);
    let editor = Editor { desk, typed: RwSignal::new(blank.clone()), flaws: Flaws::new() };
    let ways = Ways {
        frame,
        list: RwSignal::new(list),
        editor,
        own: RwSignal::new(None),
        base: RwSignal::new(blank),
        open: RwSignal::new(false),
        drafts: RwSignal::new(Vec::new()),
        removed: RwSignal::new(0),
        removing: RwSignal::new(false),
        busy: RwSignal::new(false),
        fault: RwSignal::new(None),
    };
    ways.keep_drafts();
    let text = &desk.text().ways;
    let ask =
        Sure { title: desk.text().common.remove, text: text.remove_sure, label: desk.text().common.remove };
    let unsaved = Signal::derive(move || {
        let typed = || ways.editor.typed.with(|typed| ways.base.with(|base| typed != base));
        ways.open.get() && typed() || ways.drafts.with(|drafts| !drafts.is_empty())
    });
    view! {
        {live(move || if ways.open.get() { ways.edited() } else { ways.listed() })}
        {sure(desk, ways.removing, ask, Callback::new(move |()| ways.remove()))}
        {ask_before_leaving(desk, unsaved)}
    }
}

impl<T: Way> Ways<T> {
    /// An editor that is left half-way keeps what was typed.
    fn keep_drafts(self) {
        let Self { editor, own, base, open, drafts, .. } = self;
        Effect::new(move |before: Option<bool>| {
            let now = open.get();
            if before == Some(true) && !now {
                let typed = editor.typed.get_untracked();
                if base.with_untracked(|base| *base != typed) {
                    drafts.update(|drafts| drafts.push((own.get_untracked(), typed)));
                }
            }
            now
        });
    }

    /// Opens the editor of that item, or of a new one.
    pub fn begin(self, id: Option<String>) {
        let Self { editor, own, base, drafts, list, fault, .. } = self;
        let stored = list.with_untracked(|list| {
            list.items
                .iter()
                .find(|item| id.is_some() && item.id() == id.as_deref())
                .map(|item| item.typed(editor.desk))
        });
        let stored = stored.unwrap_or_else(|| T::blank(editor.desk));
        let draft = drafts.try_update(|drafts| {
            let at = drafts.iter().position(|(own, _)| *own == id)?;
            Some(drafts.remove(at).1)
        });
        editor.flaws.clear_all();
        fault.set(None);
        editor.typed.set(draft.flatten().unwrap_or_else(|| stored.clone()));
        base.set(stored);
        own.set(id);
        editor.desk.app.open_sheet(self.open);
        request_animation_frame(|| {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            let title = document().query_selector("h1[tabindex]").ok().flatten();
            if let Some(title) = title.and_then(|title| title.dyn_into::<HtmlElement>().ok()) {
                let _ = title.focus();
            }
        });
    }

    /// Sends the whole list; one at a time.
    fn put(self, items: Vec<T>, done: impl FnOnce(Result<(), ApiError>) + 'static) {
        self.busy.set(true);
        let version = self.list.with_untracked(|list| list.version);
        let (put, wanted) = (self.frame.put, Listed { items, version });
        self.editor.desk.ask(
            move || put(wanted.clone()),
            move |answer| {
                self.busy.set(false);
                done(match answer {
                    Ok(now) => {
                        self.list.set(now);
                        Ok(())
                    }
                    Err(error) => {
                        if let Some(now) = (self.frame.changed)(&error) {
                            self.list.set(now);
                        }
                        Err(error)
                    }
                });
            },
        );
    }

    /// Changes the list as it stands.
    pub fn rearrange(self, change: impl FnOnce(&mut Vec<T>)) {
        if self.busy.get_untracked() {
            return;
        }
        let mut items = self.list.with_untracked(|list| list.items.clone());
        change(&mut items);
        let desk = self.editor.desk;
        self.put(items, move |done| match done {
            Ok(()) => desk.say(desk.text().common.saved),
            Err(error) => say(desk, &error),
        });
    }

    fn remove(self) {
        let at = self.removed.get_untracked();
        self.rearrange(|items| {
            if at < items.len() && items.len() > 1 {
                items.remove(at);
            }
        });
    }

    fn save(self) {
        let Editor { desk, typed, flaws } = self.editor;
        flaws.clear_all();
        self.fault.set(None);
        let id = self.own.get_untracked();
        let mut items = self.list.with_untracked(|list| list.items.clone());
        // One that was removed on another device meanwhile comes back as a new one.
        let place = items.iter().position(|item| id.is_some() && item.id() == id.as_deref());
        let known = id.filter(|_| place.is_some());
        let Some(item) = typed.with_untracked(|typed| T::read(typed, known, desk, flaws)) else {
            return show_first_flaw();
        };
        let at = place.unwrap_or(items.len());
        match place {
            Some(at) => items[at] = item,
            None => items.push(item),
        }
        self.put(items, move |done| match done {
            Ok(()) => {
                self.base.set(typed.get_untracked());
                desk.app.close_sheet();
                desk.say(desk.text().common.saved);
            }
            Err(error) => self.refused(&error, at),
        });
    }

    fn refused(self, error: &ApiError, at: usize) {
        let desk = self.editor.desk;
        if let Some(now) = (self.frame.changed)(error) {
            let titles: Vec<&str> = now.items.iter().map(Way::title).collect();
            self.fault.set(Some((desk.text().ways.changed)(&titles.join(", "))));
        } else {
            // Said here too: what is wrong may have no field.
            self.fault.set(Some(words(desk, error).0));
            if take_item(desk, self.editor.flaws, error, at) {
                show_first_flaw();
            }
        }
    }

    fn edited(self) -> AnyView {
        let desk = self.editor.desk;
        let begun = Memo::new(move || self.editor.typed.with(|typed| self.base.with(|base| typed != base)));
        let discard = live(move || {
            if !begun.get() {
                return ().into_any();
            }
            let back = move |_| {
                self.editor.typed.set(self.base.get_untracked());
                desk.app.close_sheet();
            };
            view! {
                <p class="actions">
                    <button class="text-button" type="button" data-do="discard" on:click=back>
                        {desk.text().unsaved.discard}
                    </button>
                </p>
            }
        });
        let inside = view! { {(self.frame.fields)(self.editor)}{discard} };
        let foot = save_bar(desk, Signal::derive(move || self.busy.get()), self.fault, move || self.save());
        let page = Page::new(self.frame.name, self.frame.edit).foot(foot);
        inner(desk, page, &Route::Shop, inside)
    }
}
