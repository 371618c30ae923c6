//! The smallest screens, the largest text and a wide screen: nothing sticks out, nothing on a button is cut.

use crate::sides::{Side, walk};
use minishop_e2e::{Buyer, Model, journey};

fn nothing_cut(side: Side, model: Model, double: bool) {
    journey(async move |world| {
        let mut found = 0;
        let prepare = async move |buyer: &Buyer| {
            if double {
                buyer.double_text().await;
            }
        };
        walk(side, world, model, prepare, async |buyer, place| {
            let here = buyer.cut(place).await;
            let size = if double { "double" } else { "plain" };
            buyer.photograph(&format!("{}-{}-{size}", model.language, model.width), place).await;
            // At once, for a walk that does not reach its end.
            here.iter().for_each(|fault| eprintln!("{fault}"));
            found += here.len();
        })
        .await;
        let size = if double { "double" } else { "plain" };
        assert!(found == 0, "{found} faults, {size} text, {model:?}");
    });
}

#[test]
fn english_on_a_small_screen() {
    nothing_cut(Side::Buyer, Model::ENGLISH.small(), false);
}

#[test]
fn chinese_on_a_small_screen() {
    nothing_cut(Side::Buyer, Model::CHINESE.small(), false);
}

#[test]
fn english_with_double_text() {
    nothing_cut(Side::Buyer, Model::ENGLISH, true);
}

#[test]
fn chinese_with_double_text_on_a_small_screen() {
    nothing_cut(Side::Buyer, Model::CHINESE.small(), true);
}

#[test]
fn english_on_a_wide_screen() {
    nothing_cut(Side::Buyer, Model::ENGLISH.wide(), false);
}

#[test]
fn desk_in_english_on_a_small_screen() {
    nothing_cut(Side::Seller, Model::ENGLISH.small(), false);
}

#[test]
fn desk_in_chinese_on_a_small_screen() {
    nothing_cut(Side::Seller, Model::CHINESE.small(), false);
}

#[test]
fn desk_in_english_with_double_text() {
    nothing_cut(Side::Seller, Model::ENGLISH, true);
}

#[test]
fn desk_in_chinese_with_double_text_on_a_small_screen() {
    nothing_cut(Side::Seller, Model::CHINESE.small(), true);
}

#[test]
fn desk_in_english_on_a_wide_screen() {
    nothing_cut(Side::Seller, Model::ENGLISH.wide(), false);
}

#[test]
fn books_in_english_on_a_small_screen() {
    nothing_cut(Side::Books, Model::ENGLISH.small(), false);
}

#[test]
fn books_in_chinese_with_double_text_on_a_small_screen() {
    nothing_cut(Side::Books, Model::CHINESE.small(), true);
}

#[test]
fn books_in_english_on_a_wide_screen() {
    nothing_cut(Side::Books, Model::ENGLISH.wide(), false);
}

#[test]
fn sellers_shop_in_english_on_a_small_screen() {
    nothing_cut(Side::SellersShop, Model::ENGLISH.small(), false);
}

#[test]
fn sellers_shop_in_english_with_double_text() {
    nothing_cut(Side::SellersShop, Model::ENGLISH, true);
}

#[test]
fn sellers_shop_in_chinese_with_double_text_on_a_small_screen() {
    nothing_cut(Side::SellersShop, Model::CHINESE.small(), true);
}

#[test]
fn sellers_shop_in_english_on_a_wide_screen() {
    nothing_cut(Side::SellersShop, Model::ENGLISH.wide(), false);
}
