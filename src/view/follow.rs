//! What follows signals: effects, and values made of others.

use super::signal::{RwSignal, StoredValue, there};
use leptos::reactive::effect::RenderEffect;
use std::rc::Rc;

/// Runs at once and again whenever a signal read in it changes, as long as its screen is there.
pub struct Effect;

impl Effect {
    /// `run` is given what it answered the last time.
    #[expect(clippy::new_ret_no_self, reason = "an effect is left to its owner, as in Leptos")]
    pub fn new<T: 'static>(mut run: impl FnMut(Option<T>) -> T + 'static) {
        let mut before = None;
        StoredValue::new(effect(Box::new(move || before = Some(run(before.take())))));
    }
}

/// The one kind of effect there is; it ends when it is dropped.
pub(super) struct Following {
    _effect: RenderEffect<()>,
    _held: Rc<()>,
}

/// Runs at once and again for as long as the answer is held.
pub(super) fn effect(mut run: Box<dyn FnMut()>) -> Following {
    let held = Rc::new(());
    let still = Rc::downgrade(&held);
    // Leptos runs an effect that was told of a change once more even after it was dropped; what it reads is gone by then.
    let run = move |_| {
        if still.strong_count() > 0 {
            run();
        }
    };
    Following { _effect: RenderEffect::new(run), _held: held }
}

/// A value made of others, told on only when it is another one.
pub struct Memo<T: 'static>(RwSignal<Option<T>>);

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq> Memo<T> {
    pub fn new(make: impl Fn() -> T + 'static) -> Self {
        let made = RwSignal::new(None);
        let remake = move || {
            let new = make();
            if made.try_with_untracked(|old: &Option<T>| old.as_ref() != Some(&new)) == Some(true) {
                made.set(Some(new));
            }
        };
        StoredValue::new(effect(Box::new(remake)));
        Self(made)
    }

    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.track();
        self.with_untracked(read)
    }

    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        there(self.0.with_untracked(|made| made.as_ref().map(read)))
    }
}

impl<T: PartialEq + Clone> Memo<T> {
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}
