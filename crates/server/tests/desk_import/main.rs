//! Goods from a file and back into one, over the real server.

#[path = "../common/mod.rs"]
mod common;

mod books;
mod broken;
mod files;
mod round_trip;
mod shopify;
