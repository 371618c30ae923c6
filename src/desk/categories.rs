//! The categories: named, put in order, added and removed; the list is saved as one.

use super::form::{Flaws, show_first_flaw};
use super::page::{Page, inner};
use super::route::Route;
use super::session::Desk;
use super::trouble::{trouble, words};
use crate::api::ApiError;
use crate::api::desk::{DeskCategory, categories, set_categories};
use crate::app::wait::{Wait, when_back};
use crate::components::{
    Blank, DeskIcon, Drag, Drawing, Field, Icon, blank, desk_icon, icon, live, small_icon, warning,
};
use crate::view::prelude::*;
use web_sys::PointerEvent;

/// Characters of a name at most.
const NAME: usize = 40;

/// One line: the category, and a name of its own for as long as the screen is there.
#[derive(Clone, PartialEq)]
struct Line {
    key: u32,
    own: DeskCategory,
}

#[derive(Clone, Copy)]
struct View {
    desk: Desk,
    lines: RwSignal<Wait<Vec<Line>>>,
    next_key: StoredValue<u32>,
    flaws: Flaws,
    busy: RwSignal<bool>,
    fault: RwSignal<Option<String>>,
}

impl View {
    fn load(self) {
        self.lines.set(Wait::Asked);
        self.desk.ask(categories, move |answer| self.take(answer));
    }

    fn take(self, answer: Result<Vec<DeskCategory>, ApiError>) {
        let lines = answer.map(|all| all.into_iter().map(|own| Line { key: self.key(), own }).collect());
        self.lines.try_update(|own| {
            *own = match lines {
                Ok(lines) => Wait::Here(lines),
                Err(error) => Wait::Failed(error),
            }
        });
    }

    fn key(self) -> u32 {
        self.next_key
            .try_update_value(|key| {
                *key += 1;
                *key
            })
            .unwrap_or_default()
    }

    /// Changes the list.
    fn edit(self, change: impl FnOnce(&mut Vec<Line>)) {
        self.flaws.clear_all();
        self.lines.update(|lines| {
            if let Wait::Here(lines) = lines {
                change(lines);
            }
        });
    }

    fn move_line(self, from: usize, to: usize) {
        self.edit(|lines| {
            if from < lines.len() && to < lines.len() {
                let own = lines.remove(from);
                lines.insert(to, own);
            }
        });
    }

    fn save(self) {
        self.flaws.clear_all();
        self.fault.set(None);
        let all: Vec<DeskCategory> = self.lines.with_untracked(|lines| {
            let trimmed =
                |line: &Line| DeskCategory { name: line.own.name.trim().to_owned(), ..line.own.clone() };
            lines.here().map(|lines| lines.iter().map(trimmed).collect()).unwrap_or_default()
        });
        for (at, own) in all.iter().enumerate() {
            let path = format!("items[{at}].name");
            self.flaws.required(self.desk, &path, &own.name, NAME);
            if all[..at].iter().any(|other| other.name == own.name && !own.name.is_empty()) {
                self.flaws.set(path, self.desk.text().categories.twice);
            }
        }
        if self.flaws.any() {
            return show_first_flaw();
        }
        self.busy.set(true);
        let call = move || {
            let all = all.clone();
            async move { set_categories(&all).await }
        };
        self.desk.ask(call, move |answer| {
            self.busy.try_update(|busy| *busy = false);
            match answer {
                Ok(all) => {
                    self.take(Ok(all));
                    self.desk.say(self.desk.text().common.saved);
                }
                Err(error) => {
                    if self.flaws.take(self.desk, &error, &["items"]) {
                        show_first_flaw();
                    } else {
                        self.fault.set(Some(words(self.desk, &error).0));
                    }
                }
            }
        });
    }
}

/// The list of them.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().categories;
    let view = View {
        desk,
        lines: RwSignal::new(Wait::Asked),
        next_key: StoredValue::new(0),
        flaws: Flaws::new(),
        busy: RwSignal::new(false),
        fault: RwSignal::new(None),
    };
    view.load();
    when_back(
        desk.app,
        move || {
            view.lines
                .with_untracked(|lines| matches!(lines, Wait::Failed(ApiError::Offline | ApiError::Slow)))
        },
        move || view.load(),
    );
    let ready = Memo::new(move || view.lines.with(|lines| lines.here().is_some()));
    let inside = live(move || {
        if ready.get() {
            return form(view);
        }
        view.lines.with(|lines| match lines {
            Wait::Failed(error) => trouble(desk, error, move || view.load()),
            _ => view! { <div class="block"><span class="bone"></span><span class="bone bone-half"></span></div> },
        })
    });
    let waits = move || view.busy.get().then_some("true");
    let foot = view! {
        <button class="button button-main foot-bar-grow" type="button" data-do="save" aria-busy=waits
            aria-disabled=waits on:click=move |_| view.save()>
            {desk.text().common.save}
        </button>
    };
    let page = Page::new("categories", text.title).ready(Signal::derive(move || ready.get())).foot(foot);
    inner(desk, page, &Route::Goods, inside)
}

fn form(view: View) -> AnyView {
    let text = &view.desk.text().categories;
    let moved = Callback::new(move |(from, to)| view.move_line(from, to));
    let drag = Drag::new(moved, Callback::new(|()| {}));
    // Typing changes no line's place: the fields stay.
    let keys = Memo::new(move || {
        view.lines.with(|lines| lines.here().map(|all| all.iter().map(|line| line.key).collect::<Vec<_>>()))
    });
    let lines = live(move || {
        let keys = keys.get().unwrap_or_default();
        let last = keys.len().saturating_sub(1);
        let row = |(at, key): (usize, u32)| (key.to_string(), row(view, drag, at, last));
        AnyView::keyed(keys.into_iter().enumerate().map(row).collect())
    });
    let add = move |_| {
        let own = DeskCategory { id: None, name: String::new(), goods: 0 };
        let line = Line { key: view.key(), own };
        view.edit(|lines| lines.push(line));
        let count = keys.get_untracked().map_or(0, |keys| keys.len());
        request_animation_frame(move || {
            let field = document().get_element_by_id(&format!("category-{}", count.saturating_sub(1)));
            if let Some(field) =
                field.and_then(|field| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(field).ok())
            {
                let _ = field.focus();
            }
        });
    };
    let empty = live(move || {
        if keys.get().is_some_and(|keys| !keys.is_empty()) {
            return view! { <p class="quiet">{text.hint}</p> };
        }
        let said = Blank {
            drawing: Drawing::Nothing,
            title: text.none.to_owned(),
            text: text.none_hint,
            alone: false,
        };
        blank(said, ().into_any())
    });
    view! {
        {empty}
        <ol class="wares" role="list" node_ref=drag.list()>{lines}</ol>
        <button class="button button-plain button-wide" type="button" data-do="add" on:click=add>
            {small_icon(Icon::Plus)}<span>{text.new_name}</span>
        </button>
        {live(move || view.fault.get().map(warning).into_any())}
        {live(move || if keys.get().is_some_and(|keys| !keys.is_empty()) {
            view! { <p class="quiet">{text.removed_hint}</p> }
        } else {
            ().into_any()
        })}
    }
}

fn row(view: View, drag: Drag, at: usize, last: usize) -> AnyView {
    let text = view.desk.text();
    let read =
        move |lines: &Wait<Vec<Line>>| lines.here().and_then(|all| all.get(at)).map(|line| line.own.clone());
    let own = view.lines.with_untracked(read);
    let name = own.as_ref().map(|own| own.name.clone()).unwrap_or_default();
    let goods = own.map_or(0, |own| own.goods);
    let field = Field::new(
        format!("category-{at}"),
        text.categories.name,
        Signal::derive(move || view.lines.with(read).map(|own| own.name).unwrap_or_default()),
        Callback::new(move |typed| {
            view.edit(|lines| {
                if let Some(line) = lines.get_mut(at) {
                    line.own.name = typed;
                }
            });
        }),
    );
    let field = field.bare().flaw(view.flaws.of(format!("items[{at}].name")));
    let field = if goods > 0 {
        let told = (text.categories.goods)(goods);
        field.live_hint(Signal::stored(told))
    } else {
        field
    };
    let arrow = move |sign: AnyView, label: &'static str, to: Option<usize>| {
        let go = move |_| {
            if let Some(to) = to {
                view.move_line(at, to);
            }
        };
        view! {
            <button class="icon-button" type="button" aria-label=format!("{label}: {name}")
                aria-disabled=to.is_none().then_some("true") on:click=go>
                {sign}
            </button>
        }
    };
    let hold = move |event: PointerEvent| drag.begin(at, &event);
    let up = arrow.clone()(desk_icon(DeskIcon::Up), text.common.move_up, at.checked_sub(1));
    let down = arrow(icon(Icon::Down), text.common.move_down, (at < last).then_some(at + 1));
    let gone = view.lines.with_untracked(read).map(|own| own.name).unwrap_or_default();
    let remove = move |_| {
        view.edit(|lines| {
            if at < lines.len() {
                lines.remove(at);
            }
        });
    };
    view! {
        <li class="ware" class:ware-held=move || drag.holds(at)>
            <span class="ware-grip" aria-hidden="true" on:pointerdown=hold>{desk_icon(DeskIcon::Grip)}</span>
            <div class="ware-body">{field.show()}</div>
            {up}
            {down}
            <button class="icon-button" type="button" aria-label=(text.categories.remove)(&gone) on:click=remove>
                {icon(Icon::Trash)}
            </button>
        </li>
    }
}
