//! The rows of a list that is saved as a whole: each leads to its editor, and has its place among them.

use super::page::{Page, inner};
use super::route::Route;
use super::way::Way;
use super::ways::Ways;
use crate::components::{DeskIcon, Icon, icon, live, small_desk_icon, small_icon};
use crate::view::prelude::*;

/// Items at most.
const MOST: usize = 10;

impl<T: Way> Ways<T> {
    /// The page of them.
    pub fn listed(self) -> AnyView {
        let Self { frame, list, drafts, .. } = self;
        let desk = self.editor.desk;
        let text = &desk.text().ways;
        let rows = live(move || {
            let items = list.with(|list| list.items.clone());
            let last = items.len().saturating_sub(1);
            let row = |(at, item): (usize, T)| {
                (item.id().unwrap_or_default().to_owned(), self.row(at, last, &item))
            };
            AnyView::keyed(items.into_iter().enumerate().map(row).collect())
        });
        let add = live(move || {
            if list.with(|list| list.items.len()) >= MOST {
                return view! { <p class="quiet">{text.no_more}</p> };
            }
            let begun = drafts.with(|drafts| drafts.iter().any(|(id, _)| id.is_none()));
            let mark = begun.then(|| view! { <span class="mark">{desk.text().unsaved.mark}</span> });
            view! {
                <button class="button button-main button-wide" type="button" data-do="add"
                    on:click=move |_| self.begin(None)>
                    {icon(Icon::Plus)}<span>{frame.add}</span>{mark}
                </button>
            }
        });
        let inside = view! {
            <p class="quiet">{frame.lead}</p>
            <ol class="stack" role="list">{rows}</ol>
            {add}
        };
        inner(desk, Page::new(frame.name, frame.title), &Route::Shop, inside)
    }

    fn row(self, at: usize, last: usize, item: &T) -> AnyView {
        let desk = self.editor.desk;
        let (text, common) = (&desk.text().ways, desk.text());
        let (sign, lines) = (self.frame.row)(desk, item);
        let (title, id) = (item.title().to_owned(), item.id().map(str::to_owned));
        let lines: Vec<AnyView> =
            lines.into_iter().map(|line| view! { <span class="quiet">{line}</span> }).collect();
        let own = id.clone();
        let mark = live(move || {
            let begun = self.drafts.with(|drafts| drafts.iter().any(|(id, _)| *id == own));
            begun.then(|| view! { <span class="mark">{common.unsaved.mark}</span> }).into_any()
        });
        let tool = |label: String, sign: AnyView, off: bool, word: &'static str, act: Box<dyn Fn()>| {
            let act = move |_| {
                if !off {
                    act();
                }
            };
            view! {
                <button class="icon-button" type="button" aria-label=label data-do=word
                    aria-disabled=off.then_some("true") on:click=act>
                    {sign}
                </button>
            }
        };
        let swap = move |other: usize| self.rearrange(move |items| items.swap(at, other));
        let ask = move || {
            self.removed.set(at);
            desk.app.open_sheet(self.removing);
        };
        let up = small_desk_icon(DeskIcon::Up);
        let down = view! { <span class="turned">{small_desk_icon(DeskIcon::Up)}</span> };
        let trash = small_icon(Icon::Trash);
        // A list of one has no order, and its item stays: buyers need one.
        let tools = (last > 0).then(|| {
            view! {
                <span class="way-tools">
                    {tool((text.up)(&title), up, at == 0, "up", Box::new(move || swap(at - 1)))}
                    {tool((text.down)(&title), down, at == last, "down", Box::new(move || swap(at + 1)))}
                    {tool((text.remove)(&title), trash, false, "remove", Box::new(ask))}
                </span>
            }
        });
        view! {
            <li class="way" data-way=title.clone()>
                <button class="way-face" type="button" data-do="edit"
                    on:click=move |_| self.begin(id.clone())>
                    {sign}
                    <span class="way-body"><span class="way-title">{title}</span>{lines}{mark}</span>
                    <span class="unseen">{text.edit}</span>
                    {small_desk_icon(DeskIcon::Pencil)}
                </button>
                {tools}
            </li>
        }
    }
}
