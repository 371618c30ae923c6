//! Pictures that prove a transfer: chosen, shown, on their way, and arrived or to be sent again.

use super::View;
use crate::api::{self, ApiError, Order};
use crate::buyer::standing::moment;
use crate::buyer::trouble::words;
use crate::components::{Icon, icon, live, live_text, small_icon, warning};
use crate::view::prelude::*;
use minishop_core::Action;
use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlInputElement, Url};

/// A picture on its way.
#[derive(Clone)]
pub struct Upload {
    file: File,
    /// Its address for showing it here.
    shown: String,
    /// Hundredths sent.
    percent: RwSignal<u32>,
    failed: RwSignal<Option<String>>,
}

/// The pictures, and a button for one more where the order allows it.
pub fn proofs(view: View, order: &Order) -> AnyView {
    let text = &view.app.text().order;
    let allowed = order.allows(Action::SendProof);
    let sent: Vec<AnyView> = order
        .proofs
        .iter()
        .enumerate()
        .map(|(at, proof)| {
            let address = view.token.with_value(|token| api::order::proof_url(token, &proof.id));
            let status = view! {
                <p>{text.uploaded}</p>
                <p class="quiet figures">{moment(text, proof.at)}</p>
            };
            let end = view! { <span class="success">{icon(Icon::Check)}</span> };
            row(address, (text.proof)(at + 1), status.into_any(), end.into_any())
        })
        .collect();
    let again = !order.proofs.is_empty();
    view! {
        <ul class="stack" role="list">
            {sent}
            {live(move || view.upload.get().map_or_else(|| ().into_any(), |upload| under_way(view, upload)))}
        </ul>
        {live(move || {
            let busy = view.upload.with(Option::is_some);
            if allowed && !busy { picker(view, again) } else { ().into_any() }
        })}
    }
    .into_any()
}

fn row(picture: String, alt: String, body: AnyView, end: AnyView) -> AnyView {
    view! {
        <li class="item">
            <span class="thumb"><span class="photo"><img class="photo-img" src=picture alt=alt /></span></span>
            <div class="item-body stack stack-tight">{body}</div>
            {end}
        </li>
    }
    .into_any()
}

fn picker(view: View, again: bool) -> AnyView {
    let text = &view.app.text().order;
    let (class, sign, label) = match again {
        false => ("button button-main button-wide proof", Icon::Photo, text.add_proof),
        true => ("button button-wide proof", Icon::Plus, text.add_another),
    };
    let chosen = move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(file) = input.and_then(|input| input.files()).and_then(|files| files.get(0)) {
            begin(view, file);
        }
    };
    view! {
        <label class=class>
            <input class="proof-input" type="file" accept="image/*" data-do="proof" on:change=chosen />
            {icon(sign)}
            <span>{label}</span>
        </label>
    }
    .into_any()
}

fn under_way(view: View, upload: Upload) -> AnyView {
    let text = &view.app.text().order;
    let (percent, failed, again) = (upload.percent, upload.failed, upload.clone());
    let body = live(move || match failed.get() {
        Some(why) => {
            let again = again.clone();
            view! {
                {warning(why)}
                <button class="text-button" type="button" on:click=move |_| send(view, again.clone())>
                    {view.app.text().common.retry}
                </button>
            }
            .into_any()
        }
        None => view! {
            <p>{live_text(move || (text.uploading)(percent.get()))}</p>
            <progress class="progress" max="100" value=move || percent.get().to_string()
                aria-label=text.add_proof></progress>
        }
        .into_any(),
    });
    let remove = live(move || {
        if failed.with(Option::is_none) {
            return ().into_any();
        }
        view! {
            <button class="icon-button" type="button" aria-label=text.remove on:click=move |_| end(view)>
                {small_icon(Icon::Close)}
            </button>
        }
        .into_any()
    });
    row(upload.shown, String::new(), body, remove)
}

fn begin(view: View, file: File) {
    let shown = Url::create_object_url_with_blob(&file).unwrap_or_default();
    let upload = Upload { shown, percent: RwSignal::new(0), failed: RwSignal::new(None), file };
    view.upload.set(Some(upload.clone()));
    // 20 MB, as the server has it.
    if upload.file.size() > 20_971_520.0 {
        upload.failed.set(Some(view.app.text().order.too_large.to_owned()));
    } else {
        send(view, upload);
    }
}

fn send(view: View, upload: Upload) {
    let Some(token) = view.token.try_get_value() else { return };
    let Upload { file, percent, failed, .. } = upload;
    percent.set(0);
    failed.set(None);
    spawn_local(async move {
        match api::send_proof(&token, &file, move |sent| percent.set(sent.min(100))).await {
            Ok(order) => {
                end(view);
                view.take(Ok(order));
            }
            Err(error) => failed.set(Some(why(view, &error))),
        }
    });
}

fn why(view: View, error: &ApiError) -> String {
    let text = &view.app.text().order;
    match error {
        ApiError::Refused(problem) => match problem.code.as_str() {
            "too_large" => text.too_large.to_owned(),
            "not_allowed" => {
                view.refresh();
                text.not_now.to_owned()
            }
            _ => text.bad_picture.to_owned(),
        },
        error => format!("{}. {}", text.upload_failed, words(view.app, error).0),
    }
}

fn end(view: View) {
    if let Some(upload) = view.upload.try_get_untracked().flatten() {
        _ = Url::revoke_object_url(&upload.shown);
        view.upload.set(None);
    }
}
