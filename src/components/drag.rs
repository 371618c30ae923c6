//! Putting things in order with a finger: one is taken by its handle, and the others make room while it moves.

use crate::view::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, PointerEvent};

/// Things that can be put in another order by dragging.
#[derive(Clone, Copy)]
pub struct Drag {
    /// Which one is held, by its place.
    held: RwSignal<Option<usize>>,
    list: NodeRef<Element>,
    on_move: Callback<(usize, usize)>,
    on_end: Callback<()>,
    listening: StoredValue<Vec<Listening>>,
}

/// Heard from the window while something is held: the thing itself moves about in the page meanwhile.
struct Listening {
    name: &'static str,
    heard: Closure<dyn FnMut(PointerEvent)>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        let heard = self.heard.as_ref().unchecked_ref();
        _ = window().remove_event_listener_with_callback(self.name, heard);
    }
}

impl Drag {
    /// `on_move` puts the thing of the first place at the second; `on_end` is told when it is let go.
    pub fn new(on_move: Callback<(usize, usize)>, on_end: Callback<()>) -> Self {
        let listening = StoredValue::new(Vec::new());
        Self { held: RwSignal::new(None), list: NodeRef::new(), on_move, on_end, listening }
    }

    /// The element whose children are the things.
    pub fn list(self) -> NodeRef<Element> {
        self.list
    }

    /// Whether that one is held, watched.
    pub fn holds(self, at: usize) -> bool {
        self.held.get() == Some(at)
    }

    /// Call it when a handle is pressed.
    pub fn begin(self, at: usize, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        event.prevent_default();
        self.held.set(Some(at));
        let over = Closure::<dyn FnMut(PointerEvent)>::new(move |event: PointerEvent| self.over(&event));
        let mut all = vec![Listening { name: "pointermove", heard: over }];
        for name in ["pointerup", "pointercancel"] {
            let end = Closure::<dyn FnMut(PointerEvent)>::new(move |_| self.end());
            all.push(Listening { name, heard: end });
        }
        for own in &all {
            let heard = own.heard.as_ref().unchecked_ref();
            _ = window().add_event_listener_with_callback(own.name, heard);
        }
        self.listening.set_value(all);
    }

    fn over(self, event: &PointerEvent) {
        let Some(from) = self.held.try_get_untracked().flatten() else { return };
        let Some(to) = self.place(event) else { return };
        if to != from {
            self.held.set(Some(to));
            self.on_move.run((from, to));
        }
    }

    /// Which place the finger is over.
    fn place(self, event: &PointerEvent) -> Option<usize> {
        let things = self.list.now()?.children();
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        (0..things.length()).find_map(|at| {
            let area = things.item(at)?.get_bounding_client_rect();
            let inside = (area.left()..area.right()).contains(&x) && (area.top()..area.bottom()).contains(&y);
            inside.then_some(at as usize)
        })
    }

    fn end(self) {
        if self.held.try_get_untracked().flatten().is_none() {
            return;
        }
        self.held.set(None);
        self.on_end.run(());
        // Not now: this is called by one of them.
        let listening = self.listening;
        set_timeout(move || listening.set_value(Vec::new()), std::time::Duration::ZERO);
    }
}
