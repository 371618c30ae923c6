use super::super::note::Refusal;
use super::super::offer::Offer;
use minishop_core::Currency;

const HEADER: &str = "Handle,Title,Body (HTML),Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,\
Option2 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,\
Image Position,Image Alt Text,Variant Image";

fn offers(rows: &str) -> Vec<Result<Offer, Refusal>> {
    sheet(&format!("{HEADER}\n{rows}")).offers
}

fn sheet(file: impl AsRef<[u8]>) -> super::Sheet {
    super::read(file.as_ref(), Currency::parse("USD").unwrap()).unwrap()
}

fn one(rows: &str) -> Offer {
    offers(rows).remove(0).unwrap()
}

fn reason(rows: &str) -> String {
    offers(rows).remove(0).unwrap_err().to_string()
}

#[test]
fn rows_of_one_handle_are_one_goods_item() {
    let cup = one(
        "cup,Blue cup,<p>A cup.</p>,Kitchen,\"a, b\",TRUE,Size,Small,Colour,Red,C-1,250,3,12.5,15,a.jpg,2,Front,\n\
                   cup,,,,,,,Large,,Red,C-2,0,-2,\"13.00\",,b.jpg,1,,c.jpg\n\
                   cup,,,,,,,,,,,,,,,d.jpg,3,,\n",
    );
    assert_eq!(
        (cup.place.text.as_str(), cup.title.as_str(), cup.text.as_str()),
        ("lines 2-4", "Blue cup", "A cup.")
    );
    assert_eq!((cup.category.as_deref(), cup.visible), (Some("Kitchen"), Some(true)));
    let options: Vec<_> =
        cup.options.iter().map(|option| (option.name.as_str(), option.values.join("/"))).collect();
    assert_eq!(options, [("Size", "Small/Large".to_owned()), ("Colour", "Red".to_owned())]);
    assert_eq!(cup.skus[0].price.minor(), 1250);
    assert_eq!(cup.skus[0].compare_at.unwrap().minor(), 1500);
    assert_eq!(
        (cup.skus[0].stock, cup.skus[0].weight_grams, cup.skus[0].code.as_str()),
        (Some(3), Some(250), "C-1")
    );
    assert_eq!(
        (cup.skus[1].stock, cup.skus[1].weight_grams, cup.skus[1].price.minor()),
        (Some(0), None, 1300)
    );
    assert_eq!(cup.skus[1].photo.as_deref(), Some("c.jpg"));
    let photos: Vec<_> =
        cup.photos.iter().map(|photo| (photo.source.as_str(), photo.place.text.as_str())).collect();
    assert_eq!(photos, [("b.jpg", "line 3"), ("a.jpg", "line 2"), ("d.jpg", "line 4")]);
    assert_eq!(cup.photos[1].alt, "Front");
    assert_eq!(cup.remarks[0].to_string(), "line 3: stock below zero read as 0");
}

#[test]
fn default_title_means_no_options_and_the_first_tag_is_a_category() {
    let cup = one("cup,Cup,,,\" men, blue\",false,Title,Default Title,,,,,1,50,0,,,,\n");
    assert!(cup.options.is_empty() && cup.skus[0].values.is_empty());
    assert_eq!((cup.category.as_deref(), cup.visible), (Some("men"), Some(false)));
    assert_eq!((cup.skus[0].compare_at, cup.remarks.len()), (None, 0));
    let named_title = one("book,Book,,,,,Title,First,,,,,1,5,,,,,\nbook,,,,,,,Second,,,,,1,6,,,,,\n");
    assert_eq!(named_title.options[0].values, ["First", "Second"]);
}

#[test]
fn handles_need_not_stand_together() {
    let all = offers("a,A,,,,,Size,S,,,,,1,1,,,,,\nb,B,,,,,,,,,,,1,2,,,,,\na,,,,,,,M,,,,,1,3,,,,,\n");
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].as_ref().unwrap().skus.len(), 2);
    assert_eq!(all[0].as_ref().unwrap().place.text, "lines 2-4");
}

#[test]
fn a_bad_row_refuses_its_goods_and_no_other() {
    let table = [
        ("cup,Cup,,,,,,,,,,,1,,,,,,\n", "line 2: there is no price"),
        (
            "cup,Cup,,,,,,,,,,,1,\"12,50\",,,,,\n",
            "line 2: the price «12,50» is not a plain decimal number such as 12.50",
        ),
        ("cup,Cup,,,,,,,,,,,1,-3,,,,,\n", "line 2: the price «-3» is below zero"),
        (
            "cup,Cup,,,,,,,,,,,1,1.999,,,,,\n",
            "line 2: the price «1.999» has more than the 2 decimals of its currency",
        ),
        ("cup,Cup,,,,,,,,,,,many,5,,,,,\n", "line 2: the stock «many» is not a whole number"),
        ("cup,,,,,,,,,,,,1,5,,,,,\n", "line 2: there is no title"),
        (",Cup,,,,,,,,,,,1,5,,,,,\n", "line 2: there is no handle"),
        (
            "cup,Cup,,,,,Size,S,,,,,1,5,,,,,\ncup,,,,,,,S,,,,,1,6,,,,,\n",
            "line 3: sku 2 repeats the values of another",
        ),
        (
            "cup,Cup,,,,,Size,S,,,,,1,5,,,,,\ncup,,,,,,,,,,,,1,6,,,,,\n",
            "line 3: there is no value for the option «Size»",
        ),
        ("cup,Cup,,,,,,S,,,,,1,5,,,,,\n", "line 2: the value «S» belongs to no named option"),
        ("cup,Cup,,,,,,,,,,,,,,a.jpg,1,,\n", "line 2: goods need at least one sku"),
        ("cup,Cup,a,b,c,,,,,,,,1,5,,,,,,,,\n", "line 2: the row has 22 fields, the header has 19"),
    ];
    for (rows, wanted) in table {
        assert_eq!(reason(rows), wanted, "{rows}");
        let with_good = offers(&format!("{rows}good,Good,,,,,,,,,,,1,5,,,,,\n"));
        assert!(with_good.last().unwrap().is_ok(), "{rows}");
    }
    let quote =
        offers("cup,Cup,,,,,,,,,,,1,5,,,,,\nmug,\"Mug,,,,,,,,,,,1,5,,,,,\npot,Pot,,,,,,,,,,,1,5,,,,,\n");
    assert!(quote[0].is_ok());
    assert!(quote[1].as_ref().unwrap_err().to_string().contains("never closed"));
}

#[test]
fn bom_crlf_quoted_line_ends_and_other_encodings() {
    let file = "\u{feff}Handle,Title,Body (HTML),Variant Price\r\ncup,\"The \"\"big\"\" cup\",\"<p>One\r\nTwo</p>\",5\r\nmug,Mug,,6\r\n";
    let all = sheet(file).offers;
    let cup = all[0].as_ref().unwrap();
    assert_eq!((cup.title.as_str(), cup.text.as_str()), ("The \"big\" cup", "One Two"));
    assert_eq!(all[1].as_ref().unwrap().place.text, "line 4");
    let gbk = b"Handle,Title,Variant Price\ncup,\xb2\xe8\xb1\xad,5\nmug,Mug,6\n";
    let read = sheet(gbk);
    assert_eq!((read.encoding, read.offers[0].as_ref().unwrap().title.as_str()), ("gb18030", "茶杯"));
    let all = sheet(b"Handle,Title,Variant Price\ncup,\xff\xff,5\nmug,Mug,6\n").offers;
    assert!(all[0].as_ref().unwrap_err().to_string().contains("UTF-8") && all[1].is_ok());
    for file in ["", "a,b\n1,2\n", "\u{0}\u{1}"] {
        assert!(super::read(file.as_bytes(), Currency::parse("USD").unwrap()).is_err(), "{file:?}");
    }
}

#[test]
fn newer_exports_name_their_columns_otherwise() {
    let file = "Title,URL handle,Description,Status,SKU,Option1 name,Option1 value,Price,Compare-at price,\
                Inventory quantity,Weight value (grams),Product image URL\n\
                Cup,cup,Nice,Draft,C1,Size,S,1.20,2.00,4,310,https://x.example/a.jpg\n";
    let cup = sheet(file).offers.remove(0).unwrap();
    assert_eq!((cup.visible, cup.skus[0].stock, cup.skus[0].weight_grams), (Some(false), Some(4), Some(310)));
    assert_eq!((cup.skus[0].price.minor(), cup.photos.len()), (120, 1));
}

#[test]
fn ten_thousand_rows_are_read_at_once() {
    let rows: String =
        (0..10_000).map(|at| format!("cup-{},Cup,,,,,Size,{at},,,,,1,5,,,,,\n", at / 4)).collect();
    let begun = std::time::Instant::now();
    assert_eq!(offers(&rows).iter().filter(|offer| offer.is_ok()).count(), 2500);
    assert!(begun.elapsed().as_secs() < 5);
}
