//! What a view is written with: this crate's markup on Leptos's signals.

pub use super::callback::{Callback, Signal};
pub use super::follow::{Effect, Memo};
pub use super::signal::{ArcRwSignal, RwSignal, StoredValue};
pub use super::task::spawn_local;
pub use super::{AnyView, IntoView, NodeRef, view};
pub use leptos::leptos_dom::helpers::{
    TimeoutHandle, document, event_target, event_target_value, request_animation_frame,
    set_interval_with_handle, set_timeout, set_timeout_with_handle, window, window_event_listener_untyped,
};
pub use leptos::reactive::graph::untrack;
pub use leptos::reactive::owner::on_cleanup;
