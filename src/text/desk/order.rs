//! One order, and what is done to it.

/// The order's screen.
pub struct Order {
    /// The code.
    pub title: fn(&str) -> String,
    pub gone: &'static str,
    pub gone_hint: &'static str,
    /// The quieter line below the state.
    pub hint: Hint,
    pub accept: &'static str,
    pub accepted: &'static str,
    pub confirm: &'static str,
    pub confirmed: &'static str,
    pub ship: &'static str,
    pub hand_over: &'static str,
    pub arrived_text: &'static str,
    pub menu: &'static str,
    pub changed: &'static str,
    pub changed_kept: &'static str,
    pub not_now: &'static str,
    pub proofs: &'static str,
    /// Which one, from 1.
    pub proof: fn(usize) -> String,
    pub proof_failed: &'static str,
    pub proof_expect: fn(&str, &str) -> String,
    pub buyer: &'static str,
    pub call: &'static str,
    pub copy_address: &'static str,
    pub pickup_by: &'static str,
    pub buyer_note: &'static str,
    pub goods: &'static str,
    pub goods_sum: &'static str,
    pub delivery: &'static str,
    pub free: &'static str,
    pub adjustment: &'static str,
    pub total: &'static str,
    pub refunded: &'static str,
    pub kept: &'static str,
    pub payment: &'static str,
    pub parcels: &'static str,
    pub correct: &'static str,
    pub own_note: &'static str,
    pub own_note_hint: &'static str,
    pub own_note_edit: &'static str,
    pub timeline: &'static str,
    pub reason: &'static str,
    pub slip: &'static str,
    pub reprice: Reprice,
    pub refund: Refund,
    pub cancel: Cancel,
    /// The order did arrive, though its buyer has not said so.
    pub arrived: &'static str,
    /// The same where nothing was sent.
    pub picked_up: &'static str,
    pub arrived_hint: &'static str,
    pub arrived_done: &'static str,
    pub reject: &'static str,
    pub reject_text: &'static str,
    pub rejected: &'static str,
}

/// What follows from the state.
pub struct Hint {
    pub new: &'static str,
    pub to_pay: &'static str,
    pub to_confirm: &'static str,
    pub to_ship: &'static str,
    pub to_ship_pickup: &'static str,
    pub shipped: &'static str,
    pub shipped_pickup: &'static str,
    pub done: &'static str,
}

/// Another total.
pub struct Reprice {
    pub title: &'static str,
    pub lead: &'static str,
    pub label: &'static str,
    /// The total as it is.
    pub now: fn(&str) -> String,
    pub less: fn(&str) -> String,
    pub more: fn(&str) -> String,
    pub same: &'static str,
    pub act: &'static str,
    pub done: &'static str,
}

/// Money given back.
pub struct Refund {
    pub title: &'static str,
    pub lead: &'static str,
    pub label: &'static str,
    /// The most that can go back.
    pub most: fn(&str) -> String,
    pub all: &'static str,
    pub too_much: fn(&str) -> String,
    pub nothing: &'static str,
    pub act: &'static str,
    pub done: &'static str,
}

/// The end of it.
pub struct Cancel {
    pub title: &'static str,
    pub lead: &'static str,
    pub paid: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    /// Ready-made reasons.
    pub reasons: [&'static str; 3],
    pub act: &'static str,
    pub done: &'static str,
}
