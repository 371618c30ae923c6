//! The shop's end of the page: how to reach the seller, and what the seller says of the shop.

use super::super::{contacts, foot};
use crate::api::Shop;
use crate::app::App;
use crate::view::prelude::*;

/// The foot, with a way to the seller where the shop names one.
pub fn foot(app: App, shop: &Shop) -> AnyView {
    let text = &app.text().shop;
    let about = shop.about.clone().map(|about| view! { <p class="lines">{about}</p> });
    let licence = shop.licence.clone().map(|licence| view! { <p>{text.licence}{licence}</p> });
    foot::foot(
        app,
        Some(contacts::contacts(app, &shop.contacts, shop.hours.as_deref(), text.contact)),
        (about, licence).into_any(),
    )
}
