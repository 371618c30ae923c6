//! What the seller should know before typing on: that this was typed before, and that it is not sent yet.

use super::View;
use crate::components::{Icon, live, small_icon};
use crate::view::prelude::*;

/// The notes above the form.
pub fn above(view: View) -> AnyView {
    let text = &view.desk.text().editor;
    let unsent = Memo::new(move || view.draft.with(|draft| draft.unsent) && !view.busy.get());
    live(move || {
        let restored = view.restored.get();
        if !restored && !unsent.get() {
            return ().into_any();
        }
        let words = if unsent.get() { text.kept_here } else { text.restored };
        let discard = restored.then(|| {
            view! {
                <button class="text-button" type="button" data-do="discard" on:click=move |_| view.discard()>
                    {text.discard}
                </button>
            }
        });
        view! {
            <div class="desk-note" role="status" data-unsent=unsent.get()>
                {small_icon(Icon::Clock)}
                <p class="desk-note-text">{words}</p>
                {discard}
            </div>
        }
    })
}
