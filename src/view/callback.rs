//! What a component is handed to read or to call, as something that can be copied.

use super::signal::StoredValue;
use leptos::reactive::graph::untrack;

/// What to do when something happens.
pub struct Callback<T: 'static>(StoredValue<Box<dyn Fn(T)>>);

impl<T> Clone for Callback<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Callback<T> {}

impl<T> Callback<T> {
    pub fn new(act: impl Fn(T) + 'static) -> Self {
        Self(StoredValue::new(Box::new(act)))
    }

    /// Does it; nothing once its screen is gone.
    pub fn run(self, with: T) {
        self.0.try_with_value(|act| act(with));
    }
}

/// A value to read, wherever it comes from.
pub struct Signal<T: 'static>(StoredValue<Box<dyn Fn() -> T>>);

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> Signal<T> {
    /// Made of signals each time it is read.
    pub fn derive(read: impl Fn() -> T + 'static) -> Self {
        Self(StoredValue::new(Box::new(read)))
    }

    /// The value, followed.
    pub fn get(self) -> T {
        self.0.with_value(|read| read())
    }

    /// The value as of now.
    pub fn get_untracked(self) -> T {
        untrack(|| self.get())
    }
}

impl<T: Clone> Signal<T> {
    /// Always the same.
    pub fn stored(value: T) -> Self {
        Self::derive(move || value.clone())
    }
}
