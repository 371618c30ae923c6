//! The buyer app from the checkout on: mounts it, nothing else.

use minishop::buyer::{order, start};
use minishop::route::Load;

fn main() {
    start(Some(Load::Order), order);
}
