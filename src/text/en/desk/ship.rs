//! Parcels and packing slips in English.

use crate::text::desk::ship::{Ship, Slip};

pub(super) const SHIP: Ship = Ship {
    title: "Ship",
    pickup_title: "Ready to be picked up",
    to: |name, place| if place.is_empty() { format!("To {name}") } else { format!("To {name}, {place}") },
    carrier: "Carrier",
    other: "Other",
    other_label: "Name of the carrier",
    other_example: "Own courier",
    waybill: "Parcel number",
    waybill_of: |at| format!("Parcel number {at}"),
    carrier_of: |at| format!("Carrier of parcel {at}"),
    remove_of: |at| format!("Remove parcel {at}"),
    scan: "Scan",
    scan_hint: "Hold the barcode of the label in front of the camera",
    scan_stop: "Stop scanning",
    no_camera: "There is no camera to scan with. Please type the number",
    paste: "Typed, pasted or scanned",
    add: "One more parcel",
    act: "Ship",
    act_several: |parcels| format!("Ship {parcels} parcels"),
    pickup_text: "The buyer sees that everything is ready to be picked up.",
    pickup_act: "It is ready",
    done: "Shipped",
    pickup_done: "The buyer sees that it is ready",
    twice: "This number stands here twice",
    correct_title: "Correct the parcel",
    corrected: "Corrected",
};

pub(super) const SLIP: Slip = Slip {
    title: "Packing slip",
    print: "Print",
    order: "Order",
    to: "Deliver to",
    pickup: "Picked up by",
    note: "Note",
    pieces: |pieces| if pieces == 1 { "1 piece".into() } else { format!("{pieces} pieces") },
    shop_number: "Shop",
    cash: |total| format!("Cash on delivery: {total}"),
};
