//! Pieces of the screens in a real browser: what a buyer taps, types and sees.
#![cfg(target_arch = "wasm32")]

mod browser;
#[path = "browser/views.rs"]
mod views;

use browser::{Page, settled};
use minishop::components::{Stepper, live_text, stepper};
use minishop::text::Language;
// The macro writes paths from the crate it is used in.
use minishop::view;
use minishop::view::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A stepper from 2, at most 4, and the value it changes.
fn counting() -> (Page, RwSignal<u32>) {
    let value = RwSignal::new(2);
    let page = Page::show(move || {
        let own = Stepper {
            value: Signal::derive(move || value.get()),
            most: Signal::derive(|| 4),
            on_change: Callback::new(move |wanted| value.set(wanted)),
        };
        stepper(own, "Tea mug", &Language::En.text().common)
    });
    (page, value)
}

#[wasm_bindgen_test]
async fn a_stepper_steps_and_stops_at_its_limits() {
    let (page, value) = counting();
    let common = &Language::En.text().common;
    let [more, fewer] = [common.more, common.fewer].map(|word| page.button(&format!("{word}: Tea mug")));
    more.click();
    more.click();
    settled().await;
    assert_eq!(value.get_untracked(), 4);
    assert_eq!(page.field().value(), "4");
    assert!(more.has_attribute("disabled"), "there is no fifth piece");
    for _ in 0..3 {
        fewer.click();
    }
    settled().await;
    assert_eq!(value.get_untracked(), 1);
    assert!(fewer.has_attribute("disabled"), "one piece is the least");
}

#[wasm_bindgen_test]
async fn a_typed_number_becomes_the_nearest_possible_one() {
    let (page, value) = counting();
    for (typed, expected) in [("3", 3), ("99", 4), ("0", 1), ("", 1), ("two", 1), ("-2", 2)] {
        page.type_in(&page.field(), typed);
        settled().await;
        assert_eq!(value.get_untracked(), expected, "{typed:?}");
        assert_eq!(page.field().value(), expected.to_string(), "the field shows what is in force");
    }
}

#[wasm_bindgen_test]
async fn what_did_not_change_stays_in_the_page_with_its_focus() {
    let turn = RwSignal::new(1);
    let page = Page::show(move || {
        let part =
            move || view! { <p><button type="button">{turn.get().to_string()}</button></p> }.into_any();
        view! { <div>{minishop::components::live(part)}</div> }.into_any()
    });
    let before = page.button("1");
    before.focus().expect("a button takes the focus");
    turn.set(2);
    settled().await;
    let after = page.button("2");
    assert!(after.is_same_node(Some(&before)), "the button was changed, not made anew");
    let active = document().active_element().expect("something has the focus");
    assert!(active.is_same_node(Some(&after)));
}

#[wasm_bindgen_test]
async fn text_from_people_is_text() {
    let name = "<img src=x onerror=alert(1)><b>bold</b>";
    let page = Page::show(move || view! { <p title=name>{name}</p> }.into_any());
    assert!(page.find("img").is_none() && page.find("b").is_none());
    assert_eq!(page.find("p").and_then(|own| own.text_content()).as_deref(), Some(name));
}

#[wasm_bindgen_test]
async fn both_languages_say_how_many() {
    for (language, one, two) in [(Language::En, "1", "2"), (Language::Zh, "1", "2")] {
        let count = RwSignal::new(1);
        let common = &language.text().common;
        let page = Page::show(move || {
            view! { <p>{live_text(move || (common.cart_holds)(count.get()))}</p> }.into_any()
        });
        let said = || page.find("p").and_then(|own| own.text_content()).unwrap_or_default();
        assert!(said().contains(one), "{}", said());
        count.set(2);
        settled().await;
        assert!(said().contains(two), "{}", said());
    }
}
