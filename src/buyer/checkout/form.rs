//! What the buyer types and chooses, and what is wrong with it, field by field.

use crate::api::{FieldFault, Shop};
use crate::device::Draft;
use crate::text::ordering::Checkout;
use minishop_core::address;
use minishop_core::recipient::{MAX_NOTE, Wrong};

/// A field of the form, in its order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    Name,
    Phone,
    Province,
    City,
    District,
    Street,
    Postcode,
    Country,
    Note,
}

/// Why a field cannot stay as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flaw {
    Wrong(Wrong),
    /// The server refused it.
    Refused,
}

/// The form as it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Form {
    pub draft: Draft,
    pub faults: Vec<(Field, Flaw)>,
}

impl Field {
    const ALL: [Self; 9] = [
        Self::Name,
        Self::Phone,
        Self::Province,
        Self::City,
        Self::District,
        Self::Street,
        Self::Postcode,
        Self::Country,
        Self::Note,
    ];

    /// Its name in JSON, and its id on the page.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Phone => "phone",
            Self::Province => "province",
            Self::City => "city",
            Self::District => "district",
            Self::Street => "street",
            Self::Postcode => "postcode",
            Self::Country => "country",
            Self::Note => "note",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.word() == word)
    }

    pub fn label(self, text: &Checkout) -> &'static str {
        match self {
            Self::Name => text.name,
            Self::Phone => text.phone,
            Self::Province => text.province,
            Self::City => text.city,
            Self::District => text.district,
            Self::Street => text.street,
            Self::Postcode => text.postcode,
            Self::Country => text.country,
            Self::Note => text.note,
        }
    }

    /// What a browser may fill in by itself.
    pub fn autocomplete(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Phone => "tel",
            Self::Province => "address-level1",
            Self::City => "address-level2",
            Self::District => "address-level3",
            Self::Street => "street-address",
            Self::Postcode => "postal-code",
            Self::Country => "country",
            Self::Note => "off",
        }
    }
}

impl Flaw {
    fn of_code(code: &str) -> Self {
        match code {
            "empty" | "required" => Self::Wrong(Wrong::Empty),
            "not_phone" => Self::Wrong(Wrong::NotPhone),
            _ => Self::Refused,
        }
    }

    /// In words for the buyer.
    pub fn words(self, field: Field, text: &Checkout) -> String {
        match self {
            Self::Wrong(Wrong::Empty) => (text.field_empty)(field.label(text)),
            Self::Wrong(Wrong::TooLong(most)) => (text.field_long)(most),
            Self::Wrong(Wrong::NotPhone) => text.not_phone.to_owned(),
            Self::Refused => text.field_wrong.to_owned(),
        }
    }
}

impl Form {
    pub fn new(draft: Draft) -> Self {
        Self { draft, faults: Vec::new() }
    }

    pub fn value(&self, field: Field) -> &str {
        let who = &self.draft.recipient;
        match field {
            Field::Name => &who.name,
            Field::Phone => &who.phone,
            Field::Province => &who.province,
            Field::City => &who.city,
            Field::District => &who.district,
            Field::Street => &who.street,
            Field::Postcode => &who.postcode,
            Field::Country => &who.country,
            Field::Note => &self.draft.note,
        }
    }

    /// Takes what was typed; what was wrong with the field is forgiven until the next check.
    pub fn set(&mut self, field: Field, value: String) {
        let who = &mut self.draft.recipient;
        *match field {
            Field::Name => &mut who.name,
            Field::Phone => &mut who.phone,
            Field::Province => &mut who.province,
            Field::City => &mut who.city,
            Field::District => &mut who.district,
            Field::Street => &mut who.street,
            Field::Postcode => &mut who.postcode,
            Field::Country => &mut who.country,
            Field::Note => &mut self.draft.note,
        } = value;
        self.faults.retain(|(own, _)| *own != field);
    }

    pub fn flaw(&self, field: Field) -> Option<Flaw> {
        self.faults.iter().find(|(own, _)| *own == field).map(|(_, flaw)| *flaw)
    }

    /// Proposes the fields for a pasted text; `false` when nothing was found in it. A new address takes the place of the
    /// whole old one, so that two never mix; a name or phone it lacks stays.
    pub fn paste(&mut self, pasted: &str) -> bool {
        let found = address::split(pasted);
        // A street alone may be any words, unless there is a number in it.
        let numbered = found.street.chars().any(|c| c.is_ascii_digit()) || !found.phone.is_empty();
        let placed =
            !(found.city.is_empty() && found.province.is_empty()) || (numbered && !found.street.is_empty());
        let known = !(found.name.is_empty() && found.phone.is_empty());
        let old = std::mem::take(&mut self.draft.recipient);
        let keep = |new: String, old: &String| if new.is_empty() { old.clone() } else { new };
        let (name, phone) = (keep(found.name.clone(), &old.name), keep(found.phone.clone(), &old.phone));
        let place = if placed { found } else { old };
        self.draft.recipient = minishop_core::recipient::Recipient { name, phone, ..place };
        if placed || known {
            self.faults.clear();
        }
        placed || known
    }

    /// Chooses what was not chosen yet, or is no longer offered, as the shop's first.
    pub fn settle_choices(&mut self, shop: &Shop) {
        let draft = &mut self.draft;
        if !shop.deliveries.iter().any(|method| method.id == draft.delivery) {
            draft.delivery = shop.deliveries.first().map(|method| method.id.clone()).unwrap_or_default();
        }
        if !shop.payments.iter().any(|method| method.id == draft.payment) {
            draft.payment = shop.payments.first().map(|method| method.id.clone()).unwrap_or_default();
        }
    }

    /// Looks for everything wrong; `true` when it can be sent.
    pub fn check(&mut self, needs_address: bool) -> bool {
        let faults = self.draft.recipient.faults(needs_address).into_iter();
        let faults =
            faults.filter_map(|fault| Some((Field::from_word(fault.field)?, Flaw::Wrong(fault.wrong))));
        self.faults = faults.collect();
        if self.draft.note.chars().count() > MAX_NOTE {
            self.faults.push((Field::Note, Flaw::Wrong(Wrong::TooLong(MAX_NOTE))));
        }
        self.faults.is_empty()
    }

    /// Takes the server's refusals; `false` when one of them is about no field of this form.
    pub fn refuse(&mut self, faults: &[FieldFault]) -> bool {
        let field = |fault: &FieldFault| Field::from_word(fault.path.rsplit('.').next()?);
        self.faults =
            faults.iter().filter_map(|fault| Some((field(fault)?, Flaw::of_code(&fault.code)))).collect();
        self.faults.len() == faults.len() && !faults.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled() -> Form {
        let mut form = Form::new(Draft::default());
        for (field, value) in [
            (Field::Name, "张三"),
            (Field::Phone, "13800138000"),
            (Field::City, "杭州市"),
            (Field::Street, "文三路 1 号"),
        ] {
            form.set(field, value.to_owned());
        }
        form
    }

    #[test]
    fn every_field_keeps_its_own_value() {
        let mut form = Form::new(Draft::default());
        for field in Field::ALL {
            form.set(field, field.word().to_owned());
        }
        for field in Field::ALL {
            assert_eq!(form.value(field), field.word());
            assert_eq!(Field::from_word(field.word()), Some(field));
        }
    }

    #[test]
    fn a_checked_form_names_its_flaws_in_order_and_typing_forgives() {
        let mut form = Form::new(Draft::default());
        assert!(!form.check(true));
        let fields: Vec<Field> = form.faults.iter().map(|fault| fault.0).collect();
        assert_eq!(fields, [Field::Name, Field::Phone, Field::City, Field::Street]);
        form.set(Field::Name, "张".into());
        assert_eq!(form.flaw(Field::Name), None);
        assert!(form.flaw(Field::Phone).is_some());
        let mut form = filled();
        assert!(form.check(true));
        form.set(Field::Note, "字".repeat(501));
        assert!(!form.check(false));
        assert_eq!(form.flaw(Field::Note), Some(Flaw::Wrong(Wrong::TooLong(500))));
    }

    #[test]
    fn a_pasted_address_replaces_the_old_one_whole() {
        let mut form = filled();
        form.set(Field::District, "西湖区".into());
        assert!(form.paste("李四 13900139000 广东省深圳市南山区科技园路 2 号"));
        assert_eq!(form.value(Field::Name), "李四");
        assert_eq!(form.value(Field::Phone), "13900139000");
        assert_eq!(form.value(Field::City), "深圳市");
        assert_eq!(form.value(Field::District), "南山区");
        let before = form.clone();
        for no_address in ["", "hello", "please ring twice"] {
            assert!(!form.paste(no_address), "{no_address}");
            assert_eq!(form, before);
        }
    }

    #[test]
    fn refused_fields_are_found_by_their_path() {
        let fault = |path: &str| FieldFault { path: path.into(), code: "unknown".into() };
        let mut form = filled();
        assert!(form.refuse(&[fault("contact.phone"), fault("address.street")]));
        assert_eq!(form.flaw(Field::Phone), Some(Flaw::Refused));
        assert_eq!(form.flaw(Field::Street), Some(Flaw::Refused));
        assert!(!form.refuse(&[fault("delivery")]));
        assert!(!form.refuse(&[]));
    }
}
