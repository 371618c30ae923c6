//! One item of a list that is saved as a whole: how it is typed, and what its screen is made with.

use super::form::Flaws;
use super::session::Desk;
use crate::api::ApiError;
use crate::api::desk::Listed;
use crate::view::prelude::*;
use std::pin::Pin;

/// One item as the server has it.
pub trait Way: Clone + PartialEq + 'static {
    /// As it is typed.
    type Typed: Clone + PartialEq + 'static;

    fn id(&self) -> Option<&str>;
    fn title(&self) -> &str;
    /// As it would have been typed.
    fn typed(&self, desk: Desk) -> Self::Typed;
    /// An empty one.
    fn blank(desk: Desk) -> Self::Typed;
    /// Read from what was typed; `None` where something is wrong with it, which is said beside its field.
    fn read(typed: &Self::Typed, id: Option<String>, desk: Desk, flaws: Flaws) -> Option<Self>;
}

/// The list on its way back.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<Listed<T>, ApiError>>>>;

/// What sets one such screen apart.
pub struct Frame<T: Way> {
    /// What tests know it by.
    pub name: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub add: &'static str,
    pub edit: &'static str,
    pub put: fn(Listed<T>) -> Answer<T>,
    pub changed: fn(&ApiError) -> Option<Listed<T>>,
    /// The sign of an item, and quiet lines about it.
    pub row: fn(Desk, &T) -> (AnyView, Vec<String>),
    pub fields: fn(Editor<T::Typed>) -> AnyView,
}

impl<T: Way> Clone for Frame<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Way> Copy for Frame<T> {}

/// What the fields of an item are made with; copied into any closure.
pub struct Editor<D: 'static> {
    pub desk: Desk,
    pub typed: RwSignal<D>,
    pub flaws: Flaws,
}

impl<D> Clone for Editor<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D> Copy for Editor<D> {}

impl<D: 'static> Editor<D> {
    /// A text of the item, watched.
    pub fn text_of(self, read: impl Fn(&D) -> String + 'static) -> Signal<String> {
        Signal::derive(move || self.typed.with(&read))
    }

    /// Changes it.
    pub fn edit(self, path: &str, write: impl FnOnce(&mut D)) {
        self.flaws.clear(path);
        self.typed.update(write);
    }

    /// What to do when a text of it is typed.
    pub fn typing(
        self,
        path: impl Into<String>,
        write: impl Fn(&mut D, String) + 'static,
    ) -> Callback<String> {
        let path = path.into();
        Callback::new(move |text| self.edit(&path, |typed| write(typed, text)))
    }
}
