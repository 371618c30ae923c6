//! Handing parcels over, and the paper that goes into them.

/// The sheet of parcels.
pub struct Ship {
    pub title: &'static str,
    pub pickup_title: &'static str,
    /// Buyer, and where it goes.
    pub to: fn(&str, &str) -> String,
    pub carrier: &'static str,
    pub other: &'static str,
    pub other_label: &'static str,
    pub other_example: &'static str,
    pub waybill: &'static str,
    /// Which parcel, from 1.
    pub waybill_of: fn(usize) -> String,
    pub carrier_of: fn(usize) -> String,
    pub remove_of: fn(usize) -> String,
    pub scan: &'static str,
    pub scan_hint: &'static str,
    pub scan_stop: &'static str,
    pub no_camera: &'static str,
    pub paste: &'static str,
    pub add: &'static str,
    pub act: &'static str,
    /// Parcels.
    pub act_several: fn(usize) -> String,
    pub pickup_text: &'static str,
    pub pickup_act: &'static str,
    pub done: &'static str,
    pub pickup_done: &'static str,
    pub twice: &'static str,
    pub correct_title: &'static str,
    pub corrected: &'static str,
}

/// The packing slip.
pub struct Slip {
    pub title: &'static str,
    pub print: &'static str,
    pub order: &'static str,
    pub to: &'static str,
    pub pickup: &'static str,
    pub note: &'static str,
    pub pieces: fn(u32) -> String,
    pub shop_number: &'static str,
    pub cash: fn(&str) -> String,
}
