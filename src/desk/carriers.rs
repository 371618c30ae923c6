//! The carriers a seller chooses from, as parcels are sent where the shop is.

use super::session::Desk;
use crate::device::selling::{self, TypedParcel};

const CHINESE: [&str; 9] = [
    "顺丰速运",
    "中通快递",
    "圆通速递",
    "申通快递",
    "韵达快递",
    "极兔速递",
    "邮政EMS",
    "京东快递",
    "德邦快递",
];
const OTHERS: [&str; 6] = ["DHL", "UPS", "FedEx", "USPS", "Royal Mail", "SF Express"];

/// The list of this shop's language.
pub fn listed(desk: Desk) -> &'static [&'static str] {
    match desk.account() {
        Some(account) if account.locale == "zh" => &CHINESE,
        _ => &OTHERS,
    }
}

/// An empty parcel for the carrier of the last one.
pub fn next_parcel(desk: Desk) -> TypedParcel {
    let list = listed(desk);
    let last = selling::carrier();
    if last.is_empty() {
        let listed = list.first().copied().unwrap_or_default().to_owned();
        return TypedParcel { listed, ..TypedParcel::default() };
    }
    typed(desk, &last, "")
}

/// A parcel as it stands in the fields.
pub fn typed(desk: Desk, carrier: &str, waybill: &str) -> TypedParcel {
    let on_list = listed(desk).contains(&carrier);
    let (listed, own) = if on_list { (carrier, "") } else { ("", carrier) };
    TypedParcel { listed: listed.to_owned(), own: own.to_owned(), waybill: waybill.to_owned() }
}

/// The carrier as it is sent.
pub fn carrier(parcel: &TypedParcel) -> String {
    let name = if parcel.listed.is_empty() { &parcel.own } else { &parcel.listed };
    name.trim().to_owned()
}

/// A waybill without what pasting and scanning bring along: spaces, and figures of full width.
pub fn waybill(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    };
    let kept = |c: &char| {
        !c.is_whitespace() && !c.is_control() && !('\u{200b}'..='\u{200f}').contains(c) && *c != '\u{feff}'
    };
    text.chars().filter(kept).map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::waybill;

    #[test]
    fn a_waybill_loses_its_spaces_and_nothing_else() {
        for (text, kept) in [
            (" SF 1234 5678 ", "SF12345678"),
            ("JD\u{3000}００１２-3\n", "JD0012-3"),
            ("\u{200b}YT\u{a0}9\u{feff}", "YT9"),
            ("中通-1", "中通-1"),
            ("  ", ""),
        ] {
            assert_eq!(waybill(text), kept, "{text:?}");
        }
    }
}
