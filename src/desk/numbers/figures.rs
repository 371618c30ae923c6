//! The four large figures.

use crate::api::desk::stats::Stats;
use crate::text::desk::numbers::Numbers;
use crate::view::prelude::*;

/// Longest figure that is set in the largest type.
const SHORT: usize = 8;

/// Visits, orders, sales, and how many visits ended in an order.
pub fn tiles(text: &Numbers, stats: &Stats) -> AnyView {
    let tile = |name: &'static str, word: &'static str, figure: String| {
        let class = if figure.chars().count() > SHORT { "tile-figure tile-long" } else { "tile-figure" };
        view! { <div class="tile"><dt class="tile-name">{name}</dt><dd class=class data-figure=word>{figure}</dd></div> }
    };
    let conversion = stats.conversion.map_or_else(|| "–".to_owned(), share);
    view! {
        <dl class="tiles">
            {tile(text.visits, "visits", stats.visits.to_string())}
            {tile(text.orders, "orders", stats.orders.to_string())}
            {tile(text.sales, "sales", stats.sales.to_string())}
            {tile(text.conversion, "conversion", conversion)}
        </dl>
    }
}

/// `28.5%` of 285 thousandths.
fn share(thousandths: u32) -> String {
    match thousandths % 10 {
        0 => format!("{}%", thousandths / 10),
        tenth => format!("{}.{tenth}%", thousandths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_share_has_a_decimal_only_where_it_says_something() {
        for (thousandths, said) in [(0, "0%"), (5, "0.5%"), (285, "28.5%"), (300, "30%"), (1000, "100%")] {
            assert_eq!(share(thousandths), said);
        }
    }
}
