//! Goods in from a file, goods and orders out into one.

/// That screen.
pub struct Import {
    pub title: &'static str,
    pub bring: &'static str,
    pub bring_lead: &'static str,
    pub choose: &'static str,
    pub choose_other: &'static str,
    pub photos: &'static str,
    pub take: &'static str,
    pub goods_csv: &'static str,
    pub orders_csv: &'static str,
    pub orders_lead: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub format: &'static str,
    pub format_lead: &'static str,
    /// The column's title in a file, and what stands in it.
    pub columns: &'static [(&'static str, &'static str)],
    pub sample: &'static str,
    /// A file in our own form.
    pub sample_csv: &'static str,
    /// Hundredths that have left the device.
    pub sending: fn(u32) -> String,
    pub reading: &'static str,
    pub writing: &'static str,
    pub cancel: &'static str,
    pub preview: &'static str,
    /// The file's name and its rows.
    pub preview_of: fn(&str, u32) -> String,
    pub added: &'static str,
    pub updated: &'static str,
    pub unchanged: &'static str,
    pub refused: &'static str,
    /// The same of what was done.
    pub was_added: &'static str,
    pub was_updated: &'static str,
    pub errors: &'static str,
    pub errors_lead: &'static str,
    pub first: fn(usize) -> String,
    /// A row, and a column that may be empty.
    pub place: fn(u32, &str) -> String,
    pub faults: Faults,
    pub remarks: &'static str,
    pub remark_words: Remarks,
    /// Rows, as many as are named, and whether there are more.
    pub rows: fn(&str, bool) -> String,
    pub skus: fn(u32) -> String,
    /// Goods that are brought in.
    pub apply: fn(u32) -> String,
    pub nothing: &'static str,
    pub done: &'static str,
    pub to_goods: &'static str,
    pub not_goods: &'static str,
    pub too_many_rows: &'static str,
    pub too_large: &'static str,
    pub not_known: &'static str,
    pub send_again: &'static str,
}

/// What is wrong with a cell.
pub struct Faults {
    pub empty: &'static str,
    pub not_amount: &'static str,
    pub too_precise: &'static str,
    pub negative: &'static str,
    pub out_of_range: &'static str,
    pub not_number: &'static str,
    pub not_flag: &'static str,
    pub too_long: &'static str,
    pub duplicate: &'static str,
    pub unknown: &'static str,
    pub unfit: &'static str,
    pub bad_character: &'static str,
    pub other_currency: &'static str,
    pub unreadable: &'static str,
    pub too_many_fields: &'static str,
}

/// What was read otherwise than written.
pub struct Remarks {
    pub photo_not_taken: &'static str,
    pub too_many_photos: &'static str,
    pub photo_text_cut: &'static str,
    pub stock_below_zero: &'static str,
    pub no_stock: &'static str,
    pub compare_at_left_out: &'static str,
    pub weight_not_read: &'static str,
}
