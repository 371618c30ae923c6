//! The bar with the one button, which says what it does and what it costs.

use super::run::Run;
use super::state::{Phase, View};
use crate::buyer::ways;
use crate::components::live;
use crate::view::prelude::*;

/// The bar; nothing where there is nothing to place.
pub fn foot(view: View, phase: &Phase) -> AnyView {
    if !matches!(phase, Phase::Form | Phase::Checking) {
        return ().into_any();
    }
    let text = &view.app.text().checkout;
    live(move || {
        let busy = view.run.with_value(Run::under_way);
        let away = view.shop.with(|shop| ways::away(view.app, shop.here()?));
        let still = (busy || away.is_some()).then_some("true");
        let inside = if let Some(why) = away.filter(|_| !busy) {
            why.into_any()
        } else if busy {
            view! { <span class="spinner spinner-on-accent"></span><span>{text.checking}</span> }.into_any()
        } else {
            let total = view.sum().map(|sum| sum.total.to_string()).unwrap_or_default();
            view! { <span>{text.place}<span class="figures">{total}</span></span> }.into_any()
        };
        view! {
            <footer class="foot-bar">
                <button class="button button-main foot-bar-grow" type="submit" form="checkout" data-do="place"
                    aria-disabled=still aria-busy=busy.then_some("true")>
                    {inside}
                </button>
            </footer>
        }
        .into_any()
    })
}
