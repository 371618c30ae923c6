//! How a shop's goods come, in a few words, and why none can be ordered while the seller is on holiday.

use crate::api::{DeliveryKind, DeliveryMethod, Shop};
use crate::app::App;
use crate::components::{Icon, note};
use crate::view::prelude::*;
use minishop_core::Money;

/// `¥8`; by weight `from ¥6`.
pub fn fee(app: App, method: &DeliveryMethod, fee: Money) -> String {
    let fee = fee.to_string();
    if method.kind != DeliveryKind::Weight {
        return fee;
    }
    let [ahead, behind] = app.text().shop.from;
    joined(&[ahead, &fee, behind], "")
}

/// `3–5 days`; empty where the seller names none.
pub fn days(app: App, method: &DeliveryMethod) -> String {
    let Some([least, most]) = method.days else { return String::new() };
    let days = if least == most { most.to_string() } else { format!("{least}–{most}") };
    (app.text().goods.days)(&days)
}

/// `Delivery ¥8, free over ¥99`, where neither is nothing.
pub fn fee_and_limit(app: App, method: &DeliveryMethod, limit: Option<Money>) -> String {
    let text = &app.text().goods;
    let fee = fee(app, method, method.fee);
    match limit {
        Some(limit) => (text.delivery_over)(&fee, &limit.to_string()),
        None => (text.delivery)(&fee),
    }
}

/// When the seller is back, or that they are away; `None` while the shop takes orders.
pub fn away(app: App, shop: &Shop) -> Option<String> {
    let text = &app.text().shop;
    shop.holiday.then(|| match month_and_day(&shop.back_on) {
        Some([month, day]) => (text.back_on)(month, day),
        None => text.away.to_owned(),
    })
}

/// Month and day of `2026-12-01`.
fn month_and_day(text: &str) -> Option<[u32; 2]> {
    let [.., b'-', month, own, b'-', tens, ones] = text.as_bytes() else { return None };
    let number =
        |tens: &u8, ones: &u8| Some(char::from(*tens).to_digit(10)? * 10 + char::from(*ones).to_digit(10)?);
    Some([number(month, own)?, number(tens, ones)?])
}

/// The bar that says so; nothing while the shop takes orders.
pub fn away_bar(app: App, shop: &Shop) -> Option<AnyView> {
    away(app, shop)
        .map(|said| view! { <div class="item-link" data-away="">{note(Icon::Clock, said)}</div> }.into_any())
}

/// The parts that are not empty, joined.
pub fn joined(parts: &[&str], between: &str) -> String {
    let mut all = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !all.is_empty() {
            all.push_str(between);
        }
        all.push_str(part);
    }
    all
}

/// The same with a dot between.
pub fn dotted(parts: &[&str]) -> String {
    joined(parts, " · ")
}

#[cfg(test)]
mod tests {
    use super::{dotted, joined, month_and_day};

    #[test]
    fn a_day_is_read_by_its_month() {
        for (text, day) in [
            ("2026-12-01", Some([12, 1])),
            ("2027-03-31", Some([3, 31])),
            ("", None),
            ("soon", None),
            ("2026-1-2", None),
        ] {
            assert_eq!(month_and_day(text), day, "{text}");
        }
    }

    #[test]
    fn only_what_is_there_is_joined() {
        assert_eq!(dotted(&["a", "", "b"]), "a · b");
        assert_eq!(dotted(&["", ""]), "");
        assert_eq!(joined(&["a", "b"], "\n"), "a\nb");
    }
}
