//! Delivery and payment in English.

use crate::text::desk::delivery::{Deliveries, Payments, Ways};

pub(super) const WAYS: Ways = Ways {
    edit: "Change",
    up: |name| format!("Move up: {name}"),
    down: |name| format!("Move down: {name}"),
    remove: |name| format!("Remove: {name}"),
    remove_sure: "Buyers can no longer choose it. Orders that were placed keep theirs.",
    no_more: "There are ten; that is the most.",
    changed: |titles| {
        format!(
            "The list was changed on another device meanwhile; it now is: {titles}. \
             What you typed is kept: save again to put it in."
        )
    },
    kind: "Kind",
    name: "Name",
};

pub(super) const DELIVERIES: Deliveries = Deliveries {
    title: "Delivery",
    lead: "Buyers choose one of these at the checkout, in this order.",
    add: "Add a delivery",
    edit: "Delivery",
    flat: "One fee",
    flat_text: "The same for every parcel",
    weight: "By weight",
    weight_text: "Heavier parcels cost more",
    pickup: "Pickup",
    pickup_text: "The buyer comes for it; no address is asked",
    flat_name: "Parcel",
    weight_name: "By weight",
    pickup_name: "Pickup",
    note: "A word to the buyer",
    note_hint: "Shown below the name; may stay empty.",
    pickup_note: "Where and when",
    pickup_note_hint: "Your address and when you are there.",
    fee: "Fee",
    fee_hint: "0 for free delivery",
    free_over: "Free from",
    free_over_hint: "No fee for goods of this amount and more; may stay empty.",
    steps: "Fees by weight",
    steps_hint: "A parcel heavier than the last line cannot be ordered. Goods without a weight count as 0 g.",
    up_to: "Up to",
    grams: "g",
    weighs: |grams| match (grams / 1000, grams % 1000) {
        (0, _) => String::new(),
        (kilos, 0) => format!("= {kilos} kg"),
        (kilos, rest) => format!("= {kilos}.{} kg", format!("{rest:03}").trim_end_matches('0')),
    },
    add_step: "Add a weight",
    remove_step: |row| format!("Remove line {row}"),
    same_weight: "Two lines have this weight",
    not_grams: "Write 1 to 1000000 grams",
    days: "Days until it arrives",
    days_hint: "Both may stay empty.",
    days_min: "At least",
    days_max: "At most",
    both_days: "Write both or none",
    days_order: "Write no fewer days than at least",
    regions: "Not delivered to",
    regions_hint: "Buyers there are told so before they order.",
    provinces: "Regions of China: tap what you do not serve",
    country: "Another country",
    country_hint: "Its name or its two letters, such as JP",
    add_country: "Add",
    unknown_country: "Write a country's name or its two letters",
    remove_country: |name| format!("Deliver to {name} again"),
    free: "Free",
    free_from: |amount| format!("free from {amount}"),
    from: |fee| format!("from {fee}"),
    in_days: |least, most| {
        if least == most {
            format!("{most} day{}", if most == 1 { "" } else { "s" })
        } else {
            format!("{least}–{most} days")
        }
    },
    not_to: |count| format!("not to {count} region{}", if count == 1 { "" } else { "s" }),
};

pub(super) const PAYMENTS: Payments = Payments {
    title: "Payment",
    lead: "Buyers pay you directly. They choose one of these at the checkout.",
    add: "Add a payment",
    edit: "Payment",
    cash: "Cash on delivery",
    cash_text: "Paid when it arrives or is picked up",
    transfer: "Transfer",
    transfer_text: "To your account or wallet; the buyer sends a picture of it",
    cash_name: "Cash on delivery",
    transfer_name: "Transfer",
    text: "Where the money goes",
    text_hint: "Account, name, bank: shown with the order. A line each.",
    cash_note: "A word to the buyer",
    qr: "Your payment code",
    qr_hint: "The picture that your wallet shows for receiving money.",
    with_qr: "with code",
    nothing_told: "The buyer is not told yet where the money goes",
};
