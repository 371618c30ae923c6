//! What is on the screen: markup as plain data on Leptos's signals, built and updated by one piece of code.
//!
//! The markup, its macro and its rules are Leptos's; an element is not a type of its own. A view made anew at the same
//! place of the markup is laid over the old one: what did not change stays in the page, with focus, scroll and picture.

mod build;
mod callback;
mod follow;
mod node_ref;
pub mod prelude;
mod signal;
mod slot;
mod task;
mod update;
mod value;

use leptos::ev::EventDescriptor;
use std::borrow::Cow;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Event;

pub use build::mount;
pub use minishop_view::view;
pub use node_ref::NodeRef;
pub use value::{IntoText, IntoValue, IntoView};

use value::{Part, Value};

/// Anything that can be shown. One pointer, whatever it is: views are handed on a lot.
pub struct AnyView(Box<Kind>);

enum Kind {
    Text(Cow<'static, str>),
    Element(Element),
    Many(Vec<AnyView>),
    Keyed(Vec<(String, AnyView)>),
    Live(Box<dyn FnMut() -> AnyView>),
}

impl AnyView {
    /// One after the other; none is nothing.
    pub fn many(views: Vec<AnyView>) -> Self {
        Self(Box::new(Kind::Many(views)))
    }

    /// One element each, told apart by a name: one that stays is kept, wherever it moves.
    pub fn keyed(views: Vec<(String, AnyView)>) -> Self {
        Self(Box::new(Kind::Keyed(views)))
    }

    /// Made anew whenever a signal read in it changes.
    pub fn live(make: Box<dyn FnMut() -> AnyView>) -> Self {
        Self(Box::new(Kind::Live(make)))
    }

    fn text(text: Cow<'static, str>) -> Self {
        Self(Box::new(Kind::Text(text)))
    }
}

impl From<&'static str> for AnyView {
    fn from(text: &'static str) -> Self {
        Self::text(Cow::Borrowed(text))
    }
}

type Handler = Rc<dyn Fn(Event)>;
type Receiver = Box<dyn FnOnce(&web_sys::Element)>;

/// An element of the page, not built yet.
pub struct Element(Box<Parts>);

/// Between the tag, the names and the values in [`Parts::fixed`].
const MARK: char = '\u{1f}';

struct Parts {
    /// The tag, and each attribute that never changes with its value.
    fixed: &'static str,
    /// Where in the source its markup begins; null inside other markup.
    place: *const u8,
    values: Vec<(Part, &'static str, Value)>,
    handlers: Vec<(Cow<'static, str>, Handler)>,
    receivers: Vec<Receiver>,
    kids: Vec<AnyView>,
}

impl Element {
    /// The first element of some markup; `place` is a byte of the markup's own.
    pub fn new(fixed: &'static str, place: &'static u8) -> Self {
        Self::at(fixed, place)
    }

    /// An element inside other markup.
    pub fn inner(fixed: &'static str) -> Self {
        Self::at(fixed, std::ptr::null())
    }

    fn at(fixed: &'static str, place: *const u8) -> Self {
        let (values, handlers, receivers, kids) = Default::default();
        Self(Box::new(Parts { fixed, place, values, handlers, receivers, kids }))
    }

    fn put(mut self, part: Part, name: &'static str, value: Value) -> Self {
        self.0.values.push((part, name, value));
        self
    }

    /// An attribute; without a value it is not there.
    pub fn attribute<M>(self, name: &'static str, value: impl IntoValue<M>) -> Self {
        self.put(Part::Attribute, name, value.into_value())
    }

    /// A property of the element's object: `value`, or one that is on or off.
    pub fn property<M>(self, name: &'static str, value: impl IntoValue<M>) -> Self {
        self.put(Part::Property, name, value.into_value())
    }

    /// A class that comes and goes.
    pub fn class<M>(self, name: &'static str, value: impl IntoValue<M>) -> Self {
        self.put(Part::Class, name, value.into_value())
    }

    /// A property of its style, set without a style attribute.
    pub fn style<M>(self, name: &'static str, value: impl IntoValue<M>) -> Self {
        self.put(Part::Style, name, value.into_value())
    }

    /// What to do on an event.
    pub fn on<E>(self, event: E, act: impl Fn(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        self.heard(event.name(), Rc::new(move |event: Event| act(JsCast::unchecked_into(event))))
    }

    fn heard(mut self, name: Cow<'static, str>, handler: Handler) -> Self {
        self.0.handlers.push((name, handler));
        self
    }

    /// Who is given the element once it is in the page.
    pub fn node_ref<T: JsCast + Clone>(mut self, node: NodeRef<T>) -> Self {
        self.0.receivers.push(Box::new(move |element| node.give(element)));
        self
    }

    /// What stands in it, after what stands in it already.
    pub fn child(mut self, child: AnyView) -> Self {
        self.0.kids.push(child);
        self
    }

    /// An element in it.
    pub fn inside(self, child: Element) -> Self {
        self.child(child.into_any())
    }

    /// A text in it.
    pub fn text(self, text: &'static str) -> Self {
        self.child(text.into())
    }

    /// As something to show.
    pub fn into_any(self) -> AnyView {
        AnyView(Box::new(Kind::Element(self)))
    }
}
