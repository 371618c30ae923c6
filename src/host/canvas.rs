//! A sheet of paper to draw a picture on, in whole pixels.

use crate::view::prelude::*;
use js_sys::{Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// Where something stands, in pixels from the upper left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Area {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

/// How a line of text looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Face<'f> {
    /// Height of the letters with their lead, in pixels.
    pub size: i32,
    pub bold: bool,
    /// As CSS writes it.
    pub colour: &'f str,
}

/// Which end of its place a line holds on to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hold {
    Left,
    Middle,
    Right,
}

/// White paper, with the page's own letters.
pub struct Canvas {
    element: HtmlCanvasElement,
    pen: CanvasRenderingContext2d,
    letters: String,
}

impl Canvas {
    /// `None` where the engine has no canvas, or no room for one of that size.
    pub fn new(width: i32, height: i32, paper: &str) -> Option<Self> {
        let element = document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
        element.set_width(width.try_into().ok()?);
        element.set_height(height.try_into().ok()?);
        let pen = element.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let canvas = Self { element, pen, letters: token("--font") };
        canvas.fill(paper, Area { x: 0, y: 0, width, height });
        Some(canvas)
    }

    /// Fills an area with one colour.
    pub fn fill(&self, colour: &str, area: Area) {
        let [x, y, width, height] = area.sides();
        self.pen.set_fill_style_str(colour);
        self.pen.fill_rect(x, y, width, height);
    }

    /// Fills an area with round corners.
    pub fn fill_round(&self, colour: &str, area: Area, radius: i32) {
        self.pen.set_fill_style_str(colour);
        self.round(area, radius);
        self.pen.fill();
    }

    fn round(&self, area: Area, radius: i32) {
        let [x, y, width, height] = area.sides();
        let (right, bottom, radius) = (x + width, y + height, f64::from(radius));
        self.pen.begin_path();
        self.pen.move_to(x + radius, y);
        // An engine that refuses a corner draws a straight one.
        for [to_x, to_y, on_x, on_y] in
            [[right, y, right, bottom], [right, bottom, x, bottom], [x, bottom, x, y], [x, y, right, y]]
        {
            _ = self.pen.arc_to(to_x, to_y, on_x, on_y, radius);
        }
        self.pen.close_path();
    }

    fn take(&self, face: Face) {
        let weight = if face.bold { "600" } else { "400" };
        self.pen.set_font(&format!("{weight} {}px {}", face.size, self.letters));
    }

    /// How wide a line is, in pixels.
    pub fn width_of(&self, line: &str, face: Face) -> i32 {
        self.take(face);
        self.pen.measure_text(line).map_or(0, |measured| measured.width().ceil() as i32)
    }

    /// Writes a line; `y` is where its height begins, `x` what it holds on to.
    pub fn write(&self, line: &str, x: i32, y: i32, hold: Hold, face: Face, leftward: bool) {
        self.take(face);
        self.pen.set_fill_style_str(face.colour);
        self.pen.set_text_align(match hold {
            Hold::Left => "left",
            Hold::Middle => "center",
            Hold::Right => "right",
        });
        // Engines without it place the marks at a line's ends as the page runs.
        _ = Reflect::set(&self.pen, &"direction".into(), &if leftward { "rtl" } else { "ltr" }.into());
        let base = y + face.size * 7 / 8;
        _ = self.pen.fill_text(line, f64::from(x), f64::from(base));
    }

    /// Draws the middle of a picture so that it covers the area.
    pub fn picture(&self, image: &Image, area: Area, radius: i32) {
        let [x, y, width, height] = area.sides();
        let (own_width, own_height) =
            (f64::from(image.0.natural_width()), f64::from(image.0.natural_height()));
        let scale = (width / own_width).max(height / own_height);
        let (part_width, part_height) = (width / scale, height / scale);
        self.pen.save();
        self.round(area, radius);
        self.pen.clip();
        _ = self.pen.draw_image_with_html_image_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            &image.0,
            (own_width - part_width) / 2.0,
            (own_height - part_height) / 2.0,
            part_width,
            part_height,
            x,
            y,
            width,
            height,
        );
        self.pen.restore();
    }

    /// The picture as the address of a PNG: one that chat apps can save by a long press. `None` where the engine refuses.
    pub fn address(&self) -> Option<String> {
        self.element.to_data_url().ok().filter(|address| address.starts_with("data:image/png"))
    }

    /// The picture as a PNG file.
    pub async fn file(&self) -> Option<Blob> {
        let made = Promise::new(&mut |done, failed| {
            let told = Closure::once_into_js(move |blob: JsValue| _ = done.call1(&JsValue::NULL, &blob));
            if self.element.to_blob(told.unchecked_ref()).is_err() {
                _ = failed.call0(&JsValue::NULL);
            }
        });
        JsFuture::from(made).await.ok()?.dyn_into().ok()
    }
}

impl Area {
    fn sides(self) -> [f64; 4] {
        [self.x, self.y, self.width, self.height].map(f64::from)
    }
}

/// A picture that is there to be drawn.
pub struct Image(HtmlImageElement);

impl Image {
    /// Fetches it from the first address that the engine can show.
    pub async fn fetch(addresses: &[String]) -> Option<Self> {
        for address in addresses {
            let image = HtmlImageElement::new().ok()?;
            let ready = Promise::new(&mut |done, failed| {
                image.set_onload(Some(&done));
                image.set_onerror(Some(&failed));
            });
            image.set_src(address);
            if JsFuture::from(ready).await.is_ok() && image.natural_width() > 0 && image.natural_height() > 0
            {
                return Some(Self(image));
            }
        }
        None
    }
}

/// A role of style/tokens.css as it is now.
pub fn token(name: &str) -> String {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let value = style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default();
    value.trim().to_owned()
}
