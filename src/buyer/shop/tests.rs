//! The shelf, as a buyer's way through a list.

use super::shelf::{Ask, Shelf, State};
use crate::api::{ApiError, GoodsCard, Listing};
use minishop_core::{Currency, GoodsId, Money};

fn card(id: &str, left: u32) -> GoodsCard {
    let price = Money::new(100, Currency::parse("CNY").expect("a currency")).expect("an amount");
    GoodsCard {
        id: GoodsId::parse(id).expect("an id"),
        title: id.to_owned(),
        category: None,
        photo: None,
        price,
        price_max: price,
        compare_at: None,
        left,
    }
}

fn page(ids: &[&str], next: Option<&str>) -> Listing {
    Listing { items: ids.iter().map(|id| card(id, 5)).collect(), next: next.map(str::to_owned) }
}

fn shown(shelf: &Shelf) -> Vec<&str> {
    shelf.cards.iter().map(|card| card.id.as_str()).collect()
}

/// A shelf with its first page.
fn filled() -> Shelf {
    let mut shelf = Shelf::new();
    let first = shelf.search();
    assert_eq!(first.ask, Ask::Front);
    shelf.take(first.turn, Ok(page(&["a", "b"], Some("2"))));
    shelf
}

#[test]
fn the_list_grows_page_by_page_without_doubles() {
    let mut shelf = filled();
    let next = shelf.grow().expect("there is a next page");
    let expected = Ask::List { category: None, typed: String::new(), cursor: Some("2".to_owned()) };
    assert_eq!(next.ask, expected);
    assert_eq!(shelf.grow(), None, "one at a time");
    shelf.take(next.turn, Ok(page(&["b", "c"], None)));
    assert_eq!(shown(&shelf), ["a", "b", "c"]);
    assert_eq!(shelf.grow(), None, "the end");
}

#[test]
fn only_the_last_search_counts() {
    let mut shelf = filled();
    shelf.typed = "cu".to_owned();
    let slow = shelf.search();
    shelf.typed = "cup".to_owned();
    let last = shelf.search();
    shelf.take(last.turn, Ok(page(&["cup"], None)));
    shelf.take(slow.turn, Ok(page(&["cube"], None)));
    assert_eq!(shown(&shelf), ["cup"]);
    assert_eq!(shelf.state, State::Ready);
}

#[test]
fn a_next_page_of_an_old_search_is_not_mixed_in() {
    let mut shelf = filled();
    let old = shelf.grow().expect("there is a next page");
    shelf.category = Some("tea".to_owned());
    let new = shelf.search();
    shelf.take(old.turn, Ok(page(&["c"], None)));
    shelf.take(new.turn, Ok(page(&["green"], None)));
    assert_eq!(shown(&shelf), ["green"]);
}

#[test]
fn a_failed_next_page_can_be_asked_for_again() {
    let mut shelf = filled();
    let next = shelf.grow().expect("there is a next page");
    shelf.take(next.turn, Err(ApiError::Offline));
    assert_eq!(shelf.state, State::Stuck(ApiError::Offline));
    assert_eq!(shown(&shelf), ["a", "b"]);
    assert!(shelf.grow().is_some());
}

#[test]
fn coming_back_refreshes_in_place() {
    let mut shelf = filled();
    let next = shelf.grow().expect("there is a next page");
    shelf.take(next.turn, Ok(page(&["c", "d"], None)));
    let again = shelf.refresh().expect("it is ready");
    let news = Listing { items: vec![card("new", 9), card("b", 0)], next: Some("2".to_owned()) };
    shelf.take(again.turn, Ok(news));
    assert_eq!(shown(&shelf), ["a", "b", "c", "d"]);
    assert_eq!(shelf.cards[1].left, 0);

    let again = shelf.refresh().expect("it is ready");
    shelf.take(again.turn, Err(ApiError::Slow));
    assert_eq!(shelf.state, State::Ready, "a failed refresh is no trouble");
    let again = shelf.refresh().expect("it is ready");
    shelf.take(again.turn, Err(ApiError::Unknown));
    assert_eq!(shelf.state, State::Failed(ApiError::Unknown), "but a shop that is gone is");
}
