//! Nobody is shut out: no screen and no state of it gives the checker anything to object to.

use crate::sides::{Side, walk};
use minishop_e2e::{Buyer, Model, journey};

fn nothing_to_object(side: Side, model: Model, scheme: &'static str) {
    journey(async move |world| {
        let mut found = 0;
        let prepare = async move |buyer: &Buyer| buyer.prefer(scheme).await;
        walk(side, world, model, prepare, async |buyer, place| {
            let here = buyer.barriers(place).await;
            buyer.photograph(&format!("{}-{scheme}", model.language), place).await;
            // At once, for a walk that does not reach its end.
            here.iter().for_each(|fault| eprintln!("{fault}"));
            found += here.len();
        })
        .await;
        assert!(found == 0, "{found} barriers, {scheme} {model:?}");
    });
}

#[test]
fn english_in_light() {
    nothing_to_object(Side::Buyer, Model::ENGLISH, "light");
}

#[test]
fn english_in_the_dark() {
    nothing_to_object(Side::Buyer, Model::ENGLISH, "dark");
}

#[test]
fn chinese_in_light() {
    nothing_to_object(Side::Buyer, Model::CHINESE, "light");
}

#[test]
fn chinese_in_the_dark() {
    nothing_to_object(Side::Buyer, Model::CHINESE, "dark");
}

#[test]
fn desk_in_english_in_light() {
    nothing_to_object(Side::Seller, Model::ENGLISH, "light");
}

#[test]
fn desk_in_english_in_the_dark() {
    nothing_to_object(Side::Seller, Model::ENGLISH, "dark");
}

#[test]
fn desk_in_chinese_in_light() {
    nothing_to_object(Side::Seller, Model::CHINESE, "light");
}

#[test]
fn desk_in_chinese_in_the_dark() {
    nothing_to_object(Side::Seller, Model::CHINESE, "dark");
}

#[test]
fn books_in_english_in_light() {
    nothing_to_object(Side::Books, Model::ENGLISH, "light");
}

#[test]
fn books_in_chinese_in_the_dark() {
    nothing_to_object(Side::Books, Model::CHINESE, "dark");
}

#[test]
fn sellers_shop_in_english_in_light() {
    nothing_to_object(Side::SellersShop, Model::ENGLISH, "light");
}

#[test]
fn sellers_shop_in_chinese_in_the_dark() {
    nothing_to_object(Side::SellersShop, Model::CHINESE, "dark");
}
