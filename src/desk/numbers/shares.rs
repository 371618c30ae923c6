//! Where visits come from, as bars with their names; and what sells best, with pictures.

use crate::api::desk::stats::{Best, Source, Stats};
use crate::components::{Picture, bare_photo, photo};
use crate::desk::route::Route;
use crate::text::desk::numbers::{Numbers, Sources};
use crate::view::prelude::*;

/// The source's name in words.
pub fn name(text: &Sources, word: &str) -> &'static str {
    match word {
        "number" => text.number,
        "qr" => text.qr,
        "link" => text.link,
        "wechat" => text.wechat,
        "weibo" => text.weibo,
        "whatsapp" => text.whatsapp,
        "telegram" => text.telegram,
        "line" => text.line,
        _ => text.other,
    }
}

/// Visits by source; nothing without a visit.
pub fn sources(text: &'static Numbers, stats: &Stats) -> Option<AnyView> {
    let all = u64::from(stats.visits).max(1);
    let row = |source: &Source| {
        let share = (u64::from(source.visits) * 100 / all) as u32;
        view! {
            <li class="share" data-source=source.name.clone()>
                <span class="share-name">{name(&text.source_names, &source.name)}</span>
                <span class="share-figures">
                    <span class="strong" data-visits="">{source.visits}</span>
                    " "
                    <span class="share-percent">{(text.percent)(share)}</span>
                </span>
                <span class="share-track" aria-hidden="true">
                    <span class="share-bar" style:--width=format!("{share}%")></span>
                </span>
            </li>
        }
    };
    let rows: Vec<AnyView> = stats.sources.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="block">
                <h2 class="block-title">{text.sources}</h2>
                <ul class="stack" role="list">{rows}</ul>
            </section>
        }
    })
}

/// What sold best; nothing where nothing was sold.
pub fn best(text: &'static Numbers, stats: &Stats) -> Option<AnyView> {
    let rows: Vec<AnyView> = stats.best.iter().map(|best| best_row(text, best)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="block">
                <h2 class="block-title">{text.best}</h2>
                <ol class="best" role="list">{rows}</ol>
            </section>
        }
    })
}

fn best_row(text: &Numbers, best: &Best) -> AnyView {
    let picture = match &best.photo {
        Some(own) => photo(Picture {
            at: &|width| own.url(width),
            tint: &own.color,
            alt: "",
            sizes: "48px",
            eager: false,
            faded: false,
        }),
        None => bare_photo(),
    };
    view! {
        <li>
            <a class="best-row" href=Route::EditGoods(best.goods.clone()).path()>
                <span class="thumb thumb-small">{picture}</span>
                <span class="best-body">
                    <span class="item-title">{best.title.clone()}</span>
                    <span class="quiet">{(text.pieces_sold)(best.pieces)}</span>
                </span>
                <span class="strong figures">{best.sales.to_string()}</span>
            </a>
        </li>
    }
}
