//! Goods from a CSV, and goods and orders as one.

use super::super::fetch::{Stop, base};
use super::super::problem::ApiError;
use super::upload;
use crate::json::{At, Json};
use web_sys::Blob;

/// What an import did, or in a preview would do.
#[derive(Clone, PartialEq, Debug)]
pub struct Outcome {
    /// A file of Shopify's; else of our own form.
    pub shopify: bool,
    /// Rows below the header.
    pub rows: u32,
    /// The first 200, in the file's order.
    pub goods: Vec<Line>,
    pub added: u32,
    pub updated: u32,
    pub unchanged: u32,
    pub refused: u32,
    /// What keeps goods out; the first 200.
    pub errors: Vec<Said>,
    /// What was read otherwise than written; the first 200.
    pub remarks: Vec<Said>,
}

/// One product of the file.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    pub title: String,
    pub action: Action,
    /// Its options taken together; 0 where it is refused.
    pub skus: u32,
}

/// What happens to a product.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    Add,
    Update,
    Unchanged,
    Refuse,
}

/// Something about one cell.
#[derive(Clone, PartialEq, Debug)]
pub struct Said {
    /// As a spreadsheet counts; the header is row 1.
    pub row: u32,
    /// The column's title in the file; empty for the whole row.
    pub column: String,
    /// A stable word.
    pub code: String,
    /// The same in an English sentence.
    pub message: String,
}

impl Action {
    pub const ALL: [Self; 4] = [Self::Add, Self::Update, Self::Refuse, Self::Unchanged];

    pub fn word(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Update => "update",
            Self::Unchanged => "unchanged",
            Self::Refuse => "refuse",
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.word() == word)
    }
}

impl Outcome {
    fn read(at: &At) -> Self {
        let line = |at: &At| Line {
            title: at.text("title"),
            action: at.parsed("action", Action::of_word, "refuse"),
            skus: at.count("skus"),
        };
        let said = |at: &At| Said {
            row: at.count("row"),
            column: at.text_or_empty("column"),
            code: at.text("code"),
            message: at.text_or_empty("message"),
        };
        Self {
            shopify: at.text("format") == "shopify",
            rows: at.count("rows"),
            goods: at.list("goods", line),
            added: at.count("added"),
            updated: at.count("updated"),
            unchanged: at.count("unchanged"),
            refused: at.count("refused"),
            errors: at.list("errors", said),
            remarks: at.list("remarks", said),
        }
    }

    /// How many goods the action happens to.
    pub fn count(&self, action: Action) -> u32 {
        match action {
            Action::Add => self.added,
            Action::Update => self.updated,
            Action::Unchanged => self.unchanged,
            Action::Refuse => self.refused,
        }
    }
}

/// Sends the file: what it would do, or with `apply` what it did. `progress` hears how many hundredths have left the
/// device, `stop` ends it half-way.
pub async fn import(
    file: &Blob,
    apply: bool,
    progress: impl Fn(u32) + 'static,
    stop: &Stop,
) -> Result<Outcome, ApiError> {
    let path = if apply { "/desk/import?apply=true" } else { "/desk/import" };
    Ok(upload::file(path, file, "text/csv", progress, stop).await?.read(Outcome::read)?)
}

/// Why the file as a whole cannot be read: `not_goods`, `too_many_rows` or `too_large`.
pub fn bad_file(error: &ApiError) -> Option<String> {
    let ApiError::Refused(problem) = error else { return None };
    match (problem.code.as_str(), problem.body.get("reason")) {
        ("bad_file", Some(Json::Text(reason))) => Some(reason.clone()),
        ("too_large", _) => Some("too_large".to_owned()),
        _ => None,
    }
}

/// Where all goods are as a CSV that an import takes back.
pub fn goods_csv() -> String {
    base() + "/desk/export/goods.csv"
}

/// Where the orders of these days are as a CSV; the days are `2026-11-01` or empty, `ahead` is how many minutes the
/// seller's clock is ahead of UTC.
pub fn orders_csv(from: &str, to: &str, ahead: i64) -> String {
    format!("{}/desk/export/orders.csv?from={from}&to={to}&offset={ahead}", base())
}
