//! A way to pay, as it is typed.

use crate::api::desk::DeskPayment;
use crate::api::shop::{PaymentKind, Photo};
use crate::desk::form::Flaws;
use crate::desk::session::Desk;
use crate::desk::way::Way;

/// Longest name, and longest words about it.
const TITLE: usize = 40;
const TEXT: usize = 1000;

/// Everything in the editor.
#[derive(Clone, PartialEq)]
pub struct Typed {
    pub kind: PaymentKind,
    pub title: String,
    pub text: String,
    pub qr: Option<Photo>,
}

/// The kind's word in the program.
pub fn word(kind: PaymentKind) -> &'static str {
    match kind {
        PaymentKind::CashOnDelivery => "cash",
        PaymentKind::Transfer => "transfer",
    }
}

fn usual_name(desk: Desk, kind: PaymentKind) -> &'static str {
    let text = &desk.text().payments;
    match kind {
        PaymentKind::CashOnDelivery => text.cash_name,
        PaymentKind::Transfer => text.transfer_name,
    }
}

impl Typed {
    /// Another kind; a name that only said the old one changes with it.
    pub fn choose(&mut self, desk: Desk, chosen: &str) {
        let kind = if chosen == word(PaymentKind::Transfer) {
            PaymentKind::Transfer
        } else {
            PaymentKind::CashOnDelivery
        };
        if self.title.trim().is_empty() || self.title == usual_name(desk, self.kind) {
            self.title = usual_name(desk, kind).to_owned();
        }
        self.kind = kind;
    }
}

impl Way for DeskPayment {
    type Typed = Typed;

    fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn typed(&self, _: Desk) -> Typed {
        Typed { kind: self.kind, title: self.title.clone(), text: self.text.clone(), qr: self.qr.clone() }
    }

    fn blank(desk: Desk) -> Typed {
        let kind = PaymentKind::Transfer;
        Typed { kind, title: usual_name(desk, kind).to_owned(), text: String::new(), qr: None }
    }

    fn read(typed: &Typed, id: Option<String>, desk: Desk, flaws: Flaws) -> Option<Self> {
        flaws.required(desk, "title", &typed.title, TITLE);
        flaws.short(desk, "text", &typed.text, TEXT);
        if flaws.any() {
            return None;
        }
        Some(Self {
            id,
            kind: typed.kind,
            title: typed.title.trim().to_owned(),
            text: typed.text.trim().to_owned(),
            qr: typed.qr.clone().filter(|_| typed.kind == PaymentKind::Transfer),
        })
    }
}
