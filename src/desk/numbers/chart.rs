//! The days as bars. A finger that slides over them, or the arrow keys, reads each day's figure.

use crate::api::desk::stats::{Day, Stats};
use crate::components::live;
use crate::text::desk::numbers::Numbers;
use crate::view::prelude::*;
use std::rc::Rc;

/// What the bars stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Visits,
    Orders,
    Sales,
}

impl Measure {
    const ALL: [Self; 3] = [Self::Visits, Self::Orders, Self::Sales];

    fn name(self, text: &Numbers) -> &'static str {
        match self {
            Self::Visits => text.visits,
            Self::Orders => text.orders,
            Self::Sales => text.sales,
        }
    }

    /// How high the day stands.
    fn of(self, day: &Day) -> i64 {
        match self {
            Self::Visits => day.visits.into(),
            Self::Orders => day.orders.into(),
            Self::Sales => day.sales.minor(),
        }
    }

    fn said(self, day: &Day) -> String {
        match self {
            Self::Visits => day.visits.to_string(),
            Self::Orders => day.orders.to_string(),
            Self::Sales => day.sales.to_string(),
        }
    }
}

/// The chart with what it shows to choose above it.
pub fn chart(text: &'static Numbers, stats: &Stats, measure: RwSignal<Measure>) -> AnyView {
    let days: Rc<[Day]> = stats.days.as_slice().into();
    let last = days.len().saturating_sub(1);
    let picked = RwSignal::new(last);
    let name = move |day: &Day| (text.day)(day.date[0], day.date[1]);
    let own = Rc::clone(&days);
    let said = Rc::new(move || {
        own.get(picked.get()).map(|day| (name(day), measure.get().said(day))).unwrap_or_default()
    });
    let spoken = Rc::clone(&said);
    let choice = |own: Measure| {
        view! {
            <button class="chip" type="button" aria-pressed=move || if measure.get() == own { "true" } else { "false" }
                on:click=move |_| measure.set(own)>{own.name(text)}</button>
        }
    };
    let slid = move |event| {
        if let Ok(at) = event_target_value(&event).parse() {
            picked.set(at);
        }
    };
    let ends = [days.first(), days.last()].map(|day| day.map(name).unwrap_or_default());
    let [first_day, last_day] = ends;
    let count = days.len().to_string();
    view! {
        <section class="block numbers-wide" aria-label=text.by_day>
            <div class="chips" role="group" aria-label=text.shown>{Measure::ALL.map(choice).into_iter().collect::<Vec<_>>()}</div>
            {live(move || {
                let (day, figure) = said();
                view! {
                    <p class="chart-said" data-chart-said="">
                        <span class="chart-figure">{figure}</span>
                        <span class="quiet">{day}</span>
                    </p>
                }
            })}
            <div class="chart" style:--days=count>
                <input class="chart-hand" type="range" min="0" step="1" max=last.to_string() aria-label=text.by_day
                    aria-valuetext=move || { let (day, figure) = spoken(); format!("{day}: {figure}") }
                    prop:value=move || picked.get().to_string() on:input=slid />
                {live(move || bars(&days, measure.get(), picked))}
            </div>
            <p class="chart-ends" aria-hidden="true"><span>{first_day}</span><span>{last_day}</span></p>
        </section>
    }
}

fn bars(days: &[Day], measure: Measure, picked: RwSignal<usize>) -> AnyView {
    let most = days.iter().map(|day| measure.of(day)).max().unwrap_or_default();
    let bar = |(at, day): (usize, &Day)| {
        view! {
            <span class="chart-bar" class:chart-bar-picked=move || picked.get() == at
                style:--height=height(measure.of(day), most)></span>
        }
    };
    let bars: Vec<AnyView> = days.iter().enumerate().map(bar).collect();
    view! { <div class="chart-bars" aria-hidden="true">{bars}</div> }
}

/// A bar's height as CSS; whatever is more than nothing can be seen.
fn height(value: i64, most: i64) -> String {
    let thousandths = if most > 0 {
        (i128::from(value) * 1000 / i128::from(most)).max(i128::from(value > 0) * 20)
    } else {
        0
    };
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

#[cfg(test)]
mod tests {
    use super::height;

    #[test]
    fn bars_are_as_high_as_they_are_large() {
        for (value, most, high) in [
            (0, 0, "0.0%"),
            (0, 9, "0.0%"),
            (9, 9, "100.0%"),
            (1, 3, "33.3%"),
            (1, 9_007_199_254_740_991, "2.0%"),
            (9_007_199_254_740_991, 9_007_199_254_740_991, "100.0%"),
        ] {
            assert_eq!(height(value, most), high, "{value} of {most}");
        }
    }
}
