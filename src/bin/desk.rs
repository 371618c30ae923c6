//! The seller's app: mounts it, nothing else.

fn main() {
    minishop::desk::start();
}
