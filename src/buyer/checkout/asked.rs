//! The sheet that asks before ordering at another price, or fewer pieces, than the buyer saw.

use super::state::View;
use crate::buyer::bill::{Item, item, items};
use crate::buyer::changes::{Change, What};
use crate::buyer::priced::Priced;
use crate::components::{PriceSize, Sheet, live, price, sheet};
use crate::route::Route;
use crate::view::prelude::*;

/// The sheet, while it is open.
pub fn asked(view: View) -> AnyView {
    let text = view.app.text();
    let frame = Sheet {
        title: text.checkout.changed_title,
        close_label: text.common.close,
        close: Callback::new(move |()| view.app.close_sheet()),
    };
    live(move || {
        if !view.asking.get() {
            return ().into_any();
        }
        let Some(priced) = view.priced.with_untracked(|priced| priced.here().cloned().flatten()) else {
            return ().into_any();
        };
        let foot = foot(view, &priced);
        sheet(frame, body(view, &priced), Some(foot))
    })
}

fn body(view: View, priced: &Priced) -> AnyView {
    let text = &view.app.text().checkout;
    let rows: Vec<AnyView> = priced.changes.iter().filter_map(|change| row(view, priced, change)).collect();
    let before = view.before.get_untracked().map(|before| {
        view! { <dt>{text.total_before}</dt><dd><s>{before.to_string()}</s></dd> }
    });
    view! {
        <p>{text.changed_text}</p>
        {items(rows)}
        <dl class="pairs block-split">
            {before}
            <dt class="strong">{text.total_now}</dt>
            <dd>{price(priced.quote.total, PriceSize::Card)}</dd>
        </dl>
    }
    .into_any()
}

fn row(view: View, priced: &Priced, change: &Change) -> Option<AnyView> {
    let text = view.app.text();
    let line = priced.basket.cart.lines().iter().find(|line| line.sku == change.sku)?;
    let below = match change.what {
        What::Price(before) => (text.checkout.was)(&before.to_string()),
        What::Less(wanted) => (text.checkout.left_was)(line.quantity.get(), wanted),
        What::SoldOut => text.cart.sold_out.to_owned(),
        What::Gone => text.cart.gone.to_owned(),
    };
    let off = matches!(change.what, What::SoldOut | What::Gone);
    Some(item(Item {
        title: &line.seen.title,
        choice: "",
        photo: line.seen.photo.as_deref(),
        below: if line.seen.choice.is_empty() { below } else { format!("{} · {below}", line.seen.choice) },
        amount: if off { String::new() } else { line.seen.unit.to_string() },
        href: None,
    }))
}

fn foot(view: View, priced: &Priced) -> AnyView {
    let text = &view.app.text().checkout;
    let total = priced.quote.total.to_string();
    let accept = move |_| {
        view.app.close_sheet();
        view.place();
    };
    let place = (!priced.cart.is_empty()).then(|| {
        view! {
            <button class="button button-main button-wide" type="button" data-do="accept" on:click=accept>
                <span>{text.place_anew}<span class="figures">{total}</span></span>
            </button>
        }
    });
    view! {
        <div class="stack">
            {place}
            <a class="button button-wide" href=Route::Cart(view.number).path()>{text.to_cart}</a>
        </div>
    }
    .into_any()
}
