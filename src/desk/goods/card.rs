//! One product in the list.

use super::View;
use super::quick::{Quick, quick};
use crate::api::desk::DeskCard;
use crate::components::{DeskIcon, Picture, bare_photo, desk_icon, live, photo, small_desk_icon};
use crate::desk::route::Route;
use crate::view::prelude::*;

/// The row: photo and name lead to the editor, price and stock are changed in place.
pub fn card(view: View, own: DeskCard) -> AnyView {
    let text = &view.desk.text().goods;
    let path = Route::EditGoods(own.id.clone()).path();
    let picture = match &own.photo {
        Some(known) => photo(Picture {
            at: &|width| known.url(width),
            tint: &known.color,
            alt: "",
            sizes: "72px",
            eager: false,
            faded: !own.visible,
        }),
        None => bare_photo(),
    };
    let (id, visible) = (own.id.clone(), own.visible);
    let eye = if visible { DeskIcon::Eye } else { DeskIcon::EyeOff };
    let label = if visible { (text.hide)(&own.title) } else { (text.show)(&own.title) };
    let about = own.clone();
    let menu = move |_| {
        view.chosen.set(Some(about.clone()));
        view.desk.app.open_sheet(view.menu);
    };
    let more = (text.more)(&own.title);
    let id_open = own.id.clone();
    let open = Memo::new(move || {
        view.quick.with(|quick| quick.as_ref().is_some_and(|quick| quick.goods == id_open))
    });
    let about_facts = own.clone();
    let facts = live(move || if open.get() { ().into_any() } else { facts(view, &about_facts) });
    let fields = live(move || if open.get() { quick(view) } else { ().into_any() });
    view! {
        <li class="ware" data-goods=own.id.as_str().to_owned() data-visible=visible>
            <a class="ware-photo" href=path.clone() tabindex="-1" aria-hidden="true">{picture}</a>
            <div class="ware-body">
                <h2 class="ware-title"><a class="ware-link" href=path>{own.title}</a></h2>
                {facts}
            </div>
            <div class="ware-tools">
                <button class="icon-button" type="button" aria-label=label data-do="shelf"
                    on:click=move |_| view.set_visible(id.clone(), !visible)>
                    {desk_icon(eye)}
                </button>
                <button class="icon-button" type="button" aria-label=more aria-haspopup="dialog" data-do="menu"
                    on:click=menu>
                    {desk_icon(DeskIcon::Dots)}
                </button>
            </div>
            {fields}
        </li>
    }
}

fn facts(view: View, own: &DeskCard) -> AnyView {
    let text = &view.desk.text().goods;
    let price = if own.price == own.price_max {
        own.price.to_string()
    } else {
        format!("{} – {}", own.price, own.price_max)
    };
    let stock = (text.stock)(own.stock);
    let stock_class = if own.stock == 0 || own.low { "ware-stock danger" } else { "ware-stock" };
    let stock = view! { <span class=stock_class>{if own.stock == 0 { text.sold_out.to_owned() } else { stock }}</span> };
    let mark = if !own.visible {
        Some(text.hidden)
    } else if own.low && own.stock > 0 {
        Some(text.low)
    } else {
        None
    };
    let mark = mark.map(|mark| view! { <span class="mark">{mark}</span> });
    let price = view! { <span class="ware-price">{price}</span> };
    let Some(sku) = own.sku.clone() else {
        let kinds = view! { <span class="quiet">{(text.kinds)(own.skus)}</span> };
        return view! { <p class="ware-facts">{price}{stock}{kinds}{mark}</p> };
    };
    let (id, label) = (own.id.clone(), (text.quick)(&own.title));
    let open = move |_| view.quick.set(Some(Quick::of(id.clone(), &sku)));
    view! {
        <p class="ware-facts">
            <button class="ware-quick" type="button" data-do="quick" on:click=open>
                {price}{stock}<span class="unseen">{label}</span>{small_desk_icon(DeskIcon::Pencil)}
            </button>
            {mark}
        </p>
    }
}

/// A row that has not arrived.
pub fn bones() -> AnyView {
    view! {
        <div class="ware" aria-hidden="true">
            <span class="ware-photo">{bare_photo()}</span>
            <div class="ware-body"><span class="bone"></span><span class="bone bone-half"></span></div>
        </div>
    }
}
