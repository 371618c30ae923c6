//! What a tab of orders shows, and how answers change it; a late answer to an old question changes nothing.

use crate::api::ApiError;
use crate::api::desk::orders::{OrderCard, Orders, PAGE};
use minishop_core::OrderId;

/// What the list is doing.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// The first page is on its way; what was found before stands until then.
    Asking,
    /// The next page is on its way.
    Growing,
    Ready,
    /// There is no first page.
    Failed(ApiError),
    /// The next page did not come; what is there stays.
    Stuck(ApiError),
}

/// What to ask for; its answer counts only while it is the last question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub turn: u32,
    pub typed: String,
    /// The page after this one; without it, the first orders.
    pub cursor: Option<String>,
    pub count: usize,
}

/// One tab's orders, or those that were searched for.
#[derive(Debug, Clone, PartialEq)]
pub struct Shelf {
    /// What stands in the search box.
    pub typed: String,
    pub cards: Vec<OrderCard>,
    /// Those that came while the list was looked at.
    pub fresh: Vec<OrderId>,
    pub state: State,
    next: Option<String>,
    turn: u32,
    /// What is shown is being made right, without a word.
    quiet: bool,
    /// Something happened while a question was under way: ask again when it is answered.
    again: bool,
}

impl Shelf {
    /// Nothing known yet.
    pub fn new() -> Self {
        Self {
            typed: String::new(),
            cards: Vec::new(),
            fresh: Vec::new(),
            state: State::Asking,
            next: None,
            turn: 0,
            quiet: false,
            again: false,
        }
    }

    /// Asks for the first orders of what is looked for.
    pub fn search(&mut self) -> Question {
        self.state = State::Asking;
        self.quiet = false;
        self.again = false;
        self.question(None, PAGE)
    }

    /// Something may have changed: asks for all that is shown, once nothing else is under way.
    pub fn refresh(&mut self) -> Option<Question> {
        if self.quiet || matches!(self.state, State::Asking | State::Growing) {
            self.again = true;
            return None;
        }
        if matches!(self.state, State::Failed(_)) {
            return Some(self.search());
        }
        self.quiet = true;
        let count = self.cards.len().max(PAGE);
        Some(self.question(None, count))
    }

    /// Asks for the next page, if there is one and nothing is under way.
    pub fn grow(&mut self) -> Option<Question> {
        if self.quiet || !matches!(self.state, State::Ready | State::Stuck(_)) {
            return None;
        }
        let cursor = self.next.clone()?;
        self.state = State::Growing;
        Some(self.question(Some(cursor), PAGE))
    }

    fn question(&mut self, cursor: Option<String>, count: usize) -> Question {
        self.turn += 1;
        Question { turn: self.turn, typed: self.typed.trim().to_owned(), cursor, count }
    }

    /// Takes an answer, and asks again where something happened meanwhile.
    pub fn take(&mut self, turn: u32, answer: Result<Orders, ApiError>) -> Option<Question> {
        if turn != self.turn {
            return None;
        }
        let quiet = std::mem::take(&mut self.quiet);
        match (answer, self.state == State::Growing) {
            (Ok(page), true) => self.append(page),
            (Ok(page), false) => self.replace(page, quiet),
            (Err(error), true) => self.state = State::Stuck(error),
            // What nobody asked for fails in silence.
            (Err(_), false) if quiet => {}
            (Err(error), false) => self.state = State::Failed(error),
        }
        if std::mem::take(&mut self.again) { self.refresh() } else { None }
    }

    fn append(&mut self, page: Orders) {
        // A list that changed meanwhile may show orders of the last page again.
        let fresh = |card: &OrderCard| !self.cards.iter().any(|own| own.id == card.id);
        let fresh: Vec<_> = page.items.into_iter().filter(fresh).collect();
        self.cards.extend(fresh);
        self.next = page.next;
        self.state = State::Ready;
    }

    fn replace(&mut self, page: Orders, quiet: bool) {
        let new = |card: &&OrderCard| !self.cards.iter().any(|own| own.id == card.id);
        let came = page.items.iter().filter(new).map(|card| card.id.clone());
        self.fresh = if quiet { came.collect() } else { Vec::new() };
        self.cards = page.items;
        self.next = page.next;
        self.state = State::Ready;
    }

    /// Whether there is more to load.
    pub fn more(&self) -> bool {
        self.next.is_some()
    }
}
