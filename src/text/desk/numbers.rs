//! The shop in numbers.

/// That screen.
pub struct Numbers {
    pub title: &'static str,
    /// What the choice of days is called.
    pub period: &'static str,
    pub today: &'static str,
    pub week: &'static str,
    pub month: &'static str,
    pub visits: &'static str,
    pub orders: &'static str,
    pub sales: &'static str,
    pub conversion: &'static str,
    pub by_day: &'static str,
    /// What the choice between visits, orders and sales is called.
    pub shown: &'static str,
    /// Month 1–12 and day.
    pub day: fn(u32, u32) -> String,
    pub sources: &'static str,
    pub source: &'static str,
    pub source_names: Sources,
    /// A share in whole percents.
    pub percent: fn(u32) -> String,
    pub best: &'static str,
    pub goods: &'static str,
    pub pieces: &'static str,
    pub pieces_sold: fn(u32) -> String,
    pub as_table: &'static str,
    pub day_column: &'static str,
    pub empty: &'static str,
    pub empty_days: &'static str,
    pub empty_text: &'static str,
    pub to_card: &'static str,
    /// What is counted, and what is not.
    pub note: &'static str,
    /// Goods that are nearly or wholly sold out.
    pub low: fn(u32) -> String,
    pub low_left: fn(i64) -> String,
    /// One of several options.
    pub low_option: &'static str,
    pub low_more: fn(u32) -> String,
}

/// Where visits come from.
pub struct Sources {
    pub number: &'static str,
    pub qr: &'static str,
    pub link: &'static str,
    pub wechat: &'static str,
    pub weibo: &'static str,
    pub whatsapp: &'static str,
    pub telegram: &'static str,
    pub line: &'static str,
    pub other: &'static str,
}
