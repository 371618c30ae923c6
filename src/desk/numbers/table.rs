//! The same numbers as tables.

use super::shares::name;
use crate::api::desk::stats::Stats;
use crate::text::desk::numbers::Numbers;
use crate::view::prelude::*;

/// By day (the newest first), by source, and the best goods.
pub fn tables(text: &'static Numbers, stats: &Stats) -> AnyView {
    let days = stats.days.iter().rev().map(|day| {
        let date = (text.day)(day.date[0], day.date[1]);
        (date, vec![day.visits.to_string(), day.orders.to_string(), day.sales.to_string()])
    });
    let sources = stats
        .sources
        .iter()
        .map(|source| (name(&text.source_names, &source.name).to_owned(), vec![source.visits.to_string()]));
    let best = stats
        .best
        .iter()
        .map(|best| (best.title.clone(), vec![best.pieces.to_string(), best.sales.to_string()]));
    view! {
        {table(text.by_day, &[text.day_column, text.visits, text.orders, text.sales], days.collect())}
        {table(text.sources, &[text.source, text.visits], sources.collect())}
        {table(text.best, &[text.goods, text.pieces, text.sales], best.collect())}
    }
}

/// Rows of a name and its figures; nothing without a row.
fn table(title: &'static str, columns: &[&'static str], rows: Vec<(String, Vec<String>)>) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let heads: Vec<AnyView> = columns.iter().map(|name| view! { <th scope="col">{*name}</th> }).collect();
    let row = |(name, figures): (String, Vec<String>)| {
        let cells: Vec<AnyView> = figures.into_iter().map(|figure| view! { <td>{figure}</td> }).collect();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
    Some(view! {
        <div class="table-room" role="region" aria-label=title tabindex="0">
            <table class="table">
                <caption class="table-title">{title}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    })
}
