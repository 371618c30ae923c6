//! What is typed about the shop, part by part, and what becomes of it when another device was faster.

use crate::api::desk::{DeskContact, DeskShop};
use crate::api::shop::Photo;

/// Everything on the form, as typed.
#[derive(Clone, PartialEq, Debug)]
pub struct Typed {
    pub name: String,
    pub notice: String,
    pub about: String,
    pub hours: String,
    pub licence: String,
    pub unpaid_minutes: String,
    pub low_stock: String,
    pub theme: String,
    pub locale: String,
    pub logo: Option<Photo>,
    pub contacts: Vec<DeskContact>,
}

/// A part that is changed as one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    Logo,
    Name,
    Notice,
    About,
    Hours,
    Licence,
    Contacts,
    UnpaidMinutes,
    LowStock,
    Locale,
    Theme,
}

impl Part {
    pub const ALL: [Self; 11] = [
        Self::Logo,
        Self::Name,
        Self::Notice,
        Self::About,
        Self::Hours,
        Self::Licence,
        Self::Contacts,
        Self::UnpaidMinutes,
        Self::LowStock,
        Self::Locale,
        Self::Theme,
    ];
}

impl Typed {
    /// The shop as it would have been typed.
    pub fn of(shop: &DeskShop) -> Self {
        Self {
            name: shop.name.clone(),
            notice: shop.notice.clone(),
            about: shop.about.clone(),
            hours: shop.hours.clone(),
            licence: shop.licence.clone(),
            unpaid_minutes: shop.unpaid_minutes.to_string(),
            low_stock: shop.low_stock.to_string(),
            theme: shop.theme.clone(),
            locale: shop.locale.clone(),
            logo: shop.logo.clone(),
            contacts: shop.contacts.clone(),
        }
    }

    /// Takes one part over from another form.
    pub fn take(&mut self, part: Part, other: &Self) {
        match part {
            Part::Logo => self.logo.clone_from(&other.logo),
            Part::Name => self.name.clone_from(&other.name),
            Part::Notice => self.notice.clone_from(&other.notice),
            Part::About => self.about.clone_from(&other.about),
            Part::Hours => self.hours.clone_from(&other.hours),
            Part::Licence => self.licence.clone_from(&other.licence),
            Part::Contacts => self.contacts.clone_from(&other.contacts),
            Part::UnpaidMinutes => self.unpaid_minutes.clone_from(&other.unpaid_minutes),
            Part::LowStock => self.low_stock.clone_from(&other.low_stock),
            Part::Locale => self.locale.clone_from(&other.locale),
            Part::Theme => self.theme.clone_from(&other.theme),
        }
    }

    /// Whether one part is the same in both.
    pub fn same(&self, part: Part, other: &Self) -> bool {
        let mut taken = self.clone();
        taken.take(part, other);
        taken == *self
    }

    /// Lays what was changed here, beginning with `base`, over how the shop stands there now. Parts that only the other
    /// device changed are taken over; those that both changed stay as typed and are named.
    pub fn merge(&mut self, base: &Self, theirs: &Self) -> Vec<Part> {
        let mut clashes = Vec::new();
        for part in Part::ALL {
            if self.same(part, theirs) || base.same(part, theirs) {
                continue;
            }
            if self.same(part, base) {
                self.take(part, theirs);
            } else {
                clashes.push(part);
            }
        }
        clashes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(name: &str, notice: &str, phone: &str) -> Typed {
        Typed {
            name: name.into(),
            notice: notice.into(),
            about: String::new(),
            hours: String::new(),
            licence: String::new(),
            unpaid_minutes: "30".into(),
            low_stock: "3".into(),
            theme: String::new(),
            locale: "en".into(),
            logo: None,
            contacts: vec![DeskContact { kind: "phone".into(), value: phone.into() }],
        }
    }

    #[test]
    fn only_what_both_changed_is_asked_about() {
        let base = typed("Cups", "New", "1");
        for (mine, theirs, expected, clashes) in [
            (typed("Mugs", "New", "1"), typed("Cups", "Old", "1"), typed("Mugs", "Old", "1"), vec![]),
            (
                typed("Mugs", "New", "1"),
                typed("Pots", "Old", "1"),
                typed("Mugs", "Old", "1"),
                vec![Part::Name],
            ),
            (
                typed("Mugs", "New", "2"),
                typed("Mugs", "New", "3"),
                typed("Mugs", "New", "2"),
                vec![Part::Contacts],
            ),
            (typed("Cups", "New", "1"), base.clone(), base.clone(), vec![]),
        ] {
            let mut merged = mine.clone();
            assert_eq!(merged.merge(&base, &theirs), clashes);
            assert_eq!(merged, expected);
        }
    }

    #[test]
    fn every_part_is_taken_over_by_itself() {
        let other = Typed {
            about: "a".into(),
            hours: "b".into(),
            licence: "c".into(),
            unpaid_minutes: "1".into(),
            low_stock: "1".into(),
            theme: "#123456".into(),
            locale: "zh".into(),
            logo: Some(Photo {
                hash: "h".into(),
                width: 1,
                height: 1,
                color: String::new(),
                alt: String::new(),
            }),
            ..typed("Mugs", "Old", "2")
        };
        let own = typed("Cups", "New", "1");
        let mut whole = own.clone();
        for part in Part::ALL {
            assert!(!own.same(part, &other), "{part:?}");
            whole.take(part, &other);
        }
        assert_eq!(whole, other);
    }
}
