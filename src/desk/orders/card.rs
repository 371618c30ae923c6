//! One order in the list: who, what, how much, and what to do with it.

use super::View;
use crate::api::desk::orders::OrderCard;
use crate::components::{Icon, Picture, bare_photo, live_text, photo, small_icon};
use crate::desk::route::Route;
use crate::desk::standing::{left, moment, words};
use crate::view::prelude::*;
use minishop_core::Status;

/// The card; `fresh` when it came while the list was looked at.
pub fn card(view: View, card: &OrderCard, fresh: bool) -> AnyView {
    let text = &view.desk.text().orders;
    let picture = match &card.photo {
        None => bare_photo(),
        Some(own) => photo(Picture {
            at: &|width| own.url(width),
            tint: &own.color,
            alt: "",
            sizes: "56px",
            eager: false,
            faded: false,
        }),
    };
    let class = if fresh { "desk-order desk-order-fresh" } else { "desk-order" };
    view! {
        <li class=class data-order=card.id.to_string() data-status=card.status.word()>
            <p class="desk-order-top">
                <a class="desk-order-link" href=Route::Order(card.id.clone()).path()>{card.name.clone()}</a>
                <span class="quiet figures">{moment(view.desk, card.placed_at)}</span>
            </p>
            <div class="desk-order-goods">
                <span class="thumb desk-order-photo">{picture}</span>
                <div class="desk-order-what">
                    <p class="desk-order-titles">{titles(card, text.and_more)}</p>
                    <p class="quiet figures">{format!("{} · {}", (text.pieces)(card.pieces), card.code)}</p>
                </div>
                <p class="desk-order-total figures">{card.total.to_string()}</p>
            </div>
            <div class="desk-order-end">
                {standing(view, card)}
                {act(view, card)}
            </div>
        </li>
    }
}

fn titles(card: &OrderCard, more: fn(&str) -> String) -> String {
    let all = card.titles.join(", ");
    // Three titles are sent; a fourth line may be there.
    if card.titles.len() == 3 && card.pieces > 3 { more(&all) } else { all }
}

/// Where it stands; what waits for the seller in the shop's colour.
fn standing(view: View, card: &OrderCard) -> AnyView {
    let waits = matches!(card.status, Status::New | Status::ToConfirm | Status::ToShip);
    let class = if waits { "strong accent" } else { "quiet" };
    let (desk, ends) = (view.desk, card.expires_at);
    view! {
        <p class=class>
            {words(desk, card.status, card.pickup)}
            {live_text(move || left(desk, ends, view.now.get()))}
        </p>
    }
}

/// The next step where it needs no look at the order.
fn act(view: View, card: &OrderCard) -> Option<AnyView> {
    let desk = view.desk;
    let text = &desk.text().orders;
    match card.status {
        Status::New | Status::ToShip => {
            let own = card.clone();
            let (label, sign) = match card.pickup {
                true => (desk.text().order.hand_over, Icon::Check),
                false => (text.ship, Icon::Truck),
            };
            Some(view! {
                <button class="button button-line desk-order-act" type="button" data-do="ship"
                    aria-label=format!("{label}: {}", card.name) on:click=move |_| view.ship.begin_card(&own)>
                    {small_icon(sign)}
                    <span>{label}</span>
                </button>
            })
        }
        Status::ToConfirm => Some(view! {
            <a class="button button-line desk-order-act" href=Route::Order(card.id.clone()).path()>
                {small_icon(Icon::Photo)}
                <span>{text.look_at_proof}</span>
            </a>
        }),
        _ => None,
    }
}
