//! Changed on another device meanwhile: what was taken over from there, and what both changed, side by side.

use super::View;
use super::merge::{Merged, Part, take};
use crate::components::{Icon, live, small_icon};
use crate::device::desk_draft::GoodsDraft;
use crate::view::prelude::*;

/// The block; none while nobody else changed anything.
pub fn clash(view: View) -> AnyView {
    let text = &view.desk.text().editor;
    live(move || {
        let Some(merged) = view.merged.get() else { return ().into_any() };
        let taken: Vec<AnyView> = merged
            .taken
            .iter()
            .map(|part| {
                let (name, words) = (name(view, part, &merged.theirs), said(view, part, &merged.theirs));
                view! { <li><span class="strong">{name}</span>{": "}{words}</li> }
            })
            .collect();
        let taken = (!taken.is_empty()).then(|| {
            view! { <p class="quiet">{text.taken_over}</p><ul class="stack stack-tight" role="list">{taken}</ul> }
        });
        let clashes: Vec<AnyView> = merged.clashes.iter().map(|part| both(view, &merged, part)).collect();
        let hint = (!clashes.is_empty()).then(|| view! { <p class="quiet">{text.clash_text}</p> });
        view! {
            <section class="block" role="alert" data-clash="">
                <h2 class="block-title clash-title">{small_icon(Icon::Alert)}<span>{text.changed_title}</span></h2>
                <p>{text.changed_text}</p>
                {taken}
                {hint}
                {clashes}
            </section>
        }
    })
}

fn both(view: View, merged: &Merged, part: &Part) -> AnyView {
    let text = &view.desk.text().editor;
    let (own, theirs) = (part.clone(), merged.theirs.clone());
    let act = move |_| {
        view.edit("title", |draft| take(draft, &theirs, &own));
        view.merged.update(|merged| {
            if let Some(merged) = merged {
                merged.clashes.retain(|part| *part != own);
                merged.taken.push(own.clone());
            }
        });
    };
    view! {
        <div class="block-split stack stack-tight">
            <p class="strong">{name(view, part, &merged.theirs)}</p>
            <p class="lines">{(text.there)(&said(view, part, &merged.theirs))}</p>
            <p class="lines">{(text.here)(&said(view, part, &merged.draft))}</p>
            <button class="button" type="button" data-do="take-theirs" on:click=act>{text.take_theirs}</button>
        </div>
    }
}

fn name(view: View, part: &Part, theirs: &GoodsDraft) -> String {
    let text = &view.desk.text().editor;
    let word = match part {
        Part::Title => text.title,
        Part::Text => text.text,
        Part::Category => text.category,
        Part::Visible => text.visible,
        Part::Photos => text.photos,
        Part::Options => text.options,
        Part::Sku(id) => {
            let own = theirs.skus.iter().find(|sku| sku.id == *id);
            let values = own.map(|sku| sku.values.join(" / ")).unwrap_or_default();
            return if values.is_empty() { format!("{} · {}", text.price, text.stock) } else { values };
        }
    };
    word.to_owned()
}

fn said(view: View, part: &Part, draft: &GoodsDraft) -> String {
    let text = &view.desk.text().editor;
    match part {
        Part::Title => draft.title.clone(),
        Part::Text => draft.text.clone(),
        Part::Category => view.categories.with_untracked(|all| {
            let own = all.iter().find(|own| own.id.as_deref() == Some(&draft.category));
            own.map_or(text.no_category.to_owned(), |own| own.name.clone())
        }),
        Part::Visible => if draft.visible { text.yes } else { text.no }.to_owned(),
        Part::Photos => (text.count_photos)(draft.photos.len()),
        Part::Options => (text.count_kinds)(draft.skus.len()),
        Part::Sku(id) => {
            let own = draft.skus.iter().find(|sku| sku.id == *id);
            own.map(|sku| format!("{} · {}", sku.price, sku.stock)).unwrap_or_default()
        }
    }
}
