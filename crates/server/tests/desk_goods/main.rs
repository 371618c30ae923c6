//! The seller's goods, categories and their rules, over the real server.

#[path = "../common/mod.rs"]
mod common;

mod categories;
mod faults;
mod goods;
mod list;
mod save;
