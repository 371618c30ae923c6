//! What the list shows and what was asked for; kept while the seller is elsewhere.

use crate::api::ApiError;
use crate::api::desk::{Counts, DeskCard, Filter, GoodsPage, goods};
use crate::app::wait::Wait;

/// The list and how it was found.
#[derive(Clone, PartialEq, Debug)]
pub struct Shelf {
    pub filter: Filter,
    /// The category's id.
    pub category: Option<String>,
    pub typed: String,
    pub items: Wait<Vec<DeskCard>>,
    /// Whether there are more.
    pub next: bool,
    pub counts: Counts,
    /// Goods to be read at least.
    pub wanted: usize,
    /// Counts the questions: only the last one's answer counts.
    turn: u32,
}

/// One question.
#[derive(Clone)]
pub struct Asked {
    filter: Filter,
    category: Option<String>,
    typed: String,
    wanted: usize,
}

impl Asked {
    /// Page after page until as many are here as are wanted.
    pub async fn pages(&self) -> Result<GoodsPage, ApiError> {
        let mut all: Option<GoodsPage> = None;
        loop {
            let cursor = all.as_ref().and_then(|all| all.next.clone());
            let page =
                goods::list(self.filter, self.category.as_deref(), &self.typed, cursor.as_deref()).await?;
            let all = match &mut all {
                Some(all) => {
                    all.items.extend(page.items);
                    all.next = page.next;
                    all
                }
                None => all.insert(page),
            };
            if all.next.is_none() || all.items.len() >= self.wanted {
                return Ok(all.clone());
            }
        }
    }
}

impl Shelf {
    pub fn new() -> Self {
        Self {
            filter: Filter::All,
            category: None,
            typed: String::new(),
            items: Wait::Asked,
            next: false,
            counts: Counts::default(),
            wanted: 0,
            turn: 0,
        }
    }

    /// Whether there are no goods at all: nothing to look for either.
    pub fn is_bare(&self) -> bool {
        let all = self.filter == Filter::All && self.category.is_none() && self.typed.trim().is_empty();
        all && self.items.here().is_some_and(Vec::is_empty)
    }

    /// Goods shown.
    pub fn len(&self) -> usize {
        self.items.here().map_or(0, Vec::len)
    }

    /// Begins to ask.
    pub fn begin(&mut self) -> (u32, Asked) {
        if matches!(self.items, Wait::Failed(_)) {
            self.items = Wait::Asked;
        }
        self.turn += 1;
        let asked = Asked {
            filter: self.filter,
            category: self.category.clone(),
            typed: self.typed.clone(),
            wanted: self.wanted,
        };
        (self.turn, asked)
    }

    /// Takes the answer to that question.
    pub fn take(&mut self, turn: u32, answer: Result<GoodsPage, ApiError>) {
        if turn != self.turn {
            return;
        }
        self.items.take(answer.map(|page| {
            self.next = page.next.is_some();
            self.counts = page.counts;
            // Coming back shows as much as there was.
            self.wanted = page.items.len();
            page.items
        }));
    }

    /// Shows one as it stands now.
    pub fn put(&mut self, card: DeskCard) {
        if let Wait::Here(items) = &mut self.items
            && let Some(own) = items.iter_mut().find(|own| own.id == card.id)
        {
            *own = card;
        }
    }

    /// Moves one to another place.
    pub fn reorder(&mut self, from: usize, to: usize) {
        if let Wait::Here(items) = &mut self.items
            && from < items.len()
            && to < items.len()
        {
            let own = items.remove(from);
            items.insert(to, own);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_question_is_answered() {
        let page =
            |all| GoodsPage { items: Vec::new(), next: None, counts: Counts { all, ..Counts::default() } };
        let mut shelf = Shelf::new();
        let (first, _) = shelf.begin();
        let (second, _) = shelf.begin();
        shelf.take(second, Ok(page(2)));
        shelf.take(first, Ok(page(1)));
        assert_eq!(shelf.counts.all, 2);
        let (third, _) = shelf.begin();
        shelf.take(third, Err(ApiError::Offline));
        assert_eq!(shelf.items, Wait::Here(Vec::new()), "what is shown stays");
    }
}
