//! What an import did, or would do.

use crate::catalogue::Change;
use crate::import::note::Note;
use crate::import::sheet::Dialect;
use crate::import::{Ready, Refusal};
use serde::Serialize;
use utoipa::ToSchema;

/// Goods, errors and remarks that are named; all of them count.
const NAMED: usize = 200;

/// What an import did, or in a preview would do.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Outcome {
    /// `shopify` or `minishop`.
    format: &'static str,
    /// `utf-8`, `utf-16` or `gb18030`.
    encoding: &'static str,
    /// Rows below the header that are not empty.
    rows: usize,
    /// The first 200, in the file's order.
    goods: Vec<Line>,
    added: usize,
    updated: usize,
    unchanged: usize,
    refused: usize,
    /// The first 200 of what keeps goods out.
    errors: Vec<Said>,
    /// The first 200 of what was read otherwise than written, such as a photo that was not taken.
    remarks: Vec<Said>,
}

/// One goods item of the file.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Line {
    title: String,
    /// `add`, `update`, `unchanged` or `refuse`.
    action: &'static str,
    skus: usize,
}

/// Something about one cell.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Said {
    /// The row in a spreadsheet; the header is row 1.
    row: u64,
    /// The column's title as the file has it; empty where it is about the whole row.
    column: String,
    /// A stable word: `empty`, `not_amount`, `too_precise`, `negative`, `out_of_range`, `not_number`, `not_flag`,
    /// `too_long`, `duplicate`, `unknown`, `other_currency`, `unreadable`, `too_many_fields`, ….
    code: &'static str,
    /// The same as a sentence.
    message: String,
}

impl Outcome {
    /// Nothing done yet.
    pub fn of(dialect: Dialect, encoding: &'static str, rows: usize) -> Self {
        Self {
            format: dialect.word(),
            encoding,
            rows,
            goods: Vec::new(),
            added: 0,
            updated: 0,
            unchanged: 0,
            refused: 0,
            errors: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// Counts one goods item.
    pub fn add(&mut self, taken: Result<(Change, Ready), Refusal>) {
        let line = match taken {
            Ok((change, ready)) => {
                let (action, count) = match change {
                    Change::Added => ("add", &mut self.added),
                    Change::Updated => ("update", &mut self.updated),
                    Change::Unchanged => ("unchanged", &mut self.unchanged),
                };
                *count += 1;
                say(&mut self.remarks, ready.remarks);
                Line { title: ready.entry.title, action, skus: ready.entry.skus.len() }
            }
            Err(refusal) => {
                self.refused += 1;
                say(&mut self.errors, refusal.notes);
                let title = if refusal.title.is_empty() { refusal.handle } else { refusal.title };
                Line { title, action: "refuse", skus: 0 }
            }
        };
        if self.goods.len() < NAMED {
            self.goods.push(line);
        }
    }
}

fn say(said: &mut Vec<Said>, notes: Vec<Note>) {
    for note in notes.into_iter().take(NAMED.saturating_sub(said.len())) {
        let Note { place, column, code, message } = note;
        said.push(Said { row: place.row, column, code, message });
    }
}
