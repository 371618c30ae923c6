//! Amounts of money as the eye wants them: the sign and the decimals stand back.

use crate::view::prelude::*;
use minishop_core::Money;

/// How loud a price is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PriceSize {
    /// On a card.
    Card,
    /// The one amount of the screen.
    Big,
    /// Of something that cannot be bought now.
    Off,
}

/// An amount, large figures and small sign.
pub fn price(amount: Money, size: PriceSize) -> AnyView {
    let class = match size {
        PriceSize::Card => "price",
        PriceSize::Big => "price price-big",
        PriceSize::Off => "price price-off",
    };
    let (whole, mut fraction) = amount.parts();
    if !fraction.is_empty() {
        fraction.insert(0, '.');
    }
    view! {
        <span class=class>
            <span class="price-part">{sign(amount)}</span>
            {whole}
            <span class="price-part">{fraction}</span>
        </span>
    }
    .into_any()
}

/// The price it had before; `spoken` says so to those who cannot see the line through it.
pub fn was(amount: Money, spoken: &'static str) -> AnyView {
    view! { <s class="price-was"><span class="unseen">{spoken}</span>{amount.to_string()}</s> }.into_any()
}

fn sign(amount: Money) -> String {
    match amount.currency().sign() {
        "" => amount.currency().code().to_owned() + "\u{a0}",
        sign => sign.to_owned(),
    }
}
