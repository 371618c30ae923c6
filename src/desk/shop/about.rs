//! What the shop is, as one form that is saved as a whole.

use super::typed::{Part, Typed};
use super::{colour, contacts, fields, meanwhile};
use crate::api::ApiError;
use crate::api::desk::DeskShop;
use crate::api::desk::shop::{self, changed_shop, set_shop};
use crate::components::live;
use crate::desk::form::{Flaws, show_first_flaw};
use crate::desk::leaving::ask_before_leaving;
use crate::desk::loaded::Loaded;
use crate::desk::page::{Page, inner};
use crate::desk::route::Route;
use crate::desk::session::Desk;
use crate::desk::tools::save_bar;
use crate::desk::trouble::words;
use crate::theme::Rgb;
use crate::view::prelude::*;
use minishop_core::contact::{self, ContactError};

/// The form; copied into any closure.
#[derive(Clone, Copy)]
pub struct View {
    pub desk: Desk,
    pub typed: RwSignal<Typed>,
    /// The shop as the server has it.
    pub saved: RwSignal<DeskShop>,
    /// What another device changed meanwhile too.
    pub clashes: RwSignal<Vec<Part>>,
    pub flaws: Flaws,
    busy: RwSignal<bool>,
    fault: RwSignal<Option<String>>,
}

/// The screen.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().about;
    let loaded = Loaded::ask(desk, shop::shop);
    let form = RwSignal::new(None::<View>);
    let inside = loaded.show(move |shop| {
        let view = View {
            desk,
            typed: RwSignal::new(Typed::of(&shop)),
            saved: RwSignal::new(shop),
            clashes: RwSignal::new(Vec::new()),
            flaws: Flaws::new(),
            busy: RwSignal::new(false),
            fault: RwSignal::new(None),
        };
        request_animation_frame(move || form.set(Some(view)));
        view! {
            {fields_of(view)}
            {ask_before_leaving(desk, Signal::derive(move || view.is_unsaved()))}
        }
    });
    let foot = live(move || match form.get() {
        Some(view) => {
            save_bar(desk, Signal::derive(move || view.busy.get()), view.fault, move || view.save())
        }
        None => ().into_any(),
    });
    inner(desk, Page::new("about", text.title).ready(loaded.ready()).foot(foot), &Route::Shop, inside)
}

fn fields_of(view: View) -> AnyView {
    view! {
        {live(move || meanwhile::card(view))}
        {fields::face(view)}
        {fields::words(view)}
        {contacts::contacts(view)}
        {fields::orders(view)}
        {colour::colour(view)}
    }
}

/// Longest texts, as the server has them.
const NAME: usize = 60;
const NOTICE: usize = 200;
const ABOUT: usize = 2000;
const LICENCE: usize = 200;
const HOURS: usize = 100;
/// A sku with so many pieces may be called low at most.
const LOW: u32 = 999;

impl View {
    /// Whether something here is not what the server has.
    pub fn is_unsaved(self) -> bool {
        self.saved.with(|saved| self.typed.with(|typed| *typed != Typed::of(saved)))
    }

    /// A text of the form, watched.
    pub fn text_of(self, read: impl Fn(&Typed) -> String + 'static) -> Signal<String> {
        Signal::derive(move || self.typed.with(&read))
    }

    /// What to do when a text of the form is typed.
    pub fn typing(
        self,
        path: &'static str,
        write: impl Fn(&mut Typed, String) + 'static,
    ) -> Callback<String> {
        Callback::new(move |text| {
            self.flaws.clear(path);
            self.typed.update(|typed| write(typed, text));
        })
    }

    /// The shop as typed; what is wrong with it is said beside its field.
    fn wanted(self) -> Option<DeskShop> {
        let (desk, flaws) = (self.desk, self.flaws);
        flaws.clear_all();
        let typed = self.typed.get_untracked();
        flaws.required(desk, "name", &typed.name, NAME);
        for (path, text, most) in [
            ("notice", &typed.notice, NOTICE),
            ("about", &typed.about, ABOUT),
            ("hours", &typed.hours, HOURS),
            ("licence", &typed.licence, LICENCE),
        ] {
            flaws.short(desk, path, text, most);
        }
        for (at, own) in typed.contacts.iter().enumerate() {
            if let Err(error) = contact::tidy(&own.kind, &own.value) {
                flaws.set(format!("contacts[{at}].value"), contact_words(desk, error));
            }
        }
        let low_stock = crate::desk::form::read_count(desk, &typed.low_stock, LOW);
        let low_stock = low_stock.map_err(|words| flaws.set("low_stock", words)).ok();
        if !typed.theme.is_empty() && Rgb::parse(&typed.theme).is_none() {
            flaws.set("theme", desk.text().about.not_colour);
        }
        if flaws.any() {
            return None;
        }
        Some(DeskShop {
            name: typed.name.trim().to_owned(),
            notice: typed.notice,
            about: typed.about,
            hours: typed.hours,
            licence: typed.licence,
            unpaid_minutes: typed.unpaid_minutes.parse().ok()?,
            low_stock: low_stock?,
            theme: colour::six_digits(&typed.theme),
            locale: typed.locale,
            logo: typed.logo,
            contacts: typed.contacts,
            ..self.saved.get_untracked()
        })
    }

    /// Sends it.
    pub fn save(self) {
        self.fault.set(None);
        let Some(wanted) = self.wanted() else { return show_first_flaw() };
        self.busy.set(true);
        let call = move || {
            let wanted = wanted.clone();
            async move { set_shop(&wanted).await }
        };
        self.desk.ask(call, move |answer| {
            self.busy.set(false);
            match answer {
                Ok(now) => {
                    self.clashes.set(Vec::new());
                    self.desk.rename(now.name.clone());
                    self.typed.set(Typed::of(&now));
                    self.saved.set(now);
                    self.desk.say(self.desk.text().common.saved);
                }
                Err(error) => self.refused(&error),
            }
        });
    }

    fn refused(self, error: &ApiError) {
        if let Some(now) = changed_shop(error) {
            let theirs = Typed::of(&now);
            let base = self.saved.with_untracked(Typed::of);
            let clashes = self.typed.try_update(|typed| typed.merge(&base, &theirs)).unwrap_or_default();
            self.saved.set(now);
            if clashes.is_empty() {
                // What was changed there and here has nothing to do with one another.
                return self.save();
            }
            self.clashes.set(clashes);
            return window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        let known = ["name", "notice", "about", "hours", "licence", "contacts", "low_stock", "theme", "logo"];
        if self.flaws.take(self.desk, error, &known) {
            show_first_flaw();
        } else {
            self.fault.set(Some(words(self.desk, error).0));
        }
    }
}

fn contact_words(desk: Desk, error: ContactError) -> String {
    let text = &desk.text().about;
    match error {
        ContactError::Empty => desk.text().flaw.empty.to_owned(),
        ContactError::TooLong => (desk.text().flaw.too_long)(contact::MAX_CONTACT),
        ContactError::NotPhone => text.not_phone.to_owned(),
        ContactError::NoCountryCode => text.no_country_code.to_owned(),
        ContactError::NotEmail => text.not_email.to_owned(),
        ContactError::NotName | ContactError::UnknownKind => text.not_name.to_owned(),
    }
}
