//! What is ordered and what it comes to, as the checkout and the order show it.

use crate::api::shop::media;
use crate::app::App;
use crate::components::{Picture, PriceSize, bare_photo, photo, price};
use crate::view::prelude::*;
use minishop_core::Money;

/// One line to show.
pub struct Item<'i> {
    pub title: &'i str,
    /// The option values, joined for reading; may be empty.
    pub choice: &'i str,
    /// A photo's content hash.
    pub photo: Option<&'i str>,
    /// What stands below the title.
    pub below: String,
    /// The amount at its end.
    pub amount: String,
    /// Where it leads, if anywhere.
    pub href: Option<String>,
}

/// The line.
pub fn item(item: Item) -> AnyView {
    let Item { title, choice, photo: hash, below, amount, href } = item;
    let picture = match hash {
        None => bare_photo(),
        Some(hash) => photo(Picture {
            at: &|width| media(hash, width),
            tint: "",
            alt: "",
            sizes: "48px",
            eager: true,
            faded: false,
        }),
    };
    let below = if choice.is_empty() { below } else { format!("{choice} {below}") };
    let title = match href {
        Some(href) => view! { <a href=href>{title.to_owned()}</a> }.into_any(),
        None => title.to_owned().into_any(),
    };
    view! {
        <li class="item">
            <span class="thumb thumb-small">{picture}</span>
            <div class="item-body">
                <p class="item-title">{title}</p>
                <p class="quiet">{below}</p>
            </div>
            <p class="item-end figures">{amount}</p>
        </li>
    }
    .into_any()
}

/// The lines under each other.
pub fn items(rows: Vec<AnyView>) -> AnyView {
    view! { <ul class="stack" role="list">{rows}</ul> }.into_any()
}

/// What is summed up.
pub struct Bill {
    pub goods: Money,
    pub delivery: Money,
    /// What the seller added or took off, in minor units.
    pub adjustment: i64,
    pub total: Money,
    /// What the seller gave back, if anything.
    pub refunded: Option<Money>,
}

/// Goods, delivery and total, with what the seller changed.
pub fn bill(app: App, bill: Bill) -> AnyView {
    let Bill { goods, delivery, adjustment, total, refunded } = bill;
    let text = &app.text().checkout;
    let row = |label: &'static str, amount: String| view! { <dt>{label}</dt><dd>{amount}</dd> }.into_any();
    let changed = Money::new(adjustment.abs(), total.currency()).ok().filter(|_| adjustment != 0);
    let sign = if adjustment < 0 { "−" } else { "+" };
    let changed = changed.map(|amount| row(text.adjustment, format!("{sign}{amount}")));
    let refunded = refunded.map(|amount| row(text.refunded, amount.to_string()));
    let fee = if delivery.minor() == 0 { text.free.to_owned() } else { delivery.to_string() };
    view! {
        <dl class="pairs block-split">
            <dt>{text.goods}</dt>
            <dd>{goods.to_string()}</dd>
            <dt>{text.fee}</dt>
            <dd>{fee}</dd>
            {changed}
            <dt class="strong">{text.total}</dt>
            <dd data-total=total.minor().to_string()>{price(total, PriceSize::Card)}</dd>
            {refunded}
        </dl>
    }
    .into_any()
}

/// `× 2`.
pub fn times(pieces: u32) -> String {
    format!("× {pieces}")
}
