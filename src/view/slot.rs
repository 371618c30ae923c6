//! Where the values of all signals lie: boxes of one type, each beside a trigger of Leptos's graph.

use leptos::reactive::owner::StoredValue;
use leptos::reactive::prelude::*;
use leptos::reactive::signal::ArcTrigger;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// A value with whoever watches it.
#[derive(Clone)]
pub(super) struct Slot {
    pub value: Rc<dyn Any>,
    changed: ArcTrigger,
}

impl Slot {
    pub fn new(value: Rc<dyn Any>) -> Self {
        Self { value, changed: ArcTrigger::new() }
    }

    /// Has whatever is running run again at the next change.
    pub fn track(&self) {
        self.changed.track();
    }

    /// Runs again what follows it.
    pub fn notify(&self) {
        self.changed.notify();
    }
}

pub(super) fn read<T: 'static, R>(value: &dyn Any, read: impl FnOnce(&T) -> R) -> Option<R> {
    value.downcast_ref::<RefCell<T>>().map(|value| read(&value.borrow()))
}

pub(super) fn write<T: 'static, R>(value: &dyn Any, write: impl FnOnce(&mut T) -> R) -> Option<R> {
    value.downcast_ref::<RefCell<T>>().map(|value| write(&mut value.borrow_mut()))
}

/// A slot that belongs to an owner: its place in [`SLOTS`] below, and above how many lay there before it, so that a
/// handle of one that is gone finds nothing.
pub(super) type Key = u32;

/// Bits of a key that name the place: a million signals at a time.
const PLACE_BITS: u32 = 20;

#[derive(Default)]
struct Slots {
    /// Each place with the key of what lies in it now.
    all: Vec<(Key, Option<Slot>)>,
    free: Vec<usize>,
}

thread_local! {
    static SLOTS: RefCell<Slots> = RefCell::default();
}

/// Frees a slot with its owner. It lies in Leptos's arena, which is emptied after the owner's `on_cleanup`s: what a screen
/// does at its end may still read its signals.
struct Held(Key);

impl Drop for Held {
    fn drop(&mut self) {
        // The value goes outside of the borrow: it may hold effects, whose end frees others.
        let gone = SLOTS.with_borrow_mut(|slots| {
            let place = place(self.0);
            slots.free.push(place);
            slots.all[place].1.take()
        });
        drop(gone);
    }
}

/// Gives the slot to the owner of what is running now.
pub(super) fn keep(slot: Slot) -> Key {
    let key = SLOTS.with_borrow_mut(|slots| {
        let place = slots.free.pop().unwrap_or(slots.all.len());
        if place == slots.all.len() {
            slots.all.push((place as Key, None));
        }
        let (key, own) = &mut slots.all[place];
        *key = key.wrapping_add(1 << PLACE_BITS);
        *own = Some(slot);
        *key
    });
    StoredValue::new_local(Held(key));
    key
}

fn place(key: Key) -> usize {
    (key & ((1 << PLACE_BITS) - 1)) as usize
}

/// Whether its owner still holds it.
pub(super) fn is_there(key: Key) -> bool {
    slot(key).is_some()
}

fn slot(key: Key) -> Option<Slot> {
    SLOTS.with_borrow(|slots| slots.all.get(place(key)).filter(|(own, _)| *own == key)?.1.clone())
}

pub(super) fn value(key: Key) -> Option<Rc<dyn Any>> {
    slot(key).map(|slot| slot.value)
}

pub(super) fn track(key: Key) {
    if let Some(slot) = slot(key) {
        slot.track();
    }
}

pub(super) fn notify(key: Key) {
    if let Some(slot) = slot(key) {
        slot.notify();
    }
}
