//! From «Place order» to a definite answer, however often the network is silent on the way. One key, one order: the same
//! key and body are sent until somebody answers, and only a definite answer ends it.

use crate::api::{ApiError, Placed, Problem};
use crate::device::Attempt;
use minishop_core::OrderKey;

/// How far placing an order is.
#[derive(Clone, PartialEq, Debug)]
pub enum Stage {
    /// Nothing is under way: the form can be filled in and sent.
    Form,
    /// Sent, and no answer is overdue yet.
    Sending,
    /// Silence, or taken up again after a reload: sent again until it is known.
    Checking,
    /// The price or the stock is not what the buyer saw: nothing was ordered.
    Changed,
    /// The shop said no for a reason of its own: nothing was ordered.
    Refused(Problem),
    /// The shop is not there any more.
    Gone,
    /// Another tab ordered this basket in other words, and which order came of it is not known here.
    Already,
    /// The order is there.
    Placed(Box<Placed>),
}

/// What to do after an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Next {
    /// Send [`Placing::body`] again after so many milliseconds.
    Send { after: u32 },
    /// The outcome is known: look at [`Placing::stage`].
    Stop,
}

/// One basket's way to an order.
#[derive(Clone, PartialEq, Debug)]
pub struct Placing {
    stage: Stage,
    key: Option<OrderKey>,
    body: String,
    /// Other bodies sent under the same key, to be asked for when this one is not the one that was ordered.
    others: Vec<String>,
    /// Bodies that the key does not stand for.
    ruled_out: Vec<String>,
    silences: u32,
}

/// The longest pause between two tries, in seconds.
const LONGEST_PAUSE: u32 = 30;

impl Placing {
    /// Nothing under way.
    pub fn idle() -> Self {
        Self {
            stage: Stage::Form,
            key: None,
            body: String::new(),
            others: Vec::new(),
            ruled_out: Vec::new(),
            silences: 0,
        }
    }

    /// The attempt, saved by the caller already, is about to be sent for the first time.
    pub fn start(attempt: &Attempt) -> Self {
        Self {
            stage: Stage::Sending,
            key: Some(attempt.key.clone()),
            body: attempt.body.clone(),
            others: attempt.earlier.clone(),
            ruled_out: Vec::new(),
            silences: 0,
        }
    }

    /// An attempt that was found on the device: it may have been an order for long.
    pub fn resume(attempt: &Attempt) -> Self {
        Self { stage: Stage::Checking, ..Self::start(attempt) }
    }

    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// The key and the body to send.
    pub fn request(&self) -> Option<(OrderKey, String)> {
        self.under_way().then(|| self.key.clone().map(|key| (key, self.body.clone()))).flatten()
    }

    /// Whether an answer is awaited.
    pub fn under_way(&self) -> bool {
        matches!(self.stage, Stage::Sending | Stage::Checking)
    }

    /// Whether it has been silent for so long that the buyer may want to change the order and send it anew.
    pub fn is_tedious(&self) -> bool {
        self.stage == Stage::Checking && self.silences >= 4
    }

    /// Takes an answer to [`Placing::request`].
    pub fn answered(&mut self, answer: Result<Placed, ApiError>) -> Next {
        let error = match answer {
            Ok(placed) => return self.stop(Stage::Placed(Box::new(placed))),
            Err(error) => error,
        };
        if error.leaves_doubt() {
            return self.silent(&error);
        }
        match error {
            ApiError::Refused(problem) => match problem.code.as_str() {
                "key_reused" => self.other_body(),
                "price_changed" | "sold_out" => self.stop(Stage::Changed),
                _ => self.stop(Stage::Refused(problem)),
            },
            _ => self.stop(Stage::Gone),
        }
    }

    /// Hears of bodies that another tab sent under this key meanwhile.
    pub fn learn(&mut self, attempt: &Attempt) {
        let own = Some(&attempt.key) == self.key.as_ref();
        for body in attempt.earlier.iter().chain([&attempt.body]).filter(|_| own) {
            if *body != self.body && !self.others.contains(body) && !self.ruled_out.contains(body) {
                self.others.push(body.clone());
            }
        }
    }

    fn stop(&mut self, stage: Stage) -> Next {
        self.stage = stage;
        Next::Stop
    }

    fn silent(&mut self, error: &ApiError) -> Next {
        let pause = LONGEST_PAUSE.min(1 << self.silences.min(5));
        let pause = if let ApiError::Limited { seconds } = error { pause.max(*seconds) } else { pause };
        self.silences += 1;
        self.stage = Stage::Checking;
        Next::Send { after: pause * 1000 }
    }

    /// The key stands for another body: one that this device sent before, or one that only another tab knows.
    fn other_body(&mut self) -> Next {
        match self.others.pop() {
            Some(body) => {
                self.ruled_out.push(std::mem::replace(&mut self.body, body));
                Next::Send { after: 0 }
            }
            None => self.stop(Stage::Already),
        }
    }
}

#[cfg(test)]
#[path = "placing_tests.rs"]
mod tests;
