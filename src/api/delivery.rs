//! How goods can come from a shop.

use super::shop::money;
use crate::json::At;
use minishop_core::Money;

/// How goods can come.
#[derive(Clone, PartialEq, Debug)]
pub struct DeliveryMethod {
    pub id: String,
    pub title: String,
    pub note: String,
    pub kind: DeliveryKind,
    /// By weight: the lowest fee.
    pub fee: Money,
    /// Goods total from which the fee falls away.
    pub free_over: Option<Money>,
    /// Days until it arrives, at least and at most.
    pub days: Option<[u32; 2]>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum DeliveryKind {
    Flat,
    /// The server knows what the goods weigh: its quote has the fee.
    Weight,
    Pickup,
}

impl DeliveryKind {
    pub(super) fn of_word(word: &str) -> Option<Self> {
        match word {
            "flat" => Some(Self::Flat),
            "weight" => Some(Self::Weight),
            "pickup" => Some(Self::Pickup),
            _ => None,
        }
    }
}

impl DeliveryMethod {
    pub(super) fn read(at: &At) -> Self {
        Self {
            id: at.text("id"),
            title: at.text("title"),
            note: at.text_or_empty("note"),
            kind: at.parsed("kind", DeliveryKind::of_word, "flat"),
            fee: at.part("fee", money),
            free_over: at.part_opt("free_over", money),
            days: at.has("days_min").then(|| [at.count("days_min"), at.count("days_max")]),
        }
    }

    /// The fee for goods of that total; by weight the lowest.
    pub fn fee(&self, goods: Money) -> Money {
        let free = self.free_over.is_some_and(|limit| goods.minor() >= limit.minor());
        if free || self.kind == DeliveryKind::Pickup { Money::zero(goods.currency()) } else { self.fee }
    }
}

#[cfg(test)]
mod tests {
    use super::{DeliveryKind, DeliveryMethod};
    use crate::json::Json;
    use minishop_core::{Currency, Money};

    fn yuan(minor: i64) -> Money {
        Money::new(minor, Currency::parse("CNY").unwrap()).unwrap()
    }

    fn read(kind: &str, more: &str) -> Option<DeliveryMethod> {
        let text = format!(
            r#"{{"id":"d","kind":"{kind}","title":"t","note":"","fee":{{"minor":600,"currency":"CNY"}}{more}}}"#
        );
        Json::parse(&text).unwrap().read(DeliveryMethod::read).ok()
    }

    #[test]
    fn a_fee_falls_away_from_its_limit_on() {
        let limit = r#","free_over":{"minor":9900,"currency":"CNY"}"#;
        for (kind, more, goods, fee) in [
            ("flat", "", 1, 600),
            ("flat", limit, 9899, 600),
            ("flat", limit, 9900, 0),
            ("weight", limit, 9899, 600),
            ("weight", limit, 9900, 0),
            ("pickup", "", 1, 0),
        ] {
            assert_eq!(read(kind, more).unwrap().fee(yuan(goods)), yuan(fee), "{kind} {goods}");
        }
    }

    #[test]
    fn days_are_read_where_they_are_named() {
        let by_weight = read("weight", r#","free_over":null,"days_min":3,"days_max":5,"steps":[]"#).unwrap();
        assert_eq!((by_weight.kind, by_weight.days), (DeliveryKind::Weight, Some([3, 5])));
        assert_eq!(read("flat", r#","days_min":null,"days_max":null"#).unwrap().days, None);
        assert_eq!(read("flat", "").unwrap().days, None, "a backend that knows of no days");
        assert_eq!(read("drone", ""), None);
    }
}
