//! What delivery costs, and where it does not go.

use minishop_core::region::{chinese_province, chinese_regions, country_code};
use minishop_core::{Currency, Delivery, Money, Quantity, Region, Step, Steps, Totals};
use proptest::prelude::*;

fn cny(minor: i64) -> Money {
    Money::new(minor, Currency::parse("CNY").unwrap()).unwrap()
}

fn steps(steps: &[(u32, i64)]) -> Option<Steps> {
    Steps::new(steps.iter().map(|(grams, fee)| Step { grams: *grams, fee: cny(*fee) }).collect())
}

#[test]
fn delivery_is_priced_by_the_goods_total() {
    let flat = |free_over: Option<i64>| Delivery::Flat { fee: cny(800), free_over: free_over.map(cny) };
    let table = [
        (flat(None), 10_000, 800),
        (flat(Some(9900)), 9899, 800),
        (flat(Some(9900)), 9900, 0),
        (flat(Some(0)), 0, 0),
        (Delivery::Pickup, 1, 0),
    ];
    for (delivery, goods, fee) in table {
        assert_eq!(delivery.fee(cny(goods), 5_000_000), Some(cny(fee)), "{delivery:?}");
    }
}

#[test]
fn a_parcel_costs_the_first_step_that_holds_it() {
    let by_weight = |free_over: Option<i64>| Delivery::Weight {
        steps: steps(&[(500, 600), (1000, 800), (5000, 1500)]).unwrap(),
        free_over: free_over.map(cny),
    };
    let table = [
        (0, Some(600)),
        (1, Some(600)),
        (500, Some(600)),
        (501, Some(800)),
        (1000, Some(800)),
        (1001, Some(1500)),
        (5000, Some(1500)),
        (5001, None),
        (u64::MAX, None),
    ];
    for (grams, fee) in table {
        assert_eq!(by_weight(None).fee(cny(100), grams), fee.map(cny), "{grams} g");
    }
    assert_eq!(by_weight(Some(100)).fee(cny(100), 700), Some(cny(0)));
    assert_eq!(by_weight(Some(101)).fee(cny(100), 700), Some(cny(800)));
    assert_eq!(by_weight(Some(100)).fee(cny(100), 5001), None, "free delivery carries no ton either");
}

#[test]
fn steps_that_cannot_be_are_none() {
    for bad in [
        &[][..],
        &[(0, 1)],
        &[(1_000_001, 1)],
        &[(500, 1), (500, 2)],
        &[(1000, 1), (500, 2)],
        &(1..=21).map(|grams| (grams, 1)).collect::<Vec<_>>(),
    ] {
        assert_eq!(steps(bad), None, "{bad:?}");
    }
    assert!(steps(&[(1, 0), (1_000_000, 5)]).is_some());
    assert!(steps(&(1..=20).map(|grams| (grams, 1)).collect::<Vec<_>>()).is_some());
}

#[test]
fn too_heavy_is_told_and_not_summed_up() {
    let delivery = Delivery::Weight { steps: steps(&[(1000, 800)]).unwrap(), free_over: None };
    let totals = |pieces| {
        let bought = [(cny(100), 250, Quantity::new(pieces).unwrap())];
        Totals::of(Currency::parse("CNY").unwrap(), bought, Some(&delivery)).unwrap()
    };
    assert_eq!((totals(4).total, totals(4).too_heavy), (cny(1200), false));
    assert_eq!((totals(5).total, totals(5).delivery, totals(5).too_heavy), (cny(500), cny(0), true));
}

/// Who excludes (country, province), who lives where (country, province), in a shop at home there: refused?
type Place = (&'static str, &'static str);

#[test]
fn a_region_is_known_however_it_is_written() {
    const XINJIANG: Place = ("CN", "新疆维吾尔自治区");
    let table: &[(Place, Place, &str, bool)] = &[
        (XINJIANG, ("CN", "新疆"), "CN", true),
        (XINJIANG, ("", "新疆维吾尔自治区"), "CN", true),
        (XINJIANG, ("中国", " 新疆 "), "", true),
        (XINJIANG, ("China", "新疆維吾爾自治區"), "", true),
        (XINJIANG, ("cn", "Xinjiang"), "CN", true),
        (XINJIANG, ("", "Xinjiang Uyghur Autonomous Region"), "", true),
        (XINJIANG, ("", "新疆伊犁"), "CN", true),
        (XINJIANG, ("", "乌鲁木齐市"), "CN", true),
        (XINJIANG, ("", "中国新疆"), "CN", true),
        (("CN", "新疆"), ("", "新疆维吾尔自治区"), "CN", true),
        (XINJIANG, ("", "新疆路"), "CN", false),
        (XINJIANG, ("", "浙江省"), "CN", false),
        (XINJIANG, ("", ""), "CN", false),
        (XINJIANG, ("US", "新疆"), "CN", false),
        (("CN", "内蒙古"), ("", "內蒙古自治區"), "CN", true),
        (("CN", "内蒙古"), ("CN", "Inner Mongolia"), "CN", true),
        (("CN", "黑龙江"), ("", "黑龍江省"), "CN", true),
        (("CN", "广西"), ("", "廣西壯族自治區"), "CN", true),
        (("CN", "吉林省"), ("", "吉林市"), "CN", true),
        (("CN", "海南省"), ("", "海南"), "CN", true),
        (("CN", "海南省"), ("", "海南藏族自治州"), "CN", false),
        (("CN", "北京"), ("", "北京市"), "CN", true),
        (("CN", "陕西省"), ("", "Shaanxi Province"), "CN", true),
        (("CN", "山西省"), ("", "Shaanxi"), "CN", false),
        // Hong Kong, Macao and Taiwan by themselves and as provinces.
        (("HK", ""), ("", "香港"), "CN", true),
        (("HK", ""), ("CN", "香港特别行政区"), "CN", true),
        (("CN", "香港特别行政区"), ("HK", "九龙"), "CN", true),
        (("CN", "台湾省"), ("TW", "台北市"), "CN", true),
        (("TW", ""), ("", "臺灣"), "CN", true),
        (("CN", ""), ("", "香港"), "CN", false),
        (("CN", ""), ("", "浙江"), "", true),
        (("CN", ""), ("", ""), "CN", true),
        (("CN", ""), ("", ""), "", false),
        // Whole countries, by code or by name.
        (("US", ""), ("us", ""), "CN", true),
        (("US", ""), ("USA", "California"), "CN", true),
        (("US", ""), ("United States", ""), "CN", true),
        (("US", ""), ("美国", ""), "CN", true),
        (("GB", ""), ("UK", ""), "CN", true),
        (("US", ""), ("", "California"), "CN", false),
        (("US", ""), ("Atlantis", ""), "CN", false),
        (("US", ""), ("", ""), "", false),
        (("RU", ""), ("ru", "Tomsk"), "", true),
        // Provinces of other countries, in any case; where nobody knows the country, the name alone counts.
        (("US", "Alaska"), ("US", "ALASKA "), "", true),
        (("US", "Alaska"), ("", "alaska"), "", true),
        (("US", "Alaska"), ("CA", "Alaska"), "", false),
        (("US", "Alaska"), ("US", ""), "", false),
    ];
    for ((country, province), place, home, refused) in table {
        let excluded = Region::read(country, province, "");
        let place_read = Region::read(place.0, place.1, home);
        assert_eq!(
            excluded.covers(&place_read),
            *refused,
            "{country} {province} and {place:?} in {home:?}: {excluded:?} {place_read:?}"
        );
    }
}

#[test]
fn a_seller_can_name_every_region_of_china() {
    let all = chinese_regions();
    assert_eq!(all.len(), 34);
    for own in &all {
        let other = all.iter().filter(|other| (other.short, other.latin) == (own.short, own.latin)).count();
        assert_eq!(other, 1, "{own:?}");
        if own.country == "CN" {
            assert_eq!(chinese_province(own.short).as_ref(), Some(&own.province), "{own:?}");
            assert_eq!(chinese_province(own.latin).as_ref(), Some(&own.province), "{own:?}");
        } else {
            assert_eq!(own.province, "", "{own:?}");
        }
    }
    let abroad: Vec<_> = all.iter().filter(|own| own.country != "CN").map(|own| own.country).collect();
    assert_eq!(abroad, ["HK", "MO", "TW"]);
}

#[test]
fn a_country_is_known_by_its_name_or_its_letters() {
    for (written, code) in [
        ("Japan", Some("JP")),
        (" 日本 ", Some("JP")),
        ("jp", Some("JP")),
        ("mn", Some("MN")),
        ("Atlantis", None),
        ("", None),
    ] {
        assert_eq!(country_code(written).as_deref(), code, "{written}");
    }
}

#[test]
fn a_chinese_province_has_one_full_name() {
    for (written, name) in [
        ("新疆", Some("新疆维吾尔自治区")),
        ("Xinjiang", Some("新疆维吾尔自治区")),
        ("浙江", Some("浙江省")),
        ("重庆市", Some("重庆市")),
        ("香港", Some("香港特别行政区")),
        ("澳門", Some("澳门特别行政区")),
        ("臺灣", Some("台湾省")),
        ("Alaska", None),
        ("新疆路", None),
        ("", None),
    ] {
        assert_eq!(chinese_province(written).as_deref(), name, "{written}");
    }
}

proptest! {
    #[test]
    fn a_total_is_its_parts(
        lines in prop::collection::vec((0..100_000_i64, 1..=999_i64), 0..20),
        fee in 0..5000_i64,
        limit in prop::option::of(0..1_000_000_i64),
    ) {
        let bought = lines.iter().map(|(unit, pieces)| (cny(*unit), 100, Quantity::new(*pieces).unwrap()));
        let delivery = Delivery::Flat { fee: cny(fee), free_over: limit.map(cny) };
        let totals = Totals::of(Currency::parse("CNY").unwrap(), bought, Some(&delivery)).unwrap();
        let goods: i64 = lines.iter().map(|(unit, pieces)| unit * pieces).sum();
        prop_assert_eq!(totals.goods.minor(), goods);
        prop_assert_eq!(totals.total.minor(), goods + totals.delivery.minor());
        prop_assert_eq!(totals.delivery.minor() == 0, fee == 0 || limit.is_some_and(|limit| goods >= limit));
    }

    #[test]
    fn any_text_is_some_region(country in ".{0,12}", province in ".{0,12}", home in "|CN|US") {
        let region = Region::read(&country, &province, &home);
        prop_assert!(region.covers(&region) || region == Region::read("", &province, ""));
        let _ = chinese_province(&province);
    }
}
