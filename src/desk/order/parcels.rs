//! The parcels, each to copy and to correct.

use super::View;
use crate::api::desk::orders::{DeskOrder, DeskShipment};
use crate::components::{DeskIcon, Icon, desk_icon, icon};
use crate::desk::standing::moment;
use crate::desk::tools::copy;
use crate::view::prelude::*;

/// The block of parcels; nothing before the first.
pub fn parcels(view: View, order: &DeskOrder) -> AnyView {
    if order.shipments.is_empty() {
        return ().into_any();
    }
    let rows = order.shipments.iter().map(|own| (own.id.clone(), row(view, order, own))).collect();
    view! {
        <section class="block">
            <h2 class="block-title">{view.desk.text().order.parcels}</h2>
            <ul class="stack" role="list">{AnyView::keyed(rows)}</ul>
        </section>
    }
}

fn row(view: View, order: &DeskOrder, shipment: &DeskShipment) -> AnyView {
    let desk = view.desk;
    let text = desk.text();
    let (whole, own, waybill) = (order.clone(), shipment.clone(), shipment.waybill.clone());
    view! {
        <li class="desk-parcel" data-parcel=shipment.waybill.clone()>
            <button class="copy-row" type="button" on:click=move |_| copy(desk, &waybill)>
                <span class="copy-row-value">
                    <span class="quiet">{format!("{} · {}\n", shipment.carrier, moment(desk, shipment.at))}</span>
                    {shipment.waybill.clone()}
                </span>
                {icon(Icon::Copy)}
                <span class="unseen">{text.common.copy}</span>
            </button>
            <button class="icon-button" type="button" data-do="correct"
                aria-label=format!("{}: {}", text.order.correct, shipment.waybill)
                on:click=move |_| view.ship.begin_correction(&whole, &own)>
                {desk_icon(DeskIcon::Pencil)}
            </button>
        </li>
    }
}
