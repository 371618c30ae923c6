//! The bar at the top of an inner page: back, its title, and perhaps one tool.

use super::icon::{Icon, icon};
use crate::view::prelude::*;

/// A way back: to where the buyer came from, or to `path` when the page was opened by a link.
pub fn back_link(label: &'static str, path: String, class: &'static str) -> AnyView {
    view! { <a class=class href=path aria-label=label data-back>{icon(Icon::Back)}</a> }.into_any()
}

/// The bar; the title is the page's heading. Without a tool the title still stands in the middle.
pub fn top_bar(
    back_label: &'static str,
    back_path: String,
    title: AnyView,
    tool: Option<AnyView>,
) -> AnyView {
    let end = tool.unwrap_or_else(|| view! { <span class="top-bar-end"></span> }.into_any());
    view! {
        <header class="top-bar">
            {back_link(back_label, back_path, "icon-button")}
            <h1 class="top-bar-title" tabindex="-1">{title}</h1>
            {end}
        </header>
    }
    .into_any()
}
