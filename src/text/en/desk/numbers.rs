//! The shop in numbers, in English.

use crate::text::desk::numbers::{Numbers, Sources};

pub const TEXT: Numbers = Numbers {
    title: "Numbers",
    period: "Days shown",
    today: "Today",
    week: "7 days",
    month: "30 days",
    visits: "Visits",
    orders: "Orders",
    sales: "Sales",
    conversion: "Visits that ordered",
    by_day: "By day",
    shown: "What is shown",
    day: |month, day| {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        format!("{day}\u{a0}{}", months.get(month.saturating_sub(1) as usize).unwrap_or(&""))
    },
    sources: "Where visits come from",
    source: "From",
    source_names: Sources {
        number: "Shop number",
        qr: "QR code",
        link: "Link",
        wechat: "WeChat",
        weibo: "Weibo",
        whatsapp: "WhatsApp",
        telegram: "Telegram",
        line: "LINE",
        other: "Another app",
    },
    percent: |share| format!("{share}%"),
    best: "Best goods",
    goods: "Goods",
    pieces: "Pieces",
    pieces_sold: |pieces| if pieces == 1 { "1 piece".into() } else { format!("{pieces} pieces") },
    as_table: "As a table",
    day_column: "Day",
    empty: "No visits yet",
    empty_days: "Nobody has come in this time",
    empty_text: "Send your card to a few chats: whoever opens the code or types the number is counted here.",
    to_card: "Share the card",
    note: "Cancelled orders and refunds are taken off. Visits are counted without any personal data.",
    low: |goods| {
        if goods == 1 {
            "One product is running out".into()
        } else {
            format!("{goods} products are running out")
        }
    },
    low_left: |left| if left == 0 { "none left".into() } else { format!("{left} left") },
    low_option: "an option is running out",
    low_more: |more| format!("And {more} more"),
};
