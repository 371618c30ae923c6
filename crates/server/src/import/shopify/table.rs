//! The CSV as rows: BOM, CRLF, quoted line ends and broken rows included.

use super::row::{Field, Row};
use std::collections::HashMap;

/// All rows of a file.
pub struct Table {
    rows: Vec<Row>,
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
}

/// Reads the file; an error when it is no product CSV.
pub fn read(bytes: &[u8]) -> Result<Table, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut records = reader.byte_records();
    let broken = |error: csv::Error| format!("not a CSV: {error}");
    let header = records.next().ok_or("the file is empty")?.map_err(broken)?;
    let columns: Vec<Option<Field>> =
        header.iter().map(|title| Field::named(&String::from_utf8_lossy(title))).collect();
    for (field, title) in
        [(Field::Handle, "Handle"), (Field::Title, "Title"), (Field::Price, "Variant Price")]
    {
        if !columns.contains(&Some(field)) {
            return Err(format!("there is no column «{title}»: this is not Shopify's product CSV"));
        }
    }
    let mut rows = Vec::new();
    let mut lines = Lines { bytes, at: 0, line: 1 };
    for record in records {
        let record = record.map_err(broken)?;
        let line = lines.of(&record);
        if record.iter().all(|value| value.iter().all(u8::is_ascii_whitespace)) {
            continue;
        }
        rows.push(row(line, &record, &columns));
    }
    // Quotes come in pairs; an odd one has swallowed everything to the end of the file.
    if bytes.iter().filter(|byte| **byte == b'"').count() % 2 == 1
        && let Some(last) = rows.last_mut()
    {
        last.fault =
            Some("a quote is opened here and never closed; the rest of the file is inside it".to_owned());
    }
    Ok(Table { rows })
}

/// Counts lines as an editor does; the reader's own count lags by one where lines end in CR LF.
struct Lines<'f> {
    bytes: &'f [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line a record begins in; records come in the file's order.
    fn of(&mut self, record: &csv::ByteRecord) -> u64 {
        let start =
            record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(self.at);
        let ends = self.bytes.iter().skip(start).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        while self.at < start + ends {
            let next = self.bytes.get(self.at + 1);
            let ended = match self.bytes.get(self.at) {
                Some(b'\n') => true,
                Some(b'\r') => next != Some(&b'\n'),
                _ => false,
            };
            self.line += u64::from(ended);
            self.at += 1;
        }
        self.line
    }
}

fn row(line: u64, record: &csv::ByteRecord, columns: &[Option<Field>]) -> Row {
    let mut fault = None;
    if record.len() > columns.len() {
        fault = Some(format!("the row has {} fields, the header has {}", record.len(), columns.len()));
    }
    let mut fields = Vec::new();
    for (value, field) in record.iter().zip(columns) {
        let Some(field) = *field else { continue };
        let text = String::from_utf8_lossy(value);
        if matches!(text, std::borrow::Cow::Owned(_)) {
            fault = Some("the row is not UTF-8 text; save the file as «CSV UTF-8»".to_owned());
        }
        if !text.is_empty() {
            fields.push((field, text.into_owned()));
        }
    }
    Row { line, fault, fields }
}
