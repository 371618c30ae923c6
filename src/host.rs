//! The app whose webview shows us. Everything works in a plain browser; a host only adds.

pub mod canvas;
mod copy;
pub mod hand;
pub mod resize;
pub mod scan;
mod share;
pub mod sound;

pub use copy::copy;
pub use minishop_core::host::{Host, detect};
pub use share::{Shared, share};

/// The host of this page.
pub fn here() -> Host {
    let agent = leptos::leptos_dom::helpers::window().navigator().user_agent().unwrap_or_default();
    let bridge = js_sys::Reflect::has(&js_sys::global(), &"TelegramWebviewProxy".into()).unwrap_or_default();
    detect(&agent, bridge)
}
