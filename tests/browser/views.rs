//! The rules of views: what stays, what goes, and in which order.

use super::browser::{Page, settled};
use minishop::components::live;
use minishop::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

/// The texts of the piece's list.
fn items(page: &Page) -> Vec<String> {
    let list = page.find("ul").expect("a list").children();
    (0..list.length()).filter_map(|at| list.item(at)?.text_content()).collect()
}

#[wasm_bindgen_test]
async fn a_named_item_is_kept_wherever_it_moves() {
    let names = RwSignal::new(vec!["a", "b", "c"]);
    let page = Page::show(move || {
        let item = |name: &&'static str| (name.to_string(), view! { <li class=*name>{*name}</li> });
        let list = live(move || AnyView::keyed(names.with(|names| names.iter().map(item).collect())));
        view! { <ul>{list}</ul> }
    });
    let node = |name: &str| page.find(&format!("li.{name}"));
    let same = |one: &Option<Element>, other: &Option<Element>| one.is_some() && one == other;
    let (a, c) = (node("a"), node("c"));
    names.set(vec!["c", "x", "a"]);
    settled().await;
    assert_eq!(items(&page), ["c", "x", "a"]);
    assert!(same(&a, &node("a")) && same(&c, &node("c")), "moved, not made anew");
    names.set(Vec::new());
    settled().await;
    assert!(items(&page).is_empty());
    names.set(vec!["b", "a"]);
    settled().await;
    assert_eq!(items(&page), ["b", "a"]);
}

#[wasm_bindgen_test]
async fn parts_that_come_and_go_keep_their_places() {
    let shown = RwSignal::new([false, true, false]);
    let page = Page::show(move || {
        let part = move |at: usize| {
            let inside = move || ["x", "y", "z"][at].to_owned();
            live(move || shown.get()[at].then(|| (view! { <i>{inside}</i> }, "+")).into_any())
        };
        view! { <p>"("{part(0)}{part(1)}"|"{part(2)}")"</p> }
    });
    let text = || page.find("p").and_then(|own| own.text_content()).unwrap_or_default();
    for (which, expected) in [
        ([false, true, false], "(y+|)"),
        ([true, true, true], "(x+y+|z+)"),
        ([true, false, true], "(x+|z+)"),
        ([false, false, false], "(|)"),
        ([false, true, true], "(y+|z+)"),
    ] {
        shown.set(which);
        settled().await;
        assert_eq!(text(), expected);
    }
}

#[wasm_bindgen_test]
async fn a_view_made_anew_answers_with_its_own_words() {
    let turn = RwSignal::new(1_u32);
    let said = RwSignal::new(0_u32);
    let page = Page::show(move || {
        live(move || {
            let now = turn.get();
            view! { <button type="button" title=now disabled=now == 3 on:click=move |_| said.set(now)>"say"</button> }
        })
    });
    for now in [1, 2] {
        turn.set(now);
        settled().await;
        page.button("say").click();
        assert_eq!(said.get_untracked(), now, "the handler is the one of this view");
        assert_eq!(page.button("say").title(), now.to_string());
    }
    turn.set(3);
    settled().await;
    assert!(page.button("say").has_attribute("disabled"));
    turn.set(4);
    settled().await;
    assert!(!page.button("say").has_attribute("disabled"));
}

#[wasm_bindgen_test]
async fn an_ending_screen_may_still_read_what_it_knows() {
    let open = RwSignal::new(true);
    let heard = RwSignal::new(String::new());
    let _page = Page::show(move || {
        live(move || {
            if !open.get() {
                return ().into_any();
            }
            let own = StoredValue::new("mine".to_owned());
            on_cleanup(move || heard.set(own.try_get_value().unwrap_or_default()));
            // After it is gone, nothing answers.
            let word = RwSignal::new(1);
            set_timeout(move || assert_eq!(word.try_get_untracked(), None), std::time::Duration::ZERO);
            view! { <p>"open"</p> }
        })
    });
    open.set(false);
    settled().await;
    assert_eq!(heard.get_untracked(), "mine");
}

#[wasm_bindgen_test]
async fn a_made_value_tells_only_of_what_is_new() {
    let number = RwSignal::new(1);
    let runs = RwSignal::new(0);
    let page = Page::show(move || {
        let even = Memo::new(move || number.get() % 2 == 0);
        let word = move || {
            runs.try_update(|runs| *runs += 1);
            if even.get() { "even" } else { "odd" }
        };
        view! { <p>{word}</p> }
    });
    for (next, word, expected) in [(3, "odd", 1), (4, "even", 2), (8, "even", 2), (9, "odd", 3)] {
        number.set(next);
        settled().await;
        assert_eq!(page.find("p").and_then(|own| own.text_content()).as_deref(), Some(word));
        assert_eq!(runs.get_untracked(), expected);
    }
}

#[wasm_bindgen_test]
async fn what_is_gone_is_not_drawn_once_more() {
    for deep in [false, true] {
        let (there, count) = (RwSignal::new(true), RwSignal::new(0_u32));
        let page = Page::show(move || {
            live(move || {
                if !there.get() {
                    return view! { <p>"gone"</p> };
                }
                let double = Memo::new(move || count.get() * 2);
                let inner = live(move || double.get().into_any());
                if deep {
                    view! { <div><i>{live(move || view! { <b>{count.get()}</b> })}{inner}</i></div> }
                } else {
                    inner
                }
            })
        });
        // The inner part hears of its change when the outer one has taken it away.
        count.set(1);
        there.set(false);
        settled().await;
        assert_eq!(page.find("p").and_then(|own| own.text_content()).as_deref(), Some("gone"));
    }
}
