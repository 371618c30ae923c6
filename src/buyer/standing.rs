//! Where an order stands, in words, and how long it waits for its money.

use crate::api::Order;
use crate::device;
use crate::text::ordering::Order as Words;
use minishop_core::{Action, Status};

/// The sentence, and a quieter one that may be empty.
pub fn words(order: &Order, text: &Words) -> (String, &'static str) {
    let (title, hint) = match order.status {
        Status::New => (text.new, text.new_text),
        Status::ToPay => (text.to_pay, text.to_pay_text),
        Status::ToConfirm => (text.to_confirm, text.to_confirm_text),
        Status::ToShip => (text.to_ship, text.to_ship_text),
        Status::Shipped => return ((text.shipped)(order.shipments.len()), text.shipped_text),
        Status::Done => (text.done, ""),
        Status::Cancelled if order.events.iter().any(|event| event.action == Action::Expire.word()) => {
            (text.cancelled, text.expired_text)
        }
        Status::Cancelled => (text.cancelled, ""),
    };
    (title.to_owned(), hint)
}

/// Whole minutes until `end`, 0 in the last one; `None` when it is over.
pub fn minutes_left(end: i64, now: i64, most: i64) -> Option<i64> {
    let left = (end - now).min(most);
    (left > 0).then_some(left / 60)
}

/// A time on this device's clock, in the words of its language.
pub fn moment(text: &Words, seconds: i64) -> String {
    let [month, day, hour, minute] = device::local_time(seconds);
    (text.moment)(month, day, hour, minute)
}

#[cfg(test)]
mod tests {
    use super::minutes_left;

    #[test]
    fn minutes_are_counted_down_calmly() {
        for (end, now, expected) in [
            (1800, 0, Some(30)),
            (1800, 1, Some(29)),
            (1800, 1740, Some(1)),
            (1800, 1741, Some(0)),
            (1800, 1799, Some(0)),
            (1800, 1800, None),
            (1800, 9999, None),
            // The phone's clock is a day behind.
            (86_400, 0, Some(30)),
        ] {
            assert_eq!(minutes_left(end, now, 1800), expected, "{now}");
        }
    }
}
