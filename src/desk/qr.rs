//! QR codes as they are drawn.

use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around a code, so that readers find it.
pub const QUIET: i32 = 4;

/// A code with error correction M.
pub struct Qr(QrCode);

impl Qr {
    /// `None` where the text is too long for any code: 2331 bytes.
    pub fn of(text: &str) -> Option<Self> {
        QrCode::encode_text(text, QrCodeEcc::Medium).ok().map(Self)
    }

    /// Modules a side, with the quiet zone.
    pub fn side(&self) -> i32 {
        self.0.size() + 2 * QUIET
    }

    /// The dark modules as (column, row, how many in a row), counted with the quiet zone.
    pub fn runs(&self) -> Vec<(i32, i32, i32)> {
        let mut runs: Vec<(i32, i32, i32)> = Vec::new();
        for row in 0..self.0.size() {
            for column in (0..self.0.size()).filter(|column| self.0.get_module(*column, row)) {
                match runs.last_mut() {
                    Some((at, own, length)) if *own == row + QUIET && *at + *length == column + QUIET => {
                        *length += 1
                    }
                    _ => runs.push((column + QUIET, row + QUIET, 1)),
                }
            }
        }
        runs
    }

    /// The dark modules as a path, one unit each.
    pub fn path(&self) -> String {
        self.runs().into_iter().map(|(x, y, length)| format!("M{x} {y}h{length}v1h-{length}z")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_stands_in_one_run_and_none_in_the_quiet_zone() {
        let qr = Qr::of("https://shop.example/123456?s=qr").expect("a code");
        let mut dark = 0;
        for (x, y, length) in qr.runs() {
            assert!(x >= QUIET && y >= QUIET && x + length <= qr.side() - QUIET && y < qr.side() - QUIET);
            for column in x..x + length {
                assert!(qr.0.get_module(column - QUIET, y - QUIET));
            }
            dark += length;
        }
        let size = qr.0.size();
        let all = (0..size * size).filter(|at| qr.0.get_module(at % size, at / size)).count();
        assert_eq!(usize::try_from(dark), Ok(all));
        assert!(qr.path().starts_with("M4 4h7v1h-7z"), "the corner begins with seven dark modules");
    }

    #[test]
    fn a_text_without_end_has_no_code() {
        assert!(Qr::of(&"x".repeat(3000)).is_none());
    }
}
