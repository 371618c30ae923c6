//! The till: orders that come in while a commit is on its way to the disk wait here, and the next one takes them all.

use super::attempt::Attempt;
use super::together::{self, Outcome};
use crate::db::{Conn, Writer};
use crate::error::{Failure, Problem};
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};

/// Attempts that may wait at once; more are told that the server is busy.
const QUEUE: usize = 1024;

type Answer = Result<Outcome, Problem>;

struct Waiting {
    attempt: Attempt,
    answer: oneshot::Sender<Answer>,
}

/// A handle to the till; cheap to clone.
#[derive(Clone)]
pub struct Till {
    queue: mpsc::Sender<Waiting>,
}

impl Till {
    /// Takes attempts from now on, `at_once` in one transaction at most.
    pub fn open(write: Writer, at_once: usize) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(serve(write, waiting, at_once.max(1)));
        Self { queue }
    }

    /// The order, once it is on the disk, or why there is none.
    pub async fn place(&self, attempt: Attempt) -> Answer {
        let (answer, outcome) = oneshot::channel();
        self.queue.try_send(Waiting { attempt, answer }).map_err(|_| Failure::Busy)?;
        outcome.await.map_err(|_| Failure::Busy)?
    }
}

async fn serve(write: Writer, mut queue: mpsc::Receiver<Waiting>, at_once: usize) {
    let mut waiting = Vec::with_capacity(at_once);
    while queue.recv_many(&mut waiting, at_once).await > 0 {
        let (attempts, answers): (Vec<_>, Vec<_>) =
            waiting.drain(..).map(|one| (one.attempt, one.answer)).unzip();
        for (answer, outcome) in answers.into_iter().zip(commit(&write, attempts).await) {
            // The buyer may have gone; the order stands all the same, and the key finds it.
            let _ = answer.send(outcome);
        }
    }
}

/// One transaction for all; where the database refuses them together, one for each, so that none suffers for another.
async fn commit(write: &Writer, attempts: Vec<Attempt>) -> Vec<Answer> {
    let count = attempts.len();
    let attempts: Arc<[Attempt]> = attempts.into();
    match run(write, &attempts, 0..count).await {
        Ok(outcomes) => outcomes,
        Err(Failure::Database(error)) if count > 1 => {
            tracing::warn!(%error, count, "orders refused together are placed one by one");
            let mut outcomes = Vec::with_capacity(count);
            for at in 0..count {
                let alone = run(write, &attempts, at..at + 1).await;
                outcomes.extend(alone.unwrap_or_else(|failure| vec![Err(failure.into())]));
            }
            outcomes
        }
        Err(failure) => {
            let problem = Problem::from(failure);
            (0..count).map(|_| Err(problem.clone())).collect()
        }
    }
}

async fn run(
    write: &Writer,
    attempts: &Arc<[Attempt]>,
    range: std::ops::Range<usize>,
) -> Result<Vec<Answer>, Failure> {
    let attempts = attempts.clone();
    write
        .run(move |conn: &mut Conn| {
            Box::pin(async move { together::place(conn, attempts.get(range).unwrap_or_default()).await })
        })
        .await
}
