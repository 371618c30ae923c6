//! What it costs, what it is, how it comes and how many are left.

use super::super::ways;
use super::View;
use crate::api::{DeliveryKind, Detail, Shop};
use crate::app::App;
use crate::components::{Icon, PriceSize, live, live_text, price, small_icon, was};
use crate::view::prelude::*;

/// The block under the pictures.
pub fn summary(view: View, detail: &Detail) -> AnyView {
    let delivery = delivery(view.app, &detail.shop);
    let left = move || view.read(0, |detail, choice| choice.left(&detail.goods));
    let facts = move || {
        let text = &view.app.text().goods;
        let stock = if left() == 0 { text.sold_out.to_owned() } else { (text.left)(left()) };
        ways::dotted(&[&delivery, &stock])
    };
    view! {
        <section class="block block-flush">
            <p class="goods-prices">{live(move || prices(view))}</p>
            <h1 class="goods-title" tabindex="-1">{detail.title.clone()}</h1>
            <p class="note">{small_icon(Icon::Truck)}<span>{live_text(facts)}</span></p>
        </section>
    }
    .into_any()
}

/// The chosen sku's price and what it was; before a choice, the lowest.
pub fn prices(view: View) -> AnyView {
    let text = view.app.text();
    view.read(().into_any(), |detail, choice| {
        let (low, high) = detail.goods.prices();
        if let Some(sku) = choice.sku(&detail.goods) {
            let before = detail.mark(&sku.id).and_then(|mark| mark.compare_at);
            return (price(sku.price, PriceSize::Big), before.map(|before| was(before, text.common.was)))
                .into_any();
        }
        let before = detail.marks.first().and_then(|mark| mark.compare_at).filter(|_| low == high);
        let [ahead, behind] = text.shop.from.map(|word| {
            (low != high && !word.is_empty()).then(|| view! { <span class="quiet">{word}</span> }.into_any())
        });
        (ahead, price(low, PriceSize::Big), behind, before.map(|before| was(before, text.common.was)))
            .into_any()
    })
}

/// The first way it can come, in a few words.
fn delivery(app: App, shop: &Shop) -> String {
    let text = &app.text().goods;
    let Some(method) = shop.deliveries.first() else { return String::new() };
    let fee = match method.kind {
        DeliveryKind::Pickup => text.pickup.to_owned(),
        DeliveryKind::Flat if method.fee.minor() == 0 => text.delivery_free.to_owned(),
        _ => ways::fee_and_limit(app, method, method.free_over),
    };
    ways::dotted(&[&fee, &ways::days(app, method)])
}
