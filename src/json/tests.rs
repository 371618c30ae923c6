use super::{At, Json};

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

#[test]
fn reads_every_kind_of_value() {
    for (written, value) in [
        ("null", Json::Null),
        (" true ", Json::Bool(true)),
        ("false", Json::Bool(false)),
        ("0", Json::Int(0)),
        ("-7", Json::Int(-7)),
        ("9007199254740993", Json::Int(9_007_199_254_740_993)),
        ("1.5", text("1.5")),
        ("1e3", text("1e3")),
        ("99999999999999999999", text("99999999999999999999")),
        ("\"\"", text("")),
        (r#""a\"\\\/\b\f\n\r\t""#, text("a\"\\/\u{8}\u{c}\n\r\t")),
        (r#""\u4e2d\u6587 \ud83d\ude00""#, text("中文 😀")),
        (r#""\ud83d""#, text("\u{fffd}")),
        (r#""\ud83dx""#, text("\u{fffd}x")),
        (r#""\ud83d\u0041""#, text("\u{fffd}A")),
        ("\"中文\"", text("中文")),
        ("[]", Json::List(vec![])),
        ("[1, [ ] ,{}]", Json::List(vec![Json::Int(1), Json::List(vec![]), Json::Map(vec![])])),
        (r#"{ "a" : 1 , "b":[] }"#, Json::map(&mut [("a", Json::Int(1)), ("b", Json::List(vec![]))])),
    ] {
        assert_eq!(Json::parse(written), Ok(value), "{written}");
    }
}

#[test]
fn refuses_what_is_no_json() {
    for written in [
        "",
        " ",
        "nul",
        "tru",
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "+1",
        "\"",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12",
        "\"a\nb\"",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,]",
        "[1 2]",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "1 2",
        "{}}",
        "<!doctype html>",
        "{\"items\":[{\"title\":\"cu",
        "\u{0}",
        "\"\u{0}\"",
        "NaN",
        "'a'",
    ] {
        assert!(Json::parse(written).is_err(), "{written}");
    }
}

#[test]
fn deep_text_is_refused_and_never_overflows() {
    assert!(Json::parse(&format!("{}{}", "[".repeat(30), "]".repeat(30))).is_ok());
    assert!(Json::parse(&"[".repeat(1_000_000)).is_err());
    assert!(Json::parse(&"{\"a\":".repeat(1_000_000)).is_err());
}

#[test]
fn every_prefix_of_an_answer_is_refused_without_a_panic() {
    let whole = r#"{"a":[1,-2.5,"中\u00e9\ud83d\ude00",null,true],"b":{"c":"\\"}}"#;
    for (end, _) in whole.char_indices() {
        assert!(Json::parse(&whole[..end]).is_err(), "{}", &whole[..end]);
    }
    assert!(Json::parse(whole).is_ok());
}

#[test]
fn written_text_reads_back_the_same() {
    let value = Json::map(&mut [
        ("quote\"back\\", text("line\nbell\u{7}tab\t\u{1f}é中😀</script>")),
        ("int", Json::Int(-9_007_199_254_740_991)),
        ("list", Json::List(vec![Json::Null, Json::Bool(true), Json::Bool(false), Json::Map(vec![])])),
        ("empty", Json::List(vec![])),
    ]);
    assert_eq!(Json::parse(&value.write()), Ok(value));
    assert_eq!(
        Json::map(&mut [("a", Json::Int(1)), ("b", "\u{1}".into())]).write(),
        r#"{"a":1,"b":"\u0001"}"#
    );
}

#[test]
fn a_wrong_member_is_named_by_its_path_and_the_first_one_counts() {
    let json = Json::parse(r#"{"shop":{"fees":[{"minor":1},{"minor":"x"}],"name":null,"left":-1}}"#).unwrap();
    let path = |make: fn(&At)| json.read(make).unwrap_err().0;
    assert_eq!(
        path(|at| _ = at.part("shop", |at| at.list("fees", |at| at.int("minor")))),
        "shop.fees.1.minor"
    );
    assert_eq!(path(|at| _ = at.part("shop", |at| (at.text("name"), at.int("none")))), "shop.name");
    assert_eq!(path(|at| _ = at.part("shop", |at| at.texts("name"))), "shop.name");
    assert_eq!(path(|at| _ = at.part("shop", |at| at.count("left"))), "shop.left");
    assert_eq!(path(|at| _ = at.part("none", |at| at.text("name"))), "none");
    assert_eq!(path(|at| _ = at.int("shop")), "shop");
    assert_eq!(path(|at| _ = at.parsed("none", |text| text.parse::<u8>().ok(), "0")), "none");
    assert_eq!(path(|at| at.fail()), "");
}

#[test]
fn what_may_be_missing_is_no_fault() {
    let json = Json::parse(r#"{"a":null,"b":"7","c":true}"#).unwrap();
    let read = json.read(|at| {
        let texts = (at.text_opt("a"), at.text_opt("none"), at.text_opt("b"), at.text_or_empty("a"));
        let parsed = (
            at.parsed_opt("a", |text| text.parse::<u8>().ok()),
            at.parsed("b", |text| text.parse().ok(), "0"),
        );
        (texts, parsed, at.flag("c"), at.flag("a"), at.part_opt("a", |at| at.flag("b")), at.has("a"))
    });
    let texts = (None, None, Some("7".to_owned()), String::new());
    assert_eq!(read, Ok((texts, (None, 7_u8), true, false, None, false)));
    assert_eq!(Json::Int(1).get("a"), None);
}
