//! Parcels, goods, receiver and timeline of an order.

use super::View;
use super::pay::copy_row;
use crate::api::{Event, Order, OrderLine};
use crate::buyer::bill::{Bill, Item, bill, item, items, times};
use crate::buyer::standing::moment;
use crate::buyer::ways::joined;
use crate::route::Route;
use crate::text::ordering::Events;
use crate::view::prelude::*;
use minishop_core::Actor;

/// The parcels, each with its waybill to copy.
pub fn parcels(view: View, order: &Order) -> AnyView {
    if order.shipments.is_empty() {
        return ().into_any();
    }
    let rows: Vec<AnyView> = order
        .shipments
        .iter()
        .map(|parcel| copy_row(view, &parcel.carrier, parcel.waybill.clone()))
        .collect();
    block(view.app.text().order.parcels, rows.into_any())
}

/// The lines and what they came to.
pub fn goods(view: View, order: &Order) -> AnyView {
    let row = |line: &OrderLine| {
        item(Item {
            title: &line.title,
            choice: &line.values.join(", "),
            photo: line.photo.as_ref().map(|photo| photo.hash.as_str()),
            below: times(line.quantity.get()),
            amount: line.amount.to_string(),
            href: line.goods.clone().map(|goods| Route::Goods(order.shop.number, goods).path()),
        })
    };
    let rows: Vec<AnyView> = order.lines.iter().map(row).collect();
    let sum = Bill {
        goods: order.goods_total,
        delivery: order.delivery_fee,
        adjustment: order.adjustment,
        total: order.total,
        refunded: order.refunded,
    };
    let inside = view! {
        {items(rows)}
        {bill(view.app, sum)}
    };
    block(view.app.text().order.goods, inside.into_any())
}

/// Who gets it and where, and the note.
pub fn receiver(view: View, order: &Order) -> AnyView {
    let text = &view.app.text().order;
    let title = if order.has_address { text.deliver_to } else { text.pick_up };
    let note = (!order.note.is_empty())
        .then(|| view! { <p class="lines quiet">{text.note}": "{order.note.clone()}</p> });
    let delivery = [order.delivery_title.as_str(), order.delivery_note.as_str()];
    let inside = view! {
        <p class="lines">{address(order)}</p>
        <p class="quiet">{joined(&delivery, " · ")}</p>
        {note}
    };
    block(title, inside.into_any())
}

/// Everything that happened, the newest first.
pub fn timeline(view: View, order: &Order) -> AnyView {
    let text = &view.app.text().order;
    let step = |event: &Event| {
        view! {
            <li class="timeline-step">
                <p>{happened(event, &text.events)}</p>
                <p class="quiet figures">{moment(text, event.at)}</p>
            </li>
        }
        .into_any()
    };
    let steps: Vec<AnyView> = order.events.iter().rev().map(step).collect();
    block(text.timeline, view! { <ol class="timeline" role="list">{steps}</ol> }.into_any())
}

fn block(title: &'static str, inside: AnyView) -> AnyView {
    view! {
        <section class="block">
            <h2 class="block-title">{title}</h2>
            {inside}
        </section>
    }
    .into_any()
}

/// Name and phone, then the address from the small to the large.
fn address(order: &Order) -> String {
    let who = &order.recipient;
    let person = joined(&[who.name.as_str(), who.phone.as_str()], " ");
    let town = [&who.city, &who.district, &who.province, &who.postcode, &who.country].map(String::as_str);
    let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let place = if han(&who.street) || han(&who.city) {
        // Chinese addresses go from the large to the small.
        joined(
            &[&who.province, &who.city, &who.district, &who.street, &who.postcode].map(String::as_str),
            " ",
        )
    } else {
        joined(&[who.street.as_str(), &joined(&town, ", ")], "\n")
    };
    joined(&[person.as_str(), place.as_str()], "\n")
}

fn happened(event: &Event, text: &Events) -> &'static str {
    match (event.action.as_str(), event.actor) {
        ("send_proof", _) => text.send_proof,
        ("confirm_payment", _) => text.confirm_payment,
        ("accept", _) => text.accept,
        ("reject_proof", _) => text.reject_proof,
        ("reprice", _) => text.reprice,
        ("ship", _) => text.ship,
        ("receive", _) => text.receive,
        ("cancel", Actor::Buyer) => text.cancel_by_buyer,
        ("cancel", _) => text.cancel_by_seller,
        ("expire", _) => text.expire,
        ("refund", _) => text.refund,
        _ => text.place,
    }
}
