//! The photos: taken or chosen, several at once; the first is the one on the card. Put in order by finger or by buttons.

use super::View;
use super::upload::{MOST, State, Upload, begin, end, send};
use crate::api::shop::media;
use crate::components::{
    DeskIcon, Drag, Field, Icon, Picture, act_row, desk_icon, icon, live, live_text, photo, row_sign, rows,
    small_icon, warning,
};
use crate::desk::sheets::sheet_while;
use crate::device::desk_draft::DraftPhoto;
use crate::view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlInputElement, PointerEvent};

/// The block of photos.
pub fn photos(view: View) -> AnyView {
    let text = &view.desk.text().editor;
    let moved = Callback::new(move |(from, to)| move_photo(view, from, to));
    let drag = Drag::new(moved, Callback::new(|()| {}));
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(0_usize);
    let list = Memo::new(move || view.draft.with(|draft| draft.photos.clone()));
    let tiles = live(move || {
        let photos = list.get().into_iter().enumerate();
        let tile =
            |(at, own): (usize, DraftPhoto)| (own.hash.clone(), tile(view, drag, at, own, open, chosen));
        AnyView::keyed(photos.map(tile).collect())
    });
    let under_way = live(move || {
        let tile = |upload: Upload| (upload.turn.to_string(), sending(view, upload));
        AnyView::keyed(view.uploads.get().into_iter().map(tile).collect())
    });
    let room = Memo::new(move || list.with(Vec::len) + view.uploads.with(Vec::len) < MOST);
    view! {
        <section class="block" aria-labelledby="photos">
            <h2 class="block-title" id="photos">{text.photos}</h2>
            <ul class="photo-tiles" role="list" node_ref=drag.list()>{tiles}{under_way}</ul>
            {live(move || failed(view))}
            {live(move || if room.get() { pickers(view) } else { ().into_any() })}
        </section>
        {menu(view, open, chosen)}
    }
}

fn move_photo(view: View, from: usize, to: usize) {
    view.edit("photos", |draft| {
        if from < draft.photos.len() && to < draft.photos.len() {
            let own = draft.photos.remove(from);
            draft.photos.insert(to, own);
        }
    });
}

fn tile(
    view: View,
    drag: Drag,
    at: usize,
    own: DraftPhoto,
    open: RwSignal<bool>,
    chosen: RwSignal<usize>,
) -> AnyView {
    let text = &view.desk.text().editor;
    let name = (text.photo)(at + 1);
    let picture = photo(Picture {
        at: &|width| media(&own.hash, width),
        tint: &own.color,
        alt: if own.alt.is_empty() { &name } else { &own.alt },
        sizes: "112px",
        eager: true,
        faded: false,
    });
    let show = move |_| {
        chosen.set(at);
        view.desk.app.open_sheet(open);
    };
    let hold = move |event: PointerEvent| drag.begin(at, &event);
    let cover = (at == 0).then(|| view! { <span class="photo-tile-mark">{text.cover}</span> });
    view! {
        <li class="photo-tile" class:photo-tile-held=move || drag.holds(at) data-photo=own.hash.clone()>
            <button class="photo-tile-face" type="button" aria-haspopup="dialog" on:click=show>
                {picture}{cover}
            </button>
            <span class="photo-tile-grip" aria-hidden="true" on:pointerdown=hold>{desk_icon(DeskIcon::Grip)}</span>
        </li>
    }
}

/// A photo on its way has the place that it will have: nothing moves when it arrives.
fn sending(view: View, upload: Upload) -> AnyView {
    let text = &view.desk.text().editor;
    let (turn, state, shown) = (upload.turn, upload.state, upload.shown.clone());
    let stage = Memo::new(move || match state.get() {
        State::Sent(percent) if percent < 100 => State::Sent(0),
        other => other,
    });
    let over = live(move || match stage.get() {
        State::Failed(_) => {
            let again = upload.clone();
            view! {
                <button class="photo-tile-over" type="button" data-do="send-again"
                    on:click=move |_| send(view, again.clone())>
                    {view.desk.text().common.retry}
                </button>
            }
        }
        State::Sent(percent) if percent < 100 => {
            let percent = move || if let State::Sent(percent) = state.get() { percent } else { 0 };
            view! {
                <span class="photo-tile-over">{live_text(move || (text.sending)(percent()))}</span>
                <progress class="progress photo-tile-progress" max="100" value=move || percent().to_string()
                    aria-label=text.photos></progress>
            }
        }
        other => {
            let word = if other == State::Prepared { text.preparing } else { text.arriving };
            view! { <span class="photo-tile-over">{word}</span> }
        }
    });
    view! {
        <li class="photo-tile">
            <span class="photo-tile-face"><span class="photo"><img class="photo-img" src=shown alt="" /></span></span>
            {over}
            <button class="icon-button photo-tile-stop" type="button" aria-label=text.stop
                on:click=move |_| end(view, turn)>
                {small_icon(Icon::Close)}
            </button>
        </li>
    }
}

/// Why photos were not sent, each reason once.
fn failed(view: View) -> AnyView {
    let mut reasons: Vec<String> = Vec::new();
    for upload in view.uploads.get() {
        if let State::Failed(why) = upload.state.get()
            && !reasons.contains(&why)
        {
            reasons.push(why);
        }
    }
    reasons.into_iter().map(warning).collect::<Vec<_>>().into_any()
}

fn pickers(view: View) -> AnyView {
    let text = &view.desk.text().editor;
    let picked = move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        let files = input.files();
        let files: Vec<File> =
            files.map(|all| (0..all.length()).filter_map(|at| all.get(at)).collect()).unwrap_or_default();
        begin(view, files);
        // The same photo can be chosen again.
        input.set_value("");
    };
    view! {
        <div class="photo-pickers">
            <label class="button photo-picker">
                <input class="photo-picker-input" type="file" accept="image/*" multiple=true data-do="gallery"
                    on:change=picked />
                {icon(Icon::Photo)}<span>{text.gallery}</span>
            </label>
            <label class="button photo-picker">
                <input class="photo-picker-input" type="file" accept="image/*" capture="environment"
                    data-do="camera" on:change=picked />
                {desk_icon(DeskIcon::Camera)}<span>{text.camera}</span>
            </label>
        </div>
    }
}

/// What can be done with one photo.
fn menu(view: View, open: RwSignal<bool>, chosen: RwSignal<usize>) -> AnyView {
    let text = &view.desk.text().editor;
    let body = move || {
        let at = chosen.get_untracked();
        let last = view.draft.with_untracked(|draft| draft.photos.len()).saturating_sub(1);
        let go = move |to: usize| {
            move || {
                move_photo(view, at, to);
                view.desk.app.close_sheet();
            }
        };
        let remove = move || {
            view.edit("photos", |draft| {
                if at < draft.photos.len() {
                    let gone = draft.photos.remove(at).hash;
                    draft.skus.iter_mut().filter(|sku| sku.photo == gone).for_each(|sku| sku.photo.clear());
                }
            });
            view.desk.app.close_sheet();
        };
        let mut all = Vec::new();
        if at > 0 {
            all.push(act_row(row_sign(Icon::Check), text.photo_first, "", "photo-first", go(0)));
            all.push(act_row(row_sign(Icon::Back), text.photo_left, "", "photo-left", go(at - 1)));
        }
        if at < last {
            all.push(act_row(row_sign(Icon::Forward), text.photo_right, "", "photo-right", go(at + 1)));
        }
        all.push(act_row(row_sign(Icon::Trash), text.photo_remove, "", "photo-remove", remove));
        let alt = Field::new(
            "photo-alt",
            text.photo_alt,
            view.text_of(move |draft| draft.photos.get(at).map(|own| own.alt.clone()).unwrap_or_default()),
            Callback::new(move |typed| {
                view.edit("photos", |draft| {
                    if let Some(own) = draft.photos.get_mut(at) {
                        own.alt = typed;
                    }
                });
            }),
        );
        view! { {rows(all)}{alt.hint(text.photo_alt_hint).show()} }
    };
    sheet_while(view.desk, open, text.photos, body, || None)
}
