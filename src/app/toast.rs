//! The one place for a short word: what was just done, or that the network is slow or away. It covers, it never pushes.

use super::{Address, App};
use crate::components::{Icon, live, small_icon};
use crate::view::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// How long a word stands.
const WORD: Duration = Duration::from_millis(2600);
/// After this a call is called slow.
const SLOW: Duration = Duration::from_millis(1500);

/// Held while a call is under way: after 1.5 s the toast says that it is slow, until this is dropped.
pub struct Patience {
    slow: RwSignal<u32>,
    state: Rc<Cell<State>>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Fresh,
    Slow,
    Over,
}

impl Drop for Patience {
    fn drop(&mut self) {
        if self.state.replace(State::Over) == State::Slow {
            self.slow.update(|calls| *calls = calls.saturating_sub(1));
        }
    }
}

impl<A: Address> App<A> {
    /// Starts the clock of one call; keep it until the answer is there.
    pub fn patience(self) -> Patience {
        let state = Rc::new(Cell::new(State::Fresh));
        let own = Rc::clone(&state);
        let late = move || {
            if state.get() == State::Fresh {
                state.set(State::Slow);
                self.0.slow.update(|calls| *calls += 1);
            }
        };
        set_timeout(late, SLOW);
        Patience { slow: self.0.slow, state: own }
    }

    /// Says a short word and takes it back by itself.
    pub fn say(self, word: &str) {
        let turn = self.0.word.with_untracked(|said| said.0) + 1;
        self.0.word.set((turn, word.to_owned()));
        let later = move || {
            if self.0.word.with_untracked(|said| said.0) == turn {
                self.0.word.set((turn, String::new()));
            }
        };
        set_timeout(later, WORD);
    }

    /// Where words are seen and heard; it is always in the page, so that a screen reader watches it.
    pub fn toast(self) -> AnyView {
        let word = move || {
            let (turn, word) = self.0.word.get();
            // The same word again is a new one: seen to come, and read out.
            let said = (!word.is_empty())
                .then(|| (turn.to_string(), view! { <span class="toast-text">{word}</span> }));
            AnyView::keyed(said.into_iter().collect())
        };
        view! {
            {live(move || self.strip())}
            <div class="toast" role="status">{live(word)}</div>
        }
    }

    /// What is so for a while: the network is away, or slow.
    fn strip(self) -> AnyView {
        let [offline, slow] = A::strip(self.0.language.get());
        let (icon, words) = if !self.0.online.get() {
            (Icon::Offline, offline)
        } else if self.0.slow.get() > 0 {
            (Icon::Clock, slow)
        } else {
            return ().into_any();
        };
        view! {
            <div class="strip" role="status">
                {small_icon(icon)}
                <span class="strip-text">{words}</span>
            </div>
        }
    }
}

/// Follows the network for as long as the page lives.
pub(super) fn watch<A: Address>(app: App<A>) {
    window_event_listener_untyped("online", move |_| app.0.online.set(true));
    window_event_listener_untyped("offline", move |_| app.0.online.set(false));
}
