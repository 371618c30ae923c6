//! Passwords and recovery codes, stored as argon2id: slow to guess, and never slow for everybody else.

use crate::error::Failure;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use std::num::NonZeroUsize;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// What OWASP recommends: 19 MiB, two passes, one lane. Below `nobody` the same numbers stand again.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Compared with where there is no seller, so that an unknown login takes as long as a known one.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdC4uLg$\
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Hashes and compares beside the server's own work, at most as many at once as there are cores.
pub struct Passwords {
    places: Arc<Semaphore>,
}

impl Passwords {
    /// Places for this machine's cores.
    pub fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        Self { places: Arc::new(Semaphore::new(cores)) }
    }

    /// The secret as it is stored.
    pub async fn hash(&self, secret: String) -> Result<String, Failure> {
        self.beside(move || hash(&secret)).await?
    }

    /// Whether this is the secret stored; `None` takes as long and is never it.
    pub async fn matches(&self, secret: String, stored: Option<String>) -> Result<bool, Failure> {
        self.beside(move || matches(&secret, stored.as_deref())).await
    }

    async fn beside<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let broken = |what: String| Failure::Broken(format!("a password check: {what}"));
        let place = self.places.clone().acquire_owned().await.map_err(|closed| broken(closed.to_string()))?;
        let done = tokio::task::spawn_blocking(move || {
            // The place is taken until the work is done, even when the caller has gone away.
            let _place = place;
            work()
        });
        done.await.map_err(|ended| broken(ended.to_string()))
    }
}

/// The secret as it is stored; works for a while.
pub fn hash(secret: &str) -> Result<String, Failure> {
    let made = argon2()?.hash_password(secret.as_bytes());
    made.map(|hash: PasswordHash| hash.to_string())
        .map_err(|error| Failure::Broken(format!("a password hash: {error}")))
}

/// Whether this is the secret stored; `None` takes as long and is never it.
pub fn matches(secret: &str, stored: Option<&str>) -> bool {
    let Ok(hash) = PasswordHash::new(stored.unwrap_or(NOBODY)) else { return false };
    let same = argon2().is_ok_and(|argon2| argon2.verify_password(secret.as_bytes(), &hash).is_ok());
    same && stored.is_some()
}

fn argon2() -> Result<Argon2<'static>, Failure> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None);
    let params = params.map_err(|error| Failure::Broken(format!("argon2: {error}")))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_secret_itself_matches() {
        let stored = hash("correct horse 🐎").unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert_ne!(stored, hash("correct horse 🐎").unwrap(), "each has its own salt");
        assert!(matches("correct horse 🐎", Some(&stored)));
        assert!(!matches("correct horse", Some(&stored)));
        assert!(!matches("", None));
    }

    #[test]
    fn nobody_costs_as_much_as_somebody() {
        let stored = hash("secret").unwrap();
        let (nobody, somebody) = (PasswordHash::new(NOBODY).unwrap(), PasswordHash::new(&stored).unwrap());
        let cost = |hash: &PasswordHash| (hash.algorithm, hash.version, hash.params.to_string());
        assert_eq!(cost(&nobody), cost(&somebody));
        let length = |hash: &PasswordHash| hash.hash.as_ref().map(|output| output.as_bytes().len());
        assert_eq!(length(&nobody), length(&somebody));
    }
}
