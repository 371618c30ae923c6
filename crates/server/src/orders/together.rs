//! Placing many orders in one transaction: what they need is read once, each is judged in turn against what the ones
//! before it have left, and all that hold are written by a few statements.

mod draft;
mod rows;

use super::Order;
use super::attempt::Attempt;
use crate::db::Conn;
use crate::error::{Failure, Problem};
use crate::quotes;
use axum::http::StatusCode;
use draft::{Counter, Draft};
use std::collections::HashMap;

/// What came of an attempt.
pub enum Outcome {
    /// Placed now.
    Fresh(Box<Order>),
    /// This key had placed the order with this id.
    Before(String),
}

/// Judges and writes them; one answer for each, in order. An `Err` of the whole leaves nothing behind.
pub async fn place(conn: &mut Conn, attempts: &[Attempt]) -> Result<Vec<Result<Outcome, Problem>>, Failure> {
    let mut placed = rows::placed(conn, attempts).await?;
    let is_new = |attempt: &&Attempt| !placed.contains_key(&(attempt.number(), attempt.key_hash.clone()));
    let fresh: Vec<&Attempt> = attempts.iter().filter(is_new).collect();
    let mut counters = HashMap::new();
    for attempt in &fresh {
        if !counters.contains_key(&attempt.number()) {
            counters.insert(attempt.number(), Counter::of(conn, attempt.shop).await?);
        }
    }
    let mut shelf = match fresh.is_empty() {
        true => HashMap::new(),
        false => {
            let wanted = fresh.iter().flat_map(|attempt| attempt.wanted.iter());
            quotes::shelf(conn, wanted.map(|line| line.sku.as_str())).await?
        }
    };

    let mut drafts: Vec<Draft> = Vec::with_capacity(fresh.len());
    let mut outcomes = Vec::with_capacity(attempts.len());
    for attempt in attempts {
        let key = (attempt.number(), attempt.key_hash.clone());
        // Found before, or placed a moment ago in this very group.
        if let Some((body, id)) = placed.get(&key) {
            outcomes.push(match *body == attempt.body_hash {
                true => Ok(Ending::Before(id.clone())),
                false => Err(reused()),
            });
            continue;
        }
        let counter = counters.get(&attempt.number()).and_then(Option::as_ref);
        let judged = counter.ok_or_else(Problem::unknown_shop);
        outcomes.push(judged.and_then(|counter| Draft::of(attempt, counter, &mut shelf)).map(|draft| {
            placed.insert(key, (attempt.body_hash.clone(), attempt.id.clone()));
            drafts.push(draft);
            Ending::Draft(drafts.len() - 1)
        }));
    }
    if !drafts.is_empty() {
        rows::write(conn, &mut drafts).await?;
    }
    let ended = |ending| match ending {
        Ending::Before(id) => Ok(Outcome::Before(id)),
        Ending::Draft(at) => Ok(Outcome::Fresh(Box::new(drafts[at].order()?))),
    };
    Ok(outcomes.into_iter().map(|outcome| outcome.and_then(ended)).collect())
}

enum Ending {
    Before(String),
    /// The draft's place.
    Draft(usize),
}

fn reused() -> Problem {
    let detail = "This key has already placed another order; a new order needs a new key.";
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "key_reused", detail)
}
