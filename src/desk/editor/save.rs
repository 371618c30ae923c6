//! Sending what was typed. It is on the device before it leaves, and stays there until the server has surely taken it.

use super::convert::{body, is, onto, typed};
use super::merge::merge;
use super::upload::State;
use super::{View, same};
use crate::api::ApiError;
use crate::api::desk::{DeskGoods, GoodsBody, goods};
use crate::components::live;
use crate::desk::form::show_first_flaw;
use crate::desk::route::Route;
use crate::desk::trouble::words;
use crate::device::desk_draft;
use crate::view::prelude::*;
use minishop_core::{GoodsId, OrderKey};

/// Fields the server may refuse, by the beginning of their path.
const FIELDS: [&str; 6] = ["title", "text", "category", "photos", "options", "skus"];

/// The buttons at the foot.
pub fn buttons(view: View) -> AnyView {
    let text = &view.desk.text().editor;
    let unsent = Memo::new(move || view.draft.with(|draft| draft.unsent));
    let button = move |label: Signal<&'static str>, main: bool, word: &'static str, visible: Option<bool>| {
        let class = if main { "button button-main foot-bar-grow" } else { "button foot-bar-grow" };
        let busy = move || view.busy.get().then_some("true");
        let act = move |_| {
            if !view.busy.get_untracked() {
                save(view, visible);
            }
        };
        view! {
            <button class=class type="button" data-do=word aria-busy=busy aria-disabled=busy on:click=act>
                {live(move || (main && view.busy.get()).then(|| view! {
                    <span class="spinner spinner-on-accent" aria-hidden="true"></span>
                }).into_any())}
                <span>{live(move || label.get().into_any())}</span>
            </button>
        }
    };
    let main =
        move |label: &'static str| Signal::derive(move || if unsent.get() { text.send } else { label });
    let fault = live(move || {
        let fault = view.fault.get();
        fault.map(|words| view! { <p class="foot-bar-fault danger" role="status">{words}</p> }).into_any()
    });
    if view.is_new() {
        view! {
            {fault}
            {button(Signal::stored(text.save_hidden), false, "save-hidden", Some(false))}
            {button(main(text.publish), true, "publish", Some(true))}
        }
    } else {
        view! { {fault}{button(main(text.save), true, "save", None)} }
    }
}

/// Checks and sends; `visible` says whether new goods go on sale.
fn save(view: View, visible: Option<bool>) {
    if let Some(visible) = visible {
        view.edit("visible", |draft| draft.visible = visible);
    }
    view.fault.set(None);
    let draft = view.draft.get_untracked();
    if body(view.desk, &draft, view.currency, view.flaws).is_none() {
        return show_first_flaw();
    }
    view.busy.set(true);
    go_on(view);
}

/// Sends once every photo has arrived; does nothing while nobody asked for it.
pub fn go_on(view: View) {
    if !view.busy.get_untracked() {
        return;
    }
    let photos = view.uploads.with_untracked(|all| {
        all.iter().map(|own| matches!(own.state.get_untracked(), State::Failed(_))).collect::<Vec<_>>()
    });
    if photos.contains(&true) {
        view.busy.set(false);
        view.fault.set(Some(view.desk.text().editor.photos_waiting.to_owned()));
    } else if photos.is_empty() {
        send(view);
    }
}

fn send(view: View) {
    let draft = view.draft.get_untracked();
    let Some(body) = body(view.desk, &draft, view.currency, view.flaws) else {
        view.busy.set(false);
        return show_first_flaw();
    };
    // From here on an answer may be lost on its way.
    let id = view.goods.get_value();
    let first = if draft.sent.is_empty() { body.write(None) } else { draft.sent.clone() };
    view.draft.update(|draft| {
        draft.unsent = true;
        if id.is_none() {
            draft.sent.clone_from(&first);
        }
    });
    let (key, version, sent) = (draft.key.clone(), draft.version, body.clone());
    let call = move || {
        let (id, key, first, sent) = (id.clone(), key.clone(), first.clone(), sent.clone());
        async move {
            match id {
                Some(id) => goods::change(&id, &sent.write(Some(version))).await,
                None => make(&key, &first, sent).await,
            }
        }
    };
    view.desk.ask(call, move |answer| {
        if view.draft.try_with_untracked(|_| ()).is_some() {
            view.busy.set(false);
        }
        take(view, answer, &body);
    });
}

/// Makes new goods of what was sent first under the key: that may have come through unheard. What was typed since is laid
/// over it.
async fn make(key: &OrderKey, first: &str, body: GoodsBody) -> Result<DeskGoods, ApiError> {
    let made = goods::add(first, key).await?;
    if is(&made, &body) {
        return Ok(made);
    }
    let (id, version): (GoodsId, i64) = (made.id.clone(), made.version);
    let body = onto(body, &made);
    goods::change(&id, &body.write(Some(version))).await
}

fn take(view: View, answer: Result<DeskGoods, ApiError>, sent: &GoodsBody) {
    let text = &view.desk.text().editor;
    let error = match answer {
        Ok(_) => return done(view, sent.visible),
        Err(error) => error,
    };
    if let Some(current) = goods::current(&error) {
        // Ours may have come through before, unheard.
        if is(&current, sent) {
            return done(view, sent.visible);
        }
        return changed_meanwhile(view, &current);
    }
    if !error.leaves_doubt() {
        view.draft.update(|draft| {
            draft.unsent = false;
            draft.sent.clear();
        });
    }
    if view.flaws.take(view.desk, &error, &FIELDS) {
        return show_first_flaw();
    }
    let words = match error {
        ApiError::Offline | ApiError::Slow => text.kept_here.to_owned(),
        error => words(view.desk, &error).0,
    };
    view.fault.set(Some(words));
}

fn done(view: View, visible: bool) {
    let text = &view.desk.text().editor;
    desk_draft::forget(view.shop, &view.draft.try_with_untracked(|_| view.place()).unwrap_or_default());
    let word = match (view.is_new(), visible) {
        (false, _) => view.desk.text().common.saved,
        (true, true) => text.published,
        (true, false) => text.saved_hidden,
    };
    // Nothing is left to be kept when the screen goes.
    view.restored.set(false);
    view.base.set(None);
    view.desk.say(word);
    view.desk.app.replace(&Route::Goods);
}

/// Lays what was typed over how the goods stand now, and shows what both changed.
pub fn changed_meanwhile(view: View, current: &DeskGoods) {
    let theirs = typed(current);
    let base = view.base.get_untracked().filter(|base| base.version < theirs.version);
    let mine = view.draft.get_untracked();
    let merged = merge(base.as_ref(), &mine, &theirs);
    view.base.set(Some(theirs));
    let mut draft = merged.draft.clone();
    draft.unsent = false;
    let nothing = merged.clashes.is_empty() && same(&merged.theirs, &draft);
    view.draft.set(draft);
    view.merged.set(Some(merged).filter(|_| !nothing));
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
