//! How the list changes with answers and news.

use super::shelf::{Shelf, State};
use crate::api::desk::orders::{Counts, OrderCard, Orders, PAGE};
use crate::api::{ApiError, PaymentKind};
use minishop_core::{Currency, Money, OrderId, Status};

fn card(id: &str) -> OrderCard {
    let currency = Currency::parse("CNY").expect("a currency");
    OrderCard {
        id: OrderId::parse(id).expect("an id"),
        code: id.to_owned(),
        status: Status::New,
        placed_at: 0,
        name: "Ann".to_owned(),
        phone: "123456".to_owned(),
        total: Money::zero(currency),
        pieces: 1,
        photo: None,
        titles: Vec::new(),
        payment: PaymentKind::Transfer,
        pickup: false,
        expires_at: None,
        proofs: 0,
        version: 1,
    }
}

fn page(ids: &[&str], next: Option<&str>) -> Orders {
    let items = ids.iter().map(|id| card(id)).collect();
    Orders { items, next: next.map(str::to_owned), counts: Counts::default(), seq: 1 }
}

fn shown(shelf: &Shelf) -> Vec<&str> {
    shelf.cards.iter().map(|card| card.id.as_str()).collect()
}

fn filled() -> Shelf {
    let mut shelf = Shelf::new();
    let question = shelf.search();
    assert_eq!(shelf.take(question.turn, Ok(page(&["c", "b"], Some("b")))), None);
    shelf
}

#[test]
fn a_new_order_comes_in_quietly_and_is_marked_new() {
    let mut shelf = filled();
    let question = shelf.refresh().expect("a question");
    assert_eq!((question.cursor, question.count), (None, PAGE));
    assert_eq!(shelf.state, State::Ready, "nothing is said while what is shown is made right");
    shelf.take(question.turn, Ok(page(&["d", "c", "b"], Some("b"))));
    assert_eq!(shown(&shelf), ["d", "c", "b"]);
    assert_eq!(shelf.fresh, [OrderId::parse("d").expect("an id")]);
}

#[test]
fn the_first_orders_are_not_marked_new() {
    assert!(filled().fresh.is_empty());
}

#[test]
fn news_during_a_question_are_asked_for_after_it() {
    let mut shelf = filled();
    let first = shelf.refresh().expect("a question");
    assert_eq!(shelf.refresh(), None);
    assert_eq!(shelf.refresh(), None);
    let second = shelf.take(first.turn, Ok(page(&["c", "b"], None))).expect("asked again, once");
    assert_eq!(shelf.take(second.turn, Ok(page(&["e", "d", "c", "b"], None))), None);
    assert_eq!(shown(&shelf), ["e", "d", "c", "b"]);
}

#[test]
fn a_list_that_was_scrolled_is_made_right_as_a_whole() {
    let mut shelf = filled();
    let more = shelf.grow().expect("a next page");
    let ids: Vec<String> = (0..PAGE).map(|at| format!("x{at}")).collect();
    shelf.take(more.turn, Ok(page(&ids.iter().map(String::as_str).collect::<Vec<_>>(), Some("x"))));
    assert_eq!(shelf.refresh().expect("a question").count, PAGE + 2);
}

#[test]
fn an_order_is_listed_once_whatever_the_pages_say() {
    let mut shelf = filled();
    let more = shelf.grow().expect("a next page");
    shelf.take(more.turn, Ok(page(&["b", "a"], None)));
    assert_eq!(shown(&shelf), ["c", "b", "a"]);
    assert!(!shelf.more());
}

#[test]
fn a_late_answer_and_a_failed_refresh_change_nothing() {
    let mut shelf = filled();
    let late = shelf.refresh().expect("a question");
    shelf.typed = "ann".to_owned();
    let search = shelf.search();
    assert_eq!(search.typed, "ann");
    shelf.take(late.turn, Ok(page(&["z"], None)));
    assert_eq!(shown(&shelf), ["c", "b"]);
    shelf.take(search.turn, Ok(page(&["c"], None)));
    let refresh = shelf.refresh().expect("a question");
    shelf.take(refresh.turn, Err(ApiError::Offline));
    assert_eq!((shown(&shelf), &shelf.state), (vec!["c"], &State::Ready));
}

#[test]
fn a_list_that_never_came_is_asked_for_again() {
    let mut shelf = Shelf::new();
    let question = shelf.search();
    shelf.take(question.turn, Err(ApiError::Slow));
    assert_eq!(shelf.state, State::Failed(ApiError::Slow));
    assert!(shelf.refresh().is_some());
    assert_eq!(shelf.state, State::Asking);
}
