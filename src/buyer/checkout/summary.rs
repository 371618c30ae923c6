//! What will be ordered and what it comes to, with a word on every line that is not as it was seen.

use super::state::View;
use crate::app::App;
use crate::buyer::bill::{Bill, Item, bill, item, items, times};
use crate::buyer::changes::{Change, What};
use crate::buyer::priced::Priced;
use crate::components::warning;
use crate::view::prelude::*;

/// The summary beside or below the form.
pub fn summary(view: View) -> AnyView {
    let text = view.app.text();
    let Some(priced) = view.priced.with(|priced| priced.here().cloned().flatten()) else {
        return ().into_any();
    };
    let refused = view
        .refused
        .get()
        .map(|why| view! { <div id="refused" tabindex="-1">{warning(why)}</div> }.into_any());
    let changes: Vec<AnyView> =
        priced.changes.iter().filter_map(|change| words(view.app, &priced, change)).map(warning).collect();
    let rows: Vec<AnyView> = priced
        .cart
        .lines()
        .iter()
        .map(|line| {
            let amount = line.seen.unit.times(line.quantity.get()).map(|amount| amount.to_string());
            item(Item {
                title: &line.seen.title,
                choice: &line.seen.choice,
                photo: line.seen.photo.as_deref(),
                below: times(line.quantity.get()),
                amount: amount.unwrap_or_default(),
                href: None,
            })
        })
        .collect();
    let quote = &priced.quote;
    let sum = Bill {
        goods: quote.goods_total,
        delivery: quote.delivery_fee,
        adjustment: 0,
        total: quote.total,
        refunded: None,
    };
    view! {
        <aside class="checkout-side" aria-labelledby="sum">
            <section class="block">
                <h2 class="block-title" id="sum">{text.checkout.summary}</h2>
                {refused}
                {changes}
                {items(rows)}
                {bill(view.app, sum)}
            </section>
        </aside>
    }
    .into_any()
}

/// What changed, in one sentence with the goods' name.
fn words(app: App, priced: &Priced, change: &Change) -> Option<String> {
    let text = &app.text().cart;
    let line = priced.basket.cart.lines().iter().find(|line| line.sku == change.sku)?;
    let said = match change.what {
        What::Price(before) => (text.price_changed)(&before.to_string(), &line.seen.unit.to_string()),
        What::Less(_) => (text.fewer_left)(line.quantity.get()),
        What::SoldOut => text.sold_out.to_owned(),
        What::Gone => text.gone.to_owned(),
    };
    Some(format!("{}: {said}", line.seen.title))
}

/// The form's place while shop and price are on their way.
pub fn bones(app: App) -> AnyView {
    let block = || {
        view! {
            <div class="block" aria-hidden="true">
                <p><span class="bone bone-third"></span></p>
                <p><span class="bone"></span></p>
                <p><span class="bone bone-half"></span></p>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="stack">
            <p class="unseen" role="status">{app.text().common.loading}</p>
            {block()}
            {block()}
            {block()}
        </div>
    }
    .into_any()
}
