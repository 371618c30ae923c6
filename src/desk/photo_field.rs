//! One picture that belongs to a form: chosen, made smaller, sent; or taken away.

use super::session::Desk;
use super::trouble::words;
use crate::api::ApiError;
use crate::api::desk::upload;
use crate::api::fetch::Stop;
use crate::api::shop::Photo;
use crate::components::{Icon, Picture, icon, live, live_text, photo, small_icon, warning};
use crate::host::resize::shrink;
use crate::view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Blob, Event, File, HtmlInputElement};

/// How far a picture is.
#[derive(Clone, PartialEq)]
enum State {
    Idle,
    /// Hundredths that have left the device.
    Sent(u32),
    /// Why not; it can be sent again.
    Failed(String),
}

/// The form's picture, and whom to tell of another one.
#[derive(Clone, Copy)]
pub struct PhotoField {
    pub desk: Desk,
    /// What tests know it by.
    pub name: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub value: Signal<Option<Photo>>,
    pub on_change: Callback<Option<Photo>>,
}

#[derive(Clone, Copy)]
struct Sending {
    field: PhotoField,
    state: RwSignal<State>,
    file: StoredValue<Option<File>>,
    stop: StoredValue<Stop>,
}

impl PhotoField {
    /// The picture with what can be done about it.
    pub fn show(self) -> AnyView {
        let text = self.desk.text();
        let sending = Sending {
            field: self,
            state: RwSignal::new(State::Idle),
            file: StoredValue::new(None),
            stop: StoredValue::new(Stop::default()),
        };
        on_cleanup(move || {
            if let Some(stop) = sending.stop.try_get_value() {
                stop.stop();
            }
        });
        let shown = live(move || match self.value.get() {
            Some(own) => photo(Picture {
                at: &|width| own.url(width),
                tint: &own.color,
                alt: self.label,
                sizes: "96px",
                eager: true,
                faded: false,
            }),
            None => view! { <span class="photo-none">{icon(Icon::Photo)}</span> },
        });
        let picked = move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                sending.file.set_value(Some(file));
                sending.send();
            }
            // The same picture can be chosen again.
            input.set_value("");
        };
        let choose = live_text(move || {
            let some = self.value.get().is_some();
            if some { text.upload.replace } else { text.upload.choose }.to_owned()
        });
        let remove = live(move || {
            if self.value.get().is_none() {
                return ().into_any();
            }
            view! {
                <button class="icon-button" type="button" aria-label=format!("{}: {}", text.common.remove, self.label)
                    data-do=format!("remove-{}", self.name) on:click=move |_| self.on_change.run(None)>
                    {small_icon(Icon::Trash)}
                </button>
            }
        });
        view! {
            <div class="photo-field" data-photo-field=self.name>
                <span class="photo-field-shown">{shown}</span>
                <div class="photo-field-body stack stack-tight">
                    <p class="field-label">{self.label}</p>
                    <div class="photo-field-tools">
                        <label class="button photo-picker">
                            <input class="photo-picker-input" type="file" accept="image/*" data-do=self.name
                                on:change=picked />
                            <span>{choose}</span>
                        </label>
                        {remove}
                    </div>
                    {live(move || sending.progress())}
                    <p class="field-hint">{self.hint}</p>
                </div>
            </div>
        }
    }
}

impl Sending {
    fn send(self) {
        let Some(Some(file)) = self.file.try_get_value() else { return };
        if let Some(before) = self.stop.try_get_value() {
            before.stop();
        }
        let stop = Stop::default();
        self.stop.set_value(stop.clone());
        self.state.set(State::Sent(0));
        spawn_local(async move {
            let small: Blob = shrink(&file).await;
            let state = self.state;
            let progress = move |percent: u32| state.set(State::Sent(percent.min(100)));
            let call = move || {
                let (small, stop) = (small.clone(), stop.clone());
                async move { upload::photo(&small, progress, &stop).await }
            };
            self.field.desk.ask(call, move |answer| match answer {
                Ok(photo) => {
                    self.state.set(State::Idle);
                    self.field.on_change.run(Some(photo));
                }
                Err(error) => self.state.set(State::Failed(self.why(&error))),
            });
        });
    }

    fn why(self, error: &ApiError) -> String {
        let text = &self.field.desk.text().editor;
        match error {
            ApiError::Refused(problem) if problem.code == "too_large" => text.photo_large.to_owned(),
            ApiError::Refused(problem) if problem.code == "bad_picture" => text.photo_bad.to_owned(),
            error => format!("{}. {}", text.photo_failed, words(self.field.desk, error).0),
        }
    }

    fn progress(self) -> AnyView {
        let text = self.field.desk.text();
        match self.state.get() {
            State::Idle => ().into_any(),
            State::Sent(percent) => view! {
                <p class="quiet" role="status">{(text.editor.sending)(percent)}</p>
                <progress class="progress" max="100" value=percent.to_string() aria-label=self.field.label></progress>
            },
            State::Failed(why) => view! {
                {warning(why)}
                <button class="text-button" type="button" on:click=move |_| self.send()>{text.common.retry}</button>
            },
        }
    }
}
