//! What a list of deliveries must be, field by field.

use super::DeliveryRequest;
use crate::desk::form::Form;
use crate::error::Problem;
use crate::shops::{Delivery, DeliveryStep, Exclusion};
use minishop_core::recipient::MAX_PART;
use minishop_core::region::chinese_province;
use minishop_core::{Currency, Steps};

/// Ways of delivery in one shop at most.
const MAX_WAYS: usize = 10;
/// Places one delivery does not go to at most.
const MAX_EXCLUSIONS: usize = 300;

/// The rows to write; an empty id is a new one. Else every fault beside its field.
pub fn checked(items: Vec<DeliveryRequest>, currency: Currency) -> Result<Vec<Delivery>, Problem> {
    let mut form = Form::default();
    form.within("items", items.len() as i64, 1..=MAX_WAYS as i64);
    let ids: Vec<Option<String>> = items.iter().map(|item| item.id.clone()).collect();
    for (at, id) in ids.iter().enumerate() {
        if id.is_some() && ids[..at].contains(id) {
            form.fault(format!("items[{at}].id"), "duplicate", "This delivery stands in the list twice.");
        }
    }
    let rows = items.into_iter().enumerate();
    let rows = rows.map(|(at, item)| one(&mut form, &format!("items[{at}]"), item, currency)).collect();
    form.done()?;
    Ok(rows)
}

fn one(form: &mut Form, path: &str, item: DeliveryRequest, currency: Currency) -> Delivery {
    form.one_of(&format!("{path}.kind"), &item.kind, &["flat", "weight", "pickup"]);
    let pickup = item.kind == "pickup";
    let title = form.line(&format!("{path}.title"), &item.title, 1..=40);
    let note = form.text(&format!("{path}.note"), Some(&item.note), 200).unwrap_or_default();
    days(form, path, item.days_min, item.days_max);
    let fee_path = format!("{path}.fee");
    let fee = match (item.kind.as_str(), &item.fee) {
        ("flat", None) => {
            form.fault(fee_path, "required", "A flat delivery needs its fee.");
            0
        }
        ("flat", Some(fee)) => form.amount(&fee_path, fee, currency),
        _ => 0,
    };
    let limit = item.free_over.filter(|_| !pickup);
    let free_over = limit.map(|limit| form.amount(&format!("{path}.free_over"), &limit, currency));
    let steps = if item.kind == "weight" { steps(form, path, &item.steps, currency) } else { Vec::new() };
    let exclusions = if pickup { Vec::new() } else { exclusions(form, path, item.exclusions) };
    Delivery {
        id: item.id.unwrap_or_default(),
        kind: item.kind,
        title,
        note,
        fee,
        free_over,
        days_min: item.days_min,
        days_max: item.days_max,
        steps,
        exclusions,
    }
}

/// Both or neither, 0–99, in their order.
fn days(form: &mut Form, path: &str, least: Option<i64>, most: Option<i64>) {
    match (least, most) {
        (None, None) => {}
        (Some(least), Some(most)) => {
            form.within(&format!("{path}.days_min"), least, 0..=99);
            form.within(&format!("{path}.days_max"), most, least.clamp(0, 99)..=99);
        }
        (None, Some(_)) => form.fault(format!("{path}.days_min"), "required", "Name both days or none."),
        (Some(_), None) => form.fault(format!("{path}.days_max"), "required", "Name both days or none."),
    }
}

/// 1–20, each heavier than the one before.
fn steps(form: &mut Form, path: &str, given: &[DeliveryStep], currency: Currency) -> Vec<(i64, i64)> {
    form.within(&format!("{path}.steps"), given.len() as i64, 1..=Steps::MAX as i64);
    let mut last = 0;
    let mut rows = Vec::with_capacity(given.len());
    for (at, step) in given.iter().enumerate() {
        let path = format!("{path}.steps[{at}]");
        // One heavier than the one before: two of the same weight would be two prices for one parcel.
        form.within(&format!("{path}.grams"), step.grams, last + 1..=i64::from(Steps::MAX_GRAMS));
        last = step.grams.clamp(last, i64::from(Steps::MAX_GRAMS));
        rows.push((step.grams, form.amount(&format!("{path}.fee"), &step.fee, currency)));
    }
    rows
}

/// Countries by their two letters; Chinese provinces by their full name, so that a mistyped one is not silently none.
fn exclusions(form: &mut Form, path: &str, given: Vec<Exclusion>) -> Vec<Exclusion> {
    form.within(&format!("{path}.exclusions"), given.len() as i64, 0..=MAX_EXCLUSIONS as i64);
    let mut kept: Vec<Exclusion> = Vec::new();
    for (at, place) in given.into_iter().enumerate() {
        let path = format!("{path}.exclusions[{at}]");
        let country = place.country.trim().to_ascii_uppercase();
        if country.len() != 2 || !country.bytes().all(|b| b.is_ascii_uppercase()) {
            form.fault(format!("{path}.country"), "unknown", "A country is named by its two letters.");
        }
        let mut province = form.line(&format!("{path}.province"), &place.province, 0..=MAX_PART);
        if country == "CN" && !province.is_empty() {
            match chinese_province(&province) {
                Some(name) => province = name,
                None => form.fault(format!("{path}.province"), "unknown", "China has no such province."),
            }
        }
        let place = Exclusion { country, province };
        if kept.iter().any(|other| other.region() == place.region()) {
            form.fault(&*path, "duplicate", "This place stands in the list twice.");
        }
        kept.push(place);
    }
    kept
}
