//! The shop in numbers: who came and from where, what was ordered, what sells best.

mod chart;
mod figures;
mod low;
mod shares;
mod table;

use super::page::{Page, Section, main};
use super::route::Route;
use super::session::Desk;
use super::trouble::trouble;
use crate::api::desk::stats::{Stats, stats};
use crate::app::kept::Kept;
use crate::app::wait::{Wait, when_back};
use crate::components::{Blank, DeskIcon, Drawing, blank, desk_icon, link_action, live, tab_button, tabs};
use crate::device;
use crate::text::desk::numbers::Numbers;
use crate::view::prelude::*;
use chart::Measure;
use std::cell::Cell;

/// Which days are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Period {
    Today,
    Week,
    Month,
}

impl Period {
    const ALL: [Self; 3] = [Self::Today, Self::Week, Self::Month];

    fn days(self) -> u32 {
        match self {
            Self::Today => 1,
            Self::Week => 7,
            Self::Month => 30,
        }
    }

    fn name(self, text: &Numbers) -> &'static str {
        match self {
            Self::Today => text.today,
            Self::Week => text.week,
            Self::Month => text.month,
        }
    }
}

thread_local! {
    /// What was heard of each shop and period.
    static KNOWN: Kept<Wait<Stats>> = const { Kept::new() };
    /// The period looked at last.
    static LAST: Cell<Period> = const { Cell::new(Period::Today) };
}

/// How the numbers are shown; copied into any closure.
#[derive(Clone, Copy)]
struct Look {
    period: RwSignal<Period>,
    /// As tables instead of pictures.
    table: RwSignal<bool>,
    /// What the chart shows.
    measure: RwSignal<Measure>,
}

/// The screen.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().numbers;
    let look = Look {
        period: RwSignal::new(LAST.get()),
        table: RwSignal::new(false),
        measure: RwSignal::new(Measure::Visits),
    };
    let load = move || load(desk, look.period.get_untracked());
    Effect::new(move |_| {
        look.period.track();
        load();
    });
    let state = move || known(desk, look.period.get());
    when_back(
        desk.app,
        move || known(desk, look.period.get_untracked()).with_untracked(|state| state.here().is_none()),
        load,
    );
    let tab = |period: Period| {
        let choose = move || {
            LAST.set(period);
            look.period.set(period);
        };
        let current = Signal::derive(move || look.period.get() == period);
        tab_button(period.name(text), Signal::stored(None), current, choose)
    };
    let page = Page::new("numbers", text.title)
        .tool(table_button(text, look))
        .ready(Signal::derive(move || state().with(|state| *state != Wait::Asked)))
        .wide();
    let inside = view! {
        {low::card(desk)}
        {tabs(text.period, Period::ALL.map(tab).into())}
        {live(move || state().with(|state| match state {
            Wait::Asked => bones(),
            Wait::Failed(error) => trouble(desk, error, load),
            Wait::Here(stats) => shown(desk, stats, look),
        }))}
    };
    main(desk, Section::Numbers, page, inside)
}

/// What is known of this shop's numbers.
fn known(desk: Desk, period: Period) -> ArcRwSignal<Wait<Stats>> {
    let shop = desk.account().map(|account| account.number.to_string()).unwrap_or_default();
    KNOWN.with(|known| known.at(format!("{shop}/{}", period.days()), || Wait::Asked).0)
}

fn load(desk: Desk, period: Period) {
    let state = known(desk, period);
    if state.with_untracked(|state| matches!(state, Wait::Failed(_))) {
        state.set(Wait::Asked);
    }
    let call = move || async move { stats(period.days(), device::minutes_ahead()).await };
    desk.ask(call, move |answer| state.update(|state| state.take(answer)));
}

fn table_button(text: &'static Numbers, look: Look) -> AnyView {
    view! {
        <button class="icon-button numbers-switch" type="button" aria-label=text.as_table data-do="table"
            aria-pressed=move || if look.table.get() { "true" } else { "false" }
            on:click=move |_| look.table.set(!look.table.get_untracked())>
            {desk_icon(DeskIcon::Table)}
        </button>
    }
}

fn bones() -> AnyView {
    let tile =
        || view! { <div class="tile"><span class="bone bone-half"></span><span class="bone"></span></div> };
    view! {
        <div class="tiles" aria-hidden="true">{tile()}{tile()}{tile()}{tile()}</div>
        <div class="block" aria-hidden="true"><span class="bone bone-third"></span><span class="bone"></span></div>
    }
}

fn shown(desk: Desk, stats: &Stats, look: Look) -> AnyView {
    let text = &desk.text().numbers;
    let period = look.period.get();
    if stats.is_empty() {
        let title = if period == Period::Month { text.empty } else { text.empty_days };
        let said =
            Blank { drawing: Drawing::Nothing, title: title.to_owned(), text: text.empty_text, alone: false };
        return blank(said, link_action(text.to_card, Route::Card.path()));
    }
    let pictures = if look.table.get() {
        table::tables(text, stats)
    } else {
        let by_day = (period != Period::Today).then(|| chart::chart(text, stats, look.measure));
        view! {
            <div class="numbers-columns">
                {by_day}
                {shares::sources(text, stats)}
                {shares::best(text, stats)}
            </div>
        }
    };
    view! {
        {figures::tiles(text, stats)}
        {pictures}
        <p class="quiet">{text.note}</p>
    }
}
