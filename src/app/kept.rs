//! What screens keep while the buyer is elsewhere, so that coming back shows it at once and in its place.

use crate::view::prelude::*;
use std::cell::RefCell;

/// Screens of one kind kept at most; the one left longest ago goes first.
const MOST: usize = 12;

/// Values of one kind of screen, by the address they belong to.
pub struct Kept<T: 'static>(RefCell<Vec<(String, ArcRwSignal<T>)>>);

impl<T: Send + Sync + 'static> Kept<T> {
    pub const fn new() -> Self {
        Self(RefCell::new(Vec::new()))
    }

    /// The value of that address, made if it was never there; and whether it was.
    pub fn at(&self, address: String, make: impl FnOnce() -> T) -> (ArcRwSignal<T>, bool) {
        let mut all = self.0.borrow_mut();
        let old = all.iter().position(|(own, _)| *own == address).map(|index| all.remove(index));
        let known = old.is_some();
        let entry = old.unwrap_or_else(|| (address, ArcRwSignal::new(make())));
        let signal = entry.1.clone();
        all.push(entry);
        if all.len() > MOST {
            all.remove(0);
        }
        (signal, known)
    }
}
