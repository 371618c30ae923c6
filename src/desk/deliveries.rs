//! How goods come to the buyer.

mod fields;
mod regions;
mod steps;
mod typed;

use super::loaded::Loaded;
use super::session::Desk;
use super::way::Frame;
use super::ways;
use crate::api::delivery::DeliveryKind;
use crate::api::desk::DeskDelivery;
use crate::api::desk::deliveries::{changed_deliveries, deliveries, set_deliveries};
use crate::components::{Icon, row_sign};
use crate::view::prelude::*;

/// The screen.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().deliveries;
    let frame = Frame {
        name: "deliveries",
        title: text.title,
        lead: text.lead,
        add: text.add,
        edit: text.edit,
        put: |list| Box::pin(set_deliveries(list)),
        changed: changed_deliveries,
        row,
        fields: fields::fields,
    };
    let loaded = Loaded::ask(desk, deliveries);
    let ready = loaded.ready();
    loaded.show_in(
        move |inside| ways::frame(desk, frame, ready, inside),
        move |list| ways::screen(desk, frame, list),
    )
}

fn row(desk: Desk, own: &DeskDelivery) -> (AnyView, Vec<String>) {
    let text = &desk.text().deliveries;
    let fee = match own.kind {
        DeliveryKind::Pickup => text.free.to_owned(),
        DeliveryKind::Flat if own.fee.minor() == 0 => text.free.to_owned(),
        DeliveryKind::Flat => own.fee.to_string(),
        DeliveryKind::Weight => {
            let lowest = own.steps.iter().map(|step| step.fee).min_by_key(|fee| fee.minor());
            lowest.map(|fee| (text.from)(&fee.to_string())).unwrap_or_default()
        }
    };
    let facts = [
        Some(fee),
        own.free_over.map(|amount| (text.free_from)(&amount.to_string())),
        own.days.map(|[least, most]| (text.in_days)(least, most)),
        Some(own.exclusions.len()).filter(|count| *count > 0).map(text.not_to),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect();
    let mut lines = vec![facts.join(" · ")];
    if !own.note.is_empty() {
        lines.push(own.note.clone());
    }
    let sign = if own.kind == DeliveryKind::Pickup { Icon::Shop } else { Icon::Truck };
    (row_sign(sign), lines)
}
