//! Where a robot's address comes from.

use crate::api::desk::webhook::Format;
use crate::text::desk::webhook::{HowTo, Webhook};
use crate::view::prelude::*;

/// The words for that format.
pub fn of(text: &Webhook, format: Format) -> &HowTo {
    match format {
        Format::Wecom => &text.wecom,
        Format::Dingtalk => &text.dingtalk,
        Format::Lark => &text.lark,
        Format::Telegram => &text.telegram,
        Format::Slack => &text.slack,
        Format::Json => &text.json,
    }
}

/// The steps, numbered.
pub fn steps(text: &Webhook, format: Format) -> AnyView {
    let steps: Vec<AnyView> = of(text, format).steps.iter().map(|step| view! { <li>{*step}</li> }).collect();
    view! { <ol class="how-to" data-how-to=format.word()>{steps}</ol> }
}
