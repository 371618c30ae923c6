//! The phrases in English.

pub(super) mod desk;
mod ordering;

use super::{Common, Door, Goods, Shop, Text, Trouble};

/// `one` for 1, else `many`, after the number.
fn count(n: u32, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

pub(super) static TEXT: Text = Text {
    common: Common {
        other_language: "中文",
        back: "Back",
        close: "Close",
        retry: "Try again",
        loading: "Loading",
        cart: "Cart",
        cart_holds: |pieces| format!("Cart, {}", count(pieces, "item", "items")),
        shop_number: |number| format!("Shop number {number}"),
        copied: "Copied",
        copy_yourself: |what| format!("Please copy it yourself: {what}"),
        fewer: "Fewer",
        more: "More",
        quantity: "Quantity",
        my_orders: "My orders",
        was: "was ",
        app: "Minishop",
    },
    trouble: Trouble {
        offline: "You are offline",
        offline_hint: "It continues by itself when the network is back. Your cart is kept.",
        offline_cart: "Offline; your cart is kept",
        slow: "The network is slow; still opening",
        timeout: "The shop is not answering",
        timeout_hint: "Your cart is kept. Please try again in a moment.",
        broken: "The answer could not be read",
        server: |id| {
            if id.is_empty() { "The shop has a fault".into() } else { format!("The shop has a fault ({id})") }
        },
        limited: |seconds| {
            format!("Too many tries. Wait {} and try again", count(seconds, "second", "seconds"))
        },
        refused: "The shop refused this",
        nowhere: "There is no such page",
        to_door: "Enter another number",
        unknown_shop: "This shop is not open",
        unknown_shop_hint: "The number may be mistyped, or the seller is away.",
        unknown_goods: "These goods are no longer here",
        to_shop: "Go to the shop",
    },
    door: Door {
        title: "Enter a shop number",
        label: "Six-digit shop number",
        hint: "Six figures, on the seller’s card or link",
        enter: "Open the shop",
        too_short: |missing| count(missing, "digit to go", "digits to go"),
        too_long: "A shop number has six digits",
        leading_zero: "A shop number never begins with 0",
        several: "There are several numbers in it. Which one?",
        visited: "Visited shops",
        scan: "Scan a code",
        photo: "Code from a photo",
        scan_title: "Scan a code",
        scan_hint: "Hold the shop’s code in front of the camera",
        no_camera: "The camera cannot be used here. Choose a photo of the code, or type the number.",
        no_reader: "Codes cannot be read in this browser. Scan with your chat app or camera, or type the number.",
        no_code: "No code was found in this photo",
        foreign_code: "This code does not lead to a shop",
    },
    shop: Shop {
        open: "Open",
        resting: "Closed now",
        away: "On holiday, no orders now",
        back_on: |month, day| {
            let months =
                "January February March April May June July August September October November December";
            let month = months.split(' ').nth(month.saturating_sub(1) as usize).unwrap_or_default();
            format!("Back on {day} {month}")
        },
        hours: "Hours: ",
        contact: "Contact the seller",
        licence: "Licence: ",
        copy_number: |number| format!("Copy shop number {number}"),
        share: "Share this shop",
        search: "Search this shop",
        clear_search: "Clear the search",
        categories: "Categories",
        all: "All",
        sold_out: "Sold out",
        few_left: |left| format!("{left} left"),
        from: ["from ", ""],
        load_more: "Show more",
        nothing_found: |words| format!("Nothing found for “{words}”"),
        other_word: "Try another word.",
        nothing_here: "Nothing in this category",
        no_goods: "No goods here yet",
        show_all: "Show all goods",
        another: "Another shop",
        phone: "Phone",
        wechat: "WeChat",
        email: "E-mail",
    },
    goods: Goods {
        add: "Add",
        buy_now: "Buy now",
        share: "Share",
        shop: "Shop",
        added: "Added to the cart",
        cart_full: "The cart is full",
        all_in_cart: |left, held| format!("Only {left} left, {held} of them in your cart"),
        choose: |option| format!("Choose: {option}"),
        value_sold_out: |value| format!("{value} is sold out"),
        value_impossible: |value| format!("{value} is not made in this combination"),
        sold_out: "Sold out",
        left: |left| format!("{left} in stock"),
        only_left: |left| format!("Only {left} left"),
        delivery: |fee| format!("Delivery {fee}"),
        delivery_over: |fee, limit| format!("Delivery {fee}, free over {limit}"),
        delivery_free: "Free delivery",
        days: |days| match days {
            "0" => "the same day".into(),
            "1" => "1 day".into(),
            _ => format!("{days} days"),
        },
        pickup: "Pickup",
        options: "Options",
        choose_options: "Choose options",
        add_to_cart: "Add to cart",
        photos: "Pictures",
        photo: "Picture ",
        enlarge: |at| format!("Enlarge picture {at}"),
        enlarged: "Enlarged picture",
        previous: "Previous picture",
        next: "Next picture",
        about: "About",
        link_copied: "Link copied. Paste it into a chat",
        wechat_title: "Share",
        share_in_wechat: "Tap “···” at the top right, then “Send to Chat”",
    },
    cart: ordering::CART,
    checkout: ordering::CHECKOUT,
    order: ordering::ORDER,
    orders: ordering::ORDERS,
};
