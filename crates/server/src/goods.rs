//! Goods as buyers see them: the list and the detail.

pub mod detail;
pub mod list;
