//! Open or closed, on holiday or not: switched right here, and saved at once.

use crate::api::ApiError;
use crate::api::desk::DeskShop;
use crate::api::desk::shop::{changed_shop, set_shop};
use crate::components::{Entry, Field, live, toggle};
use crate::desk::form::Flaws;
use crate::desk::session::Desk;
use crate::desk::sheets::{Sure, sure};
use crate::desk::trouble::say;
use crate::view::prelude::*;
use js_sys::Date;
use std::rc::Rc;

/// One change to the shop, made anew on what stands there.
type Change = Rc<dyn Fn(&mut DeskShop)>;

#[derive(Clone, Copy)]
struct View {
    desk: Desk,
    /// As the seller wants it.
    shop: RwSignal<DeskShop>,
    /// As the server has it.
    saved: StoredValue<DeskShop>,
    /// The day as typed.
    day: RwSignal<String>,
    flaws: Flaws,
}

/// The switches.
pub fn switches(desk: Desk, shop: DeskShop) -> AnyView {
    let text = &desk.text().shop;
    let view = View {
        desk,
        day: RwSignal::new(shop.back_on.clone()),
        saved: StoredValue::new(shop.clone()),
        shop: RwSignal::new(shop),
        flaws: Flaws::new(),
    };
    let closing = RwSignal::new(false);
    let open = Signal::derive(move || view.shop.with(|shop| shop.open));
    let holiday = Memo::new(move || view.shop.with(|shop| shop.holiday));
    let turn_open = Callback::new(move |on: bool| {
        if on {
            view.change(|shop| shop.open = true);
        } else {
            desk.app.open_sheet(closing);
        }
    });
    let turn_holiday = Callback::new(move |on: bool| {
        view.day.set(String::new());
        view.flaws.clear_all();
        view.change(move |shop| {
            shop.holiday = on;
            shop.back_on = String::new();
        });
    });
    let ask = Sure { title: text.close_title, text: text.close_sure, label: text.close_do };
    view! {
        <section class="block shop-standing" data-open=move || if open.get() { "true" } else { "false" }>
            {live(move || {
                let told = if open.get() { text.open_text } else { text.closed_text };
                toggle(text.open, told, open, turn_open)
            })}
            {toggle(text.holiday, text.holiday_text, Signal::derive(move || holiday.get()), turn_holiday)}
            {live(move || if holiday.get() { back_on(view) } else { ().into_any() })}
        </section>
        {sure(desk, closing, ask, Callback::new(move |()| view.change(|shop| shop.open = false)))}
    }
}

fn back_on(view: View) -> AnyView {
    let text = &view.desk.text().shop;
    let typed = Callback::new(move |day: String| {
        view.day.set(day.clone());
        view.flaws.clear_all();
        // While a year is typed it begins long ago.
        if !day.is_empty() && day < today() {
            return view.flaws.set("back_on", text.day_is_over);
        }
        view.change(move |shop| shop.back_on.clone_from(&day));
    });
    Field::new("back_on", text.back_on, Signal::derive(move || view.day.get()), typed)
        .entry(Entry::Day)
        .hint(text.back_on_hint)
        .flaw(view.flaws.of("back_on"))
        .show()
}

/// This day on the device, as `2026-12-01`.
fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

impl View {
    /// Shows the change and sends it.
    fn change(self, change: impl Fn(&mut DeskShop) + 'static) {
        self.shop.update(&change);
        self.send(Rc::new(change), 3);
    }

    /// Where somebody changed the shop meanwhile, this one change is made to what stands there now.
    fn send(self, change: Change, tries: u32) {
        let mut wanted = self.saved.get_value();
        change(&mut wanted);
        let call = move || {
            let wanted = wanted.clone();
            async move { set_shop(&wanted).await }
        };
        self.desk.ask(call, move |answer| match answer {
            Ok(now) => {
                self.saved.set_value(now);
                self.desk.say(self.desk.text().common.saved);
            }
            Err(error) => match changed_shop(&error).filter(|_| tries > 0) {
                Some(now) => {
                    self.saved.set_value(now);
                    self.send(change, tries - 1);
                }
                None => self.fail(&error),
            },
        });
    }

    /// The switches go back to how it is.
    fn fail(self, error: &ApiError) {
        if let Some(saved) = self.saved.try_get_value() {
            self.day.set(saved.back_on.clone());
            self.shop.set(saved);
        }
        say(self.desk, error);
    }
}
