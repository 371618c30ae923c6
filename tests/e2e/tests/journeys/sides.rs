//! Both sides of the counter.

use crate::{desk_books, desk_screens, desk_shop_screens, screens};
use minishop_e2e::{Buyer, Model, World};

/// Whose screens are walked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Buyer,
    Seller,
    /// The seller over numbers, files and alerts.
    Books,
    /// The seller's, of what the shop is.
    SellersShop,
}

/// Leads one through all screens of that side; `look` is told where they are. `prepare` is called once, before the first.
pub async fn walk<P, L>(side: Side, world: &World, model: Model, prepare: P, look: L)
where
    P: AsyncFnOnce(&Buyer),
    L: AsyncFnMut(&Buyer, &str),
{
    match side {
        Side::Buyer => screens::walk(world, model, prepare, look).await,
        Side::Seller => desk_screens::walk(world, model, prepare, look).await,
        Side::Books => desk_books::walk(world, model, prepare, look).await,
        Side::SellersShop => desk_shop_screens::walk(world, model, prepare, look).await,
    }
}
