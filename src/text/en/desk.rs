//! The desk in English.

mod account;
mod card;
mod delivery;
mod goods;
mod import;
mod numbers;
mod order;
mod orders;
mod ship;
mod shop;
mod webhook;

use crate::text::desk::{Common, DeskText, Flaw, Tabs, Trouble};

pub static TEXT: DeskText = DeskText {
    common: Common {
        app: "Minishop desk",
        other_language: "中文",
        language: "Language",
        back: "Back",
        close: "Close",
        cancel: "Cancel",
        save: "Save",
        saved: "Saved",
        remove: "Remove",
        retry: "Try again",
        loading: "Loading",
        more: "More",
        search: "Search",
        clear_search: "Clear search",
        load_more: "Show more",
        copy: "Copy",
        copied: "Copied",
        copy_yourself: |what| format!("Please copy it yourself: {what}"),
        shop_number: |number| format!("Shop number {number}"),
        move_up: "Move up",
        move_down: "Move down",
    },
    tabs: Tabs {
        orders: "Orders",
        orders_new: |n| format!("{n} to look at"),
        goods: "Goods",
        add: "Add goods",
        numbers: "Numbers",
        shop: "Shop",
        desk: "Desk",
    },
    trouble: Trouble {
        offline: "You are offline",
        offline_hint: "It continues by itself when the network is back. What you typed is kept.",
        offline_strip: "Offline; what you typed is kept",
        slow: "The network is slow; still trying",
        timeout: "The server is not answering",
        timeout_hint: "What you typed is kept. Please try again in a moment.",
        broken: "The answer could not be read",
        server: |id| {
            if id.is_empty() {
                "The server has a fault".into()
            } else {
                format!("The server has a fault ({id})")
            }
        },
        limited: |seconds| match seconds {
            1 => "Too many tries. Wait a second and try again".into(),
            0..120 => format!("Too many tries. Wait {seconds} seconds and try again"),
            _ => format!("Too many tries. Wait {} minutes and try again", seconds.div_ceil(60)),
        },
        refused: "The server refused this",
        unknown: "This is no longer here",
        unknown_hint: "It may have been removed on another device.",
        changed: "This was changed on another device meanwhile",
        nowhere: "There is no such page",
        to_orders: "Go to the orders",
    },
    flaw: Flaw {
        empty: "Please fill this in",
        too_long: |most| format!("At most {most} characters"),
        too_short: |least| format!("At least {least} characters"),
        not_amount: "Write an amount such as 12.50",
        negative: "An amount cannot be below zero",
        too_precise: |places| match places {
            0 => "This currency has no decimals".into(),
            n => format!("This currency has {n} decimals"),
        },
        too_large: "This amount is too large",
        not_count: |most| format!("Write a whole number from 0 to {most}"),
        wrong: "This cannot be right",
    },
    account: account::TEXT,
    import: import::TEXT,
    numbers: numbers::TEXT,
    webhook: webhook::TEXT,
    goods: goods::GOODS,
    editor: goods::EDITOR,
    categories: goods::CATEGORIES,
    orders: orders::TEXT,
    order: order::TEXT,
    ship: ship::SHIP,
    slip: ship::SLIP,
    shop: shop::SHOP,
    about: shop::ABOUT,
    unsaved: shop::UNSAVED,
    upload: shop::UPLOAD,
    ways: delivery::WAYS,
    deliveries: delivery::DELIVERIES,
    payments: delivery::PAYMENTS,
    card: card::TEXT,
};
