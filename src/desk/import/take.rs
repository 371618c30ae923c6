//! Goods and orders as files to keep.

use crate::api::desk::import::{goods_csv, orders_csv};
use crate::components::{DeskIcon, Entry, Field, desk_icon};
use crate::desk::session::Desk;
use crate::device;
use crate::view::prelude::*;

/// The two files.
pub fn block(desk: Desk) -> AnyView {
    let text = &desk.text().import;
    let [from, to] = [(); 2].map(|()| RwSignal::new(String::new()));
    let orders = move || orders_csv(&from.get(), &to.get(), device::minutes_ahead());
    let day = |id: &'static str, label, value| Field::of(id, label, value).entry(Entry::Day).show();
    view! {
        <section class="block">
            <h2 class="block-title">{text.take}</h2>
            <a class="button button-wide" href=goods_csv() download="" data-export="goods">
                {desk_icon(DeskIcon::Download)}
                <span>{text.goods_csv}</span>
            </a>
            <div class="field-pair block-split">{day("from", text.from, from)}{day("to", text.to, to)}</div>
            <p class="field-hint">{text.orders_lead}</p>
            <a class="button button-wide" href=orders download="" data-export="orders">
                {desk_icon(DeskIcon::Download)}
                <span>{text.orders_csv}</span>
            </a>
        </section>
    }
}
