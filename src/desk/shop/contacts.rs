//! The ways to speak to the seller: added by kind, put in order, removed.

use super::about::View;
use crate::api::desk::DeskContact;
use crate::components::{DeskIcon, Entry, Field, Icon, live, small_desk_icon, small_icon};
use crate::view::prelude::*;
use minishop_core::contact::KINDS;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Contacts at most.
const MOST: usize = 10;

/// The block of them.
pub fn contacts(view: View) -> AnyView {
    let text = &view.desk.text().about;
    // Typing changes no kind: the fields stay.
    let kinds = Memo::new(move || {
        view.typed.with(|typed| typed.contacts.iter().map(|own| own.kind.clone()).collect::<Vec<_>>())
    });
    let rows = live(move || {
        let kinds = kinds.get();
        let last = kinds.len().saturating_sub(1);
        kinds
            .into_iter()
            .enumerate()
            .map(|(at, kind)| row(view, at, &kind, last))
            .collect::<Vec<_>>()
            .into_any()
    });
    let add = live(move || if kinds.with(Vec::len) < MOST { adding(view) } else { ().into_any() });
    view! {
        <section class="block" aria-labelledby="contacts">
            <h2 class="block-title" id="contacts">{text.contacts}</h2>
            <p class="quiet">{text.contacts_hint}</p>
            <ul class="stack" role="list">{rows}</ul>
            {add}
        </section>
    }
}

fn row(view: View, at: usize, kind: &str, last: usize) -> AnyView {
    let (text, common) = (&view.desk.text().about, &view.desk.text().common);
    let place = KINDS.iter().position(|own| *own == kind).unwrap_or_default();
    let name = text.kinds[place];
    let entry = match kind {
        "phone" | "whatsapp" => Entry::Phone,
        "email" => Entry::Email,
        _ => Entry::Text,
    };
    let path = format!("contacts[{at}].value");
    let own_path = path.clone();
    let typed = Callback::new(move |value: String| {
        view.flaws.clear(&own_path);
        view.typed.update(|typed| {
            if let Some(own) = typed.contacts.get_mut(at) {
                own.value = value;
            }
        });
    });
    let value =
        view.text_of(move |typed| typed.contacts.get(at).map(|own| own.value.clone()).unwrap_or_default());
    let tool = |sign: AnyView, label: &str, off: bool, act: fn(&mut Vec<DeskContact>, usize)| {
        let act = move |_| {
            if !off {
                view.flaws.clear_all();
                view.typed.update(|typed| act(&mut typed.contacts, at));
            }
        };
        view! {
            <button class="icon-button" type="button" aria-label=format!("{label}: {name}")
                aria-disabled=off.then_some("true") on:click=act>
                {sign}
            </button>
        }
    };
    let up = small_desk_icon(DeskIcon::Up);
    let down = view! { <span class="turned">{small_desk_icon(DeskIcon::Up)}</span> };
    view! {
        <li class="contact-row" data-contact=kind.to_owned()>
            {Field::new(format!("contact-{at}"), name, value, typed)
                .entry(entry)
                .hint(text.kind_hints[place])
                .flaw(view.flaws.of(path))
                .show()}
            <span class="contact-tools">
                {tool(up, common.move_up, at == 0, |all, at| all.swap(at, at.saturating_sub(1)))}
                {tool(down, common.move_down, at == last, |all, at| {
                    if at + 1 < all.len() {
                        all.swap(at, at + 1);
                    }
                })}
                {tool(small_icon(Icon::Trash), common.remove, false, |all, at| {
                    if at < all.len() {
                        all.remove(at);
                    }
                })}
            </span>
        </li>
    }
}

fn adding(view: View) -> AnyView {
    let text = &view.desk.text().about;
    let chip = |(at, kind): (usize, &'static str)| {
        let add = move |_| {
            view.typed.update(|typed| {
                typed.contacts.push(DeskContact { kind: kind.to_owned(), value: String::new() });
            });
            let place = view.typed.with_untracked(|typed| typed.contacts.len()).saturating_sub(1);
            request_animation_frame(move || {
                let field = document().get_element_by_id(&format!("contact-{place}"));
                if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
                    let _ = field.focus();
                }
            });
        };
        view! {
            <button class="chip chip-add" type="button" data-add=kind on:click=add>
                {small_icon(Icon::Plus)}<span>{text.kinds[at]}</span>
            </button>
        }
    };
    let chips: Vec<AnyView> = KINDS.into_iter().enumerate().map(chip).collect();
    view! {
        <div class="stack stack-tight" role="group" aria-label=text.add_contact>
            <p class="field-label">{text.add_contact}</p>
            <div class="chips">{chips}</div>
        </div>
    }
}
