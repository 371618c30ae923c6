//! Signatures: ours for programs, and those two chat robots ask for.

use crate::error::Failure;
use crate::mint;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

fn hmac(key: &str, text: &str) -> Result<Vec<u8>, Failure> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes())
        .map_err(|error| Failure::Broken(format!("a webhook's secret: {error}")))?;
    mac.update(text.as_bytes());
    Ok(mac.finalize().into_bytes().to_vec())
}

/// `Minishop-Signature`: the time in seconds, and HMAC-SHA256 of `time.body` in hex.
pub fn own(secret: &str, seconds: i64, body: &str) -> Result<String, Failure> {
    Ok(format!("t={seconds},v1={}", mint::hex(&hmac(secret, &format!("{seconds}.{body}"))?)))
}

/// DingTalk: what is added to the address, the time in milliseconds signed with the robot's secret.
pub fn dingtalk(secret: &str, millis: i64) -> Result<String, Failure> {
    let sign = STANDARD.encode(hmac(secret, &format!("{millis}\n{secret}"))?);
    // Of base64's signs only these three mean something else in an address.
    let sign = sign.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
    Ok(format!("timestamp={millis}&sign={sign}"))
}

/// Lark: the body's `sign`; time and secret are the key, and nothing is the text.
pub fn lark(secret: &str, seconds: i64) -> Result<String, Failure> {
    Ok(STANDARD.encode(hmac(&format!("{seconds}\n{secret}"), "")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compared with Python's hmac and base64.
    #[test]
    fn signatures_are_what_the_robots_compute() {
        assert_eq!(
            own("key", 1_700_000_000, "{}").unwrap(),
            "t=1700000000,v1=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae"
        );
        assert_eq!(
            dingtalk("SECret", 1_700_000_000_123).unwrap(),
            "timestamp=1700000000123&sign=OmGiPmJRcUwKhTAN7hkvSONpoCr1pXe%2Flu%2FelmLUltk%3D"
        );
        assert_eq!(lark("SECret", 1_700_000_000).unwrap(), "5iSV9Pr3uPe5co6u1yZRRkYDEYGNySKiq4yfM953e9A=");
    }
}
