//! `minishop import` and the shop commands, from outside: the binary, its words, its exit code and what it stored.

mod catalogue;
#[path = "../common/mod.rs"]
mod common;
mod folder;
mod rules;
