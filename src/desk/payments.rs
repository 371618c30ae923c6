//! How the seller is paid.

mod typed;

use super::loaded::Loaded;
use super::photo_field::PhotoField;
use super::session::Desk;
use super::way::{Editor, Frame};
use super::ways;
use crate::api::desk::DeskPayment;
use crate::api::desk::payments::{changed_payments, payments, set_payments};
use crate::api::shop::PaymentKind;
use crate::components::{Choice, DeskIcon, Entry, Field, Icon, desk_sign, live, radios, row_sign};
use crate::view::prelude::*;
use typed::Typed;

/// The screen.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().payments;
    let frame = Frame {
        name: "payments",
        title: text.title,
        lead: text.lead,
        add: text.add,
        edit: text.edit,
        put: |list| Box::pin(set_payments(list)),
        changed: changed_payments,
        row,
        fields,
    };
    let loaded = Loaded::ask(desk, payments);
    let ready = loaded.ready();
    loaded.show_in(
        move |inside| ways::frame(desk, frame, ready, inside),
        move |list| ways::screen(desk, frame, list),
    )
}

fn row(desk: Desk, own: &DeskPayment) -> (AnyView, Vec<String>) {
    let text = &desk.text().payments;
    let sign = match own.kind {
        PaymentKind::CashOnDelivery => row_sign(Icon::Truck),
        PaymentKind::Transfer => desk_sign(DeskIcon::Wallet),
    };
    let mut lines = vec![own.text.lines().next().unwrap_or_default().to_owned()];
    if own.qr.is_some() {
        lines.push(text.with_qr.to_owned());
    }
    lines.retain(|line| !line.is_empty());
    if lines.is_empty() && own.kind == PaymentKind::Transfer {
        lines.push(text.nothing_told.to_owned());
    }
    (sign, lines)
}

fn fields(editor: Editor<Typed>) -> AnyView {
    let desk = editor.desk;
    let (text, ways) = (&desk.text().payments, &desk.text().ways);
    let kind = Memo::new(move || editor.typed.with(|typed| typed.kind));
    let choice = |kind: PaymentKind, title, told: &str| Choice {
        text: told.to_owned(),
        ..Choice::new(typed::word(kind), title)
    };
    let kinds = vec![
        choice(PaymentKind::Transfer, text.transfer, text.transfer_text),
        choice(PaymentKind::CashOnDelivery, text.cash, text.cash_text),
    ];
    let chosen = editor.typing("kind", move |typed, word| typed.choose(desk, &word));
    let told = live(move || match kind.get() {
        PaymentKind::Transfer => view! { {told(editor)}{code(editor)} },
        PaymentKind::CashOnDelivery => told(editor),
    });
    view! {
        <section class="block way-kind">
            {radios("kind", ways.kind, kinds, editor.text_of(|typed| typed::word(typed.kind).to_owned()), chosen)}
        </section>
        <section class="block">
            {Field::new(
                "title",
                ways.name,
                editor.text_of(|typed| typed.title.clone()),
                editor.typing("title", |typed, text| typed.title = text),
            )
                .flaw(editor.flaws.of("title"))
                .show()}
            {told}
        </section>
    }
}

fn told(editor: Editor<Typed>) -> AnyView {
    let text = &editor.desk.text().payments;
    let transfer = editor.typed.with_untracked(|typed| typed.kind == PaymentKind::Transfer);
    let field = Field::new(
        "text",
        if transfer { text.text } else { text.cash_note },
        editor.text_of(|typed| typed.text.clone()),
        editor.typing("text", |typed, text| typed.text = text),
    )
    .entry(Entry::Lines(if transfer { 4 } else { 2 }))
    .flaw(editor.flaws.of("text"));
    if transfer { field.hint(text.text_hint) } else { field }.show()
}

fn code(editor: Editor<Typed>) -> AnyView {
    let text = &editor.desk.text().payments;
    let code = PhotoField {
        desk: editor.desk,
        name: "qr",
        label: text.qr,
        hint: text.qr_hint,
        value: Signal::derive(move || editor.typed.with(|typed| typed.qr.clone())),
        on_change: Callback::new(move |photo| editor.edit("qr", |typed| typed.qr = photo)),
    };
    code.show()
}
