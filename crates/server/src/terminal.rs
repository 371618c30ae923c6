//! What a start-up line shows: a code to scan, and the addresses it may hold.

use qrcode::{Color, EcLevel, QrCode};
use std::io::IsTerminal;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

/// Light modules around the code on every side; scanners need four.
const QUIET: usize = 4;
/// Black on white whatever the terminal's own colours are, and back.
const INK: (&str, &str) = ("\x1b[38;5;16;48;5;231m", "\x1b[0m");

/// The address as a QR code of half blocks, one line of text for two rows of modules. In a terminal it is black on
/// white; elsewhere light modules are drawn, which is right on a dark ground. Empty when the text is too long.
pub fn qr(url: &str) -> String {
    draw(url, std::io::stdout().is_terminal())
}

fn draw(url: &str, ink: bool) -> String {
    let Ok(code) = QrCode::with_error_correction_level(url, EcLevel::L) else { return String::new() };
    let side = code.width();
    let colors = code.to_colors();
    let dark = |x: usize, y: usize| {
        let inside = (QUIET..QUIET + side).contains(&x) && (QUIET..QUIET + side).contains(&y);
        inside && colors[(y - QUIET) * side + x - QUIET] == Color::Dark
    };
    let full = side + 2 * QUIET;
    let mut text = String::new();
    for y in (0..full).step_by(2) {
        text.push_str(if ink { INK.0 } else { "" });
        for x in 0..full {
            // The last line's lower half lies below the code: light.
            let (upper, lower) = (dark(x, y) == ink, (y + 1 < full && dark(x, y + 1)) == ink);
            text.push(match (upper, lower) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            });
        }
        text.push_str(if ink { INK.1 } else { "" });
        text.push('\n');
    }
    text
}

/// The addresses at which a phone on the same network reaches the server; none when it listens to this machine alone.
pub fn addresses(listen: SocketAddr) -> Vec<String> {
    let ip = listen.ip();
    if ip.is_loopback() {
        return Vec::new();
    }
    let ips = if ip.is_unspecified() { local_ips() } else { vec![ip] };
    ips.into_iter().map(|ip| format!("http://{}", SocketAddr::new(ip, listen.port()))).collect()
}

/// This machine's own addresses, the one towards the internet first. Connecting a UDP socket sends nothing: it only
/// asks the system which address it would send from.
fn local_ips() -> Vec<IpAddr> {
    let elsewhere = [[192, 0, 2, 1], [192, 168, 255, 254], [172, 31, 255, 254], [10, 255, 255, 254]];
    let mut ips = Vec::new();
    for far in elsewhere {
        let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0));
        let own = socket
            .and_then(|socket| socket.connect((Ipv4Addr::from(far), 9)).and_then(|()| socket.local_addr()));
        if let Ok(own) = own
            && !own.ip().is_loopback()
            && !own.ip().is_unspecified()
            && !ips.contains(&own.ip())
        {
            ips.push(own.ip());
        }
    }
    ips
}

#[cfg(test)]
mod tests {
    use super::{QUIET, addresses, draw};
    use qrcode::{Color, QrCode};

    /// Reads drawn half blocks back into rows of modules, dark = true.
    fn modules(text: &str, ink: bool) -> Vec<Vec<bool>> {
        let mut rows = Vec::new();
        for line in text.lines() {
            let blocks: Vec<char> = line.chars().filter(|c| " ▀▄█".contains(*c)).collect();
            rows.push(blocks.iter().map(|c| matches!(c, '▀' | '█') == ink).collect());
            rows.push(blocks.iter().map(|c| matches!(c, '▄' | '█') == ink).collect());
        }
        rows
    }

    #[test]
    fn the_drawn_code_is_the_code_with_its_quiet_zone() {
        let url = "http://192.168.1.20:8080/123456";
        let code = QrCode::with_error_correction_level(url, qrcode::EcLevel::L).unwrap();
        for ink in [true, false] {
            let rows = modules(&draw(url, ink), ink);
            let side = code.width();
            assert!(rows.len() >= side + 2 * QUIET && rows.iter().all(|row| row.len() == side + 2 * QUIET));
            for (y, row) in rows.iter().enumerate() {
                for (x, dark) in row.iter().enumerate() {
                    let inside = (QUIET..QUIET + side).contains(&x) && (QUIET..QUIET + side).contains(&y);
                    let wanted = inside && code[(x - QUIET, y - QUIET)] == Color::Dark;
                    assert_eq!(*dark, wanted, "{x} {y}");
                }
            }
        }
        assert_eq!(draw(&"x".repeat(5000), true), "");
    }

    #[test]
    fn only_what_others_can_reach_is_an_address() {
        assert!(addresses("127.0.0.1:8080".parse().unwrap()).is_empty());
        assert_eq!(addresses("10.1.2.3:81".parse().unwrap()), ["http://10.1.2.3:81"]);
        assert_eq!(addresses("[2001:db8::1]:81".parse().unwrap()), ["http://[2001:db8::1]:81"]);
        for url in addresses("0.0.0.0:8080".parse().unwrap()) {
            assert!(url.ends_with(":8080") && !url.contains("0.0.0.0") && !url.contains("127."), "{url}");
        }
    }
}
