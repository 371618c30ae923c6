//! A warning of goods that are nearly or wholly sold out.

use crate::api::desk::{DeskCard, Filter, goods};
use crate::components::{Icon, live, small_icon};
use crate::desk::route::Route;
use crate::desk::session::Desk;
use crate::view::prelude::*;

/// Goods that are named; the list has the others.
const NAMED: usize = 3;

/// The card, once it is known that there are such goods. Not knowing it is no trouble here.
pub fn card(desk: Desk) -> AnyView {
    let low = RwSignal::new((Vec::new(), 0));
    desk.ask(
        || goods::list(Filter::Low, None, "", None),
        move |answer| {
            if let Ok(page) = answer {
                low.try_update(|low| *low = (page.items, page.counts.low));
            }
        },
    );
    live(move || low.with(|(items, count)| shown(desk, items, *count)))
}

fn shown(desk: Desk, items: &[DeskCard], count: u32) -> AnyView {
    if count == 0 {
        return ().into_any();
    }
    let text = &desk.text().numbers;
    let row = |card: &DeskCard| {
        let left = if card.skus > 1 { text.low_option.to_owned() } else { (text.low_left)(card.stock) };
        view! {
            <li>
                <a class="low-row" href=Route::EditGoods(card.id.clone()).path() data-low="">
                    <span class="low-title">{card.title.clone()}</span>
                    <span class="quiet figures">{left}</span>
                    {small_icon(Icon::Forward)}
                </a>
            </li>
        }
    };
    let rows: Vec<AnyView> = items.iter().take(NAMED).map(row).collect();
    let more = count.saturating_sub(rows.len() as u32);
    let more = (more > 0).then(|| {
        view! { <a class="text-button accent" href=Route::Goods.path()>{(text.low_more)(more)}</a> }
    });
    view! {
        <section class="block low" aria-labelledby="low">
            <h2 class="note note-danger" id="low">{small_icon(Icon::Alert)}<span>{(text.low)(count)}</span></h2>
            <ul role="list">{rows}</ul>
            {more}
        </section>
    }
}
