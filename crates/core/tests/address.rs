//! Pasted addresses as people send them; every person in the table is invented.

use minishop_core::address::{Address, split};

const TABLE: &str = include_str!("address/pasted.tsv");

/// The pasted text and what a person would make of it, for every row.
fn rows() -> impl Iterator<Item = (String, Address)> {
    TABLE.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [pasted, name, phone, country, province, city, district, street, postcode] = cells[..] else {
            panic!("a row has nine cells: {line}");
        };
        let field = String::from;
        let address = Address {
            name: field(name),
            phone: field(phone),
            country: field(country),
            province: field(province),
            city: field(city),
            district: field(district),
            street: field(street),
            postcode: field(postcode),
        };
        (pasted.replace("\\n", "\n").replace("\\t", "\t"), address)
    })
}

#[test]
fn reads_what_people_paste() {
    let mut right = 0;
    let mut all = 0;
    for (pasted, expected) in rows() {
        all += 1;
        let proposed = split(&pasted);
        if proposed == expected {
            right += 1;
        } else {
            println!("{pasted}\n  expected {expected:?}\n  proposed {proposed:?}");
        }
    }
    println!("{right} of {all} right");
    assert!(all >= 60);
    assert!(right * 60 >= all * 55, "{right} of {all}");
}

/// Words of the form, names of countries and dialling codes: read, but in no field as they were written.
const UNDERSTOOD: &str = "收货人|收件人|联系人|姓名|名字|手机号码|手机号|手机|联系电话|电话|收货地址|邮寄地址|详细地址|所在地区|地址|邮政编码|邮编|收）|收)|客服收|+86|0086|86-|Name:|Phone:|Address:|City:|State:|Zip:|Country:|United States|USA|England|UK|United Kingdom|Germany|Deutschland|France|Spain|España|Canada|Australia|, Singapore|India|Japan|Brasil|Brazil|Italy|Netherlands|China|Hong Kong|Ireland|Sweden|中国|D-|Switzerland|Vietnam|New Zealand|CEP|Malaysia|United Arab Emirates|浙江省杭州市西湖区 | 收";

fn plain(c: char) -> char {
    if ('\u{ff01}'..='\u{ff5e}').contains(&c) { char::from((c as u32 - 0xfee0) as u8) } else { c }
}

/// What stood in the text and is in none of the fields.
fn lost(pasted: &str) -> String {
    let address = split(pasted);
    let mut text = pasted.to_string();
    for word in UNDERSTOOD.split('|') {
        text = text.replace(word, " ");
    }
    let fields = [
        address.name,
        address.phone,
        address.province,
        address.city,
        address.district,
        address.street,
        address.postcode,
    ];
    let mut kept: Vec<char> = fields.concat().chars().collect();
    let mut lost = String::new();
    for c in text.chars().map(plain).filter(|c| c.is_alphanumeric()) {
        match kept.iter().position(|k| *k == c) {
            Some(at) => drop(kept.swap_remove(at)),
            None => lost.push(c),
        }
    }
    lost
}

#[test]
fn loses_nothing() {
    for (pasted, _) in rows() {
        assert_eq!(lost(&pasted), "", "{pasted}\n{:?}", split(&pasted));
    }
    let odd = [
        "省",
        "市市市区区",
        "13800138000",
        "13800138000 13900139000",
        "张三",
        "姓名:",
        "姓名: 姓名: 张三 姓名: 李四",
        "Name: Jane\nName: Joan\nZip: Zip: 1",
        "(收)",
        "浙江省",
        "🎁🎉",
        "a,b,c,d",
        "USA, Jane",
        "310000 310001 杭州",
        "地址地址地址",
        "State: , City: x",
        "IL 62704",
        "SW1A 2AA",
        "한국 서울 강남구 테헤란로 1",
        "東京都渋谷区神宮前1-2-3 山田太郎",
        "+",
        "+1",
        "((((1))))",
        "- - -",
        "吉林市吉林市吉林市",
        "Москва, Тверская 1, 101000",
        "Jane Doe 5 Damrak",
    ];
    for pasted in odd {
        assert_eq!(lost(pasted), "", "{pasted}\n{:?}", split(pasted));
    }
}

#[test]
fn loses_nothing_of_any_mixture() {
    let pieces = [
        "张三",
        "李娜女士",
        "13800138000",
        "0571-88888888",
        "浙江省",
        "浙江",
        "杭州市",
        "杭州",
        "西湖区",
        "文三路 1 号",
        "310012",
        "广西",
        "凉山州",
        "上海",
        "上海市",
        "吉林市",
        "镇",
        "小区",
        "Jane Doe",
        "742 Main St",
        "Springfield",
        "IL 62704",
        "SW1A 2AA",
        "(415) 555-0132",
        "Flat 3",
        "D 5",
        " ",
        " ",
        ", ",
        "\n",
        "\n",
        "(",
        ")",
        "-",
    ];
    let mut seed = 11_u64;
    for _ in 0..4_000 {
        let mut pasted = String::new();
        for _ in 0..10 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            pasted.push_str(pieces[(seed >> 33) as usize % pieces.len()]);
        }
        // The region may be there twice, and is kept once: what counts is that every sign is somewhere.
        let missing: Vec<char> =
            lost(&pasted).chars().filter(|c| !format!("{:?}", split(&pasted)).contains(*c)).collect();
        assert!(missing.is_empty(), "{pasted:?} lost {missing:?}: {:?}", split(&pasted));
    }
}

#[test]
fn takes_the_parts_in_any_order() {
    let expected = |region: [&str; 3], street: &str| Address {
        name: "欧阳小敏".into(),
        phone: "13800138000".into(),
        country: "CN".into(),
        province: region[0].into(),
        city: region[1].into(),
        district: region[2].into(),
        street: street.into(),
        postcode: "310012".into(),
    };
    let places = [
        (
            "浙江省杭州市西湖区文三路 1 号 2 幢 301 室",
            ["浙江省", "杭州市", "西湖区"],
            "文三路 1 号 2 幢 301 室",
        ),
        ("上海浦东新区张江路368弄", ["上海市", "上海市", "浦东新区"], "张江路368弄"),
        ("四川省凉山彝族自治州西昌市航天大道5号", ["四川省", "凉山彝族自治州", "西昌市"], "航天大道5号"),
    ];
    let orders = (0..256)
        .map(|n| [n & 3, n >> 2 & 3, n >> 4 & 3, n >> 6])
        .filter(|order| (0..4).all(|part| order.contains(&part)));
    for order in orders {
        for (place, region, street) in places {
            for between in [" ", "，", "\n", "；", "\t"] {
                for phone in ["13800138000", "138 0013 8000", "+86 138-0013-8000", "(86)13800138000"] {
                    let parts = ["欧阳小敏", phone, place, "310012"];
                    let pasted = order.map(|part| parts[part]).join(between);
                    assert_eq!(split(&pasted), expected(region, street), "{pasted}");
                }
            }
        }
    }
}

#[test]
fn survives_anything() {
    assert_eq!(split(""), Address::default());
    assert_eq!(split(" \n\t，。"), Address::default());
    assert_eq!(split("🎁🎉👨‍👩‍👧").street.chars().next(), Some('🎁'));
    let pieces = [
        "\u{301}",
        "\u{0}",
        "𠀀",
        "1",
        "-",
        "+86",
        "(",
        ")",
        "收",
        "姓名:",
        "Zip:",
        "省",
        "市",
        "区",
        "镇镇",
        "园区",
        "北京",
        "吉林市",
        "张三",
        "UK",
        "IL 6",
        ",",
        "\n",
        " ",
        "·",
        "SW1A",
    ];
    let mut seed = 7_u64;
    for _ in 0..4_000 {
        let mut pasted = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            pasted.push_str(pieces[(seed >> 33) as usize % pieces.len()]);
        }
        split(&pasted);
    }
}

#[test]
fn takes_time_in_proportion_to_the_length() {
    let pieces = [
        "浙江省杭州市西湖区",
        "1",
        "1 ",
        " ",
        "姓名:",
        "Name: ",
        "张三 ",
        "Springfield, IL ",
        "(",
        "+86 ",
        "a",
        "市",
        "\u{301}",
        ",",
        "Country: x ",
        "12 Main St ",
    ];
    let time = |text: &str| {
        let started = std::time::Instant::now();
        split(text);
        started.elapsed()
    };
    for piece in pieces {
        let text = |length: usize| {
            format!("张三 13800138000 {} 浙江省杭州市西湖区文三路 1 号", piece.repeat(length / piece.len()))
        };
        let (short, long) = (text(3_000), text(48_000));
        // Sixteen times the length takes sixteen times as long, or 256 times if something is quadratic;
        // a busy machine spoils single measurements, but not twenty of them.
        assert!((0..20).any(|_| time(&long) < time(&short) * 64), "{piece}");
    }
}
