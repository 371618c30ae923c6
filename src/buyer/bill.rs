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

/// Goods, delivery and total.
pub fn bill(app: App, goods: Money, delivery: Money, total: Money) -> AnyView {
    let text = &app.text().checkout;
    let fee = if delivery.minor() == 0 { text.free.to_owned() } else { delivery.to_string() };
    view! {
        <dl class="pairs block-split">
            <dt>{text.goods}</dt>
            <dd>{goods.to_string()}</dd>
            <dt>{text.fee}</dt>
            <dd>{fee}</dd>
            <dt class="strong">{text.total}</dt>
            <dd data-total=total.minor().to_string()>{price(total, PriceSize::Card)}</dd>
        </dl>
    }
    .into_any()
}

/// `× 2`.
pub fn times(pieces: u32) -> String {
    format!("× {pieces}")
}
