//! What was sent, what came back, and when it is tried again.

use crate::api::desk::webhook::{Delivery, deliveries};
use crate::api::fetch::wait;
use crate::app::wait::Wait;
use crate::components::live;
use crate::desk::session::Desk;
use crate::desk::standing::moment;
use crate::desk::trouble::{say, words};
use crate::text::desk::webhook::Webhook;
use crate::view::prelude::*;

/// Between two looks for a test's outcome, in milliseconds.
const LOOK: u32 = 700;
/// Looks for it: longer than the server waits for an answer.
const LOOKS: u32 = 20;

/// The log; copied into any closure.
#[derive(Clone, Copy)]
pub struct Log(RwSignal<Wait<Vec<Delivery>>>);

impl Log {
    pub fn new() -> Self {
        Self(RwSignal::new(Wait::Asked))
    }

    /// Asks for it anew.
    pub fn load(self, desk: Desk) {
        desk.ask(deliveries, move |answer| {
            if let Err(error) = &answer
                && self.0.try_with_untracked(|state| state.here().is_some()) == Some(true)
            {
                say(desk, error);
            }
            self.0.try_update(|state| state.take(answer));
        });
    }

    /// Whether anything was ever sent, watched.
    pub fn has_lines(self) -> bool {
        self.0.with(|state| state.here().is_some_and(|lines| !lines.is_empty()))
    }

    /// Looks until that test was tried, and says how it went.
    pub fn await_test(self, desk: Desk, test: String) {
        spawn_local(async move {
            for _ in 0..LOOKS {
                let answer = deliveries().await;
                let tried = answer.as_ref().ok().and_then(|lines| {
                    lines.iter().find(|line| line.id == test && line.attempts > 0).cloned()
                });
                if self.0.try_update(|state| state.take(answer)).is_none() {
                    return;
                }
                if let Some(tried) = tried {
                    let text = &desk.text().webhook;
                    let said = if tried.arrived() {
                        text.test_arrived.to_owned()
                    } else {
                        (text.test_failed)(&outcome(text, &tried.outcome))
                    };
                    return desk.say(&said);
                }
                wait(LOOK).await;
            }
        });
    }

    pub fn show(self, desk: Desk) -> AnyView {
        let text = &desk.text().webhook;
        let lines = move || {
            self.0.with(|state| match state {
                Wait::Asked => view! { <span class="bone bone-half"></span> },
                Wait::Failed(error) => view! { <p class="quiet" role="status">{words(desk, error).0}</p> },
                Wait::Here(lines) if lines.is_empty() => view! { <p class="quiet">{text.log_empty}</p> },
                Wait::Here(lines) => {
                    let lines: Vec<AnyView> = lines.iter().map(|line| shown(desk, line)).collect();
                    view! { <ul class="log" role="list">{lines}</ul> }
                }
            })
        };
        view! {
            <section class="block" aria-label=text.log>
                <div class="row">
                    <h2 class="block-title">{text.log}</h2>
                    <button class="text-button accent" type="button" data-do="refresh"
                        on:click=move |_| self.load(desk)>{text.refresh}</button>
                </div>
                {live(lines)}
            </section>
        }
    }
}

fn shown(desk: Desk, line: &Delivery) -> AnyView {
    let text = &desk.text().webhook;
    let code = line.code.as_deref().unwrap_or_default();
    let title = match line.kind.as_str() {
        "placed" => (text.kinds.placed)(code),
        "paid" => (text.kinds.paid)(code),
        "cancelled" => (text.kinds.cancelled)(code),
        _ => text.kinds.test.to_owned(),
    };
    let class = match line {
        line if line.arrived() => "log-outcome success",
        line if line.outcome.is_empty() => "log-outcome",
        _ => "log-outcome danger",
    };
    let mut more = Vec::new();
    if line.attempts > 1 {
        more.push((text.attempts)(line.attempts));
    }
    if let Some(next) = line.next_at.filter(|_| line.attempts > 0) {
        more.push((text.again)(&moment(desk, next)));
    }
    let more = Some(more.join(" · ")).filter(|more| !more.is_empty());
    view! {
        <li class="log-line" data-delivery=line.kind.clone() data-outcome=line.outcome.clone()>
            <span class="log-title">{title}</span>
            <span class="quiet figures">{moment(desk, line.at)}</span>
            <span class=class>{outcome(text, &line.outcome)}</span>
            {more.map(|more| view! { <span class="quiet">{more}</span> })}
        </li>
    }
}

/// What came of it, in words.
fn outcome(text: &Webhook, word: &str) -> String {
    let text = &text.outcomes;
    if let Some(code) = word.strip_prefix("refused ") {
        return (text.refused)(code);
    }
    let known = match word {
        "" => text.waiting,
        "no_address" => text.no_address,
        "not_public" => text.not_public,
        "no_connection" => text.no_connection,
        "tls" => text.tls,
        "timeout" => text.timeout,
        "no_answer" => text.no_answer,
        "off" => text.off,
        status if status.starts_with('2') => text.arrived,
        status => return (text.answered)(status),
    };
    known.to_owned()
}
