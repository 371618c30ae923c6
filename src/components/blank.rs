//! Nothing to show: a drawing, one sentence, one action.

use crate::view::prelude::*;

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawing {
    Cart,
    Nothing,
    Offline,
    Closed,
}

impl Drawing {
    /// The lines, and the stroke in the shop's colour.
    fn paths(self) -> [&'static str; 2] {
        match self {
            Self::Cart => [
                "M26 24h9l10 40h36M38 36h48l-7 22H43.5M50 74a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM75 74a4 4 0 1 0 0-8 4 4 0 0 0 0 8z",
                "M54 47h16",
            ],
            Self::Nothing => ["M78 44a21 21 0 1 1-42 0 21 21 0 0 1 42 0zM72 59l17 17", "M50 44h14"],
            Self::Offline => [
                "M52 62H40a13 13 0 0 1 1-26 20 20 0 0 1 38-2 14 14 0 0 1 3 28h-6",
                "M58 54l12 12M70 54L58 66",
            ],
            Self::Closed => [
                "M36 44v40h52V44M30 34l8-18h48l8 18a8 8 0 0 1-16 0 8 8 0 0 1-16 0 8 8 0 0 1-16 0 8 8 0 0 1-16 0zM30 34h64",
                "M50 58h24v12H50z",
            ],
        }
    }
}

/// What is said where there is nothing to show.
pub struct Blank {
    pub drawing: Drawing,
    pub title: String,
    /// A quieter sentence; may be empty.
    pub text: &'static str,
    /// Whether the title is the page's own heading.
    pub alone: bool,
}

/// The drawing, the sentence and what to do.
pub fn blank(blank: Blank, action: AnyView) -> AnyView {
    let Blank { drawing, title, text, alone } = blank;
    let [line, accent] = drawing.paths();
    let title = if alone {
        view! { <h1 class="blank-title" tabindex="-1">{title}</h1> }.into_any()
    } else {
        view! { <h2 class="blank-title">{title}</h2> }.into_any()
    };
    view! {
        <div class="blank">
            <svg class="drawing" viewBox="0 0 120 96" aria-hidden="true">
                <path class="drawing-soft" d="M106 48a46 46 0 1 1-92 0 46 46 0 0 1 92 0z"></path>
                <path d=line></path>
                <path class="drawing-accent" d=accent></path>
            </svg>
            {title}
            {(!text.is_empty()).then(|| view! { <p class="blank-text">{text}</p> })}
            {action}
        </div>
    }
    .into_any()
}

/// The one action, as a way to another screen.
pub fn link_action(label: &'static str, path: String) -> AnyView {
    view! { <a class="button button-main" href=path>{label}</a> }.into_any()
}

/// The one action, as something to do again.
pub fn retry_action(label: &'static str, again: impl Fn() + 'static) -> AnyView {
    view! { <button class="button button-main" type="button" on:click=move |_| again()>{label}</button> }
        .into_any()
}
