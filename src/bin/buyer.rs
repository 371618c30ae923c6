//! The buyer app: mounts it, nothing else.

fn main() {
    minishop::start();
}
