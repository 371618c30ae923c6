//! What was ordered and what it comes to.

use super::View;
use crate::api::desk::orders::DeskOrder;
use crate::api::{OrderLine, PaymentKind};
use crate::components::{Picture, PriceSize, bare_photo, photo, price};
use crate::view::prelude::*;
use minishop_core::Money;

/// The lines with their pictures and options, and the sums.
pub fn goods(view: View, order: &DeskOrder) -> AnyView {
    let text = &view.desk.text().order;
    let lines: Vec<AnyView> = order.seen.lines.iter().map(line).collect();
    view! {
        <section class="block">
            <h2 class="block-title">{text.goods}</h2>
            <ul class="stack" role="list">{lines}</ul>
            {sums(view, order)}
        </section>
    }
}

fn line(line: &OrderLine) -> AnyView {
    let picture = match &line.photo {
        None => bare_photo(),
        Some(own) => photo(Picture {
            at: &|width| own.url(width),
            tint: &own.color,
            alt: "",
            sizes: "56px",
            eager: true,
            faded: false,
        }),
    };
    let pieces = line.quantity.get();
    let class = if pieces > 1 { "strong" } else { "quiet" };
    let values = (!line.values.is_empty()).then(|| view! { <p class="quiet">{line.values.join(", ")}</p> });
    view! {
        <li class="item">
            <span class="thumb desk-order-photo">{picture}</span>
            <div class="item-body">
                <p class="item-title">{line.title.clone()}</p>
                {values}
                <p class=class>{format!("× {pieces}")}</p>
            </div>
            <p class="item-end">{line.amount.to_string()}</p>
        </li>
    }
}

fn sums(view: View, order: &DeskOrder) -> AnyView {
    let text = &view.desk.text().order;
    let seen = &order.seen;
    let row = |label: &'static str, amount: String| view! { <dt>{label}</dt><dd>{amount}</dd> };
    let currency = seen.total.currency();
    let changed = Money::new(seen.adjustment.abs(), currency).ok().filter(|_| seen.adjustment != 0);
    let sign = if seen.adjustment < 0 { "−" } else { "+" };
    let changed = changed.map(|amount| row(text.adjustment, format!("{sign}{amount}")));
    let fee = match seen.delivery_fee.minor() {
        0 => text.free.to_owned(),
        _ => seen.delivery_fee.to_string(),
    };
    let back = seen.refunded.map(|amount| {
        let kept = Money::new(order.kept(), currency).unwrap_or_else(|_| Money::zero(currency));
        view! {
            {row(text.refunded, format!("−{amount}"))}
            {row(text.kept, kept.to_string())}
        }
    });
    let kind = match seen.payment.kind {
        PaymentKind::CashOnDelivery => "cash",
        PaymentKind::Transfer => "transfer",
    };
    view! {
        <dl class="pairs block-split" data-payment=kind>
            {row(text.goods_sum, seen.goods_total.to_string())}
            {row(text.delivery, fee)}
            {changed}
            <dt class="strong">{text.total}</dt>
            <dd data-total=seen.total.minor().to_string()>{price(seen.total, PriceSize::Card)}</dd>
            {back}
            {row(text.payment, seen.payment.title.clone())}
        </dl>
    }
}
