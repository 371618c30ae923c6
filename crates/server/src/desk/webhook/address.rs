//! Where a webhook may go: to machines of the public internet, never to this one or its own network.

use axum::http::Uri;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Characters of an address at most.
pub const MAX_URL: usize = 1000;

/// A webhook's address, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub https: bool,
    /// A name, or an IP address without brackets.
    pub host: String,
    pub port: u16,
    /// As the `Host` header says it.
    pub authority: String,
    /// From the first slash on, with the query.
    pub path: String,
}

impl Target {
    /// Reads an address; the error is a stable word.
    pub fn parse(url: &str, local: bool) -> Result<Self, &'static str> {
        if url.chars().count() > MAX_URL {
            return Err("too_long");
        }
        let uri: Uri = url.parse().map_err(|_| "unknown")?;
        let https = match uri.scheme_str() {
            Some("https") => true,
            Some("http") if local => false,
            _ => return Err("not_https"),
        };
        let authority = uri.authority().ok_or("unknown")?;
        if authority.as_str().contains('@') || authority.host().is_empty() {
            return Err("unknown");
        }
        let host = authority.host().trim_start_matches('[').trim_end_matches(']').to_owned();
        if !local && host.parse().is_ok_and(|ip| !is_public(ip)) {
            return Err("not_public");
        }
        let port = authority.port_u16().unwrap_or(if https { 443 } else { 80 });
        let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Ok(Self { https, host, port, authority: authority.as_str().to_owned(), path })
    }
}

/// Whether this is the address of a machine anybody on the internet can reach.
pub fn is_public(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(four) => is_public_v4(four),
        IpAddr::V6(six) => is_public_v6(six),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let special = match (a, b, c) {
        // «This network», private, loopback, link-local with the clouds' metadata, and everything from multicast up.
        (0 | 10 | 127, ..) | (169, 254, _) | (172, 16..=31, _) | (192, 168, _) | (224.., ..) => true,
        // Behind a carrier's own translation; between test networks.
        (100, 64..=127, _) | (198, 18 | 19, _) => true,
        // Protocol assignments, documentation, the old relays to IPv6.
        (192, 0, 0 | 2) | (198, 51, 100) | (203, 0, 113) | (192, 88, 99) => true,
        _ => false,
    };
    !special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, ..] = ip.segments();
    // Only 2000::/3 is the internet: no loopback, mapped, local, link-local, multicast or translated address is in it.
    let internet = a & 0xe000 == 0x2000;
    // Tunnels that hold another address, and documentation.
    let special = match (a, b) {
        (0x2001, 0..0x0200 | 0x0db8) | (0x2002, _) | (0x3fff, 0..0x1000) => true,
        _ => false,
    };
    internet && !special
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_public_internet_is_public() {
        let inside = [
            "0.0.0.0",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.9.9.9",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.51.100.7",
            "203.0.113.7",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "fe80::1",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "100::1",
        ];
        for ip in inside {
            assert!(!is_public(ip.parse().unwrap()), "{ip}");
        }
        for ip in [
            "1.1.1.1",
            "100.63.0.1",
            "172.32.0.1",
            "192.167.0.1",
            "203.0.114.1",
            "2606:4700::1111",
            "2001:4860::8",
        ] {
            assert!(is_public(ip.parse().unwrap()), "{ip}");
        }
    }

    #[test]
    fn addresses_are_https_and_name_a_host() {
        let target = Target::parse("https://hook.example:8443/a/b?c=d", false).unwrap();
        assert_eq!(
            (target.host.as_str(), target.port, target.path.as_str()),
            ("hook.example", 8443, "/a/b?c=d")
        );
        assert_eq!(Target::parse("https://hook.example", false).unwrap().port, 443);
        for (url, why) in [
            ("http://hook.example/", "not_https"),
            ("ftp://hook.example/", "not_https"),
            ("hook.example", "not_https"),
            ("/path", "not_https"),
            ("https://", "unknown"),
            ("https://me:word@hook.example/", "unknown"),
            ("https://two words/", "unknown"),
            ("", "unknown"),
            ("https://127.0.0.1/", "not_public"),
            ("https://[::1]:9/", "not_public"),
            ("https://169.254.169.254/latest", "not_public"),
        ] {
            assert_eq!(Target::parse(url, false), Err(why), "{url}");
        }
        let local = Target::parse("http://[::1]:9/x", true).unwrap();
        assert_eq!((local.https, local.host.as_str(), local.port), (false, "::1", 9));
        assert_eq!(
            Target::parse(&format!("https://a.example/{}", "x".repeat(MAX_URL)), false),
            Err("too_long")
        );
    }
}
