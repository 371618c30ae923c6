//! Everything else that can be done, one row each; each opens its own sheet in place of this one.

use super::act::act;
use super::{Panel, View, cancel, note, refund, reprice};
use crate::api::desk::orders::{Change, DeskOrder};
use crate::components::{
    DeskIcon, Icon, Sheet, act_row, desk_sign, link_row, live, row_sign, rows, sheet as frame_sheet, warning,
};
use crate::desk::route::Route;
use crate::view::prelude::*;
use minishop_core::{Action, Status};

/// The one sheet of the screen, while it is open.
pub fn sheet(view: View) -> AnyView {
    let desk = view.desk;
    live(move || {
        let panel = view.panel.get();
        if !view.open.get() {
            return ().into_any();
        }
        let Some(order) = view.order.with_untracked(|order| order.here().cloned()) else {
            return ().into_any();
        };
        let text = &desk.text().order;
        let (title, body) = match panel {
            Panel::Menu => (text.menu, menu(view, &order)),
            Panel::Reprice => (text.reprice.title, reprice::fields(view)),
            Panel::Refund => (text.refund.title, refund::fields(view)),
            Panel::Cancel => (text.cancel.title, cancel::fields(view, &order)),
            Panel::Reject => {
                (text.reject, sure(view, text.reject_text, text.reject, Change::RejectProof, text.rejected))
            }
            Panel::Receive => {
                let name = arrived(view, &order);
                (name, sure(view, text.arrived_text, name, Change::Receive, text.arrived_done))
            }
            Panel::Note => (text.own_note, note::fields(view, &order)),
        };
        let close = Callback::new(move |()| desk.app.close_sheet());
        frame_sheet(Sheet { title, close_label: desk.text().common.close, close }, body, None)
    })
}

/// How its end is called: it came, or was fetched.
pub fn arrived(view: View, order: &DeskOrder) -> &'static str {
    let text = &view.desk.text().order;
    if order.seen.has_address { text.arrived } else { text.picked_up }
}

/// What stands in the way, at the top of a panel.
pub fn said(view: View) -> AnyView {
    live(move || view.wrong.get().map(warning).into_any())
}

/// The panel's one button that sends it.
pub fn send_button(view: View, label: &'static str) -> AnyView {
    crate::components::submit(label, Signal::derive(move || view.busy.get()))
}

fn menu(view: View, order: &DeskOrder) -> AnyView {
    let desk = view.desk;
    let text = &desk.text().order;
    let arrived = arrived(view, order);
    let to = move |panel| move || view.show(panel);
    let mut all = Vec::new();
    let sent = order.seen.status == Status::Shipped;
    if order.allows(Action::Ship) && (order.seen.has_address || !sent) {
        let own = order.clone();
        let text = &desk.text().ship;
        let label = match (sent, order.seen.has_address) {
            (true, _) => text.add,
            (false, true) => text.title,
            (false, false) => text.pickup_title,
        };
        all.push(act_row(row_sign(Icon::Truck), label, "", "menu-ship", move || {
            desk.app.close_sheet();
            view.ship.begin_order(&own);
        }));
    }
    if order.allows(Action::Receive) {
        let sign = row_sign(Icon::Check);
        all.push(act_row(sign, arrived, text.arrived_hint, "menu-arrived", to(Panel::Receive)));
    }
    if order.allows(Action::RejectProof) {
        all.push(act_row(row_sign(Icon::Alert), text.reject, "", "reject", to(Panel::Reject)));
    }
    if order.allows(Action::Reprice) {
        all.push(act_row(desk_sign(DeskIcon::Tag), text.reprice.title, "", "reprice", to(Panel::Reprice)));
    }
    if order.allows(Action::Refund) {
        all.push(act_row(desk_sign(DeskIcon::Wallet), text.refund.title, "", "refund", to(Panel::Refund)));
    }
    all.push(act_row(
        desk_sign(DeskIcon::Pencil),
        text.own_note,
        text.own_note_hint,
        "note",
        to(Panel::Note),
    ));
    let slip = Route::Slip(order.id.clone()).path();
    all.push(link_row(desk_sign(DeskIcon::Print), text.slip, "", slip));
    if order.allows(Action::Cancel) {
        all.push(act_row(row_sign(Icon::Close), text.cancel.title, "", "cancel", to(Panel::Cancel)));
    }
    rows(all)
}

/// Asks once more before what cannot be taken back.
fn sure(
    view: View,
    said_text: &'static str,
    label: &'static str,
    change: Change,
    done: &'static str,
) -> AnyView {
    let busy = Signal::derive(move || view.busy.get());
    let inside = view! {
        {said(view)}
        <p>{said_text}</p>
        {send_button(view, label)}
    };
    crate::components::form(busy, move || act(view, change.clone(), done), inside)
}
