//! A basket with the server's price for it.

use super::changes::{Change, What, adopt, available};
use crate::api::{self, ApiError, Quote, Way};
use crate::device::{self, Basket, Slot};
use minishop_core::{Cart, ShopNumber};

/// The basket as it stands on the device after the quote was taken over.
#[derive(Clone, PartialEq, Debug)]
pub struct Priced {
    pub basket: Basket,
    /// The lines that can be had: what an order would be made of.
    pub cart: Cart,
    pub quote: Quote,
    /// What is different from what the buyer saw.
    pub changes: Vec<Change>,
}

/// Quotes in a row at most; stock may shrink again while we ask.
const TURNS: u32 = 3;

/// Asks what a basket comes to and brings it in line; `None` when it is empty.
pub async fn price(shop: ShopNumber, slot: Slot, way: Way) -> Result<Option<Priced>, ApiError> {
    let mut changes: Vec<Change> = Vec::new();
    for turn in 1.. {
        let Some(mut basket) = device::basket::basket(shop, slot) else { break };
        let quote = api::quote(shop, &basket.cart, &way).await?;
        let before = basket.cart.clone();
        let found = adopt(&mut basket.cart, &quote);
        if basket.cart != before {
            // By sku on what is stored now: another tab may have changed other lines meanwhile.
            device::basket::change(shop, slot, |cart| _ = adopt(cart, &quote));
        }
        let fewer = found.iter().any(|change| matches!(change.what, What::Less(_)));
        changes.retain(|old| !found.contains(old));
        changes.extend(found);
        if !fewer || turn == TURNS {
            let cart = available(&basket.cart, &quote);
            return Ok(Some(Priced { basket, cart, quote, changes }));
        }
    }
    Ok(None)
}
