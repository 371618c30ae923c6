//! The card and posters in Chinese.

use crate::text::desk::card::Card;

pub(super) const TEXT: Card = Card {
    title: "店铺名片",
    poster: "商品海报",
    alt: |name, number| format!("{name}的名片，店号 {number}，附进店二维码"),
    poster_alt: |title| format!("{title}的海报，附二维码"),
    making: "正在生成图片",
    failed: "图片没有生成",
    hold: "长按图片，可以保存或发给朋友。",
    save: "保存图片",
    share: "分享",
    print: "打印",
    contact: "存到通讯录",
    contact_text: "保存为手机联系人",
    contact_elsewhere: "要存到通讯录，请在手机浏览器里打开这个页面。",
    words_in: "图片上的文字",
    no_photo: "这个商品还没有照片，加一张更吸引人。",
    number: "店号",
    long_press: "长按识别二维码进店",
    from: |price| format!("{price} 起"),
};
