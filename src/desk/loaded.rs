//! What a screen waits for before it can show anything: asked for at once, and again when the network is back.

use super::session::Desk;
use super::trouble::trouble;
use crate::api::ApiError;
use crate::app::wait::{Wait, when_back};
use crate::components::live;
use crate::view::prelude::*;

/// An answer on its way; copied into any closure.
pub struct Loaded<T: 'static> {
    desk: Desk,
    wait: RwSignal<Wait<T>>,
    again: Callback<()>,
}

impl<T> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Loaded<T> {}

impl<T: Clone + 'static> Loaded<T> {
    /// Asks.
    pub fn ask<F>(desk: Desk, call: impl Fn() -> F + Clone + 'static) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        let wait = RwSignal::new(Wait::Asked);
        let again = Callback::new(move |()| {
            wait.set(Wait::Asked);
            desk.ask(call.clone(), move |answer| wait.update(|own| own.take(answer)));
        });
        again.run(());
        let lost = move || wait.with_untracked(|own| matches!(own, Wait::Failed(_)));
        when_back(desk.app, lost, move || again.run(()));
        Self { desk, wait, again }
    }

    /// Whether there is something to see: the content, or why there is none.
    pub fn ready(self) -> Signal<bool> {
        Signal::derive(move || self.wait.with(|own| !matches!(own, Wait::Asked)))
    }

    /// The content once it is there.
    pub fn show(self, view: impl Fn(T) -> AnyView + 'static) -> AnyView {
        self.show_in(|inside| inside, view)
    }

    /// A whole page once its content is there; before that, what there is instead stands in `frame`.
    pub fn show_in(
        self,
        frame: impl Fn(AnyView) -> AnyView + 'static,
        page: impl Fn(T) -> AnyView + 'static,
    ) -> AnyView {
        live(move || match self.wait.get() {
            Wait::Asked => frame(bones(self.desk)),
            Wait::Failed(error) => frame(trouble(self.desk, &error, move || self.again.run(()))),
            Wait::Here(answer) => page(answer),
        })
    }
}

fn bones(desk: Desk) -> AnyView {
    view! {
        <div class="stack" aria-busy="true" aria-label=desk.text().common.loading role="status">
            <div class="block"><span class="bone bone-half"></span><span class="bone"></span></div>
            <div class="block"><span class="bone bone-third"></span><span class="bone"></span></div>
        </div>
    }
}
