//! What a shop's screen shows, and how answers change it; a late answer to an old question changes nothing.

use crate::api::goods::Category;
use crate::api::{ApiError, Front, GoodsCard, Listing, Shop};

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

/// What to ask the backend for.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// The shop with its first goods.
    Front,
    /// A page of the goods in a category that match what was typed.
    List { category: Option<String>, typed: String, cursor: Option<String> },
}

/// One question; its answer counts only while it is the last one.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub turn: u32,
    pub ask: Ask,
}

/// A shop, what of its goods is looked for, and what was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Shelf {
    pub shop: Option<Shop>,
    pub categories: Vec<Category>,
    pub category: Option<String>,
    /// What stands in the search box.
    pub typed: String,
    pub cards: Vec<GoodsCard>,
    pub state: State,
    next: Option<String>,
    turn: u32,
}

impl Shelf {
    /// Nothing known yet.
    pub fn new() -> Self {
        Self {
            shop: None,
            categories: Vec::new(),
            category: None,
            typed: String::new(),
            cards: Vec::new(),
            state: State::Asking,
            next: None,
            turn: 0,
        }
    }

    /// Asks for the first page of what is looked for.
    pub fn search(&mut self) -> Question {
        self.state = State::Asking;
        self.question(None)
    }

    /// Asks again for what is shown, without a word.
    pub fn refresh(&mut self) -> Option<Question> {
        (self.state == State::Ready).then(|| self.question(None))
    }

    /// Asks for the next page, if there is one and nothing is under way.
    pub fn grow(&mut self) -> Option<Question> {
        if !matches!(self.state, State::Ready | State::Stuck(_)) {
            return None;
        }
        let cursor = self.next.clone()?;
        self.state = State::Growing;
        Some(self.question(Some(cursor)))
    }

    fn question(&mut self, cursor: Option<String>) -> Question {
        self.turn += 1;
        let whole = cursor.is_none() && self.category.is_none() && self.typed.trim().is_empty();
        let ask = if whole {
            Ask::Front
        } else {
            Ask::List { category: self.category.clone(), typed: self.typed.clone(), cursor }
        };
        Question { turn: self.turn, ask }
    }

    /// Takes the answer to [`Ask::Front`].
    pub fn take_front(&mut self, turn: u32, answer: Result<Front, ApiError>) {
        if turn != self.turn {
            return;
        }
        let listing = answer.map(|front| {
            self.shop = Some(front.shop);
            self.categories = front.categories;
            front.goods
        });
        self.take(turn, listing);
    }

    /// Takes the answer to [`Ask::List`].
    pub fn take(&mut self, turn: u32, answer: Result<Listing, ApiError>) {
        if turn != self.turn {
            return;
        }
        match (answer, self.state == State::Growing) {
            (Ok(page), true) => self.append(page),
            (Ok(page), false) => self.replace(page),
            (Err(error), true) => self.state = State::Stuck(error),
            // A refresh nobody asked for fails in silence, except that the shop may be gone.
            (Err(error), false) if self.state != State::Ready || error == ApiError::Unknown => {
                self.state = State::Failed(error);
            }
            (Err(_), false) => {}
        }
    }

    fn append(&mut self, page: Listing) {
        // A list that changed meanwhile may show goods of the last page again.
        let fresh = |card: &GoodsCard| !self.cards.iter().any(|own| own.id == card.id);
        let fresh: Vec<_> = page.items.into_iter().filter(fresh).collect();
        self.cards.extend(fresh);
        self.next = page.next;
        self.state = State::Ready;
    }

    fn replace(&mut self, page: Listing) {
        let refreshed = self.state == State::Ready && self.cards.len() > page.items.len();
        if refreshed {
            // The buyer has scrolled on: news are shown in their place, the place itself stays.
            for card in page.items {
                if let Some(own) = self.cards.iter_mut().find(|own| own.id == card.id) {
                    *own = card;
                }
            }
        } else {
            self.cards = page.items;
            self.next = page.next;
        }
        self.state = State::Ready;
    }

    /// What leaves nothing to show: the shop is gone, or never came.
    pub fn fatal(&self) -> Option<ApiError> {
        match &self.state {
            State::Failed(error) if self.shop.is_none() || *error == ApiError::Unknown => Some(error.clone()),
            _ => None,
        }
    }

    /// Whether there is more to load.
    pub fn more(&self) -> bool {
        self.next.is_some()
    }
}
