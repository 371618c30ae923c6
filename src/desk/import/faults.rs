//! What is said about a file's cells, in words.

use crate::api::desk::import::Said;
use crate::text::desk::import::{Faults, Remarks};

/// What is wrong with the cell; a fault that is new to this app speaks English.
pub fn fault(text: &Faults, said: &Said) -> String {
    let known = match said.code.as_str() {
        "empty" => text.empty,
        "not_amount" => text.not_amount,
        "too_precise" => text.too_precise,
        "negative" => text.negative,
        "out_of_range" => text.out_of_range,
        "not_number" => text.not_number,
        "not_flag" => text.not_flag,
        "too_long" => text.too_long,
        "duplicate" => text.duplicate,
        "unknown" => text.unknown,
        "unfit" => text.unfit,
        "bad_character" => text.bad_character,
        "other_currency" => text.other_currency,
        "unreadable" => text.unreadable,
        "too_many_fields" => text.too_many_fields,
        _ => return said.message.clone(),
    };
    known.to_owned()
}

/// What was read otherwise.
pub fn remark(text: &Remarks, said: &Said) -> String {
    let known = match said.code.as_str() {
        "photo_not_taken" => text.photo_not_taken,
        "too_many_photos" => text.too_many_photos,
        "photo_text_cut" => text.photo_text_cut,
        "stock_below_zero" => text.stock_below_zero,
        "no_stock" => text.no_stock,
        "compare_at_left_out" => text.compare_at_left_out,
        "weight_not_read" => text.weight_not_read,
        _ => return said.message.clone(),
    };
    known.to_owned()
}

/// Remarks that say the same, each with its rows, in the order in which they first came.
pub fn gathered(text: &Remarks, remarks: &[Said]) -> Vec<(String, Vec<u32>)> {
    let mut all: Vec<(String, Vec<u32>)> = Vec::new();
    for said in remarks {
        let words = remark(text, said);
        match all.iter_mut().find(|(own, _)| *own == words) {
            Some((_, rows)) if rows.last() == Some(&said.row) => {}
            Some((_, rows)) => rows.push(said.row),
            None => all.push((words, vec![said.row])),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn remarks_that_say_the_same_are_one_with_all_their_rows() {
        let said = |row, code: &str| Said {
            row,
            column: String::new(),
            code: code.to_owned(),
            message: "new to us".to_owned(),
        };
        let all = [
            said(2, "photo_not_taken"),
            said(2, "photo_not_taken"),
            said(3, "brand_new"),
            said(4, "photo_not_taken"),
        ];
        let text = &Language::En.desk().import.remark_words;
        let expected = vec![(text.photo_not_taken.to_owned(), vec![2, 4]), ("new to us".to_owned(), vec![3])];
        assert_eq!(gathered(text, &all), expected);
    }
}
