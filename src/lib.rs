//! The storefront and the desk, in reading order: addresses and words first, then what reaches outside, then what is seen.

pub mod app;
pub mod route;
pub mod text;
pub mod theme;
pub mod view;

pub mod api;
pub mod device;
pub mod host;
pub mod json;

pub mod buyer;
pub mod components;
pub mod desk;
