//! A way goods come to the buyer, as it is typed.

use crate::api::delivery::DeliveryKind;
use crate::api::desk::{DeskDelivery, Exclusion};
use crate::desk::form::{Flaws, read_amount, read_count};
use crate::desk::session::Desk;
use crate::desk::way::Way;
use minishop_core::{Currency, Money, Step, Steps, typed};

/// Longest name and note.
const TITLE: usize = 40;
const NOTE: usize = 200;
/// Days at most.
const DAYS: u32 = 99;

/// Everything in the editor.
#[derive(Clone, PartialEq)]
pub struct Typed {
    pub kind: DeliveryKind,
    pub title: String,
    pub note: String,
    pub fee: String,
    pub free_over: String,
    pub days: [String; 2],
    /// Grams and fee of each line.
    pub steps: Vec<[String; 2]>,
    pub exclusions: Vec<Exclusion>,
}

/// The kind's word in the program.
pub fn word(kind: DeliveryKind) -> &'static str {
    match kind {
        DeliveryKind::Flat => "flat",
        DeliveryKind::Weight => "weight",
        DeliveryKind::Pickup => "pickup",
    }
}

fn usual_name(desk: Desk, kind: DeliveryKind) -> &'static str {
    let text = &desk.text().deliveries;
    match kind {
        DeliveryKind::Flat => text.flat_name,
        DeliveryKind::Weight => text.weight_name,
        DeliveryKind::Pickup => text.pickup_name,
    }
}

impl Typed {
    /// Another kind; a name that only said the old one changes with it.
    pub fn choose(&mut self, desk: Desk, chosen: &str) {
        let all = [DeliveryKind::Flat, DeliveryKind::Weight, DeliveryKind::Pickup];
        let Some(kind) = all.into_iter().find(|kind| word(*kind) == chosen) else { return };
        if self.title.trim().is_empty() || self.title == usual_name(desk, self.kind) {
            self.title = usual_name(desk, kind).to_owned();
        }
        if kind == DeliveryKind::Weight && self.steps.is_empty() {
            self.steps.push([String::new(), self.fee.clone()]);
        }
        self.kind = kind;
    }

    fn days(&self, desk: Desk, flaws: Flaws) -> Option<[u32; 2]> {
        let [least, most] = &self.days;
        match [least.trim().is_empty(), most.trim().is_empty()] {
            [true, true] => return None,
            [false, false] => {}
            [empty, _] => {
                flaws.set(if empty { "days_min" } else { "days_max" }, desk.text().deliveries.both_days);
                return None;
            }
        }
        let read = |path, text| read_count(desk, text, DAYS).map_err(|words| flaws.set(path, words)).ok();
        let (least, most) = (read("days_min", least)?, read("days_max", most)?);
        if most < least {
            flaws.set("days_max", desk.text().deliveries.days_order);
            return None;
        }
        Some([least, most])
    }

    /// The lines in the order of their weights; empty ones are left out, unless all are.
    fn steps(&self, desk: Desk, currency: Currency, flaws: Flaws) -> Vec<Step> {
        let text = &desk.text().deliveries;
        let is_empty = |line: &[String; 2]| line.iter().all(|text| text.trim().is_empty());
        let some = self.steps.iter().any(|line| !is_empty(line));
        let mut steps: Vec<Step> = Vec::new();
        for (at, [grams, fee]) in self.steps.iter().enumerate() {
            if is_empty(&self.steps[at]) && some {
                continue;
            }
            let path = |part: &str| format!("steps[{at}].{part}");
            let heavy = typed::count(grams, Steps::MAX_GRAMS).filter(|grams| *grams > 0);
            match heavy {
                None => flaws.set(path("grams"), text.not_grams),
                Some(heavy) if steps.iter().any(|own| own.grams == heavy) => {
                    flaws.set(path("grams"), text.same_weight);
                }
                Some(_) => {}
            }
            match (heavy, read_amount(desk, fee, currency)) {
                (Some(grams), Ok(fee)) => steps.push(Step { grams, fee }),
                (_, Err(words)) => flaws.set(path("fee"), words),
                (None, Ok(_)) => {}
            }
        }
        steps.sort_by_key(|step| step.grams);
        steps
    }
}

/// The shop's currency.
pub fn currency(desk: Desk) -> Currency {
    let code = desk.account().map(|account| account.currency);
    code.or_else(|| Currency::parse("USD")).unwrap_or_else(|| unreachable!("USD is a currency"))
}

impl Way for DeskDelivery {
    type Typed = Typed;

    fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn typed(&self, _: Desk) -> Typed {
        Typed {
            kind: self.kind,
            title: self.title.clone(),
            note: self.note.clone(),
            fee: self.fee.decimal(),
            free_over: self.free_over.map(Money::decimal).unwrap_or_default(),
            days: self.days.map(|days| days.map(|day| day.to_string())).unwrap_or_default(),
            steps: self.steps.iter().map(|step| [step.grams.to_string(), step.fee.decimal()]).collect(),
            exclusions: self.exclusions.clone(),
        }
    }

    fn blank(desk: Desk) -> Typed {
        let kind = DeliveryKind::Flat;
        Typed {
            kind,
            title: usual_name(desk, kind).to_owned(),
            note: String::new(),
            fee: String::new(),
            free_over: String::new(),
            days: Default::default(),
            steps: Vec::new(),
            exclusions: Vec::new(),
        }
    }

    fn read(typed: &Typed, id: Option<String>, desk: Desk, flaws: Flaws) -> Option<Self> {
        let currency = currency(desk);
        let zero = Money::zero(currency);
        flaws.required(desk, "title", &typed.title, TITLE);
        flaws.short(desk, "note", &typed.note, NOTE);
        let amount = |path, text| {
            read_amount(desk, text, currency).unwrap_or_else(|words| {
                flaws.set(path, words);
                zero
            })
        };
        let pickup = typed.kind == DeliveryKind::Pickup;
        let fee = if typed.kind == DeliveryKind::Flat { amount("fee", &typed.fee) } else { zero };
        let limited = !pickup && !typed.free_over.trim().is_empty();
        let free_over = limited.then(|| amount("free_over", &typed.free_over));
        let by_weight = typed.kind == DeliveryKind::Weight;
        let steps = if by_weight { typed.steps(desk, currency, flaws) } else { Vec::new() };
        let days = typed.days(desk, flaws);
        if flaws.any() {
            return None;
        }
        Some(Self {
            id,
            kind: typed.kind,
            title: typed.title.trim().to_owned(),
            note: typed.note.trim().to_owned(),
            fee,
            free_over,
            days,
            steps,
            exclusions: if pickup { Vec::new() } else { typed.exclusions.clone() },
        })
    }
}
