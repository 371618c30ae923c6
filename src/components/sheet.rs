//! A sheet that rises from below, and leaves by its button, Escape, a tap outside or a pull down.

use super::icon::{Icon, icon};
use super::overlay::{Overlay, overlay};
use crate::view::prelude::*;
use leptos::ev::PointerEvent;

/// Pulled down this far, in pixels, the sheet leaves.
const FAR: i32 = 90;

/// What a sheet is called and how it closes.
#[derive(Clone, Copy)]
pub struct Sheet {
    pub title: &'static str,
    /// The close button's name.
    pub close_label: &'static str,
    /// Whoever shows the sheet takes it away, so that «back» does it too.
    pub close: Callback<()>,
}

/// The sheet, drawn while it is open; `foot` is its action.
pub fn sheet(sheet: Sheet, body: AnyView, foot: Option<AnyView>) -> AnyView {
    let Sheet { title, close_label, close } = sheet;
    let drag = RwSignal::new(0);
    let start = StoredValue::new(None::<i32>);
    let pulled =
        move |event: &PointerEvent| start.get_value().map_or(0, |from| (event.client_y() - from).max(0));
    let let_go = move || {
        start.set_value(None);
        drag.set(0);
    };
    let release = move |event: PointerEvent| {
        let far = pulled(&event) > FAR;
        let_go();
        if far {
            close.run(());
        }
    };
    let inside = view! {
        <div class="sheet-head" on:pointerdown=move |event| start.set_value(Some(event.client_y()))
            on:pointermove=move |event| drag.set(pulled(&event))
            on:pointerup=release on:pointercancel=move |_| let_go()>
            <h2 class="sheet-title">{title}</h2>
            <button class="icon-button" type="button" aria-label=close_label on:click=move |_| close.run(())>
                {icon(Icon::Close)}
            </button>
        </div>
        <div class="sheet-body stack" tabindex="0">{body}</div>
        {foot.map(|foot| view! { <div class="sheet-foot">{foot}</div> })}
    };
    view! {
        <div class="scrim" on:click=move |_| close.run(())></div>
        {overlay(Overlay { class: "sheet", label: title, close, drag }, inside.into_any())}
    }
    .into_any()
}
