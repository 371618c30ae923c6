//! Orders told to a group or a program.

/// That screen.
pub struct Webhook {
    pub title: &'static str,
    pub lead: &'static str,
    pub format: &'static str,
    pub wecom: HowTo,
    pub dingtalk: HowTo,
    pub lark: HowTo,
    pub telegram: HowTo,
    pub slack: HowTo,
    pub json: HowTo,
    pub url: &'static str,
    pub url_not_https: &'static str,
    pub url_not_public: &'static str,
    pub url_wrong: &'static str,
    pub chat: &'static str,
    pub chat_hint: &'static str,
    /// The robot's own.
    pub secret: &'static str,
    pub secret_hint: &'static str,
    /// Ours, to check the signature with.
    pub own_secret: &'static str,
    pub own_secret_hint: &'static str,
    pub active: &'static str,
    pub active_hint: &'static str,
    pub test: &'static str,
    pub test_hint: &'static str,
    pub test_arrived: &'static str,
    pub test_failed: fn(&str) -> String,
    pub log: &'static str,
    pub log_empty: &'static str,
    pub refresh: &'static str,
    pub kinds: Kinds,
    pub outcomes: Outcomes,
    /// When it is tried again.
    pub again: fn(&str) -> String,
    /// How often it was tried.
    pub attempts: fn(u32) -> String,
    pub remove: &'static str,
    pub remove_sure: &'static str,
    pub removed: &'static str,
}

/// Where a robot's address comes from.
pub struct HowTo {
    pub name: &'static str,
    pub steps: &'static [&'static str],
    /// What the address looks like.
    pub example: &'static str,
}

/// What is told; with the order's code, but for the test.
pub struct Kinds {
    pub placed: fn(&str) -> String,
    pub paid: fn(&str) -> String,
    pub cancelled: fn(&str) -> String,
    pub test: &'static str,
}

/// What came of it.
pub struct Outcomes {
    pub waiting: &'static str,
    pub arrived: &'static str,
    /// The HTTP status.
    pub answered: fn(&str) -> String,
    /// The robot's own number for it.
    pub refused: fn(&str) -> String,
    pub no_address: &'static str,
    pub not_public: &'static str,
    pub no_connection: &'static str,
    pub tls: &'static str,
    pub timeout: &'static str,
    pub no_answer: &'static str,
    pub off: &'static str,
}
