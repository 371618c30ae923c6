//! Leptos's signals in one size. Each value lies in a box of one type beside a trigger of Leptos's graph, so that one more
//! type of value costs its reads and writes alone. Handles are `Copy`, and live as long as the owner they were made under.

use super::slot::{Key, Slot, is_there, keep, notify, read as read_in, track, value, write as write_in};
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

/// A read that cannot fail, of a handle that is used while its screen is there.
pub(super) fn there<R>(read: Option<R>) -> R {
    read.unwrap_or_else(|| panic!("a signal was read after its screen was gone"))
}

/// A value that views follow.
pub struct RwSignal<T: 'static>(Key, PhantomData<fn() -> T>);

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> RwSignal<T> {
    pub fn new(value: T) -> Self {
        Self(keep(Slot::new(Rc::new(RefCell::new(value)))), PhantomData)
    }

    /// Reads it, and runs whatever is running again when it changes.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(read)
    }

    /// Reads it as of now.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        there(self.try_with_untracked(read))
    }

    /// Reads it as of now; `None` once its screen is gone.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        read_in(&*value(self.0)?, read)
    }

    /// Follows it without reading.
    pub fn track(self) {
        track(self.0);
    }

    /// Changes it; once its screen is gone, nothing happens.
    pub fn update(self, write: impl FnOnce(&mut T)) {
        self.try_update(write);
    }

    /// Changes it and answers; `None` once its screen is gone.
    pub fn try_update<R>(self, write: impl FnOnce(&mut T) -> R) -> Option<R> {
        let answer = write_in(&*value(self.0)?, write);
        notify(self.0);
        answer
    }

    /// Replaces it; once its screen is gone, nothing happens.
    pub fn set(self, value: T) {
        self.update(|own| *own = value);
    }
}

impl<T: Clone> RwSignal<T> {
    /// The value, followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as of now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// The value as of now; `None` once its screen is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }
}

impl<T: Default> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<ArcRwSignal<T>> for RwSignal<T> {
    fn from(shared: ArcRwSignal<T>) -> Self {
        Self(keep(shared.0), PhantomData)
    }
}

/// A value that outlives screens: as long as somebody holds it.
pub struct ArcRwSignal<T>(Slot, PhantomData<fn() -> T>);

impl<T> Clone for ArcRwSignal<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<T: 'static> ArcRwSignal<T> {
    pub fn new(value: T) -> Self {
        Self(Slot::new(Rc::new(RefCell::new(value))), PhantomData)
    }

    /// Reads it, and runs whatever is running again when it changes.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.0.track();
        self.with_untracked(read)
    }

    /// Reads it as of now.
    pub fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        there(read_in(&*self.0.value, read))
    }

    /// Changes it.
    pub fn update(&self, write: impl FnOnce(&mut T)) {
        write_in(&*self.0.value, write);
        self.0.notify();
    }

    /// Replaces it.
    pub fn set(&self, value: T) {
        self.update(|own| *own = value);
    }
}

impl<T: Clone + 'static> ArcRwSignal<T> {
    /// The value, followed.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value as of now.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }
}

/// A value that a screen keeps and nobody follows.
pub struct StoredValue<T: 'static>(RwSignal<T>);

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T> StoredValue<T> {
    pub fn new(value: T) -> Self {
        Self(RwSignal::new(value))
    }

    pub fn with_value<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.with_untracked(read)
    }

    /// Whether its screen is gone.
    pub fn is_disposed(self) -> bool {
        !is_there(self.0.0)
    }

    /// `None` once its screen is gone.
    pub fn try_with_value<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.0.try_with_untracked(read)
    }

    /// `None` once its screen is gone.
    pub fn try_update_value<R>(self, write: impl FnOnce(&mut T) -> R) -> Option<R> {
        write_in(&*value(self.0.0)?, write)
    }

    pub fn set_value(self, value: T) {
        self.try_update_value(|own| *own = value);
    }
}

impl<T: Clone> StoredValue<T> {
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }

    /// `None` once its screen is gone.
    pub fn try_get_value(self) -> Option<T> {
        self.try_with_value(T::clone)
    }
}
