//! Where an order stands, in the seller's words, and when something was.

use super::route::Tab;
use super::session::Desk;
use crate::api;
use crate::device;
use minishop_core::Status;

/// The tab an order of that status is under.
pub fn tab(status: Status) -> Tab {
    match status {
        Status::New | Status::ToConfirm => Tab::New,
        Status::ToPay => Tab::ToPay,
        Status::ToShip => Tab::ToShip,
        Status::Shipped => Tab::Shipped,
        Status::Done => Tab::Done,
        Status::Cancelled => Tab::Cancelled,
    }
}

/// The sentence; `pickup` where nothing is sent.
pub fn words(desk: Desk, status: Status, pickup: bool) -> &'static str {
    let text = &desk.text().orders.standing;
    match (status, pickup) {
        (Status::New, false) => text.new,
        (Status::New, true) => text.new_pickup,
        (Status::ToPay, _) => text.to_pay,
        (Status::ToConfirm, _) => text.to_confirm,
        (Status::ToShip, false) => text.to_ship,
        (Status::ToShip, true) => text.to_ship_pickup,
        (Status::Shipped, false) => text.shipped,
        (Status::Shipped, true) => text.shipped_pickup,
        (Status::Done, _) => text.done,
        (Status::Cancelled, _) => text.cancelled,
    }
}

/// How long it still waits for its money, as what follows the sentence; `now` is in seconds by the server's clock.
pub fn left(desk: Desk, expires_at: Option<i64>, now: i64) -> String {
    let text = &desk.text().orders.standing;
    match expires_at.map(|end| end - now) {
        None => String::new(),
        Some(left) if left > 0 => (text.left)(left / 60),
        Some(_) => text.over.to_owned(),
    }
}

/// A time on this device's clock, short.
pub fn moment(desk: Desk, seconds: i64) -> String {
    let text = &desk.text().orders;
    let [month, day, hour, minute] = device::local_time(seconds);
    let now = api::now();
    let [this_month, today, ..] = device::local_time(now);
    if (month, day) == (this_month, today) && (now - seconds).abs() < 86_400 {
        (text.today)(hour, minute)
    } else {
        (text.moment)(month, day, hour, minute)
    }
}
