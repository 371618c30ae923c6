//! How a file is made: its columns, and one to begin from.

use crate::components::{Icon, small_icon};
use crate::desk::session::Desk;
use crate::view::prelude::*;

/// The explanation, folded away until it is asked for.
pub fn block(desk: Desk) -> AnyView {
    let text = &desk.text().import;
    let column = |(name, what): &(&'static str, &'static str)| {
        view! { <div class="column"><dt class="strong">{*name}</dt><dd class="quiet">{*what}</dd></div> }
    };
    let columns: Vec<AnyView> = text.columns.iter().map(column).collect();
    // Excel takes UTF-8 for something else unless this mark stands before it.
    let sample = String::from(js_sys::encode_uri_component(&format!("\u{feff}{}", text.sample_csv)));
    view! {
        <details class="block fold">
            <summary class="fold-head">
                <span class="block-title">{text.format}</span>
                <span class="fold-end">{small_icon(Icon::Down)}</span>
            </summary>
            <p class="quiet">{text.format_lead}</p>
            <dl class="columns">{columns}</dl>
            <a class="button button-wide" download="goods.csv" data-sample=""
                href=format!("data:text/csv;charset=utf-8,{sample}")>{text.sample}</a>
        </details>
    }
}
