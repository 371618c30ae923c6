//! What an import would do, or what it did.

use super::faults::{fault, gathered};
use crate::api::desk::import::{Action, Outcome, Said};
use crate::components::{Icon, note, small_icon};
use crate::desk::route::Route;
use crate::desk::session::Desk;
use crate::text::desk::import::Import;
use crate::view::prelude::*;

/// Rows named beside a remark.
const ROWS: usize = 8;

/// The whole of it. `apply` brings the goods in, as long as that was not done; `other` chooses another file.
pub fn shown(
    desk: Desk,
    outcome: &Outcome,
    name: &str,
    apply: Option<Callback<()>>,
    other: AnyView,
) -> AnyView {
    let text = &desk.text().import;
    let applied = apply.is_none();
    let news = outcome.added + outcome.updated;
    let tile = |action: Action| {
        let name = match (action, applied) {
            (Action::Add, false) => text.added,
            (Action::Add, true) => text.was_added,
            (Action::Update, false) => text.updated,
            (Action::Update, true) => text.was_updated,
            (Action::Unchanged, _) => text.unchanged,
            (Action::Refuse, _) => text.refused,
        };
        let count = outcome.count(action);
        view! {
            <div class="tile">
                <dt class="tile-name">{name}</dt>
                <dd class="tile-figure" data-count=action.word()>{count}</dd>
            </div>
        }
    };
    let tiles: Vec<AnyView> =
        [Action::Add, Action::Update, Action::Unchanged, Action::Refuse].map(tile).into_iter().collect();
    let main = match apply {
        Some(apply) if news > 0 => view! {
            <button class="button button-main button-wide" type="button" data-do="apply" on:click=move |_| apply.run(())>
                {(text.apply)(news)}
            </button>
        },
        Some(_) => note(Icon::Check, text.nothing.to_owned()),
        None => {
            view! { <a class="button button-main button-wide" href=Route::Goods.path()>{text.to_goods}</a> }
        }
    };
    let title = if applied { text.done } else { text.preview };
    view! {
        <section class="block">
            <div>
                <h2 class="block-title">{title}</h2>
                <p class="quiet">{(text.preview_of)(name, outcome.rows)}</p>
            </div>
            <dl class="tiles tiles-inside">{tiles}</dl>
            {main}
            {other}
        </section>
        {errors(text, &outcome.errors)}
        {remarks(text, &outcome.remarks)}
        {Action::ALL.map(|action| goods(text, outcome, action)).into_iter().flatten().collect::<Vec<_>>()}
    }
}

/// Every cell that keeps goods out.
fn errors(text: &'static Import, errors: &[Said]) -> Option<AnyView> {
    let row = |said: &Said| {
        view! {
            <li class="fault" data-row=said.row.to_string() data-column=said.column.clone()>
                <span class="strong">{(text.place)(said.row, &said.column)}</span>
                <span>{fault(&text.faults, said)}</span>
            </li>
        }
    };
    let rows: Vec<AnyView> = errors.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="block">
                <h2 class="block-title danger">{text.errors}</h2>
                <p class="quiet">{text.errors_lead}</p>
                <ul class="faults" role="list">{rows}</ul>
                {cut_off(text, errors.len())}
            </section>
        }
    })
}

fn remarks(text: &'static Import, remarks: &[Said]) -> Option<AnyView> {
    let row = |(words, rows): (String, Vec<u32>)| {
        let named: Vec<String> = rows.iter().take(ROWS).map(u32::to_string).collect();
        let places = (text.rows)(&named.join(", "), rows.len() > ROWS);
        view! { <li class="fault"><span>{words}</span><span class="quiet">{places}</span></li> }
    };
    let rows: Vec<AnyView> = gathered(&text.remark_words, remarks).into_iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="block">
                <h2 class="block-title">{text.remarks}</h2>
                <ul class="faults" role="list">{rows}</ul>
            </section>
        }
    })
}

/// The goods one thing happens to, behind their number.
fn goods(text: &'static Import, outcome: &Outcome, action: Action) -> Option<AnyView> {
    let name = match action {
        Action::Add => text.added,
        Action::Update => text.updated,
        Action::Unchanged => text.unchanged,
        Action::Refuse => text.refused,
    };
    let row = |line: &crate::api::desk::import::Line| {
        let skus = Some((text.skus)(line.skus)).filter(|said| line.skus > 0 && !said.is_empty());
        view! { <li class="fault"><span>{line.title.clone()}</span>{skus.map(|said| view! { <span class="quiet">{said}</span> })}</li> }
    };
    let named: Vec<AnyView> = outcome.goods.iter().filter(|line| line.action == action).map(row).collect();
    let (shown, all) = (named.len(), outcome.count(action));
    (shown > 0).then(|| {
        view! {
            <details class="block fold" data-action=action.word()>
                <summary class="fold-head">
                    <span class="block-title">{name}</span>
                    <span class="fold-end"><span class="figures">{all}</span>{small_icon(Icon::Down)}</span>
                </summary>
                <ul class="faults" role="list">{named}</ul>
                {(shown < all as usize).then(|| view! { <p class="quiet">{(text.first)(shown)}</p> })}
            </details>
        }
    })
}

/// Says that there may be more than are shown.
fn cut_off(text: &Import, shown: usize) -> Option<AnyView> {
    (shown >= 200).then(|| view! { <p class="quiet">{(text.first)(shown)}</p> })
}
