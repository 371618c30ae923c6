//! Slows down guessing: at shop numbers and order tokens, at passwords, and at which logins are taken.

mod limit;

use limit::Limit;
use std::net::IpAddr;
use std::time::{Duration, Instant};

/// Misses a source may have in ten minutes; people behind one carrier's address share it.
pub const MISSES: u32 = 60;
/// How long misses are remembered.
pub const WINDOW: Duration = Duration::from_secs(600);
/// Wrong passwords for one login in a quarter of an hour.
const WRONG_FOR_LOGIN: u32 = 10;
/// Wrong passwords from one source in the same time.
const WRONG_FROM_SOURCE: u32 = 60;
const QUARTER: Duration = Duration::from_secs(900);
/// Registrations from one source in an hour, refused ones too: they tell which login is taken.
const REGISTRATIONS: u32 = 60;
const HOUR: Duration = Duration::from_secs(3600);

/// What every source and every login may still try.
pub struct Guard {
    misses: Limit<IpAddr>,
    wrong_for_login: Limit<String>,
    wrong_from_source: Limit<IpAddr>,
    registrations: Limit<IpAddr>,
}

impl Default for Guard {
    fn default() -> Self {
        Self {
            misses: Limit::new(MISSES, WINDOW),
            wrong_for_login: Limit::new(WRONG_FOR_LOGIN, QUARTER),
            wrong_from_source: Limit::new(WRONG_FROM_SOURCE, QUARTER),
            registrations: Limit::new(REGISTRATIONS, HOUR),
        }
    }
}

impl Guard {
    /// `Err` holds the seconds to wait: this source guessed too often.
    pub fn admit(&self, source: IpAddr, now: Instant) -> Result<(), u64> {
        self.misses.admit(&network(source), now)
    }

    /// This source asked for what does not exist.
    pub fn miss(&self, source: IpAddr, now: Instant) {
        self.misses.count(network(source), now);
    }

    /// Counts a try at the secret of `login` (whether there is such a seller or not), until it is [`Self::right`].
    pub fn try_secret(&self, source: IpAddr, login: &str, now: Instant) -> Result<(), u64> {
        self.wrong_from_source.take(network(source), now)?;
        self.wrong_for_login.take(login.to_owned(), now).inspect_err(|_| {
            // Refused before it was looked at: it says nothing about the source.
            self.wrong_from_source.give_back(&network(source));
        })
    }

    /// The try was right.
    pub fn right(&self, source: IpAddr, login: &str) {
        self.wrong_from_source.give_back(&network(source));
        self.wrong_for_login.give_back(&login.to_owned());
    }

    /// Counts a registration.
    pub fn register(&self, source: IpAddr, now: Instant) -> Result<(), u64> {
        self.registrations.take(network(source), now)
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

    #[test]
    fn wrong_passwords_count_for_the_login_and_for_the_source() {
        let guard = Guard::default();
        let now = Instant::now();
        let source = |at: u32| IpAddr::from([192, 0, 2, at as u8]);
        for at in 0..WRONG_FOR_LOGIN {
            assert_eq!(guard.try_secret(source(at), "anna", now), Ok(()));
        }
        assert!(guard.try_secret(source(99), "anna", now).is_err(), "from anywhere");
        assert_eq!(guard.try_secret(source(99), "bob", now), Ok(()));
        guard.right(source(99), "bob");
        for at in 0..WRONG_FROM_SOURCE {
            assert_eq!(guard.try_secret(source(99), &format!("login {at}"), now), Ok(()));
        }
        assert!(guard.try_secret(source(99), "another", now).is_err());
    }
}
