//! The CSV as rows: every encoding and separator of Excel, quoted line ends and broken rows included.

use super::super::note::Place;
use super::super::{encoding, formula};
use super::row::{Dialect, Field, Row};
use std::borrow::Cow;
use std::collections::HashMap;

/// All rows of a file.
pub struct Table {
    pub dialect: Dialect,
    /// `utf-8`, `utf-16` or `gb18030`.
    pub encoding: &'static str,
    pub rows: Vec<Row>,
    titles: HashMap<Field, String>,
}

impl Table {
    /// The rows of each handle, in the order in which the handles first appear; rows without one stand alone.
    pub fn groups(&self) -> impl Iterator<Item = (&str, Vec<&Row>)> {
        let mut groups: Vec<(&str, Vec<&Row>)> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        for row in &self.rows {
            let handle = row.get(Field::Handle);
            match known.get(handle) {
                Some(&at) => groups[at].1.push(row),
                None => {
                    if !handle.is_empty() {
                        known.insert(handle, groups.len());
                    }
                    groups.push((handle, vec![row]));
                }
            }
        }
        groups.into_iter()
    }

    /// Whether the file has that column.
    pub fn has(&self, field: Field) -> bool {
        self.titles.contains_key(&field)
    }

    /// The column's title as the file has it; empty where it has none.
    pub fn title(&self, field: Field) -> String {
        self.titles.get(&field).cloned().unwrap_or_default()
    }
}

/// Reads the file; an error when it is no product CSV.
pub fn read(bytes: &[u8]) -> Result<Table, String> {
    let (bytes, encoding) = encoding::utf8(bytes);
    let bytes: &[u8] = &bytes;
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(separator(bytes));
    let mut reader = reader.from_reader(bytes);
    let mut records = reader.byte_records();
    let broken = |error: csv::Error| format!("not a CSV: {error}");
    let header = records.next().ok_or("the file is empty")?.map_err(broken)?;
    let names: Vec<String> =
        header.iter().map(|title| String::from_utf8_lossy(title).trim().to_owned()).collect();
    let dialect = Dialect::of(&names);
    let columns: Vec<Option<Field>> = names.iter().map(|title| dialect.field(title)).collect();
    let price = if dialect == Dialect::Shopify { "Variant Price" } else { "Price" };
    for (field, title) in [(Field::Handle, "Handle"), (Field::Title, "Title"), (Field::Price, price)] {
        if !columns.contains(&Some(field)) {
            return Err(format!(
                "there is no column «{title}»: this is neither Shopify's product CSV nor our own"
            ));
        }
    }
    let mut rows = Vec::new();
    let mut lines = Lines { bytes, at: 0, line: 1, inside: 0 };
    for record in records {
        let record = record.map_err(broken)?;
        let place = lines.of(&record);
        if record.iter().all(|value| value.iter().all(u8::is_ascii_whitespace)) {
            continue;
        }
        rows.push(row(dialect, place, &record, &columns, &names));
    }
    // Quotes come in pairs; an odd one has swallowed everything to the end of the file.
    if bytes.iter().filter(|byte| **byte == b'"').count() % 2 == 1
        && let Some(last) = rows.last_mut()
    {
        let message = "a quote is opened here and never closed; the rest of the file is inside it";
        last.fault = Some((String::new(), "unreadable", message.to_owned()));
    }
    let titles = columns.iter().zip(&names).filter_map(|(field, name)| Some(((*field)?, name.clone())));
    Ok(Table { dialect, encoding, rows, titles: titles.collect() })
}

/// What stands most often in the header: Excel separates by comma, in some countries by semicolon, in UTF-16 by tab.
fn separator(bytes: &[u8]) -> u8 {
    let header = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).find(|line| !line.is_empty());
    let count = |separator: u8| header.unwrap_or_default().iter().filter(|byte| **byte == separator).count();
    // Of equals the last is taken.
    [b'\t', b';', b','].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

/// Counts lines as an editor does; the reader's own count lags by one where lines end in CR LF.
struct Lines<'f> {
    bytes: &'f [u8],
    at: usize,
    line: u64,
    /// Line ends inside fields so far: a spreadsheet shows those records as one row.
    inside: u64,
}

impl Lines<'_> {
    /// The line a record begins in, and its row; records come in the file's order.
    fn of(&mut self, record: &csv::ByteRecord) -> Place {
        let start =
            record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(self.at);
        let ends = self.bytes.iter().skip(start).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let to = (start + ends).max(self.at);
        self.line += line_ends(&self.bytes[self.at..to]);
        self.at = to;
        let place = Place { text: format!("line {}", self.line), row: self.line - self.inside };
        self.inside += record.iter().map(line_ends).sum::<u64>();
        place
    }
}

/// LF, CR LF and a CR alone each end a line.
fn line_ends(bytes: &[u8]) -> u64 {
    let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    ends.count() as u64
}

fn row(
    dialect: Dialect,
    place: Place,
    record: &csv::ByteRecord,
    columns: &[Option<Field>],
    names: &[String],
) -> Row {
    let mut fault = None;
    if record.len() > columns.len() {
        let message = format!("the row has {} fields, the header has {}", record.len(), columns.len());
        fault = Some((String::new(), "too_many_fields", message));
    }
    let mut fields = Vec::new();
    for ((value, field), name) in record.iter().zip(columns).zip(names) {
        let Some(field) = *field else { continue };
        let text = String::from_utf8_lossy(value);
        if matches!(text, Cow::Owned(_)) {
            let message = "the row is not UTF-8 text; save the file as «CSV UTF-8»".to_owned();
            fault = Some((name.clone(), "unreadable", message));
        }
        let text = if dialect == Dialect::Minishop { formula::unquote(&text) } else { &text };
        if !text.is_empty() {
            fields.push((field, text.to_owned()));
        }
    }
    Row { place, fault, fields }
}
