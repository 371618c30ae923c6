//! Nobody is shut out: no screen and no state of it gives the checker anything to object to.

use crate::screens::walk;
use minishop_e2e::journey;

fn nothing_to_object(language: &'static str, scheme: &'static str) {
    journey(async move |world| {
        let mut found = Vec::new();
        let prepare = async move |buyer: &minishop_e2e::Buyer| buyer.prefer(scheme).await;
        walk(world, language, prepare, async |buyer, place| found.extend(buyer.barriers(place).await)).await;
        assert!(found.is_empty(), "{} barriers in {language}, {scheme}:\n{}", found.len(), found.join("\n"));
    });
}

#[test]
fn english_in_light() {
    nothing_to_object("en-US", "light");
}

#[test]
fn english_in_the_dark() {
    nothing_to_object("en-US", "dark");
}

#[test]
fn chinese_in_light() {
    nothing_to_object("zh-CN", "light");
}

#[test]
fn chinese_in_the_dark() {
    nothing_to_object("zh-CN", "dark");
}
