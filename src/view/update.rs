//! A new view over an old one: what is the same stays in the page, the rest is changed or made anew.

use super::build::{Built, BuiltElement, ValueState, apply, build, hand_out, keep, set};
use super::value::Value;
use super::{AnyView, Element, Kind};
use web_sys::Node;

/// Lays `view` over what is built.
pub(super) fn update(view: AnyView, built: &mut Built) {
    match (*view.0, &mut *built) {
        (Kind::Text(new), Built::Text { node, text }) => {
            if new != *text {
                node.set_data(&new);
                *text = new;
            }
        }
        (Kind::Element(new), Built::Element(own)) if same_shape(&new, own) => update_element(new, own),
        (Kind::Many(views), Built::Many { kids, end }) => {
            if let Some(parent) = end.parent_node() {
                update_all(views, kids, &parent, Some(end));
            }
        }
        (Kind::Keyed(views), Built::Keyed { kids, end }) => update_keyed(views, kids, end),
        (Kind::Live(make), Built::Live { inside, end, effect }) => {
            // The old one first: two must never write into the same place.
            drop(effect.take());
            *effect = Some(keep(make, inside, end));
        }
        (kind, built) => {
            let view = AnyView(Box::new(kind));
            let anchor = built.anchor().clone();
            let Some(parent) = anchor.parent_node() else { return };
            let new = build(view, &parent, Some(&anchor));
            std::mem::replace(built, new).remove();
        }
    }
}

fn same_shape(new: &Element, own: &BuiltElement) -> bool {
    let new = &new.0;
    new.fixed == own.fixed
        && new.place == own.place
        && new.values.len() == own.values.len()
        && new.values.iter().zip(&own.values).all(|((_, name, _), own)| *name == own.name)
        && new.handlers.len() == own.listeners.len()
        && new.handlers.iter().zip(&own.listeners).all(|((name, _), own)| *name == own.name)
}

fn update_element(new: Element, own: &mut BuiltElement) {
    let new = *new.0;
    for ((part, name, value), own_value) in new.values.into_iter().zip(&mut own.values) {
        match (value, &mut own_value.state) {
            (Value::Fixed(value), ValueState::Fixed(old)) => {
                if value != *old {
                    apply(&own.node, part, name, value.as_deref());
                    *old = value;
                }
            }
            (value, state) => {
                *state = ValueState::Fixed(None);
                *state = set(&own.node, part, name, value);
            }
        }
    }
    for ((_, handler), listener) in new.handlers.into_iter().zip(&own.listeners) {
        listener.handler.replace(handler);
    }
    update_all(new.kids, &mut own.kids, &own.node, None);
    hand_out(new.receivers, &own.node);
}

/// One over the other in their order; more are added before `end`, fewer taken away.
fn update_all(views: Vec<AnyView>, kids: &mut Vec<Built>, parent: &Node, end: Option<&Node>) {
    for surplus in kids.drain(views.len().min(kids.len())..) {
        surplus.remove();
    }
    let old = kids.len();
    for (at, view) in views.into_iter().enumerate() {
        if at < old {
            update(view, &mut kids[at]);
        } else {
            kids.push(build(view, parent, end));
        }
    }
}

/// Each over the one of its name; what moved is moved, nothing is made twice.
fn update_keyed(views: Vec<(String, AnyView)>, kids: &mut Vec<(String, Built)>, end: &Node) {
    let Some(parent) = end.parent_node() else { return };
    let mut old: Vec<Option<(String, Built)>> = std::mem::take(kids).into_iter().map(Some).collect();
    // Where nothing moved, the next one is the one wanted.
    let mut next = 0;
    for (key, view) in views {
        let is_it = |entry: &Option<(String, Built)>| entry.as_ref().is_some_and(|(own, _)| *own == key);
        let found = old.get(next).is_some_and(is_it).then_some(next).or_else(|| old.iter().position(is_it));
        let taken = found.and_then(|at| {
            next = at + 1;
            old[at].take()
        });
        kids.push(match taken {
            Some((key, mut built)) => {
                update(view, &mut built);
                (key, built)
            }
            None => (key, build(view, &parent, Some(end))),
        });
    }
    for (_, gone) in old.into_iter().flatten() {
        gone.remove();
    }
    // From the last to the first, each before its follower.
    let mut follower = end.clone();
    for (_, kid) in kids.iter().rev() {
        let own = kid.anchor();
        if own.next_sibling().as_ref() != Some(&follower) {
            let _ = parent.insert_before(own, Some(&follower));
        }
        follower = own.clone();
    }
}
