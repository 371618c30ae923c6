//! A photo on its way: made smaller here, sent, and then one of the draft's; or to be tried again.

use super::View;
use crate::api::desk::upload::photo;
use crate::api::{ApiError, Stop};
use crate::desk::trouble::words;
use crate::device::desk_draft::DraftPhoto;
use crate::host::resize::shrink;
use crate::view::prelude::*;
use web_sys::{Blob, File, Url};

/// Photos of one product at most.
pub const MOST: usize = 9;

/// A photo that the server does not have yet.
#[derive(Clone)]
pub struct Upload {
    /// Tells it from the others.
    pub turn: u32,
    file: File,
    /// Its address for showing it here.
    pub shown: String,
    pub state: RwSignal<State>,
    stop: Stop,
}

/// How far it is.
#[derive(Clone, PartialEq, Debug)]
pub enum State {
    /// Made smaller.
    Prepared,
    /// Hundredths sent.
    Sent(u32),
    Failed(String),
}

/// Takes photos in, as many as there is room for, and sends each.
pub fn begin(view: View, files: Vec<File>) {
    let taken = view.draft.with_untracked(|draft| draft.photos.len()) + view.uploads.with_untracked(Vec::len);
    let room = MOST.saturating_sub(taken);
    if files.len() > room {
        view.desk.say(view.desk.text().editor.photos_full);
    }
    for file in files.into_iter().take(room) {
        let turn = view.next_turn();
        let upload = Upload {
            turn,
            shown: Url::create_object_url_with_blob(&file).unwrap_or_default(),
            file,
            state: RwSignal::new(State::Prepared),
            stop: Stop::default(),
        };
        view.uploads.update(|all| all.push(upload.clone()));
        send(view, upload);
    }
}

/// Sends it, or sends it again.
pub fn send(view: View, upload: Upload) {
    upload.state.set(State::Prepared);
    spawn_local(async move {
        let small: Blob = shrink(&upload.file).await;
        let (turn, state, stop) = (upload.turn, upload.state, upload.stop.clone());
        if !is_there(view, turn) {
            return;
        }
        let progress = move |percent: u32| {
            if is_there(view, turn) {
                state.set(State::Sent(percent.min(100)));
            }
        };
        let call = move || {
            let (small, stop) = (small.clone(), stop.clone());
            async move { photo(&small, progress, &stop).await }
        };
        view.desk.ask_long(call, move |answer| {
            if !is_there(view, turn) {
                return;
            }
            match answer {
                Ok(photo) => {
                    arrive(
                        view,
                        turn,
                        DraftPhoto { hash: photo.hash, alt: String::new(), color: photo.color },
                    );
                }
                Err(error) => state.set(State::Failed(why(view, &error))),
            }
        });
    });
}

fn is_there(view: View, turn: u32) -> bool {
    view.uploads.try_with_untracked(|all| all.iter().any(|own| own.turn == turn)).unwrap_or_default()
}

/// The photos keep the order in which they were chosen, whichever arrives first.
fn arrive(view: View, turn: u32, photo: DraftPhoto) {
    view.edit("photos", |draft| {
        if draft.photos.iter().any(|own| own.hash == photo.hash) {
            return;
        }
        // Before the first one that was chosen later.
        let later = |own: &DraftPhoto| {
            view.turns
                .with_value(|turns| turns.iter().any(|(hash, other)| *hash == own.hash && *other > turn))
        };
        let at = draft.photos.iter().position(later).unwrap_or(draft.photos.len());
        view.turns.try_update_value(|turns| turns.push((photo.hash.clone(), turn)));
        draft.photos.insert(at, photo);
    });
    end(view, turn);
    super::save::go_on(view);
}

/// Stops it and forgets it.
pub fn end(view: View, turn: u32) {
    let gone = view.uploads.try_update(|all| {
        let at = all.iter().position(|own| own.turn == turn)?;
        Some(all.remove(at))
    });
    if let Some(Some(upload)) = gone {
        upload.stop.stop();
        _ = Url::revoke_object_url(&upload.shown);
    }
}

fn why(view: View, error: &ApiError) -> String {
    let text = &view.desk.text().editor;
    match error {
        ApiError::Refused(problem) => match problem.code.as_str() {
            "too_large" => text.photo_large.to_owned(),
            "bad_picture" => text.photo_bad.to_owned(),
            _ => text.photo_failed.to_owned(),
        },
        error => format!("{}. {}", text.photo_failed, words(view.desk, error).0),
    }
}
