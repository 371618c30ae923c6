//! So many tries in so much time, counted per key.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Keys remembered at most, so that the table itself cannot fill the memory.
const KEYS: usize = 50_000;

struct Count {
    tries: u32,
    since: Instant,
}

/// Tries per key, forgotten after a window.
pub struct Limit<K> {
    most: u32,
    window: Duration,
    counts: Mutex<HashMap<K, Count>>,
}

impl<K: Hash + Eq> Limit<K> {
    /// At most so many tries in a window.
    pub fn new(most: u32, window: Duration) -> Self {
        Self { most, window, counts: Mutex::default() }
    }

    /// `Err` holds the seconds to wait: there were too many tries.
    pub fn admit(&self, key: &K, now: Instant) -> Result<(), u64> {
        self.left(self.counts.lock().unwrap_or_else(PoisonError::into_inner).get(key), now)
    }

    /// Counts a try whatever came before it.
    pub fn count(&self, key: K, now: Instant) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        self.add(&mut counts, key, now);
    }

    /// Counts a try, or says how long to wait; tries at the same moment are counted one by one.
    pub fn take(&self, key: K, now: Instant) -> Result<(), u64> {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        self.left(counts.get(&key), now)?;
        self.add(&mut counts, key, now);
        Ok(())
    }

    /// A try that turned out to be right does not count.
    pub fn give_back(&self, key: &K) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(key) {
            count.tries = count.tries.saturating_sub(1);
        }
    }

    fn left(&self, count: Option<&Count>, now: Instant) -> Result<(), u64> {
        match count {
            Some(count) if count.tries >= self.most => {
                let left = self.window.saturating_sub(now.duration_since(count.since));
                if left.is_zero() { Ok(()) } else { Err(left.as_secs().max(1)) }
            }
            _ => Ok(()),
        }
    }

    fn add(&self, counts: &mut HashMap<K, Count>, key: K, now: Instant) {
        if counts.len() >= KEYS {
            counts.retain(|_, count| now.duration_since(count.since) < self.window);
            if counts.len() >= KEYS {
                counts.clear();
            }
        }
        let count = counts.entry(key).or_insert(Count { tries: 0, since: now });
        if now.duration_since(count.since) >= self.window {
            *count = Count { tries: 0, since: now };
        }
        count.tries += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_count_per_key_and_are_forgotten() {
        let limit = Limit::new(3, Duration::from_secs(60));
        let start = Instant::now();
        for _ in 0..3 {
            assert_eq!(limit.take("one", start), Ok(()));
        }
        assert_eq!(limit.take("one", start), Err(60));
        assert_eq!(limit.take("other", start), Ok(()));
        limit.give_back(&"one");
        assert_eq!(limit.take("one", start), Ok(()), "what was given back can be taken again");
        assert_eq!(limit.take("one", start), Err(60));
        assert_eq!(limit.take("one", start + Duration::from_secs(60)), Ok(()));
    }
}
