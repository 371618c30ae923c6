//! The shelf being put in order, by finger or by the arrows; each move is kept at once.

use super::View;
use crate::api::desk::{DeskCard, goods};
use crate::components::{DeskIcon, Drag, Icon, Picture, bare_photo, desk_icon, icon, live, photo};
use crate::desk::trouble::say;
use crate::view::prelude::*;
use minishop_core::GoodsId;
use web_sys::PointerEvent;

/// All goods, each with its handle and arrows.
pub fn arrange(view: View) -> AnyView {
    let text = &view.desk.text().goods;
    let moved = StoredValue::new(None::<GoodsId>);
    let step = move |(from, to): (usize, usize)| {
        view.shelf.update(|shelf| shelf.reorder(from, to));
        let id = view.shelf.with_untracked(|shelf| Some(shelf.items.here()?.get(to)?.id.clone()));
        moved.set_value(id);
    };
    let keep = move || {
        if let Some(id) = moved.try_update_value(Option::take).flatten() {
            tell(view, id);
        }
    };
    let drag = Drag::new(Callback::new(step), Callback::new(move |()| keep()));
    let one = Callback::new(move |(from, to): (usize, usize)| {
        step((from, to));
        keep();
    });
    let items = Memo::new(move || view.shelf.with(|shelf| shelf.items.here().cloned().unwrap_or_default()));
    let all = live(move || {
        let items = items.get();
        let last = items.len().saturating_sub(1);
        let row =
            |(at, own): (usize, DeskCard)| (own.id.as_str().to_owned(), row(view, drag, one, at, last, own));
        AnyView::keyed(items.into_iter().enumerate().map(row).collect())
    });
    let done = move |_| {
        view.shelf.update(|shelf| shelf.wanted = 0);
        view.arranging.set(false);
    };
    view! {
        <div class="arrange-head">
            <p class="quiet">{text.arrange_hint}</p>
            <button class="button button-main" type="button" data-do="arranged" on:click=done>{text.arranged}</button>
        </div>
        <ol class="wares arrange" role="list" node_ref=drag.list()>{all}</ol>
    }
}

fn row(
    view: View,
    drag: Drag,
    step: Callback<(usize, usize)>,
    at: usize,
    last: usize,
    own: DeskCard,
) -> AnyView {
    let text = &view.desk.text().goods;
    let picture = match &own.photo {
        Some(known) => photo(Picture {
            at: &|width| known.url(width),
            tint: &known.color,
            alt: "",
            sizes: "48px",
            eager: false,
            faded: !own.visible,
        }),
        None => bare_photo(),
    };
    let arrow = move |sign: AnyView, label: String, to: Option<usize>| {
        let go = move |_| {
            if let Some(to) = to {
                step.run((at, to));
            }
        };
        view! {
            <button class="icon-button" type="button" aria-label=label
                aria-disabled=to.is_none().then_some("true") on:click=go>
                {sign}
            </button>
        }
    };
    let hold = move |event: PointerEvent| drag.begin(at, &event);
    view! {
        <li class="ware" class:ware-held=move || drag.holds(at) data-goods=own.id.as_str().to_owned()>
            <span class="ware-grip" aria-hidden="true" on:pointerdown=hold>{desk_icon(DeskIcon::Grip)}</span>
            <span class="thumb thumb-small">{picture}</span>
            <p class="ware-body">{own.title.clone()}</p>
            {arrow(desk_icon(DeskIcon::Up), (text.up)(&own.title), at.checked_sub(1))}
            {arrow(icon(Icon::Down), (text.down)(&own.title), (at < last).then_some(at + 1))}
        </li>
    }
}

/// Tells the server before which goods these stand now.
fn tell(view: View, id: GoodsId) {
    let before = view.shelf.with_untracked(|shelf| {
        let items = shelf.items.here()?;
        let at = items.iter().position(|own| own.id == id)?;
        Some(items.get(at + 1).map(|next| next.id.clone()))
    });
    let Some(before) = before else { return };
    let call = move || {
        let (id, before) = (id.clone(), before.clone());
        async move { goods::move_before(&id, before.as_ref()).await }
    };
    view.desk.ask(call, move |answer| {
        if let Err(error) = answer {
            say(view.desk, &error);
            view.load();
        }
    });
}
