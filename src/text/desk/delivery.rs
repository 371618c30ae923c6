//! How goods come to the buyer, and how the buyer pays.

/// Lists whose items are added, changed, put in order and removed.
pub struct Ways {
    pub edit: &'static str,
    /// The item's name.
    pub up: fn(&str) -> String,
    pub down: fn(&str) -> String,
    pub remove: fn(&str) -> String,
    pub remove_sure: &'static str,
    pub no_more: &'static str,
    /// How the list stands now, by its titles.
    pub changed: fn(&str) -> String,
    pub kind: &'static str,
    pub name: &'static str,
}

/// Deliveries.
pub struct Deliveries {
    pub title: &'static str,
    pub lead: &'static str,
    pub add: &'static str,
    pub edit: &'static str,
    pub flat: &'static str,
    pub flat_text: &'static str,
    pub weight: &'static str,
    pub weight_text: &'static str,
    pub pickup: &'static str,
    pub pickup_text: &'static str,
    pub flat_name: &'static str,
    pub weight_name: &'static str,
    pub pickup_name: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub pickup_note: &'static str,
    pub pickup_note_hint: &'static str,
    pub fee: &'static str,
    pub fee_hint: &'static str,
    pub free_over: &'static str,
    pub free_over_hint: &'static str,
    pub steps: &'static str,
    pub steps_hint: &'static str,
    pub up_to: &'static str,
    pub grams: &'static str,
    /// Grams in words: «1.5 kg».
    pub weighs: fn(u32) -> String,
    pub add_step: &'static str,
    /// The row, from 1.
    pub remove_step: fn(usize) -> String,
    pub same_weight: &'static str,
    pub not_grams: &'static str,
    pub days: &'static str,
    pub days_hint: &'static str,
    pub days_min: &'static str,
    pub days_max: &'static str,
    pub both_days: &'static str,
    pub days_order: &'static str,
    pub regions: &'static str,
    pub regions_hint: &'static str,
    pub provinces: &'static str,
    pub country: &'static str,
    pub country_hint: &'static str,
    pub add_country: &'static str,
    pub unknown_country: &'static str,
    /// The country's name: takes it off the list.
    pub remove_country: fn(&str) -> String,
    pub free: &'static str,
    /// The amount from which it is free.
    pub free_from: fn(&str) -> String,
    /// The lowest fee.
    pub from: fn(&str) -> String,
    pub in_days: fn(u32, u32) -> String,
    /// How many regions are not served.
    pub not_to: fn(usize) -> String,
}

/// Payments.
pub struct Payments {
    pub title: &'static str,
    pub lead: &'static str,
    pub add: &'static str,
    pub edit: &'static str,
    pub cash: &'static str,
    pub cash_text: &'static str,
    pub transfer: &'static str,
    pub transfer_text: &'static str,
    pub cash_name: &'static str,
    pub transfer_name: &'static str,
    pub text: &'static str,
    pub text_hint: &'static str,
    pub cash_note: &'static str,
    pub qr: &'static str,
    pub qr_hint: &'static str,
    pub with_qr: &'static str,
    pub nothing_told: &'static str,
}
