//! Price and stock of goods of one kind, typed in the list itself.

use super::View;
use crate::api::desk::{OnlySku, goods};
use crate::components::{Entry, Field, form};
use crate::desk::form::{Flaws, amount_field, read_amount, read_count, show_first_flaw};
use crate::desk::trouble::say;
use crate::view::prelude::*;
use minishop_core::{GoodsId, SkuId};

/// Pieces at most.
const STOCK: u32 = 1_000_000;

/// What is typed.
#[derive(Clone)]
pub struct Quick {
    pub goods: GoodsId,
    sku: SkuId,
    /// The stock it is changed from.
    seen: i64,
    price: RwSignal<String>,
    stock: RwSignal<String>,
    flaws: Flaws,
    busy: RwSignal<bool>,
}

impl Quick {
    /// Begins with what stands there.
    pub fn of(goods: GoodsId, sku: &OnlySku) -> Self {
        Self {
            goods,
            sku: sku.id.clone(),
            seen: sku.stock,
            price: RwSignal::new(sku.price.decimal()),
            stock: RwSignal::new(sku.stock.to_string()),
            flaws: Flaws::new(),
            busy: RwSignal::new(false),
        }
    }
}

/// The two fields in the place of what they change.
pub fn quick(view: View) -> AnyView {
    let text = view.desk.text();
    let Some(own) = view.quick.get_untracked() else { return ().into_any() };
    let Quick { price, stock, flaws, busy, .. } = own;
    let price_field = amount_field(
        "quick-price",
        text.editor.price,
        view.currency,
        Signal::derive(move || price.get()),
        Callback::new(move |typed| price.set(typed)),
    );
    let stock_field = Field::of("quick-stock", text.editor.stock, stock).entry(Entry::Count);
    request_animation_frame(|| {
        let field = document().get_element_by_id("quick-price");
        if let Some(field) =
            field.and_then(|field| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlInputElement>(field).ok())
        {
            let _ = field.focus();
            field.select();
        }
    });
    let waits = move || busy.get().then_some("true");
    let inside = view! {
        <div class="field-pair">
            {price_field.flaw(flaws.of("price")).show()}
            {stock_field.flaw(flaws.of("stock")).show()}
        </div>
        <div class="ware-quick-end">
            <button class="button" type="button" on:click=move |_| view.quick.set(None)>{text.common.cancel}</button>
            <button class="button button-main" type="submit" data-do="quick-save" aria-busy=waits aria-disabled=waits>
                {text.common.save}
            </button>
        </div>
    };
    let fields = form(Signal::derive(move || busy.get()), move || save(view, own.clone()), inside);
    view! { <div class="ware-quick-fields">{fields}</div> }
}

fn save(view: View, own: Quick) {
    let Quick { sku, seen, price, stock, flaws, busy, .. } = own;
    flaws.clear_all();
    let amount = read_amount(view.desk, &price.get_untracked(), view.currency);
    let pieces = read_count(view.desk, &stock.get_untracked(), STOCK);
    let (Ok(amount), Ok(pieces)) = (&amount, &pieces) else {
        if let Err(words) = amount {
            flaws.set("price", words);
        }
        if let Err(words) = pieces {
            flaws.set("stock", words);
        }
        return show_first_flaw();
    };
    let (amount, pieces) = (*amount, i64::from(*pieces));
    busy.set(true);
    let call = move || {
        let sku = sku.clone();
        async move { goods::set_sku(&sku, amount, pieces, seen).await }
    };
    view.desk.ask(call, move |answer| {
        busy.try_update(|busy| *busy = false);
        match answer {
            Ok(card) => {
                view.quick.try_update(|quick| *quick = None);
                view.put(card);
                view.desk.say(view.desk.text().common.saved);
            }
            Err(error) => {
                if flaws.take(view.desk, &error, &["price", "stock"]) {
                    show_first_flaw();
                } else {
                    say(view.desk, &error);
                }
            }
        }
    });
}
