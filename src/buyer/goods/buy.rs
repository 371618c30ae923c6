//! Into the cart, or straight to the checkout; whoever has not chosen yet is asked in a sheet.

use super::super::pictures::{Place, square};
use super::super::ways;
use super::{View, options, summary};
use crate::components::{Icon, Sheet, icon, live, live_text, sheet as frame};
use crate::device::{self, Slot};
use crate::route::{Basket, Route};
use crate::view::prelude::*;
use minishop_core::{CartError, Line, Seen};

/// What the buyer meant to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    Add,
    BuyNow,
}

/// The sheet's state: what to do when the choice is made, while it is open.
#[derive(Clone, Copy)]
pub struct Asked {
    pub open: RwSignal<bool>,
    pub intent: RwSignal<Intent>,
}

impl Asked {
    pub fn new() -> Self {
        Self { open: RwSignal::new(false), intent: RwSignal::new(Intent::Add) }
    }
}

/// The bar at the foot.
pub fn bar(view: View, asked: Asked) -> AnyView {
    let View { app, number, .. } = view;
    let text = &app.text().goods;
    let sold_out =
        view.detail.with_untracked(|detail| detail.as_ref().is_some_and(|own| own.goods.sold_out()));
    let away = view.detail.with_untracked(|detail| ways::away(app, &detail.as_ref()?.shop));
    let buttons = if let Some(why) = away.or_else(|| sold_out.then(|| text.sold_out.to_owned())) {
        view! { <button class="button foot-bar-grow" type="button" aria-disabled="true">{why}</button> }
            .into_any()
    } else {
        view! {
            <button class="button button-line foot-bar-grow" type="button" data-do="add"
                on:click=move |_| act(view, asked, Intent::Add)>
                {text.add}
            </button>
            <button class="button button-main foot-bar-grow" type="button" data-do="buy-now"
                on:click=move |_| act(view, asked, Intent::BuyNow)>
                {text.buy_now}
            </button>
        }
        .into_any()
    };
    view! {
        <footer class="foot-bar">
            <a class="foot-bar-tool" href=Route::Shop(number).path()>{icon(Icon::Shop)}<span>{text.shop}</span></a>
            {live(move || cart_tool(view))}
            {buttons}
        </footer>
    }
    .into_any()
}

fn cart_tool(view: View) -> AnyView {
    let View { app, number, .. } = view;
    app.watch_memory();
    let text = &app.text().common;
    let pieces = device::basket::pieces(number);
    // A new count is a new badge, so that it drops in each time.
    let badge = || view! { <span class="badge" data-cart-count="">{pieces}</span> };
    let badge = AnyView::keyed((pieces > 0).then(|| (pieces.to_string(), badge())).into_iter().collect());
    view! {
        <a class="foot-bar-tool" href=Route::Cart(number).path() aria-label=(text.cart_holds)(pieces)>
            {icon(Icon::Cart)}
            <span>{text.cart}</span>
            " "
            {badge}
        </a>
    }
    .into_any()
}

/// The sheet with the same choice once more, and the button that was tapped.
pub fn sheet(view: View, asked: Asked) -> AnyView {
    let app = view.app;
    let text = &app.text().goods;
    let Asked { open, intent } = asked;
    let head = Sheet {
        title: text.choose_options,
        close_label: app.text().common.close,
        close: Callback::new(move |()| app.close_sheet()),
    };
    let body = move || {
        let Some(detail) = view.detail.get_untracked() else { return ().into_any() };
        let place = Place { sizes: "80px", eager: true, faded: false };
        let said = move || {
            view.read(String::new(), |detail, choice| match choice.missing() {
                Some(at) => (text.choose)(&detail.goods.options()[at].name),
                None => format!("{} · {}", chosen_values(view), (text.left)(choice.left(&detail.goods))),
            })
        };
        view! {
            <div class="pick">
                <span class="thumb">{square(detail.photos.first(), "", place)}</span>
                <div class="pick-body">
                    <p class="goods-prices">{live(move || summary::prices(view))}</p>
                    <p class="quiet" role="status">{live_text(said)}</p>
                </div>
            </div>
            {options::choices(view, &detail, "sheet")}
        }
        .into_any()
    };
    live(move || {
        if !open.get() {
            return ().into_any();
        }
        let (label, name) = match intent.get_untracked() {
            Intent::Add => (text.add_to_cart, "add"),
            Intent::BuyNow => (text.buy_now, "buy-now"),
        };
        let go = move |_| act(view, asked, intent.get_untracked());
        let button = view! {
            <button class="button button-main button-wide" type="button" data-do=name on:click=go>{label}</button>
        };
        frame(head, body(), Some(button.into_any()))
    })
}

fn chosen_values(view: View) -> String {
    view.read(String::new(), |detail, choice| {
        choice.sku(&detail.goods).map(|sku| sku.values.join(", ")).unwrap_or_default()
    })
}

/// Does what was meant, or asks for what is missing.
fn act(view: View, asked: Asked, intent: Intent) {
    let app = view.app;
    let text = &app.text().goods;
    let Some(line) = untrack(|| line(view)) else {
        if asked.open.get_untracked() {
            let missing = untrack(|| {
                view.read(None, |detail, choice| {
                    choice.missing().map(|at| (text.choose)(&detail.goods.options()[at].name))
                })
            });
            app.say(&missing.unwrap_or_else(|| text.sold_out.to_owned()));
        } else {
            asked.intent.set(intent);
            app.open_sheet(asked.open);
        }
        return;
    };
    match intent {
        Intent::BuyNow => {
            device::basket::buy_now(view.number, line);
            app.go(&Route::Checkout(view.number, Basket::Now));
        }
        Intent::Add => {
            app.close_sheet();
            match add(view, line) {
                Ok(()) => app.say(text.added),
                Err(word) => app.say(&word),
            }
        }
    }
}

/// Puts the line into the cart, or says why not.
fn add(view: View, line: Line) -> Result<(), String> {
    let text = &view.app.text().goods;
    let held = device::basket::basket(view.number, Slot::Cart).map_or(0, |basket| {
        let own = basket.cart.lines().iter().find(|own| own.sku == line.sku);
        own.map_or(0, |own| own.quantity.get())
    });
    let left = untrack(|| view.read(0, |detail, choice| choice.left(&detail.goods)));
    if held + line.quantity.get() > left {
        return Err(if held == 0 { (text.only_left)(left) } else { (text.all_in_cart)(left, held) });
    }
    device::basket::add(view.number, line).map_err(|error| match error {
        CartError::TooMany => (text.all_in_cart)(left, held),
        CartError::Full | CartError::OtherCurrency => text.cart_full.to_owned(),
    })
}

/// The chosen sku as a line; `None` while something is open or sold out.
fn line(view: View) -> Option<Line> {
    view.read(None, |detail, choice| {
        let sku = choice.sku(&detail.goods).filter(|sku| sku.left > 0)?;
        let own = detail.mark(&sku.id).and_then(|mark| mark.photo.clone());
        Some(Line {
            sku: sku.id.clone(),
            quantity: choice.quantity(),
            seen: Seen {
                goods: detail.goods.id().clone(),
                title: detail.title.clone(),
                choice: sku.values.join(", "),
                photo: own.or_else(|| detail.photos.first().map(|photo| photo.hash.clone())),
                unit: sku.price,
            },
        })
    })
}
