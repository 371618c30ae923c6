//! What the checkout knows, and what the buyer's taps make of it.

use super::form::Form;
use super::placing::Stage;
use super::run::Run;
use crate::api::place::Wish;
use crate::api::{self, ApiError, DeliveryKind, Problem, Shop, Way};
use crate::app::App;
use crate::app::wait::{Wait, ask, when_back};
use crate::buyer::priced::Priced;
use crate::device::{self, Draft, Slot};
use crate::route::{Basket, Route};
use crate::theme;
use crate::view::prelude::*;
use minishop_core::{Money, ShopNumber};
use wasm_bindgen::JsCast;

/// The checkout of one basket.
#[derive(Clone, Copy)]
pub struct View {
    pub app: App,
    pub number: ShopNumber,
    pub(super) slot: Slot,
    pub form: RwSignal<Form>,
    pub shop: RwSignal<Wait<Shop>>,
    /// `None` inside when the basket is empty.
    pub priced: RwSignal<Wait<Option<Priced>>>,
    /// The way of delivery that the price is for.
    pub(super) quoted: RwSignal<Option<Way>>,
    pub(super) pause: StoredValue<Option<TimeoutHandle>>,
    pub run: StoredValue<Run>,
    /// The sheet that asks about what changed, and the total before.
    pub asking: RwSignal<bool>,
    pub before: RwSignal<Option<Money>>,
    /// Why the shop did not take the order, where no field is to blame.
    pub refused: RwSignal<Option<String>>,
}

/// What the screen shows.
#[derive(Clone, PartialEq, Debug)]
pub enum Phase {
    Waiting,
    Failed(ApiError),
    /// No such shop.
    Gone,
    /// The basket is empty.
    Empty,
    Form,
    /// Placed, but nobody answers.
    Checking,
    /// Another page ordered this basket.
    Already,
}

impl View {
    /// Reads what is known and asks for the rest; an order in doubt is taken up.
    pub fn open(app: App, number: ShopNumber, basket: Basket) -> Self {
        let slot = if basket == Basket::Now { Slot::Now } else { Slot::Cart };
        let shop = api::shop::known(number).map_or(Wait::Asked, Wait::Here);
        let view = Self {
            app,
            number,
            slot,
            form: RwSignal::new(Form::new(Draft::load(number))),
            shop: RwSignal::new(shop),
            priced: RwSignal::new(Wait::Asked),
            quoted: RwSignal::new(None),
            pause: StoredValue::new(None),
            run: StoredValue::new(Run::of(app, number, slot)),
            asking: RwSignal::new(false),
            before: RwSignal::new(None),
            refused: RwSignal::new(None),
        };
        view.ask_shop();
        let offline = move || untrack(|| view.phase()) == Phase::Failed(ApiError::Offline);
        when_back(app, offline, move || view.ask_again());
        Effect::new(move |_| view.hear(&view.stage()));
        let draft = Memo::new(move || view.form.with(|form| form.draft.clone()));
        Effect::new(move |known: Option<()>| {
            // The first time it is what was just read.
            draft.with(|draft| {
                if known.is_some() {
                    draft.save(number);
                    view.look_where();
                }
            });
        });
        view
    }

    /// How far placing the order is, watched.
    pub fn stage(self) -> Stage {
        self.run.with_value(Run::stage)
    }

    /// What to show, watched.
    pub fn phase(self) -> Phase {
        match self.stage() {
            Stage::Checking | Stage::Placed(_) => return Phase::Checking,
            Stage::Gone => return Phase::Gone,
            Stage::Already => return Phase::Already,
            Stage::Sending | Stage::Form | Stage::Changed | Stage::Refused(_) => {}
        }
        let shop = self.shop.with(|shop| match shop {
            Wait::Failed(error) => Some(failed(error)),
            Wait::Asked => Some(Phase::Waiting),
            Wait::Here(_) => None,
        });
        shop.unwrap_or_else(|| {
            self.priced.with(|priced| match priced {
                Wait::Failed(error) => failed(error),
                Wait::Asked => Phase::Waiting,
                Wait::Here(None) => Phase::Empty,
                Wait::Here(Some(_)) => Phase::Form,
            })
        })
    }

    /// Whether the chosen delivery goes to an address, watched.
    pub fn needs_address(self) -> bool {
        let id = self.form.with(|form| form.draft.delivery.clone());
        self.shop.with(|shop| {
            let method = shop.here().and_then(|shop| shop.delivery(&id));
            method.is_none_or(|method| method.kind != DeliveryKind::Pickup)
        })
    }

    fn ask_shop(self) {
        if let Some(shop) = self.shop.with_untracked(|shop| shop.here().cloned()) {
            return self.welcome(&shop);
        }
        self.fetch_shop(None);
    }

    /// Asks for the shop as it is now; after `gone` was refused only one without that delivery is gone on with.
    pub(super) fn fetch_shop(self, gone: Option<String>) {
        let call = async move { api::shop(self.number).await.map(|front| front.shop) };
        ask(self.app, call, move |answer| {
            if let Ok(shop) = &answer
                && gone.is_none_or(|id| shop.delivery(&id).is_none())
            {
                self.welcome(shop);
            }
            self.shop.update(|shop| shop.take(answer));
        });
    }

    fn welcome(self, shop: &Shop) {
        theme::wear(shop.theme.as_deref());
        self.form.update(|form| form.settle_choices(shop));
        self.ask_price(|_, _| {});
    }

    /// Asks again for what did not come.
    pub fn ask_again(self) {
        self.shop.update(|shop| {
            if shop.here().is_none() {
                *shop = Wait::Asked;
            }
        });
        self.priced.set(Wait::Asked);
        self.ask_shop();
    }

    /// Takes what came of placing the order.
    fn hear(self, stage: &Stage) {
        match stage {
            Stage::Changed => {
                let old = self.priced.with_untracked(|priced| {
                    priced.here().and_then(|priced| priced.as_ref().map(|priced| priced.quote.total))
                });
                self.before.set(old);
                self.ask_price(|view, known| {
                    if known {
                        view.app.open_sheet(view.asking);
                    }
                });
            }
            Stage::Refused(problem) => self.refuse(problem),
            _ => {}
        }
    }

    fn refuse(self, problem: &Problem) {
        let told = self.form.try_update(|form| form.refuse(&problem.fields())).unwrap_or_default();
        if told {
            return self.show_first_flaw();
        }
        let text = &self.app.text().checkout;
        self.refused.set(Some(match problem.code.as_str() {
            "not_delivered" => text.not_there.to_owned(),
            "on_holiday" => self.app.text().shop.away.to_owned(),
            _ => (text.refused)(&problem.detail),
        }));
        show("refused");
        // Its ways of delivery or payment may be others now.
        self.fetch_shop(None);
    }

    /// Leads the buyer to the first field that cannot stay as it is.
    fn show_first_flaw(self) {
        if let Some(word) =
            self.form.with_untracked(|form| form.faults.first().map(|(field, _)| field.word()))
        {
            show(word);
        }
    }

    /// «Place order».
    pub fn place(self) {
        if untrack(|| self.run.with_value(Run::under_way)) {
            return;
        }
        if self.shop.with_untracked(|shop| shop.here().is_some_and(|shop| shop.holiday)) {
            return;
        }
        self.refused.set(None);
        let needs_address = untrack(|| self.needs_address());
        if !self.form.try_update(|form| form.check(needs_address)).unwrap_or_default() {
            return self.show_first_flaw();
        }
        let Some(sum) = untrack(|| self.sum()) else {
            return self.ask_price(|view, known| {
                if known {
                    view.place()
                }
            });
        };
        if sum.refused.is_some() {
            return show("not-delivered");
        }
        let Some(priced) = self.priced.with_untracked(|priced| priced.here().cloned().flatten()) else {
            return;
        };
        if priced.cart.is_empty() {
            return self.app.say(self.app.text().checkout.nothing_left);
        }
        let key = &priced.basket.key;
        if let Some(order) = device::orders::of_key(self.number, key) {
            // Another tab was faster.
            return self.app.replace(&Route::Order(order.token));
        }
        if device::basket::basket(self.number, self.slot).as_ref() != Some(&priced.basket) {
            self.app.say(self.app.text().checkout.cart_changed);
            return self.ask_price(|_, _| {});
        }
        let body = self.form.with_untracked(|form| {
            let draft = &form.draft;
            Wish {
                cart: &priced.cart,
                recipient: &draft.recipient,
                needs_address,
                delivery: &draft.delivery,
                payment: &draft.payment,
                note: &draft.note,
                expected_total: sum.total,
            }
            .body()
        });
        self.run.with_value(|run| run.start(self.app, key, body));
    }
}

fn failed(error: &ApiError) -> Phase {
    if *error == ApiError::Unknown { Phase::Gone } else { Phase::Failed(error.clone()) }
}

/// Scrolls to the element and puts the focus on it, once it is drawn.
fn show(id: &'static str) {
    request_animation_frame(move || {
        let element =
            document().get_element_by_id(id).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(element) = element {
            element.scroll_into_view();
            _ = element.focus();
        }
    });
}
