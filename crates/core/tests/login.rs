//! Logins as people write them: one seller has one form.

use minishop_core::{Login, LoginError};

#[test]
fn every_way_to_write_it_is_one_login() {
    let table = [
        ("+8613800138000", "+8613800138000"),
        (" +86 138 0013 8000 ", "+8613800138000"),
        ("0086-138-0013-8000", "+8613800138000"),
        ("＋８６ １３８００１３８０００", "+8613800138000"),
        ("(+86) 13800138000", "+8613800138000"),
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("+1 (415) 555-0132", "+14155550132"),
        ("Anna@Shop.Example", "anna@shop.example"),
        ("anna＠shop.example", "anna@shop.example"),
        ("a.b+shop@mail.co.uk", "a.b+shop@mail.co.uk"),
        ("张三@例子.中国", "张三@例子.中国"),
    ];
    for (text, stored) in table {
        let login = Login::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(login.as_str(), stored, "{text}");
        assert_eq!(Login::parse(stored), Ok(login), "the stored form reads as itself");
    }
}

#[test]
fn what_is_no_login_says_why() {
    use LoginError::{Empty, Neither, NoCountryCode, TooLong};
    let long = format!("{}@shop.example", "a".repeat(300));
    let long_name = format!("{}@shop.example", "a".repeat(65));
    let table = [
        ("", Empty),
        (" \u{3000} ", Empty),
        (&long, TooLong),
        (&long_name, Neither),
        ("13800138000", NoCountryCode),
        ("010-5555-0100", NoCountryCode),
        ("1234", Neither),
        ("+1234567", Neither),
        ("+1234567890123456", Neither),
        ("+0613800138000", Neither),
        ("8+613800138000", Neither),
        ("++8613800138000", Neither),
        ("anna", Neither),
        ("@shop.example", Neither),
        ("anna@", Neither),
        ("anna@shop", Neither),
        ("anna@shop..example", Neither),
        ("anna@-shop.example", Neither),
        (".anna@shop.example", Neither),
        ("an..na@shop.example", Neither),
        ("an na@shop.example", Neither),
        ("anna@bob@shop.example", Neither),
        ("🌹@shop.example", Neither),
        ("\u{202e}anna@shop.example", Neither),
        ("anna\u{200b}@shop.example", Neither),
        ("<b>@shop.example", Neither),
    ];
    for (text, error) in table {
        assert_eq!(Login::parse(text), Err(error), "{text:?}");
    }
}
