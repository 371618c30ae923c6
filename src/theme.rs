//! The shop's own colour, moved just far enough that every eye can read it. Whole numbers only.

use crate::view::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CssStyleDeclaration, HtmlElement};

/// A colour in sRGB, 0–255 each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

/// Luminance of white, the unit of [`Rgb::luminance`].
const WHITE: u32 = 65_535;
/// What the shop's colour stands on in the light: `--card`, `--page` and `--fill` of style/tokens.css.
pub const LIGHT_GROUNDS: [Rgb; 3] = [Rgb([255; 3]), Rgb([243, 243, 240]), Rgb([238, 238, 234])];
/// The same in the dark.
pub const DARK_GROUNDS: [Rgb; 3] = [Rgb([25, 26, 29]), Rgb([14, 15, 17]), Rgb([38, 40, 44])];
/// Our own colour in the light, where a shop has none.
pub const OURS: Rgb = Rgb([31, 79, 216]);
/// How fine the colour is moved.
const STEPS: u32 = 64;
/// The linear light of each sRGB value, `round(65535 · ((v/255 + 0.055) / 1.055)^2.4)`, made when the app is built.
const LIGHT: [u16; 256] = light();

impl Rgb {
    /// Three or six hexadecimal digits after `#`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#').filter(|digits| !digits.starts_with('+'))?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        match digits.len() {
            3 => Some(Self([8, 4, 0].map(|shift| (value >> shift & 15) as u8 * 17))),
            6 => Some(Self([16, 8, 0].map(|shift| (value >> shift & 255) as u8))),
            _ => None,
        }
    }

    /// As CSS writes it.
    pub fn css(self) -> String {
        let [red, green, blue] = self.0;
        format!("rgb({red},{green},{blue})")
    }

    /// Relative luminance as WCAG defines it, 0–65535.
    pub fn luminance(self) -> u32 {
        let [red, green, blue] = self.0.map(|value| u32::from(LIGHT[usize::from(value)]));
        (2126 * red + 7152 * green + 722 * blue) / 10_000
    }

    /// Whether text of one colour on the other has a contrast of 4.5 : 1.
    pub fn readable_on(self, ground: Self) -> bool {
        // (lighter + 0.05) / (darker + 0.05) ≥ 4.5, times 20.
        let (own, other) = (self.luminance() * 20 + WHITE, ground.luminance() * 20 + WHITE);
        2 * own.max(other) >= 9 * own.min(other)
    }

    /// This colour, darkened on light grounds and lightened on dark ones until it is readable on all of them.
    pub fn nudged(self, grounds: &[Self]) -> Self {
        let brightest = grounds.iter().map(|ground| ground.luminance()).max().unwrap_or(WHITE);
        let end = if brightest > WHITE / 5 { 0 } else { 255 };
        let moved =
            |step| Self(self.0.map(|value| ((u32::from(value) * (STEPS - step) + end * step) / STEPS) as u8));
        let good = |colour: &Self| grounds.iter().all(|ground| colour.readable_on(*ground));
        (0..=STEPS).map(moved).find(good).unwrap_or(moved(STEPS))
    }
}

thread_local! {
    static WORN: RefCell<Option<Rgb>> = const { RefCell::new(None) };
}

/// Dresses the page in the shop's colour, or in ours where it has none.
pub fn wear(theme: Option<&str>) {
    WORN.set(theme.and_then(Rgb::parse));
    dress();
}

/// Dresses the page again whenever the colour scheme changes.
pub fn follow_scheme() {
    let heard = Closure::<dyn Fn()>::new(dress).into_js_value();
    if let Ok(Some(query)) = window().match_media("(prefers-color-scheme: dark)") {
        // The newer `addEventListener` is missing here before Safari 14.
        let _ = query.add_listener_with_opt_callback(Some(heard.unchecked_ref()));
    }
}

fn dress() {
    let root = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    let Some(root) = root else { return };
    let style = root.style();
    let Some(colour) = WORN.with_borrow(|worn| *worn) else {
        let _ = style.remove_property("--accent");
        let _ = style.remove_property("--accent-ink");
        return;
    };
    let Ok(Some(sheet)) = window().get_computed_style(&root) else { return };
    let grounds = ["--card", "--page", "--fill"].map(|name| role(&sheet, name));
    let [Some(card), Some(page), Some(fill)] = grounds else { return };
    let _ = style.set_property("--accent", &colour.nudged(&[card, page, fill]).css());
    // What is readable on the card is readable under the card's colour too.
    let _ = style.set_property("--accent-ink", &card.css());
}

fn role(sheet: &CssStyleDeclaration, name: &str) -> Option<Rgb> {
    Rgb::parse(&sheet.get_property_value(name).ok()?)
}

const fn light() -> [u16; 256] {
    let mut table = [0; 256];
    let mut value = 0;
    while value < 256 {
        table[value] =
            if value <= 10 { (value * 65_535 * 100 / (255 * 1292)) as u16 } else { power(value as u128) };
        value += 1;
    }
    table
}

/// `65535 · x^2.4` with x = (v + 14.025) / 269.025: the largest y with y^5 ≤ 65535^5 · x^12.
const fn power(value: u128) -> u16 {
    // x in thousandths: its twelfth power still fits.
    let x = (value * 1000 + 14_025) * 1000 / 269_025;
    let (mut twelfth, mut turn) = (1, 0);
    while turn < 12 {
        twelfth *= x;
        turn += 1;
    }
    // y / 65535 = z / 1000^2.4 with z^5 ≤ x^12.
    let (mut low, mut high) = (0_u128, 15_848_931);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if middle * middle * middle * middle * middle <= twelfth { low = middle } else { high = middle - 1 }
    }
    (low * 65_535 / 15_848_931) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grounds_are_those_of_the_tokens() {
        let tokens = include_str!("../style/tokens.css");
        let (light, rest) = tokens.split_once("prefers-color-scheme: dark").expect("two schemes");
        for (sheet, grounds) in [(light, LIGHT_GROUNDS), (rest, DARK_GROUNDS)] {
            let role = |name: &str| {
                let value = sheet.split_once(&format!("{name}: ")).expect("the role").1;
                Rgb::parse(value.split(';').next().expect("a value")).expect("a colour")
            };
            assert_eq!(grounds, ["--card", "--page", "--fill"].map(role));
        }
    }

    #[test]
    fn reads_three_and_six_digits_and_nothing_else() {
        assert_eq!(Rgb::parse("#fff"), Some(Rgb([255; 3])));
        assert_eq!(Rgb::parse(" #1A2b3c"), Some(Rgb([0x1a, 0x2b, 0x3c])));
        for wrong in ["", "#", "red", "#12", "#12345", "#1234567", "#ggg", "123456", "#+12345"] {
            assert_eq!(Rgb::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn luminance_is_that_of_the_standard() {
        // Values of the WCAG formula, times 65535.
        for (colour, expected) in [
            ([0, 0, 0], 0),
            ([255, 255, 255], 65_535),
            ([255, 0, 0], 13_933),
            ([0, 255, 0], 46_871),
            ([0, 0, 255], 4_732),
            ([119, 119, 119], 12_124),
        ] {
            let got = Rgb(colour).luminance();
            assert!(got.abs_diff(expected) <= 80, "{colour:?}: {got}, not {expected}");
        }
    }

    #[test]
    fn the_known_edge_of_grey_on_white() {
        assert!(Rgb([118; 3]).readable_on(Rgb([255; 3])));
        assert!(!Rgb([120; 3]).readable_on(Rgb([255; 3])));
    }

    #[test]
    fn every_colour_becomes_readable_in_both_schemes() {
        let shades = || (0..=255).step_by(15);
        for red in shades() {
            for green in shades() {
                for blue in shades() {
                    for grounds in [LIGHT_GROUNDS, DARK_GROUNDS] {
                        let nudged = Rgb([red, green, blue]).nudged(&grounds);
                        assert!(
                            grounds.iter().all(|ground| nudged.readable_on(*ground)),
                            "{red} {green} {blue}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_readable_colour_stays_as_the_seller_chose_it() {
        let brick = Rgb([180, 35, 42]);
        assert_eq!(brick.nudged(&LIGHT_GROUNDS), brick);
        assert_ne!(brick.nudged(&DARK_GROUNDS), brick);
    }
}
