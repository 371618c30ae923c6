//! One line of the cart, with what changed about it.

use super::View;
use crate::api::shop::media;
use crate::buyer::changes::{Change, What};
use crate::components::{
    Icon, Picture, PriceSize, Stepper, bare_photo, photo, price, small_icon, stepper, warning,
};
use crate::device::{self, Slot};
use crate::route::Route;
use crate::view::prelude::*;
use minishop_core::{Line, Quantity};

/// The line as it was seen, or as the shop has it now.
pub fn line(view: View, own: &Line) -> AnyView {
    let text = view.app.text();
    let changes: Vec<Change> =
        view.changes.with(|changes| changes.iter().filter(|change| change.sku == own.sku).cloned().collect());
    let off = changes.iter().any(|change| matches!(change.what, What::SoldOut | What::Gone));
    let said = changes.iter().map(|change| warning(words(view, own, change.what))).collect::<Vec<_>>();
    let href = Route::Goods(view.shop, own.seen.goods.clone()).path();
    let title = own.seen.title.clone();
    let name = (text.cart.remove)(&title);
    let gone = own.clone();
    view! {
        <li class="cart-line" data-sku=own.sku.to_string()>
            <a class="thumb" href=href.clone() tabindex="-1" aria-hidden="true">{picture(own, off)}</a>
            <div class="cart-line-body">
                <h2 class="cart-line-title"><a href=href>{title}</a></h2>
                {(!own.seen.choice.is_empty()).then(|| view! { <p class="quiet">{own.seen.choice.clone()}</p> })}
                <div class="cart-line-end">
                    {price(own.seen.unit, if off { PriceSize::Off } else { PriceSize::Card })}
                    {if off { ().into_any() } else { pieces(view, own) }}
                </div>
                {said}
            </div>
            <button class="icon-button cart-line-remove" type="button" aria-label=name
                on:click=move |_| view.remove(&gone)>
                {small_icon(Icon::Close)}
            </button>
        </li>
    }
    .into_any()
}

/// What stands where a line was taken out.
pub fn removed(view: View, own: Line) -> AnyView {
    let text = &view.app.text().cart;
    view! {
        <li class="cart-line">
            <div class="cart-line-body row" role="status">
                <p class="quiet">{(text.removed)(&own.seen.title)}</p>
                <button class="text-button" type="button" on:click=move |_| view.restore()>{text.undo}</button>
            </div>
        </li>
    }
    .into_any()
}

fn picture(own: &Line, faded: bool) -> AnyView {
    let Some(hash) = own.seen.photo.as_deref() else { return bare_photo() };
    photo(Picture { at: &|width| media(hash, width), tint: "", alt: "", sizes: "88px", eager: true, faded })
}

fn pieces(view: View, own: &Line) -> AnyView {
    let left = view
        .priced
        .with(|priced| priced.here().and_then(|priced| priced.quote.line(&own.sku).map(|line| line.left)));
    let (value, sku) = (own.quantity.get(), own.sku.clone());
    let most = left.unwrap_or(Quantity::MAX).clamp(1, Quantity::MAX);
    let control = Stepper {
        value: Signal::stored(value),
        most: Signal::stored(most),
        on_change: Callback::new(move |wanted: u32| {
            if let Some(wanted) = Quantity::new(wanted.into()) {
                view.removed.set(None);
                view.changes.update(|changes| changes.retain(|change| change.sku != sku));
                device::basket::change(view.shop, Slot::Cart, |cart| cart.set(&sku, wanted));
                view.check_soon();
            }
        }),
    };
    stepper(control, &own.seen.title, &view.app.text().common)
}

fn words(view: View, own: &Line, what: What) -> String {
    let text = &view.app.text().cart;
    match what {
        What::Price(before) => (text.price_changed)(&before.to_string(), &own.seen.unit.to_string()),
        What::Less(_) => (text.fewer_left)(own.quantity.get()),
        What::SoldOut => text.sold_out.to_owned(),
        What::Gone => text.gone.to_owned(),
    }
}
