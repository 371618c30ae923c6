//! The first steps of a new shop, where its orders will stand; gone once there is one.

use super::View;
use super::shelf::{Shelf, State};
use crate::api::PaymentKind;
use crate::api::delivery::DeliveryKind;
use crate::api::desk::orders::Counts;
use crate::api::desk::{DeskDelivery, DeskPayment, Filter, deliveries, goods, payments};
use crate::components::{DeskIcon, Icon, desk_sign, icon, link_row, live, row_sign, rows};
use crate::desk::route::{Route, Tab};
use crate::view::prelude::*;

/// Whether the shop never had an order, as far as the list and the counts tell.
pub fn is_first(tab: Tab, shelf: &Shelf, counts: Option<Counts>) -> bool {
    let bare = shelf.state == State::Ready && shelf.cards.is_empty() && shelf.typed.trim().is_empty();
    tab == Tab::New && bare && counts.is_some_and(|counts| counts.all() == 0)
}

/// What to do first, while nothing was ordered.
pub fn first_steps(view: View) -> AnyView {
    let counts = view.desk.live.counts;
    let first = Memo::new(move || view.shelf.with(|shelf| is_first(view.tab, shelf, counts.get())));
    live(move || if first.get() { steps(view) } else { ().into_any() })
}

fn steps(view: View) -> AnyView {
    let text = &view.desk.text().orders.first;
    let done = RwSignal::new([false; 3]);
    // What is not known is not ticked: nothing waits for it.
    let ask = move |at: usize| move |known: bool| _ = done.try_update(|done| done[at] = known);
    let [has_goods, has_fee, is_paid] = [0, 1, 2].map(ask);
    let desk = view.desk;
    let all = || goods::list(Filter::All, None, "", None);
    desk.ask(all, move |page| has_goods(page.is_ok_and(|page| page.counts.all > 0)));
    desk.ask(deliveries::deliveries, move |list| has_fee(list.is_ok_and(|list| !given_fees(&list.items))));
    desk.ask(payments::payments, move |list| is_paid(list.is_ok_and(|list| !given_payments(&list.items))));
    let list = move || {
        let [goods, fee, paid] = done.get();
        let row = |done: bool, sign: AnyView, title: &'static str, route: Route| {
            let check = || view! { <span class="rows-sign rows-done">{icon(Icon::Check)}</span> };
            let sign = if done { check() } else { sign };
            link_row(sign, title, if done { text.done } else { "" }, route.path())
        };
        rows(vec![
            row(goods, desk_sign(DeskIcon::Tag), text.goods, Route::NewGoods),
            row(fee, row_sign(Icon::Truck), text.fee, Route::Deliveries),
            row(paid, desk_sign(DeskIcon::Wallet), text.paid, Route::Payments),
            row(false, row_sign(Icon::Share), text.card, Route::Card),
        ])
    };
    view! {
        <section class="stack" data-first-steps="">
            <div class="first-head">
                <h2 class="block-title">{text.title}</h2>
                <p class="quiet">{text.hint}</p>
            </div>
            {live(list)}
        </section>
    }
}

/// Whether the deliveries are still those every shop begins with: one that costs nothing.
fn given_fees(all: &[DeskDelivery]) -> bool {
    match all {
        [only] => only.kind == DeliveryKind::Flat && only.fee.minor() == 0 && only.exclusions.is_empty(),
        _ => false,
    }
}

/// Whether the payments are still those every shop begins with: cash on delivery alone.
fn given_payments(all: &[DeskPayment]) -> bool {
    matches!(all, [only] if only.kind == PaymentKind::CashOnDelivery && only.text.is_empty())
}
