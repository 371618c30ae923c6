//! Two devices changed the same goods: what only the other one changed is taken over, what both changed is shown.

use crate::device::desk_draft::{DraftSku, GoodsDraft};

/// A part of the goods that is changed as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Title,
    Text,
    Category,
    Visible,
    Photos,
    /// Options, and with them the skus there are.
    Options,
    /// One sku, by its id.
    Sku(String),
}

/// What became of the two.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// What is typed from now on: the version there, with what was changed here.
    pub draft: GoodsDraft,
    /// How the goods stand there.
    pub theirs: GoodsDraft,
    /// Changed there alone, and taken over.
    pub taken: Vec<Part>,
    /// Changed on both: what stands here stays until the seller takes theirs.
    pub clashes: Vec<Part>,
}

/// Lays what was changed here over how the goods stand there. Without knowing what `mine` began with, every difference
/// counts as changed on both.
pub fn merge(base: Option<&GoodsDraft>, mine: &GoodsDraft, theirs: &GoodsDraft) -> Merged {
    let draft = GoodsDraft { version: theirs.version, ..mine.clone() };
    let mut merged = Merged { draft, theirs: theirs.clone(), taken: Vec::new(), clashes: Vec::new() };
    let mut parts = vec![Part::Title, Part::Text, Part::Category, Part::Visible, Part::Photos];
    if shape(mine) == shape(theirs) {
        parts.extend(mine.skus.iter().map(|sku| Part::Sku(sku.id.clone())));
    } else {
        parts.push(Part::Options);
    }
    for part in parts {
        if same(&part, mine, theirs) {
            continue;
        }
        match base {
            Some(base) if same(&part, base, theirs) => {}
            Some(base) if same(&part, base, mine) => {
                merged.take(&part);
                merged.taken.push(part);
            }
            _ => merged.clashes.push(part),
        }
    }
    merged
}

impl Merged {
    /// Takes theirs of one part.
    pub fn take(&mut self, part: &Part) {
        take(&mut self.draft, &self.theirs, part);
    }
}

/// Takes one part of another draft over into this one.
pub fn take(draft: &mut GoodsDraft, theirs: &GoodsDraft, part: &Part) {
    match part {
        Part::Title => draft.title.clone_from(&theirs.title),
        Part::Text => draft.text.clone_from(&theirs.text),
        Part::Category => draft.category.clone_from(&theirs.category),
        Part::Visible => draft.visible = theirs.visible,
        Part::Photos => draft.photos.clone_from(&theirs.photos),
        Part::Options => {
            draft.options.clone_from(&theirs.options);
            draft.skus.clone_from(&theirs.skus);
        }
        Part::Sku(id) => {
            let own = draft.skus.iter_mut().find(|sku| sku.id == *id);
            if let Some((own, other)) = own.zip(theirs.skus.iter().find(|sku| sku.id == *id)) {
                own.clone_from(other);
            }
        }
    }
}

fn shape(draft: &GoodsDraft) -> (&[crate::device::desk_draft::DraftOption], Vec<(&str, &[String])>) {
    (&draft.options, draft.skus.iter().map(|sku| (sku.id.as_str(), sku.values.as_slice())).collect())
}

fn same(part: &Part, one: &GoodsDraft, other: &GoodsDraft) -> bool {
    match part {
        Part::Title => one.title == other.title,
        Part::Text => one.text == other.text,
        Part::Category => one.category == other.category,
        Part::Visible => one.visible == other.visible,
        Part::Photos => one.photos == other.photos,
        Part::Options => shape(one) == shape(other) && alike(&one.skus, &other.skus),
        Part::Sku(id) => {
            let own = |draft: &GoodsDraft| draft.skus.iter().filter(|sku| sku.id == *id).map(told).collect();
            let [one, other]: [Vec<DraftSku>; 2] = [own(one), own(other)];
            one == other
        }
    }
}

fn alike(one: &[DraftSku], other: &[DraftSku]) -> bool {
    one.iter().map(told).eq(other.iter().map(told))
}

/// A sku as the seller means it. Pieces sold meanwhile are no change of the seller's: of the stock only what was added or
/// taken away counts, and the server adds it to what is left.
fn told(sku: &DraftSku) -> DraftSku {
    let number = |text: &str| text.trim().parse::<i64>().ok();
    let stock = match number(&sku.stock).zip(number(&sku.stock_seen)) {
        Some((now, seen)) => (now - seen).to_string(),
        None => sku.stock.clone(),
    };
    DraftSku { stock, stock_seen: String::new(), ..sku.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(title: &str, price: &str, stock: &str, seen: &str) -> GoodsDraft {
        let sku = DraftSku {
            id: "s1".into(),
            price: price.into(),
            stock: stock.into(),
            stock_seen: seen.into(),
            ..DraftSku::default()
        };
        GoodsDraft {
            key: minishop_core::OrderKey::parse(&"a".repeat(32)).unwrap(),
            version: 1,
            sent: String::new(),
            unsent: false,
            title: title.into(),
            text: String::new(),
            category: String::new(),
            visible: true,
            photos: Vec::new(),
            options: Vec::new(),
            skus: vec![sku],
        }
    }

    #[test]
    fn what_only_one_changed_is_as_that_one_wants() {
        let base = draft("Cup", "5", "7", "7");
        let mine = draft("Tea cup", "5", "7", "7");
        let theirs = GoodsDraft { version: 2, ..draft("Cup", "6", "5", "5") };
        let merged = merge(Some(&base), &mine, &theirs);
        assert_eq!((merged.draft.title.as_str(), merged.draft.version), ("Tea cup", 2));
        assert_eq!(merged.draft.skus[0].price, "6");
        assert_eq!(merged.taken, [Part::Sku("s1".into())]);
        assert!(merged.clashes.is_empty());
    }

    #[test]
    fn what_both_changed_stays_until_theirs_is_taken() {
        let base = draft("Cup", "5", "7", "7");
        let mine = draft("Tea cup", "5", "7", "7");
        let theirs = draft("Coffee cup", "5", "7", "7");
        let mut merged = merge(Some(&base), &mine, &theirs);
        assert_eq!(merged.clashes, [Part::Title]);
        assert_eq!(merged.draft.title, "Tea cup");
        merged.take(&Part::Title);
        assert_eq!(merged.draft.title, "Coffee cup");
        // Whoever does not know where it began cannot tell who changed it.
        assert_eq!(merge(None, &mine, &base).clashes, [Part::Title]);
    }

    #[test]
    fn a_sale_meanwhile_is_no_change_of_the_sellers() {
        let base = draft("Cup", "5", "7", "7");
        let mine = draft("Cup", "5", "17", "7");
        let theirs = draft("Cup", "5", "6", "6");
        let merged = merge(Some(&base), &mine, &theirs);
        assert!(merged.clashes.is_empty() && merged.taken.is_empty());
        assert_eq!(
            (merged.draft.skus[0].stock.as_str(), merged.draft.skus[0].stock_seen.as_str()),
            ("17", "7")
        );
    }
}
