//! The card with the shop's code and a poster for any goods: a PNG in a real image, which a long press saves in a chat.

mod paper;
mod shown;
mod vcard;
mod wrap;

use super::loaded::Loaded;
use super::page::{Page, inner};
use super::route::Route;
use super::session::Desk;
use super::tools::{chosen_language, grouped};
use crate::api::desk::goods::{self, DeskGoods};
use crate::api::desk::{DeskShop, shop};
use crate::api::shop::Photo;
use crate::components::{Icon, live, note};
use crate::host::canvas::Image;
use crate::text::Language;
use crate::view::prelude::*;
use minishop_core::{GoodsId, Link};
use paper::{CardWords, GoodsWords};
use shown::Picture;

/// The card.
pub fn screen(desk: Desk) -> AnyView {
    let text = &desk.text().card;
    let loaded = Loaded::ask(desk, shop::shop);
    let inside = loaded.show(move |shop| card_of(desk, shop));
    inner(desk, Page::new("card", text.title).ready(loaded.ready()), &Route::Shop, inside)
}

/// A poster of those goods.
pub fn poster(desk: Desk, id: GoodsId) -> AnyView {
    let text = &desk.text().card;
    let back = Route::EditGoods(id.clone());
    let loaded = Loaded::ask(desk, move || {
        let id = id.clone();
        async move { Ok((shop::shop().await?, goods::one(&id).await?)) }
    });
    let inside = loaded.show(move |(shop, goods)| poster_of(desk, shop, goods));
    inner(desk, Page::new("poster", text.poster).ready(loaded.ready()), &back, inside)
}

fn card_of(desk: Desk, shop: DeskShop) -> AnyView {
    let text = &desk.text().card;
    let language = RwSignal::new(Language::of_tag(&shop.locale));
    let link = Link::shop(shop.number);
    let own = shop.clone();
    let picture = live(move || {
        let words = words(&own, &link, language.get());
        let logo = own.logo.clone();
        let draw = async move {
            let logo = fetched(logo.as_ref(), 640).await;
            paper::card(&words, logo.as_ref())
        };
        let alt = (text.alt)(&own.name, &grouped(own.number));
        shown::picture(desk, Picture { file: format!("shop-{}.png", own.number), alt }, draw)
    });
    view! {
        {picture}
        {chosen_language(desk, language)}
        {shown::contact(desk, &shop)}
    }
}

fn poster_of(desk: Desk, shop: DeskShop, goods: DeskGoods) -> AnyView {
    let text = &desk.text().card;
    let language = RwSignal::new(Language::of_tag(&shop.locale));
    let photo = goods.photos.first().cloned();
    let bare = photo.is_none().then(|| note(Icon::Photo, text.no_photo.to_owned()));
    let picture = live(move || {
        let language = language.get();
        let words = words(&shop, &Link::goods(shop.number, goods.id.clone()), language);
        let goods_words = GoodsWords { title: goods.title.clone(), price: price(&goods, language) };
        let photo = photo.clone();
        let draw = async move {
            let photo = fetched(photo.as_ref(), 1080).await;
            paper::poster(&words, &goods_words, photo.as_ref())
        };
        let file = format!("poster-{}-{}.png", shop.number, goods.id.as_str());
        shown::picture(desk, Picture { file, alt: (text.poster_alt)(&goods.title) }, draw)
    });
    view! {
        {picture}
        {bare}
        {chosen_language(desk, language)}
    }
}

/// The lowest price of what is sold, and whether there are higher ones.
fn price(goods: &DeskGoods, language: Language) -> String {
    let prices = || goods.skus.iter().filter(|sku| sku.active).map(|sku| sku.price);
    let lowest = prices().min_by_key(|price| price.minor());
    let Some(lowest) = lowest else { return String::new() };
    let several = prices().any(|price| price != lowest);
    let words = lowest.to_string();
    if several { (language.desk().card.from)(&words) } else { words }
}

fn words(shop: &DeskShop, link: &Link, language: Language) -> CardWords {
    let text = &language.desk().card;
    let origin = window().location().origin().unwrap_or_default();
    let url = Link::shop(shop.number).url(&origin);
    let shown = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest).to_owned();
    CardWords {
        name: shop.name.clone(),
        number: grouped(shop.number),
        number_label: text.number,
        long_press: text.long_press,
        // Tells a visit by code from one by link.
        link: format!("{}?s=qr", link.url(&origin)),
        shown_link: shown,
        theme: shop.theme.clone(),
    }
}

async fn fetched(photo: Option<&Photo>, width: u32) -> Option<Image> {
    let webp = photo?.url(width);
    // Engines without WebP get the same picture as JPEG.
    let jpeg = webp.replace(".webp", ".jpg");
    Image::fetch(&[webp, jpeg]).await
}
