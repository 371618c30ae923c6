//! The shop's colour: one of the ready ones or any, seen as buyers will see it, in the light and in the dark.

use super::about::View;
use crate::components::{Field, Icon, PriceSize, icon, live, note, price};
use crate::theme::{self, DARK_GROUNDS, LIGHT_GROUNDS, Rgb};
use crate::view::prelude::*;
use minishop_core::Money;

/// The ready colours, in the order of their names.
const READY: [&str; 10] = [
    "#b4232a", "#b83c0a", "#8a5a00", "#137a39", "#0f766e", "#1d4ed8", "#4338ca", "#7e22ce", "#be185d",
    "#334155",
];

/// A scheme of colours as a buyer has it: its grounds, and what is written on them.
#[derive(Clone, Copy)]
struct Scheme {
    grounds: [Rgb; 3],
    ink: Rgb,
}

const LIGHT: Scheme = Scheme { grounds: LIGHT_GROUNDS, ink: Rgb([22, 24, 28]) };
const DARK: Scheme = Scheme { grounds: DARK_GROUNDS, ink: Rgb([241, 241, 238]) };
/// Our own colour in both, as style/tokens.css has it.
const OURS: [Rgb; 2] = [theme::OURS, Rgb([157, 180, 255])];

/// The block of it.
pub fn colour(view: View) -> AnyView {
    let text = &view.desk.text().about;
    let theme = Memo::new(move || view.typed.with(|typed| typed.theme.clone()));
    let choose = move |colour: &str| {
        view.flaws.clear("theme");
        view.typed.update(|typed| typed.theme = colour.to_owned());
    };
    let swatch = |colour: &'static str, name: &'static str| {
        let chosen = move || theme.with(|own| own.eq_ignore_ascii_case(colour));
        let shown = if colour.is_empty() { OURS[0].css() } else { colour.to_owned() };
        view! {
            <button class="swatch" type="button" data-colour=colour aria-label=name style:--swatch=shown
                aria-pressed=move || if chosen() { "true" } else { "false" } on:click=move |_| choose(colour)>
                {live(move || chosen().then(|| icon(Icon::Check)).into_any())}
            </button>
        }
    };
    let mut swatches = vec![swatch("", text.app_colour)];
    swatches.extend(READY.into_iter().zip(text.colours).map(|(colour, name)| swatch(colour, name)));
    let picked = move |event| choose(&event_target_value(&event));
    let pick = view! {
        <input class="colour-pick" type="color" aria-label=text.pick_colour
            prop:value=move || Rgb::parse(&theme.get()).map_or(READY[5].to_owned(), |_| six_digits(&theme.get()))
            on:input=picked />
    };
    view! {
        <section class="block" aria-labelledby="theme-title">
            <h2 class="block-title" id="theme-title">{text.theme}</h2>
            <p class="quiet">{text.theme_hint}</p>
            <div class="swatches" role="group" aria-labelledby="theme-title">{swatches}</div>
            <div class="colour-own">
                {Field::new(
                    "theme",
                    text.own_colour,
                    view.text_of(|typed| typed.theme.clone()),
                    view.typing("theme", |typed, text| typed.theme = text.trim().to_owned()),
                )
                    .example("#b4232a")
                    .flaw(view.flaws.of("theme"))
                    .show()}
                {pick}
            </div>
            <div class="theme-previews">
                {live(move || preview(view, &theme.get(), text.in_light, LIGHT, OURS[0]))}
                {live(move || preview(view, &theme.get(), text.in_dark, DARK, OURS[1]))}
            </div>
        </section>
    }
}

/// A price and a button as buyers see them, by the same rule that dresses their pages.
fn preview(view: View, theme: &str, label: &'static str, scheme: Scheme, ours: Rgb) -> AnyView {
    let text = &view.desk.text().about;
    let [card, ..] = scheme.grounds;
    let chosen = Rgb::parse(theme);
    let accent = chosen.map_or(ours, |colour| colour.nudged(&scheme.grounds));
    let moved = chosen.filter(|colour| *colour != accent).map(|colour| {
        let words = if accent.luminance() < colour.luminance() { text.darker } else { text.lighter };
        note(Icon::Alert, words.to_owned())
    });
    let sum = Money::new(12_800, view.saved.with_untracked(|shop| shop.currency));
    view! {
        <figure class="stack stack-tight">
            <figcaption class="field-label">{label}</figcaption>
            <div class="theme-preview" style:--card=card.css() style:--ink=scheme.ink.css()
                style:--accent=accent.css() style:--accent-ink=card.css()>
                {sum.ok().map(|sum| price(sum, PriceSize::Big))}
                <span class="button button-main">{text.example_button}</span>
            </div>
            {moved}
        </figure>
    }
}

/// `#abc` as `#aabbcc`, in small letters; what is no colour stays as it is.
pub fn six_digits(text: &str) -> String {
    match Rgb::parse(text) {
        Some(Rgb([red, green, blue])) => format!("#{red:02x}{green:02x}{blue:02x}"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inks_are_those_of_the_tokens() {
        let tokens = include_str!("../../../style/tokens.css");
        let (light, dark) = tokens.split_once("prefers-color-scheme: dark").expect("two schemes");
        for (sheet, scheme, ours) in [(light, LIGHT, OURS[0]), (dark, DARK, OURS[1])] {
            let role = |name: &str| {
                let value = sheet.split_once(&format!("{name}: ")).expect("the role").1;
                Rgb::parse(value.split(';').next().expect("a value")).expect("a colour")
            };
            assert_eq!((role("--ink"), role("--accent")), (scheme.ink, ours));
        }
    }

    #[test]
    fn the_ready_colours_stay_as_they_are_in_the_light() {
        for colour in READY.map(|colour| Rgb::parse(colour).expect("a colour")) {
            assert_eq!(colour.nudged(&LIGHT_GROUNDS), colour, "{colour:?}");
        }
    }

    #[test]
    fn a_colour_is_sent_with_six_digits() {
        assert_eq!([" #ABC ", "#1D4ed8", "", "red"].map(six_digits), ["#aabbcc", "#1d4ed8", "", "red"]);
    }
}
