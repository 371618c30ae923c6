//! How a buyer means something on the screen: by its name, by its label, or by what it is marked as.

/// Something on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub(crate) kind: &'static str,
    pub(crate) wanted: String,
}

/// Finds it in the page; see the script for what can be used when.
pub(crate) const LOOK: &str = include_str!("look.js");

impl Target {
    /// A form field by its label.
    pub fn field(label: &str) -> Self {
        Self { kind: "field", wanted: label.to_owned() }
    }

    /// What does that: `add`, `buy-now`, `checkout`, `place`, `accept`, `proof`, `cancel`, `sure`.
    pub fn doing(what: &str) -> Self {
        Self::css(&format!("[data-do=\"{what}\"]"))
    }

    /// By selector, for what has neither.
    pub fn css(selector: &str) -> Self {
        Self { kind: "css", wanted: selector.to_owned() }
    }
}

/// A button, link or choice by its name.
impl From<&str> for Target {
    fn from(name: &str) -> Self {
        Self { kind: "act", wanted: name.to_owned() }
    }
}
