//! From options to skus: every combination of values is one, and what was typed for it stays with it.

use crate::device::desk_draft::{DraftOption, DraftSku, GoodsDraft};

/// Skus at most.
pub const MOST: usize = 100;
/// Options at most.
pub const OPTIONS: usize = 3;
/// Values of one option at most.
pub const VALUES: usize = 20;

/// An option's place in the draft before a change, for each option after it; `None` for a new one.
type Before = Vec<Option<usize>>;

/// Options that tell skus apart: those with a value.
fn axes(options: &[DraftOption]) -> Vec<usize> {
    (0..options.len()).filter(|at| !options[*at].values.is_empty()).collect()
}

/// Every combination of values, in the order they are shown.
fn combinations(options: &[DraftOption]) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    for at in axes(options) {
        let longer = |own: Vec<String>| {
            options[at].values.iter().map(move |value| {
                let mut own = own.clone();
                own.push(value.clone());
                own
            })
        };
        all = all.into_iter().flat_map(longer).collect();
    }
    all
}

/// How many skus these options make.
pub fn size(options: &[DraftOption]) -> usize {
    axes(options).into_iter().map(|at| options[at].values.len()).product()
}

/// Changes the options and makes the skus anew: one with the same values stays as it is; one that only gained or lost an
/// option goes on as the first of those it became, and the others begin with its price.
fn rebuild(draft: &mut GoodsDraft, options: Vec<DraftOption>, before: &Before) {
    let old_axes = axes(&draft.options);
    let new_axes = axes(&options);
    // For each axis after: its place in the old skus' values.
    let from: Vec<Option<usize>> = new_axes
        .iter()
        .map(|at| before[*at].and_then(|old| old_axes.iter().position(|own| *own == old)))
        .collect();
    let old = std::mem::take(&mut draft.skus);
    let mut used = vec![false; old.len()];
    let alike = |sku: &DraftSku, values: &[String]| {
        from.iter().zip(values).all(|(from, value)| from.is_none_or(|at| sku.values.get(at) == Some(value)))
    };
    for values in combinations(&options).into_iter().take(MOST) {
        let found = old.iter().enumerate().filter(|(_, sku)| alike(sku, &values));
        let (mut free, mut any) = (None, None);
        for (at, _) in found {
            any = any.or(Some(at));
            if !used[at] {
                free = free.or(Some(at));
            }
        }
        draft.skus.push(match (free, any) {
            (Some(at), _) => {
                used[at] = true;
                DraftSku { values, ..old[at].clone() }
            }
            (None, Some(at)) => fresh(&old[at], values),
            // A new value: what its neighbours cost is the best guess.
            (None, None) => fresh(old.first().unwrap_or(&DraftSku::default()), values),
        });
    }
    draft.options = options;
}

fn fresh(like: &DraftSku, values: Vec<String>) -> DraftSku {
    DraftSku {
        values,
        price: like.price.clone(),
        compare_at: like.compare_at.clone(),
        weight: like.weight.clone(),
        ..DraftSku::default()
    }
}

fn same(draft: &GoodsDraft) -> Before {
    (0..draft.options.len()).map(Some).collect()
}

/// One more option, without values yet.
pub fn add_option(draft: &mut GoodsDraft, name: String) {
    if draft.options.len() < OPTIONS {
        draft.options.push(DraftOption { name, values: Vec::new() });
    }
}

/// Takes an option away; the first sku of each group stays.
pub fn remove_option(draft: &mut GoodsDraft, at: usize) {
    let (mut options, mut before) = (draft.options.clone(), same(draft));
    options.remove(at);
    before.remove(at);
    rebuild(draft, options, &before);
}

/// One more value; `false` where there is no room, or it is there already.
pub fn add_value(draft: &mut GoodsDraft, at: usize, value: &str) -> bool {
    let value = value.trim();
    let mut options = draft.options.clone();
    let own = &mut options[at].values;
    if value.is_empty() || own.len() >= VALUES || own.iter().any(|known| known == value) {
        return false;
    }
    own.push(value.to_owned());
    if size(&options) > MOST {
        return false;
    }
    let before = same(draft);
    rebuild(draft, options, &before);
    true
}

/// Takes a value away, and its skus with it.
pub fn remove_value(draft: &mut GoodsDraft, at: usize, value: usize) {
    let mut options = draft.options.clone();
    let gone = options[at].values.remove(value);
    if options[at].values.is_empty() {
        // Without its last value it tells nothing apart.
        let name = options[at].name.clone();
        remove_option(draft, at);
        draft.options.insert(at, DraftOption { name, values: Vec::new() });
        return;
    }
    let axis = axes(&draft.options).iter().position(|own| *own == at);
    draft.skus.retain(|sku| axis.and_then(|axis| sku.values.get(axis)) != Some(&gone));
    let before = same(draft);
    rebuild(draft, options, &before);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(draft: &GoodsDraft) -> Vec<String> {
        draft
            .skus
            .iter()
            .map(|sku| format!("{}={}:{}:{}", sku.values.join("/"), sku.id, sku.price, sku.stock))
            .collect()
    }

    fn draft() -> GoodsDraft {
        let mut draft = GoodsDraft {
            key: minishop_core::OrderKey::parse(&"a".repeat(32)).unwrap(),
            version: 1,
            sent: String::new(),
            unsent: false,
            title: String::new(),
            text: String::new(),
            category: String::new(),
            visible: true,
            photos: Vec::new(),
            options: Vec::new(),
            skus: vec![DraftSku {
                id: "s1".into(),
                price: "5".into(),
                stock: "7".into(),
                ..DraftSku::default()
            }],
        };
        add_option(&mut draft, "Colour".into());
        draft
    }

    #[test]
    fn an_option_without_values_changes_nothing() {
        assert_eq!(shown(&draft()), ["=s1:5:7"]);
    }

    #[test]
    fn the_sku_there_was_goes_on_as_the_first_and_gives_the_others_its_price() {
        let mut draft = draft();
        assert!(add_value(&mut draft, 0, " red "));
        assert_eq!(shown(&draft), ["red=s1:5:7"]);
        assert!(add_value(&mut draft, 0, "blue"));
        assert_eq!(shown(&draft), ["red=s1:5:7", "blue=:5:"]);
        assert!(!add_value(&mut draft, 0, "red") && !add_value(&mut draft, 0, " "));
        draft.skus[1].id = "s2".into();
        draft.skus[1].stock = "3".into();
        add_option(&mut draft, "Size".into());
        assert!(add_value(&mut draft, 1, "S") && add_value(&mut draft, 1, "L"));
        assert_eq!(shown(&draft), ["red/S=s1:5:7", "red/L=:5:", "blue/S=s2:5:3", "blue/L=:5:"]);
    }

    #[test]
    fn what_goes_takes_only_its_own_skus() {
        let mut draft = draft();
        add_value(&mut draft, 0, "red");
        add_value(&mut draft, 0, "blue");
        draft.skus[1].id = "s2".into();
        add_option(&mut draft, "Size".into());
        add_value(&mut draft, 1, "S");
        add_value(&mut draft, 1, "L");
        draft.skus[3].id = "s4".into();
        let whole = draft.clone();
        remove_value(&mut draft, 1, 0);
        assert_eq!(shown(&draft), ["red/L=:5:", "blue/L=s4:5:"]);
        let mut draft = whole;
        remove_option(&mut draft, 1);
        assert_eq!(shown(&draft), ["red=s1:5:7", "blue=s2:5:"]);
        remove_value(&mut draft, 0, 0);
        remove_value(&mut draft, 0, 0);
        assert_eq!(draft.skus.len(), 1);
        assert_eq!(draft.skus[0].id, "s2");
    }

    #[test]
    fn there_are_never_too_many() {
        let mut draft = draft();
        add_option(&mut draft, "Size".into());
        for value in 0..12 {
            add_value(&mut draft, 0, &value.to_string());
            add_value(&mut draft, 1, &value.to_string());
        }
        assert!(size(&draft.options) <= MOST && draft.skus.len() == size(&draft.options));
    }
}
