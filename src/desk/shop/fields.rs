//! The plain fields: name and logo, the shop's words, and what holds for its orders.

use super::about::View;
use crate::components::{Choice, Entry, Field, radios, select};
use crate::desk::photo_field::PhotoField;
use crate::text::Language;
use crate::view::prelude::*;

/// Minutes to choose from.
const WAITS: [u32; 10] = [15, 30, 60, 120, 360, 720, 1440, 2880, 4320, 10_080];

/// Logo and name.
pub fn face(view: View) -> AnyView {
    let text = &view.desk.text().about;
    let logo = PhotoField {
        desk: view.desk,
        name: "logo",
        label: text.logo,
        hint: text.logo_hint,
        value: Signal::derive(move || view.typed.with(|typed| typed.logo.clone())),
        on_change: Callback::new(move |photo| view.typed.update(|typed| typed.logo = photo)),
    };
    view! {
        <section class="block">
            {logo.show()}
            {Field::new(
                "name",
                text.name,
                view.text_of(|typed| typed.name.clone()),
                view.typing("name", |typed, text| typed.name = text),
            )
                .flaw(view.flaws.of("name"))
                .autocomplete("organization")
                .show()}
        </section>
    }
}

/// Notice, about, hours, licence.
pub fn words(view: View) -> AnyView {
    let text = &view.desk.text().about;
    let not_registered = move |_| {
        let language = Language::of_tag(&view.typed.with_untracked(|typed| typed.locale.clone()));
        view.flaws.clear("licence");
        view.typed.update(|typed| typed.licence = language.desk().about.not_registered.to_owned());
    };
    view! {
        <section class="block">
            {Field::new(
                "notice",
                text.notice,
                view.text_of(|typed| typed.notice.clone()),
                view.typing("notice", |typed, text| typed.notice = text),
            )
                .entry(Entry::Lines(2))
                .hint(text.notice_hint)
                .flaw(view.flaws.of("notice"))
                .show()}
            {Field::new(
                "about",
                text.about,
                view.text_of(|typed| typed.about.clone()),
                view.typing("about", |typed, text| typed.about = text),
            )
                .entry(Entry::Lines(4))
                .flaw(view.flaws.of("about"))
                .show()}
            {Field::new(
                "hours",
                text.hours,
                view.text_of(|typed| typed.hours.clone()),
                view.typing("hours", |typed, text| typed.hours = text),
            )
                .example(text.hours_example)
                .flaw(view.flaws.of("hours"))
                .show()}
            <div class="stack stack-tight">
                {Field::new(
                    "licence",
                    text.licence,
                    view.text_of(|typed| typed.licence.clone()),
                    view.typing("licence", |typed, text| typed.licence = text),
                )
                    .hint(text.licence_hint)
                    .flaw(view.flaws.of("licence"))
                    .show()}
                <p>
                    <button class="text-button accent" type="button" data-do="no-registration" on:click=not_registered>
                        {text.no_registration}
                    </button>
                </p>
            </div>
        </section>
    }
}

/// What holds for orders, and the language of the shop.
pub fn orders(view: View) -> AnyView {
    let text = &view.desk.text().about;
    let mut waits = WAITS.to_vec();
    let own = view.saved.with_untracked(|shop| shop.unpaid_minutes);
    if !waits.contains(&own) {
        waits.push(own);
        waits.sort_unstable();
    }
    let waits =
        waits.into_iter().map(|minutes| Choice::new(minutes.to_string(), (text.minutes)(minutes))).collect();
    view! {
        <section class="block">
            <h2 class="block-title">{text.orders}</h2>
            {select(
                "unpaid_minutes",
                text.unpaid,
                waits,
                view.text_of(|typed| typed.unpaid_minutes.clone()),
                view.typing("unpaid_minutes", |typed, text| typed.unpaid_minutes = text),
            )}
            <p class="field-hint">{text.unpaid_hint}</p>
            {Field::new(
                "low_stock",
                text.low_stock,
                view.text_of(|typed| typed.low_stock.clone()),
                view.typing("low_stock", |typed, text| typed.low_stock = text),
            )
                .entry(Entry::Count)
                .hint(text.low_stock_hint)
                .flaw(view.flaws.of("low_stock"))
                .show()}
            {radios(
                "locale",
                text.language,
                [(Language::Zh, "中文"), (Language::En, "English")]
                    .map(|(own, name)| Choice::new(own.tag(), name))
                    .into(),
                view.text_of(|typed| typed.locale.clone()),
                view.typing("locale", |typed, text| typed.locale = text),
            )}
        </section>
    }
}
