//! The list of orders, and what is told as it happens.

use minishop_core::Actor;

/// The list.
pub struct Orders {
    pub title: &'static str,
    pub tabs: Tabs,
    pub search: &'static str,
    /// What was searched for.
    pub nothing_found: fn(&str) -> String,
    pub nothing_found_hint: &'static str,
    pub show_all: &'static str,
    pub empty: Empty,
    pub first: First,
    pub to_card: &'static str,
    pub ship: &'static str,
    pub look_at_proof: &'static str,
    pub pieces: fn(u32) -> String,
    /// The first titles, joined; more goods follow.
    pub and_more: fn(&str) -> String,
    pub standing: Standing,
    pub tools: &'static str,
    pub sound: &'static str,
    pub sound_hint: &'static str,
    pub export: &'static str,
    pub export_hint: &'static str,
    pub export_do: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub link_offline: &'static str,
    pub link_broken: &'static str,
    /// Buyer and total.
    pub told_new: fn(&str, &str) -> String,
    /// How many.
    pub told_several: fn(u32) -> String,
    /// Buyer.
    pub told_proof: fn(&str) -> String,
    pub told_cancel: fn(&str) -> String,
    pub told_receive: fn(&str) -> String,
    /// Goods and pieces left.
    pub told_low: fn(&str, u32) -> String,
    /// Month 1–12, day, hour, minute.
    pub moment: fn(u32, u32, u32, u32) -> String,
    /// Hour and minute of this day.
    pub today: fn(u32, u32) -> String,
    /// Who did it, and what, as a word of the status table.
    pub happened: fn(Actor, &str) -> &'static str,
}

/// The tabs' names.
pub struct Tabs {
    pub label: &'static str,
    pub new: &'static str,
    pub to_pay: &'static str,
    pub to_ship: &'static str,
    pub shipped: &'static str,
    pub done: &'static str,
    pub cancelled: &'static str,
}

/// What an empty tab says, and a quieter line.
pub struct Empty {
    pub new: [&'static str; 2],
    pub to_pay: [&'static str; 2],
    pub to_ship: [&'static str; 2],
    pub shipped: [&'static str; 2],
    pub done: [&'static str; 2],
    pub cancelled: [&'static str; 2],
}

/// Where an order stands, from the seller's side: short enough for a card.
pub struct Standing {
    pub new: &'static str,
    pub new_pickup: &'static str,
    pub to_pay: &'static str,
    /// Minutes left, 0 in the last one.
    pub left: fn(i64) -> String,
    pub over: &'static str,
    pub to_confirm: &'static str,
    pub to_ship: &'static str,
    pub to_ship_pickup: &'static str,
    pub shipped: &'static str,
    pub shipped_pickup: &'static str,
    pub done: &'static str,
    pub cancelled: &'static str,
}

/// The first steps of a shop that never had an order.
pub struct First {
    pub title: &'static str,
    pub hint: &'static str,
    pub goods: &'static str,
    pub fee: &'static str,
    pub paid: &'static str,
    pub card: &'static str,
    pub done: &'static str,
}
