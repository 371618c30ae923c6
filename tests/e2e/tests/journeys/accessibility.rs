//! Nobody is shut out: no screen and no state of it gives the checker anything to object to.

use crate::screens::walk;
use minishop_e2e::{Buyer, Model, journey};

fn nothing_to_object(model: Model, scheme: &'static str) {
    journey(async move |world| {
        let mut found = 0;
        let prepare = async move |buyer: &Buyer| buyer.prefer(scheme).await;
        walk(world, model, prepare, async |buyer, place| {
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
    nothing_to_object(Model::ENGLISH, "light");
}

#[test]
fn english_in_the_dark() {
    nothing_to_object(Model::ENGLISH, "dark");
}

#[test]
fn chinese_in_light() {
    nothing_to_object(Model::CHINESE, "light");
}

#[test]
fn chinese_in_the_dark() {
    nothing_to_object(Model::CHINESE, "dark");
}
