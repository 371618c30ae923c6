//! The smallest screens and the largest text: nothing sticks out, nothing on a button is cut.

use crate::screens::walk;
use minishop_e2e::{Buyer, journey};

fn nothing_cut(language: &'static str, width: u32, double: bool) {
    journey(async move |world| {
        let mut found = Vec::new();
        let prepare = async move |buyer: &Buyer| {
            buyer.resize(width, 640).await;
            if double {
                buyer.double_text().await;
            }
        };
        walk(world, language, prepare, async |buyer, place| found.extend(buyer.cut(place).await)).await;
        let size = if double { "double" } else { "plain" };
        assert!(found.is_empty(), "{} faults at {width} px, {size} text:\n{}", found.len(), found.join("\n"));
    });
}

#[test]
fn english_at_320() {
    nothing_cut("en-US", 320, false);
}

#[test]
fn chinese_at_320() {
    nothing_cut("zh-CN", 320, false);
}

#[test]
fn english_with_double_text() {
    nothing_cut("en-US", 390, true);
}

#[test]
fn chinese_with_double_text() {
    nothing_cut("zh-CN", 390, true);
}
