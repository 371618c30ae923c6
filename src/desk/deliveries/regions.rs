//! Where it does not go: the regions of China to tap, and other countries by their names.

use super::typed::Typed;
use crate::api::desk::Exclusion;
use crate::components::{Field, Icon, live, small_icon};
use crate::desk::form::Flaws;
use crate::desk::way::Editor;
use crate::text::Language;
use crate::view::prelude::*;
use js_sys::{Array, Function, Object, Reflect};
use minishop_core::region::{ChineseRegion, chinese_regions, country_code};
use wasm_bindgen::{JsCast, JsValue};

/// The block of them.
pub fn regions(editor: Editor<Typed>) -> AnyView {
    let text = &editor.desk.text().deliveries;
    let chips: Vec<AnyView> = chinese_regions().into_iter().map(|region| chip(editor, region)).collect();
    view! {
        <section class="block" aria-labelledby="regions-title">
            <h2 class="block-title" id="regions-title">{text.regions}</h2>
            <p class="quiet">{text.regions_hint}</p>
            <div class="stack stack-tight" role="group" aria-labelledby="provinces">
                <p class="field-label" id="provinces">{text.provinces}</p>
                <div class="chips">{chips}</div>
            </div>
            {countries(editor)}
        </section>
    }
}

fn chip(editor: Editor<Typed>, region: ChineseRegion) -> AnyView {
    let name = match editor.desk.app.language() {
        Language::Zh => region.short,
        Language::En => region.latin,
    };
    let place = Exclusion { country: region.country.to_owned(), province: region.province };
    let own = place.clone();
    let chosen = move || editor.typed.with(|typed| typed.exclusions.contains(&own));
    let turn = move |_| {
        editor.edit("exclusions", |typed| match typed.exclusions.iter().position(|own| *own == place) {
            Some(at) => _ = typed.exclusions.remove(at),
            None => typed.exclusions.push(place.clone()),
        });
    };
    view! {
        <button class="chip" type="button" aria-pressed=move || if chosen() { "true" } else { "false" } on:click=turn>
            {name}
        </button>
    }
}

/// Places that are no region of China above: other countries, and what another desk may have set.
fn others(typed: &Typed) -> Vec<Exclusion> {
    let known = chinese_regions();
    let is_chip = |own: &&Exclusion| {
        !known.iter().any(|region| region.country == own.country && region.province == own.province)
    };
    typed.exclusions.iter().filter(is_chip).cloned().collect()
}

fn countries(editor: Editor<Typed>) -> AnyView {
    let text = &editor.desk.text().deliveries;
    let written = RwSignal::new(String::new());
    let flaws = Flaws::new();
    let add = move || {
        let Some(country) = country_code(&written.get_untracked()) else {
            return flaws.set("country", text.unknown_country);
        };
        let place = Exclusion { country, province: String::new() };
        editor.edit("exclusions", |typed| {
            if !typed.exclusions.contains(&place) {
                typed.exclusions.push(place);
            }
        });
        written.set(String::new());
    };
    let typed = Callback::new(move |text| {
        flaws.clear("country");
        written.set(text);
    });
    let listed = live(move || {
        let language = editor.desk.app.language();
        let chips = editor.typed.with(others).into_iter().map(|place| {
            let name = match place.province.as_str() {
                "" => country_name(&place.country, language),
                province => format!("{}, {province}", country_name(&place.country, language)),
            };
            let remove = move |_| editor.edit("exclusions", |typed| typed.exclusions.retain(|own| *own != place));
            view! {
                <button class="chip chip-add" type="button" aria-label=(text.remove_country)(&name) on:click=remove>
                    <span>{name}</span>{small_icon(Icon::Close)}
                </button>
            }
        });
        let chips: Vec<AnyView> = chips.collect();
        if chips.is_empty() {
            ().into_any()
        } else {
            view! { <div class="chips">{chips}</div> }
        }
    });
    view! {
        <div class="country-row">
            {Field::new("country", text.country, Signal::derive(move || written.get()), typed)
                .hint(text.country_hint)
                .flaw(flaws.of("country"))
                .show()}
            <button class="button" type="button" data-do="add-country" on:click=move |_| add()>{text.add_country}</button>
        </div>
        {listed}
    }
}

/// The country's name as the engine knows it; else its two letters.
fn country_name(code: &str, language: Language) -> String {
    let named = || -> Option<String> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let class: Function = Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
        let names =
            Reflect::construct(&class, &Array::of2(&JsValue::from_str(language.tag()), &options)).ok()?;
        let of: Function = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
        of.call1(&names, &JsValue::from_str(code)).ok()?.as_string()
    };
    named().unwrap_or_else(|| code.to_owned())
}
