//! Contacts as sellers type them, and what must never become a link.

use minishop_core::contact::{ContactError, tidy};

#[test]
fn every_kind_has_its_form() {
    let table = [
        ("phone", " +86 10 5555 0100 ", "+86 10 5555 0100"),
        ("phone", "(010) 5555-0100", "(010) 5555-0100"),
        ("whatsapp", "+1 555 0142 333", "+1 555 0142 333"),
        ("whatsapp", "https://wa.me/15550102030", "+15550102030"),
        ("telegram", "cups_shop", "@cups_shop"),
        ("telegram", "https://t.me/cups_shop/", "@cups_shop"),
        ("telegram", "t.me/cups_shop", "@cups_shop"),
        ("email", "Anna@Shop.example", "Anna@Shop.example"),
        ("wechat", "花店_01", "花店_01"),
        ("line", "@cups.shop", "@cups.shop"),
        ("line", "https://line.me/ti/p/~cups", "https://line.me/ti/p/~cups"),
    ];
    for (kind, typed, stored) in table {
        assert_eq!(tidy(kind, typed).as_deref(), Ok(stored), "{kind} {typed}");
        assert_eq!(tidy(kind, stored).as_deref(), Ok(stored), "the stored form stays");
    }
}

#[test]
fn what_is_none_says_why() {
    use ContactError::*;
    let long = "1".repeat(10_000);
    let table = [
        ("fax", "123456", UnknownKind),
        ("phone", "  ", Empty),
        ("wechat", &long, TooLong),
        ("phone", "1234", NotPhone),
        ("phone", "javascript:alert(1)", NotPhone),
        ("phone", "12345;ext=1", NotPhone),
        ("whatsapp", "13800138000", NoCountryCode),
        ("whatsapp", "https://wa.me.evil.example/15550102030", NotPhone),
        ("telegram", "javascript:alert(1)", NotName),
        ("telegram", "https://evil.example/cups", NotName),
        ("telegram", "a/../b", NotName),
        ("email", "nobody", NotEmail),
        ("email", "a@b.example?body=x", NotEmail),
        ("email", "+8613800138000", NotEmail),
        ("line", "http://line.me/x", NotName),
        ("line", "https://evil.example/line.me/", NotName),
        ("wechat", "javascript:alert(1)", NotName),
        ("wechat", "<b>x</b>", NotName),
    ];
    for (kind, typed, error) in table {
        assert_eq!(tidy(kind, typed), Err(error), "{kind} {typed}");
    }
}
