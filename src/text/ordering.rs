//! The phrases from the cart to the order.

/// The cart.
pub struct Cart {
    pub title: &'static str,
    pub empty: &'static str,
    pub to_goods: &'static str,
    /// The goods' name.
    pub remove: fn(&str) -> String,
    pub removed: fn(&str) -> String,
    pub undo: &'static str,
    pub total: &'static str,
    /// Pieces.
    pub checkout: fn(u32) -> String,
    /// The price before and now.
    pub price_changed: fn(&str, &str) -> String,
    /// Pieces left.
    pub fewer_left: fn(u32) -> String,
    pub sold_out: &'static str,
    pub gone: &'static str,
    /// The total from which delivery is free, reached.
    pub free_now: fn(&str) -> String,
    pub not_fresh: &'static str,
}

/// The checkout.
pub struct Checkout {
    pub title: &'static str,
    pub who: &'static str,
    pub paste: &'static str,
    pub paste_example: &'static str,
    pub pasted: &'static str,
    pub name: &'static str,
    pub phone: &'static str,
    pub province: &'static str,
    pub city: &'static str,
    pub district: &'static str,
    pub street: &'static str,
    pub postcode: &'static str,
    pub country: &'static str,
    pub note: &'static str,
    /// The field's label.
    pub field_empty: fn(&str) -> String,
    /// Characters allowed.
    pub field_long: fn(usize) -> String,
    pub not_phone: &'static str,
    pub field_wrong: &'static str,
    pub delivery: &'static str,
    pub free: &'static str,
    pub free_over: fn(&str) -> String,
    pub not_there: &'static str,
    pub too_heavy: &'static str,
    /// Behind either, where there are other ways, and where there is none.
    pub other_way: &'static str,
    pub ask_seller: &'static str,
    pub payment: &'static str,
    pub transfer_hint: &'static str,
    pub cash_hint: &'static str,
    pub summary: &'static str,
    pub goods: &'static str,
    pub fee: &'static str,
    /// What the seller added or took off.
    pub adjustment: &'static str,
    pub total: &'static str,
    pub refunded: &'static str,
    pub place: &'static str,
    pub checking: &'static str,
    pub checking_text: &'static str,
    pub change_order: &'static str,
    pub placed: &'static str,
    pub changed_title: &'static str,
    pub changed_text: &'static str,
    pub total_before: &'static str,
    pub total_now: &'static str,
    pub place_anew: &'static str,
    pub to_cart: &'static str,
    /// The price before.
    pub was: fn(&str) -> String,
    /// Pieces left, pieces wanted.
    pub left_was: fn(u32, u32) -> String,
    pub already: &'static str,
    pub already_text: &'static str,
    /// What the shop said.
    pub refused: fn(&str) -> String,
    pub cart_changed: &'static str,
    pub no_way: &'static str,
    pub nothing_left: &'static str,
}

/// The order.
pub struct Order {
    /// The order's code.
    pub title: fn(&str) -> String,
    pub share: &'static str,
    pub unknown: &'static str,
    pub unknown_hint: &'static str,
    pub new: &'static str,
    pub new_text: &'static str,
    pub to_pay: &'static str,
    /// Minutes left.
    pub minutes_left: fn(i64) -> String,
    pub time_over: &'static str,
    pub to_pay_text: &'static str,
    pub to_confirm: &'static str,
    pub to_confirm_text: &'static str,
    pub to_ship: &'static str,
    pub to_ship_text: &'static str,
    /// Parcels.
    pub shipped: fn(usize) -> String,
    pub shipped_text: &'static str,
    pub done: &'static str,
    pub cancelled: &'static str,
    pub expired_text: &'static str,
    /// Before the seller's own words for why it is cancelled.
    pub reason: &'static str,
    pub transfer: &'static str,
    pub qr: &'static str,
    pub qr_hint: &'static str,
    pub account: &'static str,
    pub payment_note: &'static str,
    pub copy: &'static str,
    pub add_proof: &'static str,
    pub add_another: &'static str,
    pub proofs: &'static str,
    /// Which one, from 1.
    pub proof: fn(usize) -> String,
    pub uploaded: &'static str,
    /// Hundredths.
    pub uploading: fn(u32) -> String,
    pub upload_failed: &'static str,
    pub too_large: &'static str,
    pub bad_picture: &'static str,
    pub not_now: &'static str,
    pub remove: &'static str,
    pub receive: &'static str,
    pub receive_title: &'static str,
    pub receive_text: &'static str,
    pub parcels: &'static str,
    pub goods: &'static str,
    pub deliver_to: &'static str,
    pub pick_up: &'static str,
    pub note: &'static str,
    pub timeline: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub ask_seller: &'static str,
    pub cancel: &'static str,
    pub cancel_title: &'static str,
    pub cancel_text: &'static str,
    pub keep: &'static str,
    pub to_shop: &'static str,
    pub stale: &'static str,
    /// Month 1–12, day, hour, minute.
    pub moment: fn(u32, u32, u32, u32) -> String,
    pub events: Events,
}

/// What happened to an order.
pub struct Events {
    pub place: &'static str,
    pub send_proof: &'static str,
    pub confirm_payment: &'static str,
    pub accept: &'static str,
    pub reject_proof: &'static str,
    pub reprice: &'static str,
    pub ship: &'static str,
    pub receive: &'static str,
    pub cancel_by_buyer: &'static str,
    pub cancel_by_seller: &'static str,
    pub expire: &'static str,
    pub refund: &'static str,
}

/// My orders.
pub struct Orders {
    pub title: &'static str,
    pub empty: &'static str,
    pub only_here: &'static str,
    pub open_others: &'static str,
    pub pieces: fn(u32) -> String,
    pub unread: &'static str,
}
