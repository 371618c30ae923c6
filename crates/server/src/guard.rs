//! Slows down guessing: misses on shop numbers and order tokens are counted per source.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Misses a source may have in one window; people behind one carrier's address share it.
pub const MISSES: u32 = 60;
/// How long misses are remembered.
pub const WINDOW: Duration = Duration::from_secs(600);
/// Sources remembered at most, so that the table itself cannot fill the memory.
const SOURCES: usize = 50_000;

struct Count {
    misses: u32,
    since: Instant,
}

/// Misses by source, forgotten after [`WINDOW`].
#[derive(Default)]
pub struct Guard {
    counts: Mutex<HashMap<IpAddr, Count>>,
}

impl Guard {
    /// `Err` holds the seconds to wait: this source guessed too often.
    pub fn admit(&self, source: IpAddr, now: Instant) -> Result<(), u64> {
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        match counts.get(&network(source)) {
            Some(count) if count.misses >= MISSES => {
                let left = WINDOW.saturating_sub(now.duration_since(count.since));
                if left.is_zero() { Ok(()) } else { Err(left.as_secs().max(1)) }
            }
            _ => Ok(()),
        }
    }

    /// This source asked for what does not exist.
    pub fn miss(&self, source: IpAddr, now: Instant) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= SOURCES {
            counts.retain(|_, count| now.duration_since(count.since) < WINDOW);
            if counts.len() >= SOURCES {
                counts.clear();
            }
        }
        let count = counts.entry(network(source)).or_insert(Count { misses: 0, since: now });
        if now.duration_since(count.since) >= WINDOW {
            *count = Count { misses: 0, since: now };
        }
        count.misses += 1;
    }
}

/// One household owns a whole IPv6 /64; it counts as one source.
fn network(source: IpAddr) -> IpAddr {
    match source.to_canonical() {
        IpAddr::V6(six) => IpAddr::V6((u128::from(six) & !u128::from(u64::MAX)).into()),
        four => four,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misses_count_per_source_and_are_forgotten() {
        let guard = Guard::default();
        let start = Instant::now();
        let [one, other] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse().unwrap());
        for _ in 0..MISSES {
            assert_eq!(guard.admit(one, start), Ok(()));
            guard.miss(one, start);
        }
        assert_eq!(guard.admit(one, start), Err(WINDOW.as_secs()));
        assert_eq!(guard.admit(other, start), Ok(()));
        assert_eq!(guard.admit(one, start + WINDOW), Ok(()));
    }

    #[test]
    fn one_ipv6_network_is_one_source() {
        let guard = Guard::default();
        let now = Instant::now();
        let [one, same, other] =
            ["2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"].map(|text| text.parse().unwrap());
        (0..MISSES).for_each(|_| guard.miss(one, now));
        assert!(guard.admit(same, now).is_err());
        assert!(guard.admit(other, now).is_ok());
    }
}
