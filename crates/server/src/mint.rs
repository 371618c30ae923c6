//! Ids, codes and keys: everything random, and the one hash that hides secrets.

use crate::error::Failure;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use minishop_core::ShopNumber;
use sha2::{Digest, Sha256};

/// Crockford's base 32, lower case: no letter that is read as another.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Random bytes from the system.
pub fn bytes<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Failure::NoRandomness)?;
    Ok(bytes)
}

fn letters<const N: usize>() -> Result<String, Failure> {
    Ok(bytes::<N>()?.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect())
}

/// A new id: 12 letters, 60 random bits.
pub fn id() -> Result<String, Failure> {
    letters::<12>()
}

/// The random part of an order's code: 4 capitals.
pub fn code() -> Result<String, Failure> {
    Ok(letters::<4>()?.to_ascii_uppercase())
}

/// A recovery code, 100 random bits: `7H2KM-Q4XZ9-0BVTN-C3WFR`.
pub fn recovery_code() -> Result<String, Failure> {
    let parts = [letters::<5>()?, letters::<5>()?, letters::<5>()?, letters::<5>()?];
    Ok(parts.join("-").to_ascii_uppercase())
}

/// A password for a shop to try things in: 12 letters.
pub fn password() -> Result<String, Failure> {
    letters::<12>()
}

/// A shop number at random; whether it is free, the caller asks the database.
pub fn number() -> Result<ShopNumber, Failure> {
    loop {
        // Rejecting what does not fit keeps every number equally likely.
        let draw = u32::from_le_bytes(bytes::<4>()?) >> 12;
        if let Some(number) = ShopNumber::new(draw) {
            return Ok(number);
        }
    }
}

/// 256 random bits in base64url: the server's own secret, a sign-in's token.
pub fn secret() -> Result<String, Failure> {
    Ok(URL_SAFE_NO_PAD.encode(bytes::<32>()?))
}

/// SHA-256 in hex: how keys and tokens stand in the database.
pub fn hash(data: impl AsRef<[u8]>) -> String {
    hex(&Sha256::digest(data))
}

/// SHA-256 in base64, as a Content-Security-Policy names a script.
pub fn csp_hash(script: &str) -> String {
    base64::engine::general_purpose::STANDARD.encode(Sha256::digest(script))
}

/// An order's token, 43 characters: derived from the order key, so that a repeated request gets the same link although
/// only the token's hash is stored. Without the server's secret it cannot be computed.
pub fn order_token(secret: &str, shop: ShopNumber, key: &str) -> Result<String, Failure> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(|_| Failure::NoRandomness)?;
    mac.update(format!("order-token:{shop}:{key}").as_bytes());
    Ok(URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
