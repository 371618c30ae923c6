//! The pictures of a transfer that the buyer sent: large while they are to be judged.

use super::View;
use crate::api::desk::orders::{DeskOrder, proof_url};
use crate::components::{Icon, live, note};
use crate::desk::standing::moment;
use crate::view::prelude::*;
use minishop_core::Status;

/// The pictures large, with what they should show, while the order waits for that.
pub fn to_judge(view: View, order: &DeskOrder) -> Option<AnyView> {
    (order.seen.status == Status::ToConfirm).then(|| proofs(view, order, false))
}

/// The same pictures small, afterwards.
pub fn judged(view: View, order: &DeskOrder) -> Option<AnyView> {
    let any = order.seen.status != Status::ToConfirm && !order.seen.proofs.is_empty();
    any.then(|| proofs(view, order, true))
}

fn proofs(view: View, order: &DeskOrder, judged: bool) -> AnyView {
    let text = &view.desk.text().order;
    let class = if judged { "desk-proofs desk-proofs-small" } else { "desk-proofs" };
    let expect = (!judged).then(|| {
        let should = (text.proof_expect)(&order.seen.total.to_string(), &order.seen.code);
        view! { <p class="strong">{should}</p> }
    });
    let picture = |(at, proof): (usize, &crate::api::order::Proof)| {
        let address = proof_url(&order.id, &proof.id);
        let failed = RwSignal::new(false);
        let (alt, shown) = ((text.proof)(at + 1), address.clone());
        let image = live(move || {
            if failed.get() {
                return note(Icon::Alert, text.proof_failed.to_owned());
            }
            view! {
                <img class="desk-proof-img" src=shown.clone() alt=alt.clone() on:error=move |_| failed.set(true) />
            }
        });
        // The newest is what the order waits for.
        let entry = view! {
            <li class="desk-proof">
                <a href=address target="_blank" rel="noopener">{image}</a>
                <p class="quiet figures">{moment(view.desk, proof.at)}</p>
            </li>
        };
        (proof.id.clone(), entry)
    };
    let pictures = order.seen.proofs.iter().enumerate().map(picture).rev().collect();
    view! {
        <section class="block">
            <h2 class="block-title">{text.proofs}</h2>
            {expect}
            <ul class=class role="list">{AnyView::keyed(pictures)}</ul>
        </section>
    }
}
