//! A quantity between its two buttons, typed or stepped, never outside its limits.

use super::icon::{Icon, small_icon};
use crate::text::Common;
use crate::view::prelude::*;

/// What a stepper shows and whom it tells.
#[derive(Clone, Copy)]
pub struct Stepper {
    pub value: Signal<u32>,
    /// The most that may be chosen; the least is 1.
    pub most: Signal<u32>,
    /// Called with a value within the limits.
    pub on_change: Callback<u32>,
}

impl Stepper {
    /// Asks for that many; what is out of reach becomes the nearest that is not.
    fn ask(self, wanted: u32) {
        let most = self.most.get_untracked().max(1);
        self.on_change.run(wanted.clamp(1, most));
    }
}

/// The stepper; `what` names the thing counted where there are several steppers on a screen.
pub fn stepper(stepper: Stepper, what: &str, text: &'static Common) -> AnyView {
    let name = |action: &str| if what.is_empty() { action.to_owned() } else { format!("{action}: {what}") };
    let now = move || stepper.value.get_untracked();
    let typed = move |event| {
        let written: String = event_target_value(&event);
        let digits: String = written.chars().filter(char::is_ascii_digit).take(4).collect();
        stepper.ask(digits.parse().unwrap_or_else(|_| now()));
        // Shows the value in force even where it did not change.
        event_target::<web_sys::HtmlInputElement>(&event).set_value(&now().to_string());
    };
    let single = move || stepper.value.get() <= 1;
    let full = move || stepper.value.get() >= stepper.most.get();
    view! {
        <div class="stepper" role="group" aria-label=name(text.quantity)>
            <button class="stepper-button" type="button" aria-label=name(text.fewer)
                disabled=single
                on:click=move |_| stepper.ask(now().saturating_sub(1))>
                {small_icon(Icon::Minus)}
            </button>
            <input class="stepper-count" inputmode="numeric" autocomplete="off" aria-label=name(text.quantity)
                prop:value=move || stepper.value.get().to_string() on:change=typed />
            <button class="stepper-button" type="button" aria-label=name(text.more)
                disabled=full
                on:click=move |_| stepper.ask(now() + 1)>
                {small_icon(Icon::Plus)}
            </button>
        </div>
    }
    .into_any()
}
