//! What another device changed while this form was open: shown, and taken over by a tap. What is typed stays.

use super::about::View;
use super::typed::{Part, Typed};
use crate::desk::session::Desk;
use crate::text::Language;
use crate::view::prelude::*;
use minishop_core::contact::KINDS;

/// The card of it; nothing where nobody did.
pub fn card(view: View) -> AnyView {
    let text = &view.desk.text().about;
    let clashes = view.clashes.get();
    if clashes.is_empty() {
        return ().into_any();
    }
    let theirs = view.saved.with_untracked(Typed::of);
    let rows: Vec<AnyView> = clashes.into_iter().map(|part| row(view, part, &theirs)).collect();
    view! {
        <section class="block meanwhile" role="status" data-changed="">
            <h2 class="block-title danger">{text.changed}</h2>
            <p class="quiet">{text.changed_text}</p>
            <ul class="stack" role="list">{rows}</ul>
        </section>
    }
}

fn row(view: View, part: Part, theirs: &Typed) -> AnyView {
    let text = &view.desk.text().about;
    let name = name(view.desk, part);
    let told = Some(told(view.desk, part, theirs)).filter(|told| !told.is_empty());
    let use_it = move |_| {
        let theirs = view.saved.with_untracked(Typed::of);
        view.flaws.clear_all();
        view.typed.update(|typed| typed.take(part, &theirs));
        view.clashes.update(|clashes| clashes.retain(|own| *own != part));
    };
    view! {
        <li class="meanwhile-row">
            <span class="meanwhile-body">
                <span class="field-label">{name}</span>
                <span class="meanwhile-told">{told.unwrap_or_else(|| text.nothing.to_owned())}</span>
            </span>
            <button class="button" type="button" on:click=use_it>
                {text.use_it}<span class="unseen">{": "}{name}</span>
            </button>
        </li>
    }
}

fn name(desk: Desk, part: Part) -> &'static str {
    let text = &desk.text().about;
    match part {
        Part::Logo => text.logo,
        Part::Name => text.name,
        Part::Notice => text.notice,
        Part::About => text.about,
        Part::Hours => text.hours,
        Part::Licence => text.licence,
        Part::Contacts => text.contacts,
        Part::UnpaidMinutes => text.unpaid,
        Part::LowStock => text.low_stock,
        Part::Locale => text.language,
        Part::Theme => text.theme,
    }
}

/// How that part stands there now.
fn told(desk: Desk, part: Part, theirs: &Typed) -> String {
    let text = &desk.text().about;
    match part {
        Part::Logo => theirs.logo.as_ref().map(|_| text.changed_logo.to_owned()).unwrap_or_default(),
        Part::Name => theirs.name.clone(),
        Part::Notice => theirs.notice.clone(),
        Part::About => theirs.about.clone(),
        Part::Hours => theirs.hours.clone(),
        Part::Licence => theirs.licence.clone(),
        Part::UnpaidMinutes => theirs.unpaid_minutes.parse().map(text.minutes).unwrap_or_default(),
        Part::LowStock => theirs.low_stock.clone(),
        Part::Locale => match Language::of_tag(&theirs.locale) {
            Language::Zh => "中文".to_owned(),
            Language::En => "English".to_owned(),
        },
        Part::Theme => theirs.theme.clone(),
        Part::Contacts => {
            let named =
                |kind: &str| KINDS.iter().position(|own| *own == kind).map_or("", |at| text.kinds[at]);
            let told = theirs.contacts.iter().map(|own| format!("{}: {}", named(&own.kind), own.value));
            told.collect::<Vec<_>>().join("\n")
        }
    }
}
