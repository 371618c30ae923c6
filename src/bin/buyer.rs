//! The buyer app up to the cart: mounts it, nothing else.

use minishop::buyer::{browse, start, whole};
use minishop::route::Load;

fn main() {
    // Trunk serves one page with everything; the release has two, so that the first one is light.
    if cfg!(debug_assertions) {
        start(None, whole);
    } else {
        start(Some(Load::Browse), browse);
    }
}
