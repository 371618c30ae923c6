//! The shop's tab, and what it is: name, words, contacts, colour.

/// The tab.
pub struct Shop {
    pub title: &'static str,
    pub number: &'static str,
    pub code: &'static str,
    pub open_shop: &'static str,
    pub share: &'static str,
    pub shared_by_menu: &'static str,
    pub about: &'static str,
    pub about_text: &'static str,
    pub deliveries: &'static str,
    pub deliveries_text: &'static str,
    pub payments: &'static str,
    pub payments_text: &'static str,
    pub categories: &'static str,
    pub card: &'static str,
    pub card_text: &'static str,
    pub webhook: &'static str,
    pub webhook_text: &'static str,
    pub account: &'static str,
    pub open: &'static str,
    pub open_text: &'static str,
    pub closed_text: &'static str,
    pub close_title: &'static str,
    pub close_sure: &'static str,
    pub close_do: &'static str,
    pub holiday: &'static str,
    pub holiday_text: &'static str,
    pub back_on: &'static str,
    pub back_on_hint: &'static str,
    pub day_is_over: &'static str,
}

/// What the shop is.
pub struct About {
    pub title: &'static str,
    pub logo: &'static str,
    pub logo_hint: &'static str,
    pub name: &'static str,
    pub notice: &'static str,
    pub notice_hint: &'static str,
    pub about: &'static str,
    pub hours: &'static str,
    pub hours_example: &'static str,
    pub licence: &'static str,
    pub licence_hint: &'static str,
    pub no_registration: &'static str,
    /// What then stands there, in the shop's own language.
    pub not_registered: &'static str,
    pub contacts: &'static str,
    pub contacts_hint: &'static str,
    pub add_contact: &'static str,
    /// In the order of [`minishop_core::contact::KINDS`]: the names, and what each may be.
    pub kinds: [&'static str; 6],
    pub kind_hints: [&'static str; 6],
    pub not_phone: &'static str,
    pub no_country_code: &'static str,
    pub not_email: &'static str,
    pub not_name: &'static str,
    pub orders: &'static str,
    pub unpaid: &'static str,
    pub unpaid_hint: &'static str,
    /// Minutes, in the largest unit that fits.
    pub minutes: fn(u32) -> String,
    pub low_stock: &'static str,
    pub low_stock_hint: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub theme_hint: &'static str,
    /// The names of the ready colours, in their order.
    pub colours: [&'static str; 10],
    pub app_colour: &'static str,
    pub own_colour: &'static str,
    pub pick_colour: &'static str,
    pub not_colour: &'static str,
    pub in_light: &'static str,
    pub in_dark: &'static str,
    pub example_button: &'static str,
    pub darker: &'static str,
    pub lighter: &'static str,
    pub changed: &'static str,
    pub changed_text: &'static str,
    pub changed_logo: &'static str,
    pub nothing: &'static str,
    pub use_it: &'static str,
}

/// Leaving a screen whose changes are not saved.
pub struct Unsaved {
    pub title: &'static str,
    pub text: &'static str,
    pub leave: &'static str,
    pub mark: &'static str,
    pub discard: &'static str,
}

/// A picture that is chosen and sent.
pub struct Upload {
    pub choose: &'static str,
    pub replace: &'static str,
}
