//! From markup to the page: every node is made here, once.

use super::follow::{Following, effect};
use super::update::update;
use super::value::{Part, Value};
use super::{AnyView, Element, Handler, Kind, MARK, Receiver};
use js_sys::Reflect;
use leptos::leptos_dom::helpers::document;
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, Node, Text};

/// What stands in the page, and what keeps it up to date. Dropping it ends the keeping; [`Built::remove`] takes it away.
pub(super) enum Built {
    Text {
        node: Text,
        text: Cow<'static, str>,
    },
    Element(Box<BuiltElement>),
    /// `end` is an empty text behind the last one: the place to put more.
    Many {
        kids: Vec<Built>,
        end: Node,
    },
    Keyed {
        kids: Vec<(String, Built)>,
        end: Node,
    },
    Live {
        inside: Inside,
        end: Node,
        effect: Option<Following>,
    },
}

pub(super) type Inside = Rc<RefCell<Option<Built>>>;

pub(super) struct BuiltElement {
    pub node: web_sys::Element,
    pub fixed: &'static str,
    pub place: *const u8,
    pub values: Vec<BuiltValue>,
    pub listeners: Vec<Listener>,
    pub kids: Vec<Built>,
}

pub(super) struct BuiltValue {
    pub name: &'static str,
    pub state: ValueState,
}

pub(super) enum ValueState {
    Fixed(Option<Cow<'static, str>>),
    /// Sets the value whenever its signals change, while it is held.
    Watched(#[expect(dead_code, reason = "held, not read")] Following),
}

pub(super) struct Listener {
    pub name: Cow<'static, str>,
    /// What to do now; a new view of the same place only changes this.
    pub handler: Rc<RefCell<Handler>>,
    _closure: Closure<dyn FnMut(Event)>,
}

/// Shows a view in `place` for as long as the page lives; the closure runs as the root of all signals.
pub fn mount(place: HtmlElement, view: impl FnOnce() -> AnyView + 'static) {
    place.set_text_content(None);
    let inside = place.clone();
    let root = move || std::mem::forget(build(view(), &inside, None));
    leptos::mount::mount_to(place, root).forget();
}

/// Puts a view into the page: in `parent`, before that node or last.
pub(super) fn build(view: AnyView, parent: &Node, before: Option<&Node>) -> Built {
    match *view.0 {
        Kind::Text(text) => {
            let node = document().create_text_node(&text);
            insert(parent, &node, before);
            Built::Text { node, text }
        }
        Kind::Element(element) => {
            let built = build_element(element);
            insert(parent, &built.node, before);
            Built::Element(Box::new(built))
        }
        Kind::Many(views) => {
            let kids = views.into_iter().map(|view| build(view, parent, before)).collect();
            Built::Many { kids, end: end_before(parent, before) }
        }
        Kind::Keyed(views) => {
            let kids = views.into_iter().map(|(key, view)| (key, build(view, parent, before))).collect();
            Built::Keyed { kids, end: end_before(parent, before) }
        }
        Kind::Live(make) => {
            let (inside, end) = (Inside::default(), end_before(parent, before));
            let effect = Some(keep(make, &inside, &end));
            Built::Live { inside, end, effect }
        }
    }
}

/// Shows what `make` says before `end`, now and whenever its signals change.
pub(super) fn keep(mut make: Box<dyn FnMut() -> AnyView>, inside: &Inside, end: &Node) -> Following {
    // Not held: what is taken out of the page goes at once with all that keeps it up to date.
    let (inside, end) = (Rc::downgrade(inside), end.clone());
    effect(Box::new(move || {
        let Some(inside) = inside.upgrade() else { return };
        let view = make();
        let old = inside.take();
        let new = match (old, end.parent_node()) {
            (Some(mut old), _) => {
                update(view, &mut old);
                old
            }
            (None, Some(parent)) => build(view, &parent, Some(&end)),
            (None, None) => return,
        };
        inside.replace(Some(new));
    }))
}

fn end_before(parent: &Node, before: Option<&Node>) -> Node {
    let end: Node = document().create_text_node("").into();
    insert(parent, &end, before);
    end
}

fn insert(parent: &Node, node: &Node, before: Option<&Node>) {
    // It fails only where the browser has thrown the parent away with the rest of the page.
    let _ = parent.insert_before(node, before);
}

fn build_element(element: Element) -> BuiltElement {
    let parts = *element.0;
    let mut fixed = parts.fixed.split(MARK);
    let node = create(fixed.next().unwrap_or_default());
    while let (Some(name), Some(value)) = (fixed.next(), fixed.next()) {
        apply(&node, Part::Attribute, name, Some(value));
    }
    let values = parts.values.into_iter();
    let values = values.map(|(part, name, value)| BuiltValue { name, state: set(&node, part, name, value) });
    let values = values.collect();
    let listeners = parts.handlers.into_iter().map(|(name, handler)| listen(&node, name, handler)).collect();
    let kids = parts.kids.into_iter().map(|kid| build(kid, &node, None)).collect();
    hand_out(parts.receivers, &node);
    BuiltElement { node, fixed: parts.fixed, place: parts.place, values, listeners, kids }
}

pub(super) fn hand_out(receivers: Vec<Receiver>, node: &web_sys::Element) {
    for receive in receivers {
        receive(node);
    }
}

fn create(tag: &str) -> web_sys::Element {
    let made = match tag {
        "svg" | "path" => document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag),
        _ => document().create_element(tag),
    };
    made.unwrap_or_else(|_| unreachable!())
}

/// Sets a value, now and whenever its signals change.
pub(super) fn set(node: &web_sys::Element, part: Part, name: &'static str, value: Value) -> ValueState {
    match value {
        Value::Fixed(value) => {
            if value.is_some() || part == Part::Property {
                apply(node, part, name, value.as_deref());
            }
            ValueState::Fixed(value)
        }
        Value::Watched(read) => {
            let node = node.clone();
            ValueState::Watched(effect(Box::new(move || apply(&node, part, name, read().as_deref()))))
        }
    }
}

/// Sets a value or takes it away.
pub(super) fn apply(node: &web_sys::Element, part: Part, name: &str, value: Option<&str>) {
    match (part, value) {
        (Part::Attribute, Some(value)) => _ = node.set_attribute(name, value),
        (Part::Attribute, None) => _ = node.remove_attribute(name),
        (Part::Class, value) => _ = node.class_list().toggle_with_force(name, value.is_some()),
        (Part::Style, value) => {
            if let Some(node) = node.dyn_ref::<HtmlElement>() {
                _ = node.style().set_property(name, value.unwrap_or_default());
            }
        }
        (Part::Property, value) => {
            let name = JsValue::from_str(name);
            let new = match value {
                Some(text) if name == "value" => JsValue::from_str(text),
                value => JsValue::from_bool(value.is_some()),
            };
            // Setting the same text again would move the caret.
            if Reflect::get(node, &name).as_ref() != Ok(&new) {
                _ = Reflect::set(node, &name, &new);
            }
        }
    }
}

fn listen(node: &web_sys::Element, name: Cow<'static, str>, handler: Handler) -> Listener {
    let handler = Rc::new(RefCell::new(handler));
    let own = Rc::clone(&handler);
    let closure = Closure::<dyn FnMut(Event)>::new(move |event| {
        let act = Rc::clone(&own.borrow());
        act(event);
    });
    let _ = node.add_event_listener_with_callback(&name, closure.as_ref().unchecked_ref());
    Listener { name, handler, _closure: closure }
}

impl Built {
    /// The node to put something before, to have it behind this one's last node but inside its place.
    pub fn anchor(&self) -> &Node {
        match self {
            Self::Text { node, .. } => node,
            Self::Element(own) => &own.node,
            Self::Many { end, .. } | Self::Keyed { end, .. } | Self::Live { end, .. } => end,
        }
    }

    /// Takes it out of the page.
    pub fn remove(self) {
        let anchor = self.anchor().clone();
        if let Some(parent) = anchor.parent_node() {
            let _ = parent.remove_child(&anchor);
        }
        match self {
            Self::Text { .. } | Self::Element(_) => {}
            Self::Many { kids, .. } => kids.into_iter().for_each(Self::remove),
            Self::Keyed { kids, .. } => kids.into_iter().for_each(|(_, kid)| kid.remove()),
            Self::Live { inside, effect, .. } => {
                drop(effect);
                if let Some(inside) = inside.take() {
                    inside.remove();
                }
            }
        }
    }
}
