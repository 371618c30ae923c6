//! The seller's own note at an order.

use super::act::act;
use super::menu::{said, send_button};
use super::{Panel, View};
use crate::api::desk::orders::{Change, DeskOrder};
use crate::components::{DeskIcon, Entry, Field, desk_icon, form};
use crate::desk::form::show_first_flaw;
use crate::device::selling::OrderDraft;
use crate::view::prelude::*;

/// Characters of a note at most.
const MOST: usize = 1000;

/// The note as it stands, and the way to change it; nothing where there is none.
pub fn own_note(view: View, order: &DeskOrder) -> AnyView {
    if order.seller_note.is_empty() {
        return ().into_any();
    }
    let text = &view.desk.text().order;
    view! {
        <section class="block">
            <div class="desk-parcel">
                <h2 class="block-title">{text.own_note}</h2>
                <button class="icon-button" type="button" aria-label=text.own_note_edit
                    on:click=move |_| view.show(Panel::Note)>
                    {desk_icon(DeskIcon::Pencil)}
                </button>
            </div>
            <p class="lines" data-seller-note="">{order.seller_note.clone()}</p>
        </section>
    }
}

/// The panel.
pub fn fields(view: View, order: &DeskOrder) -> AnyView {
    let text = &view.desk.text().order;
    // What was begun and not saved goes before what stands there.
    let begun = OrderDraft::load(order.id.as_str()).note;
    view.note.set(begun.unwrap_or_else(|| order.seller_note.clone()));
    let type_in = Callback::new(move |typed: String| {
        view.flaws.clear("seller_note");
        view.keep(|draft| draft.note = Some(typed.clone()));
        view.note.set(typed);
    });
    let field = Field::new("seller_note", text.own_note, Signal::derive(move || view.note.get()), type_in)
        .entry(Entry::Lines(5))
        .hint(text.own_note_hint)
        .flaw(view.flaws.of("seller_note"))
        .show();
    let busy = Signal::derive(move || view.busy.get());
    let inside = view! {
        {said(view)}
        {field}
        {send_button(view, view.desk.text().common.save)}
    };
    form(busy, move || send(view), inside)
}

fn send(view: View) {
    view.flaws.clear_all();
    let note = view.note.get_untracked().trim().to_owned();
    view.flaws.short(view.desk, "seller_note", &note, MOST);
    if view.flaws.any() {
        return show_first_flaw();
    }
    act(view, Change::Note(note), view.desk.text().common.saved);
}
