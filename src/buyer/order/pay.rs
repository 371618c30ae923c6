//! How to pay: the amount, the seller's account and code, and the picture that proves it.

use super::{View, proof};
use crate::api::{Order, PaymentKind};
use crate::buyer::share;
use crate::components::{Icon, PriceSize, icon, price};
use crate::view::prelude::*;
use minishop_core::{Action, Status};

/// The block of payment; nothing for cash on delivery or where nothing was sent and nothing can be.
pub fn pay(view: View, order: &Order) -> AnyView {
    if order.payment.kind != PaymentKind::Transfer {
        return ().into_any();
    }
    match order.status {
        Status::ToPay => transfer(view, order),
        _ if order.proofs.is_empty() && !order.allows(Action::SendProof) => ().into_any(),
        _ => view! {
            <section class="block">
                <h2 class="block-title">{view.app.text().order.proofs}</h2>
                {proof::proofs(view, order)}
            </section>
        }
        .into_any(),
    }
}

fn transfer(view: View, order: &Order) -> AnyView {
    let text = &view.app.text().order;
    let code = order.payment.qr.as_ref().map(|qr| {
        view! {
            <img class="pay-qr" src=qr.url(640) alt=text.qr width="200" height="200" />
            <p class="quiet pay-hint">{text.qr_hint}</p>
        }
    });
    let account =
        (!order.payment.text.is_empty()).then(|| copy_row(view, text.account, order.payment.text.clone()));
    view! {
        <section class="block" aria-labelledby="pay">
            <div class="row">
                <h2 class="block-title" id="pay">{text.transfer}</h2>
                {price(order.total, PriceSize::Big)}
            </div>
            {code}
            {account}
            {copy_row(view, text.payment_note, order.code.clone())}
            {proof::proofs(view, order)}
        </section>
    }
    .into_any()
}

/// A line that a tap copies.
pub fn copy_row(view: View, label: &str, value: String) -> AnyView {
    let label = label.to_owned() + "\n";
    let shown = value.clone();
    view! {
        <button class="copy-row" type="button" on:click=move |_| share::copy(view.app, &value)>
            <span class="copy-row-value"><span class="quiet">{label}</span>{shown}</span>
            {icon(Icon::Copy)}
            <span class="unseen">{view.app.text().order.copy}</span>
        </button>
    }
    .into_any()
}
