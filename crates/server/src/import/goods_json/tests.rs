use super::{Catalogue, Offer, Refusal};
use minishop_core::Currency;

fn offers(goods: &str) -> Vec<Result<Offer, Refusal>> {
    Catalogue::parse(format!("{{\"goods\":[{goods}]}}").as_bytes())
        .unwrap()
        .offers(Currency::parse("USD").unwrap())
}

#[test]
fn options_keep_the_order_they_are_written_in() {
    let cup = r#"{"slug":"cup","title":"Cup","variants":[
        {"options":{"Size":"S","Colour":"Red"},"price":{"PLN":"40.000","USD":"10.000"},"weight":"1000.0:g"},
        {"options":{"Colour":"Blue","Size":"M"},"price":"12.50","compare_at":{"USD":"15"},"stock":-4}]}"#;
    let cup = offers(cup).remove(0).unwrap();
    let names: Vec<_> = cup.options.iter().map(|option| option.name.as_str()).collect();
    assert_eq!(names, ["Size", "Colour"]);
    assert_eq!(cup.skus[1].values, ["M", "Blue"]);
    assert_eq!((cup.skus[0].price.minor(), cup.skus[1].price.minor()), (1000, 1250));
    assert_eq!((cup.skus[0].weight_grams, cup.skus[0].stock, cup.skus[1].stock), (Some(1000), None, Some(0)));
    assert_eq!(cup.skus[1].compare_at.unwrap().minor(), 1500);
    let given = r#"{"slug":"cup","title":"Cup","options":["Colour","Size"],
        "variants":[{"options":{"Size":"S","Colour":"Red"},"price":"1"}]}"#;
    assert_eq!(offers(given).remove(0).unwrap().skus[0].values, ["Red", "S"]);
}

#[test]
fn a_broken_item_is_refused_alone_with_its_reason() {
    let variant = |rest: &str| format!(r#"{{"slug":"cup","title":"Cup","variants":[{{{rest}}}]}}"#);
    let table = [
        (
            variant(r#""price":12.5"#),
            "variants[0].price: invalid type: floating point `12.5`, expected an amount as text, such as \"12.50\"",
        ),
        (variant(r#""price":{"PLN":"5"}"#), "variants[0]: there is no price in USD, only in PLN"),
        (
            variant(r#""price":"5,00""#),
            "variants[0]: the price «5,00» is not a plain decimal number such as 12.50",
        ),
        (variant(r#""stock":1"#), "variants[0]: missing field `price`"),
        (
            variant(r#""price":"5","stock":"many""#),
            "variants[0].stock: invalid type: string \"many\", expected i64",
        ),
        (r#"{"slug":"cup","title":"Cup","variants":[]}"#.to_owned(), "goods need at least one sku"),
        (r#"{"slug":"cup","variants":[]}"#.to_owned(), "missing field `title`"),
        (r#"{"slug":"cup","title":"","variants":[{"price":"1"}]}"#.to_owned(), "there is no title"),
        (
            r#"{"slug":"cup","title":"C","variants":[{"price":"1"},{"price":"2"}]}"#.to_owned(),
            "goods without options have exactly one sku",
        ),
        (
            r#"{"slug":"cup","title":"C","variants":[{"price":"1","options":{"S":"1"}},{"price":"2"}]}"#
                .to_owned(),
            "variants[1]: there is no value for the option «S»",
        ),
    ];
    for (item, wanted) in table {
        let all = offers(&format!(r#"{item},{{"slug":"good","title":"Good","variants":[{{"price":"1"}}]}}"#));
        let refusal = all[0].as_ref().unwrap_err();
        assert_eq!(
            (refusal.notes[0].place.text.as_str(), refusal.handle.as_str()),
            ("goods[0]", "cup"),
            "{item}"
        );
        assert_eq!(refusal.notes[0].message, wanted, "{item}");
        assert!(all[1].is_ok());
    }
    let twice = r#"{"slug":"cup","title":"Cup","variants":[{"price":"1"}]}"#;
    assert_eq!(
        offers(&format!("{twice},{twice}"))[1].as_ref().unwrap_err().notes[0].message,
        "the slug stands twice"
    );
}

#[test]
fn a_file_that_is_no_catalogue_is_an_error() {
    for file in ["", "[]", "{}", "{\"goods\":3}", "{\"goods\":[]} x", "<html>", "{\"goods\":[}"] {
        assert!(Catalogue::parse(file.as_bytes()).is_err(), "{file}");
    }
    assert!(Catalogue::parse("\u{feff}{\"goods\":[]}".as_bytes()).is_ok());
}
