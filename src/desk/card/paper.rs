//! What the card and a poster look like: one column from top to bottom on white paper.

use super::wrap::{lines, runs_leftward};
use crate::desk::qr::Qr;
use crate::host::canvas::{Area, Canvas, Face, Hold, Image, token};
use crate::theme::{OURS, Rgb};

/// Every picture is so wide; a sheet of A6 at least so high.
const WIDTH: i32 = 1080;
const HEIGHT: i32 = 1522;
const EDGE: i32 = 84;

/// What stands on a card.
pub struct CardWords {
    pub name: String,
    /// `123 456`.
    pub number: String,
    pub number_label: &'static str,
    pub long_press: &'static str,
    /// Where the code leads.
    pub link: String,
    /// The same as people type it.
    pub shown_link: String,
    /// `#b4232a`; empty for our own colour.
    pub theme: String,
}

/// What a poster adds: the goods.
pub struct GoodsWords {
    pub title: String,
    pub price: String,
}

/// The inks of a picture, readable on white.
struct Inks {
    paper: String,
    ink: String,
    faint: String,
    accent: String,
}

impl Inks {
    fn of(theme: &str) -> Self {
        let [paper, ink] = ["--paper", "--on-paper"].map(token);
        let white = Rgb::parse(&paper).unwrap_or(Rgb([255; 3]));
        let black = Rgb::parse(&ink).unwrap_or(Rgb([0; 3]));
        let faint =
            Rgb([0, 1, 2].map(|at| ((u16::from(white.0[at]) + 2 * u16::from(black.0[at])) / 3) as u8));
        let own = Rgb::parse(theme).unwrap_or(OURS);
        Self { accent: own.nudged(&[white]).css(), faint: faint.css(), paper, ink }
    }
}

/// Lines of one text that fit, and how they look.
struct Set<'s> {
    lines: Vec<String>,
    face: Face<'s>,
    leftward: bool,
}

impl<'s> Set<'s> {
    /// In the first of the sizes that needs no more than `most` lines; in the last whatever it needs, so that nothing is
    /// cut off.
    fn of(
        paper: &Canvas,
        text: &str,
        width: i32,
        most: usize,
        sizes: &[i32],
        bold: bool,
        colour: &'s str,
    ) -> Self {
        let in_size = |size: i32| {
            let face = Face { size, bold, colour };
            let lines = lines(text, width, &|line| paper.width_of(line, face));
            Self { lines, face, leftward: runs_leftward(text) }
        };
        let good = sizes.iter().map(|size| in_size(*size)).find(|set| set.lines.len() <= most);
        good.unwrap_or_else(|| in_size(sizes.last().copied().unwrap_or(32)))
    }

    fn step(&self) -> i32 {
        self.face.size * 5 / 4
    }

    fn height(&self) -> i32 {
        self.lines.len() as i32 * self.step()
    }

    /// From `y` down; the height it took.
    fn middle(&self, paper: &Canvas, y: i32) -> i32 {
        for (line, at) in self.lines.iter().zip(0..) {
            paper.write(line, WIDTH / 2, y + at * self.step(), Hold::Middle, self.face, self.leftward);
        }
        self.height()
    }

    /// From `y` down between two edges; what runs leftward begins at the right one.
    fn column(&self, paper: &Canvas, [left, right]: [i32; 2], y: i32) -> i32 {
        let (x, hold) = if self.leftward { (right, Hold::Right) } else { (left, Hold::Left) };
        for (line, at) in self.lines.iter().zip(0..) {
            paper.write(line, x, y + at * self.step(), hold, self.face, self.leftward);
        }
        self.height()
    }
}

/// The code with its quiet zone, as large as fits in whole pixels a module.
fn code(paper: &Canvas, qr: &Qr, area: Area, inks: &Inks) {
    let module = (area.width / qr.side()).max(1);
    let inset = (area.width - module * qr.side()) / 2;
    paper.fill(&inks.paper, area);
    for (column, row, length) in qr.runs() {
        let [x, y] = [area.x + inset + column * module, area.y + inset + row * module];
        paper.fill(&inks.ink, Area { x, y, width: length * module, height: module });
    }
}

/// Draws the card; `None` where the engine cannot.
pub fn card(words: &CardWords, logo: Option<&Image>) -> Option<Canvas> {
    let inks = Inks::of(&words.theme);
    let draft = Canvas::new(1, 1, &inks.paper)?;
    let width = WIDTH - 2 * EDGE;
    let name = Set::of(&draft, &words.name, width, 2, &[80, 66, 54, 44], true, &inks.ink);
    let label = Set::of(&draft, words.number_label, width, 1, &[38], false, &inks.faint);
    let number = Set::of(&draft, &words.number, width, 1, &[176], true, &inks.accent);
    let hint = Set::of(&draft, words.long_press, width, 1, &[48, 40], true, &inks.ink);
    let link = Set::of(&draft, &words.shown_link, width, 1, &[36, 30, 24], false, &inks.faint);
    let qr = Qr::of(&words.link)?;
    let (logo_side, code_side) = (200, 700);
    let logo_height = if logo.is_some() { logo_side + 36 } else { 0 };
    let all = logo_height
        + name.height()
        + 28
        + label.height()
        + number.height()
        + 12
        + code_side
        + 8
        + hint.height()
        + 8
        + link.height();
    let height = HEIGHT.max(all + 2 * EDGE);
    let paper = Canvas::new(WIDTH, height, &inks.paper)?;
    let mut y = (height - all) / 2;
    if let Some(logo) = logo {
        let area = Area { x: (WIDTH - logo_side) / 2, y, width: logo_side, height: logo_side };
        paper.picture(logo, area, 48);
        y += logo_height;
    }
    y += name.middle(&paper, y) + 28;
    y += label.middle(&paper, y);
    y += number.middle(&paper, y) + 12;
    code(&paper, &qr, Area { x: (WIDTH - code_side) / 2, y, width: code_side, height: code_side }, &inks);
    y += code_side + 8;
    y += hint.middle(&paper, y) + 8;
    link.middle(&paper, y);
    Some(paper)
}

/// Draws a poster; `None` where the engine cannot.
pub fn poster(words: &CardWords, goods: &GoodsWords, photo: Option<&Image>) -> Option<Canvas> {
    let inks = Inks::of(&words.theme);
    let draft = Canvas::new(1, 1, &inks.paper)?;
    let (width, code_side, gap) = (WIDTH - 2 * EDGE, 380, 36);
    let qr = Qr::of(&words.link)?;
    // Its quiet zone lies in the paper's edge, so that the dark modules end where the text does.
    let module = (code_side / qr.side()).max(1);
    let code_x = WIDTH - EDGE - code_side + crate::desk::qr::QUIET * module;
    let side = code_x - EDGE - gap;
    let title = Set::of(&draft, &goods.title, width, 3, &[60, 52, 44], true, &inks.ink);
    let price = Set::of(&draft, &goods.price, side, 1, &[92, 76, 60, 48], true, &inks.accent);
    let name = Set::of(&draft, &words.name, side, 2, &[40, 34], true, &inks.ink);
    let number_line = format!("{} {}", words.number_label, words.number);
    let number = Set::of(&draft, &number_line, side, 1, &[40, 34], false, &inks.faint);
    let hint = Set::of(&draft, words.long_press, side, 2, &[34, 30], false, &inks.faint);
    let told = price.height() + 28 + name.height() + 4 + number.height() + 20 + hint.height();
    let row = told.max(code_side);
    let top = if photo.is_some() { WIDTH + 56 } else { EDGE + 40 };
    let all = top + title.height() + 32 + row + EDGE - 20;
    let paper = Canvas::new(WIDTH, HEIGHT.max(all), &inks.paper)?;
    if let Some(photo) = photo {
        paper.picture(photo, Area { x: 0, y: 0, width: WIDTH, height: WIDTH }, 0);
    }
    let mut y = top + (HEIGHT - all).max(0) / 2;
    y += title.column(&paper, [EDGE, WIDTH - EDGE], y) + 32;
    let area = Area { x: code_x, y: y + (row - code_side) / 2, width: code_side, height: code_side };
    code(&paper, &qr, area, &inks);
    let edges = [EDGE, EDGE + side];
    y += (row - told) / 2;
    y += price.column(&paper, edges, y) + 28;
    y += name.column(&paper, edges, y) + 4;
    y += number.column(&paper, edges, y) + 20;
    hint.column(&paper, edges, y);
    Some(paper)
}
