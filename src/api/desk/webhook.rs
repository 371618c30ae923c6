//! Who is told of orders besides the desk: a chat group's robot, or the seller's own program.

use super::super::problem::ApiError;
use super::super::time::time;
use super::{get, nothing, refused, send, tell};
use crate::json::{At, Json};

/// In which form orders are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Telegram,
    Slack,
    Wecom,
    Dingtalk,
    Lark,
    /// Our own, signed, for programs.
    Json,
}

/// A shop's webhook.
#[derive(Clone, PartialEq, Debug)]
pub struct Webhook {
    pub url: String,
    pub format: Format,
    /// Telegram's chat; empty for the others.
    pub chat: String,
    pub active: bool,
    /// What our own format is signed with; for DingTalk and Lark the robot's own, which may be empty.
    pub secret: String,
}

/// One line of the log.
#[derive(Clone, PartialEq, Debug)]
pub struct Delivery {
    pub id: String,
    /// `placed`, `paid`, `cancelled` or `test`.
    pub kind: String,
    /// The order's code; `None` for a test.
    pub code: Option<String>,
    /// Seconds since 1970.
    pub at: i64,
    pub attempts: u32,
    /// When it is tried again; `None` once it arrived or was given up.
    pub next_at: Option<i64>,
    /// An HTTP status, `refused CODE`, or why there was no answer; empty before the first try.
    pub outcome: String,
}

impl Format {
    pub const ALL: [Self; 6] =
        [Self::Wecom, Self::Dingtalk, Self::Lark, Self::Telegram, Self::Slack, Self::Json];

    pub fn word(self) -> &'static str {
        match self {
            Self::Telegram => "telegram",
            Self::Slack => "slack",
            Self::Wecom => "wecom",
            Self::Dingtalk => "dingtalk",
            Self::Lark => "lark",
            Self::Json => "json",
        }
    }

    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    /// Whether the robot may have a secret of its own.
    pub fn takes_secret(self) -> bool {
        matches!(self, Self::Dingtalk | Self::Lark)
    }
}

impl Webhook {
    fn read(at: &At) -> Self {
        Self {
            url: at.text("url"),
            format: at.parsed("format", Format::of_word, "json"),
            chat: at.text_or_empty("chat"),
            active: at.flag("active"),
            secret: at.text_or_empty("secret"),
        }
    }
}

impl Delivery {
    fn read(at: &At) -> Self {
        Self {
            id: at.text("id"),
            kind: at.text("kind"),
            code: at.text_opt("code"),
            at: time(at, "at"),
            attempts: at.count("attempts"),
            next_at: at.has("next_at").then(|| time(at, "next_at")),
            outcome: at.text_or_empty("outcome"),
        }
    }

    /// Whether it came to where it should.
    pub fn arrived(&self) -> bool {
        self.outcome.len() == 3 && self.outcome.starts_with('2')
    }
}

/// The shop's webhook, if it has one.
pub async fn webhook() -> Result<Option<Webhook>, ApiError> {
    match get("/desk/webhook", Webhook::read).await {
        Ok(webhook) => Ok(Some(webhook)),
        Err(error) if refused(&error, "no_webhook") => Ok(None),
        Err(error) => Err(error),
    }
}

/// Sets it, in place of the one before. The secret is taken where the robot has one.
pub async fn set_webhook(new: &Webhook) -> Result<Webhook, ApiError> {
    let secret = new.format.takes_secret().then_some(new.secret.as_str());
    let body = Json::map(&mut [
        ("url", new.url.as_str().into()),
        ("format", new.format.word().into()),
        ("chat", new.chat.as_str().into()),
        ("active", Json::Bool(new.active)),
        ("secret", secret.into()),
    ]);
    send("PUT", "/desk/webhook", &body, Webhook::read).await
}

/// Takes it away.
pub async fn remove_webhook() -> Result<(), ApiError> {
    tell("DELETE", "/desk/webhook", &nothing()).await
}

/// Sends a delivery without an order: its id in the log.
pub async fn test_webhook() -> Result<String, ApiError> {
    send("POST", "/desk/webhook/test", &nothing(), |at| at.text("delivery")).await
}

/// The newest lines of the log.
pub async fn deliveries() -> Result<Vec<Delivery>, ApiError> {
    get("/desk/webhook/deliveries", |at| at.list("items", Delivery::read)).await
}
