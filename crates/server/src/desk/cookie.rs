//! The cookie that holds a sign-in's token.

use axum::http::{HeaderMap, header};

/// How long a sign-in lasts.
pub const DAYS: i64 = 90;

/// Behind https the name itself forbids other hosts and plain http; on plain http browsers refuse such a name.
fn name(https: bool) -> &'static str {
    if https { "__Host-minishop" } else { "minishop" }
}

/// The token a request carries.
pub fn read(headers: &HeaderMap, https: bool) -> Option<&str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find(|(key, _)| *key == name(https)).map(|(_, token)| token)
}

/// `Set-Cookie` that keeps this token for [`DAYS`].
pub fn keep(token: &str, https: bool) -> String {
    set(token, DAYS * 86_400, https)
}

/// `Set-Cookie` that takes the token away.
pub fn forget(https: bool) -> String {
    set("", 0, https)
}

fn set(token: &str, seconds: i64, https: bool) -> String {
    let secure = if https { "; Secure" } else { "" };
    format!("{}={token}; Max-Age={seconds}; Path=/; HttpOnly; SameSite=Lax{secure}", name(https))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again() {
        for https in [false, true] {
            let mut headers = HeaderMap::new();
            headers.append(header::COOKIE, "theme=dark".parse().unwrap());
            let kept = keep("secret", https);
            let pair = kept.split(';').next().unwrap();
            headers.append(header::COOKIE, format!("other=1; {pair}").parse().unwrap());
            assert_eq!(read(&headers, https), Some("secret"));
            assert_eq!(read(&headers, !https), None, "a cookie of the other kind counts for nothing");
            assert_eq!(kept.contains("; Secure"), https);
            assert!(forget(https).contains("Max-Age=0;"));
        }
    }
}
