//! The checkout: one form, one button that says what happens, and calm while the network is not.

mod asked;
mod choices;
mod fields;
mod foot;
mod form;
mod placing;
mod pricing;
mod run;
mod state;
mod summary;

use super::trouble::{trouble, unknown_shop};
use crate::app::App;
use crate::components::{Blank, Drawing, blank, link_action, live, top_bar};
use crate::route::{Basket, Route};
use crate::view::prelude::*;
use form::Field;
use minishop_core::ShopNumber;
use state::{Phase, View};

/// The checkout of the shop's cart or of «Buy now».
pub fn screen(app: App, number: ShopNumber, basket: Basket) -> AnyView {
    let view = View::open(app, number, basket);
    let text = app.text();
    app.title(text.checkout.title);
    let phase = Memo::new(move || view.phase());
    let back = match basket {
        Basket::Cart => Route::Cart(number),
        Basket::Now => Route::Shop(number),
    };
    live(move || {
        let now = phase.get();
        if now == Phase::Gone {
            return unknown_shop(app);
        }
        let ready = !matches!(now, Phase::Waiting | Phase::Failed(_));
        view! {
            <div class="page">
                {top_bar(text.common.back, back.path(), text.checkout.title.into_any(), None)}
                <main class="page-main page-middle" data-screen="checkout" data-ready=ready.then_some("")>
                    {body(view, &now)}
                </main>
                {foot::foot(view, &now)}
            </div>
            {asked::asked(view)}
        }
        .into_any()
    })
}

fn body(view: View, phase: &Phase) -> AnyView {
    let text = view.app.text();
    match phase {
        Phase::Form => form_view(view),
        Phase::Waiting | Phase::Gone => summary::bones(view.app),
        Phase::Failed(error) => trouble(view.app, error, false, move || view.ask_again()),
        Phase::Empty => {
            let said =
                Blank { drawing: Drawing::Cart, title: text.cart.empty.to_owned(), text: "", alone: false };
            blank(said, link_action(text.cart.to_goods, Route::Shop(view.number).path()))
        }
        Phase::Already => {
            let said = Blank {
                drawing: Drawing::Cart,
                title: text.checkout.already.to_owned(),
                text: text.checkout.already_text,
                alone: false,
            };
            blank(said, link_action(text.common.my_orders, Route::Orders(view.number).path()))
        }
        Phase::Checking => checking(view),
    }
}

fn form_view(view: View) -> AnyView {
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        view.place();
    };
    view! {
        <form class="checkout" id="checkout" novalidate="" on:submit=submit>
            <div class="stack">
                {fields::who(view)}
                {choices::deliveries(view)}
                {choices::payments(view)}
                <section class="block">{fields::field(view, Field::Note)}</section>
            </div>
            {live(move || summary::summary(view))}
        </form>
    }
    .into_any()
}

/// Calm words while nobody answers, and after a while a way back to the form.
fn checking(view: View) -> AnyView {
    let text = &view.app.text().checkout;
    let change = move || {
        if !view.run.with_value(run::Run::is_tedious) {
            return ().into_any();
        }
        let back = move |_| view.run.with_value(run::Run::back_to_form);
        view! { <button class="button button-line" type="button" on:click=back>{text.change_order}</button> }
            .into_any()
    };
    view! {
        <section class="state" role="status" data-checking="">
            <h2 class="state-title">{text.checking}</h2>
            <p class="state-text">{text.checking_text}</p>
            {live(change)}
        </section>
    }
    .into_any()
}
