//! The shop in numbers.

use super::super::goods::goods_id;
use super::super::problem::ApiError;
use super::super::shop::{Photo, money};
use super::get;
use crate::json::At;
use minishop_core::{GoodsId, Money};

/// Some days in numbers.
#[derive(Clone, PartialEq, Debug)]
pub struct Stats {
    /// Every day asked for, the oldest first.
    pub days: Vec<Day>,
    /// Where visits came from, the most first.
    pub sources: Vec<Source>,
    pub visits: u32,
    pub orders: u32,
    pub sales: Money,
    /// Orders per thousand visits; `None` without visits.
    pub conversion: Option<u32>,
    /// What sold best, the best first.
    pub best: Vec<Best>,
}

/// One day by the seller's clock.
#[derive(Clone, PartialEq, Debug)]
pub struct Day {
    /// Month and day.
    pub date: [u32; 2],
    pub visits: u32,
    pub orders: u32,
    pub sales: Money,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Source {
    /// `number`, `qr`, `link` or the word of a chat app.
    pub name: String,
    pub visits: u32,
}

/// Goods that sold.
#[derive(Clone, PartialEq, Debug)]
pub struct Best {
    pub goods: GoodsId,
    pub title: String,
    pub photo: Option<Photo>,
    pub pieces: u32,
    pub sales: Money,
}

impl Stats {
    fn read(at: &At) -> Self {
        let day = |at: &At| Day {
            date: at.parsed("day", month_and_day, "1970-01-01"),
            visits: at.count("visits"),
            orders: at.count("orders"),
            sales: at.part("sales", money),
        };
        let source = |at: &At| Source { name: at.text("source"), visits: at.count("visits") };
        let best = |at: &At| Best {
            goods: goods_id(at, "goods"),
            title: at.text("title"),
            photo: at.part_opt("photo", Photo::read),
            pieces: at.count("pieces"),
            sales: at.part("sales", money),
        };
        Self {
            days: at.list("days", day),
            sources: at.list("sources", source),
            visits: at.count("visits"),
            orders: at.count("orders"),
            sales: at.part("sales", money),
            conversion: at.has("conversion_permille").then(|| at.count("conversion_permille")),
            best: at.list("best", best),
        }
    }

    /// Whether nobody came and nothing was sold.
    pub fn is_empty(&self) -> bool {
        self.visits == 0 && self.orders == 0
    }
}

/// Month and day of `2026-12-01`.
fn month_and_day(text: &str) -> Option<[u32; 2]> {
    let mut parts = text.split('-').skip(1).map(|part| part.parse().ok());
    Some([parts.next()??, parts.next()??])
}

/// The last 1, 7 or 30 days; `ahead` is how many minutes the seller's clock is ahead of UTC.
pub async fn stats(days: u32, ahead: i64) -> Result<Stats, ApiError> {
    get(&format!("/desk/stats?days={days}&offset={ahead}"), Stats::read).await
}
