//! What is said about a file, and where in it that stands.

use std::fmt;

/// Where something stands in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// `line 7`, `lines 7-9`, `goods[3]`.
    pub text: String,
    /// The row in a spreadsheet, the header being row 1; 0 in files without rows.
    pub row: u64,
}

/// One thing that is wrong, or was read otherwise than written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub place: Place,
    /// The column's title as the file has it; empty where it is about the whole row.
    pub column: String,
    /// A stable word.
    pub code: &'static str,
    /// The same as a sentence.
    pub message: String,
}

/// Goods that were not taken, and everything that keeps them out.
#[derive(Debug, Clone)]
pub struct Refusal {
    pub handle: String,
    pub title: String,
    pub notes: Vec<Note>,
}

impl Place {
    /// A place in a file without rows.
    pub fn named(text: &str) -> Self {
        Self { text: text.to_owned(), row: 0 }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Note {
    /// A note about no single column.
    pub fn new(place: &Place, code: &'static str, message: impl Into<String>) -> Self {
        Self { place: place.clone(), column: String::new(), code, message: message.into() }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

impl Refusal {
    /// A refusal for one reason.
    pub fn because(place: &Place, handle: &str, title: &str, reason: impl Into<String>) -> Self {
        let notes = vec![Note::new(place, "refused", reason)];
        Self { handle: handle.to_owned(), title: title.to_owned(), notes }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let notes: Vec<String> = self.notes.iter().map(Note::to_string).collect();
        f.write_str(&notes.join("; "))
    }
}
