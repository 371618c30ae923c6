//! A picture that was made, and what can be done with it.

use super::vcard::vcard;
use crate::api::desk::DeskShop;
use crate::components::{
    Blank, DeskIcon, Drawing, Icon, blank, desk_icon, desk_sign, icon, live, note, retry_action,
};
use crate::desk::session::Desk;
use crate::desk::tools::grouped;
use crate::host::canvas::Canvas;
use crate::host::hand::{Paper, bytes, print};
use crate::host::{Host, here};
use crate::view::prelude::*;
use minishop_core::Link;
use std::rc::Rc;

/// What a picture is called, for those who save it and those who cannot see it.
pub struct Picture {
    pub file: String,
    pub alt: String,
}

#[derive(Clone)]
enum Made {
    Drawn,
    Failed,
    /// The PNG's own address, and the file where the engine makes files.
    Here(String, Option<Rc<Paper>>),
}

/// Draws it and shows it.
pub fn picture(
    desk: Desk,
    picture: Picture,
    draw: impl Future<Output = Option<Canvas>> + 'static,
) -> AnyView {
    let text = &desk.text().card;
    let made = RwSignal::new(Made::Drawn);
    let Picture { file, alt } = picture;
    spawn_local(async move {
        let Some(canvas) = draw.await else { return made.set(Made::Failed) };
        let Some(address) = canvas.address() else { return made.set(Made::Failed) };
        made.set(Made::Here(address.clone(), None));
        let paper = canvas.file().await.and_then(|bytes| Paper::of(&bytes, &file));
        if let Some(paper) = paper {
            made.set(Made::Here(address, Some(Rc::new(paper))));
        }
    });
    live(move || match made.get() {
        Made::Drawn => view! {
            <div class="card-sheet card-sheet-empty" role="status">
                <span class="spinner" aria-hidden="true"></span>
                <span class="quiet">{text.making}</span>
            </div>
        },
        Made::Failed => {
            let said =
                Blank { drawing: Drawing::Nothing, title: text.failed.to_owned(), text: "", alone: false };
            let again = || _ = window().location().reload();
            blank(said, retry_action(desk.text().common.retry, again))
        }
        Made::Here(address, paper) => view! {
            <figure class="card-sheet">
                <img class="card-picture" data-picture="" src=address alt=alt.clone() />
            </figure>
            {actions(desk, paper)}
        },
    })
}

fn actions(desk: Desk, paper: Option<Rc<Paper>>) -> AnyView {
    let text = &desk.text().card;
    let share = paper.clone().filter(|paper| paper.can_be_shared()).map(|paper| {
        view! {
            <button class="button button-main" type="button" data-do="share-picture" on:click=move |_| paper.share()>
                {icon(Icon::Share)}<span>{text.share}</span>
            </button>
        }
    });
    // A webview that is not the browser's has no place to save to.
    let save = paper.filter(|_| here() == Host::Browser).map(|paper| {
        let class = if share.is_some() { "button button-plain" } else { "button button-main" };
        view! {
            <a class=class href=paper.address.clone() download=paper.name.clone() data-do="save-picture">
                {icon(Icon::Photo)}<span>{text.save}</span>
            </a>
        }
    });
    let print = (here() == Host::Browser).then(|| {
        view! {
            <button class="button button-plain" type="button" data-do="print" on:click=move |_| print()>
                {desk_icon(DeskIcon::Print)}<span>{text.print}</span>
            </button>
        }
    });
    view! {
        <p class="card-hold">{text.hold}</p>
        <div class="card-actions">{share}{save}{print}</div>
    }
}

/// The shop for the phone's address book.
pub fn contact(desk: Desk, shop: &DeskShop) -> AnyView {
    let text = &desk.text().card;
    if here() != Host::Browser {
        return note(Icon::Alert, text.contact_elsewhere.to_owned());
    }
    let origin = window().location().origin().unwrap_or_default();
    let number = (desk.text().common.shop_number)(&grouped(shop.number));
    let entry = vcard(shop, &Link::shop(shop.number).url(&origin), &number);
    let made = bytes(&entry, "text/vcard;charset=utf-8");
    let paper = made.and_then(|bytes| Paper::of(&bytes, &format!("shop-{}.vcf", shop.number)));
    let Some(paper) = paper.map(StoredValue::new) else { return ().into_any() };
    let (address, name) = paper.with_value(|paper| (paper.address.clone(), paper.name.clone()));
    view! {
        <ul class="rows no-print" role="list">
            <li class="rows-item">
                <a class="rows-row" href=address download=name data-do="contact">
                    {desk_sign(DeskIcon::Person)}
                    <span class="rows-body">
                        <span class="rows-title">{text.contact}</span>
                        <span class="quiet">{text.contact_text}</span>
                    </span>
                </a>
            </li>
        </ul>
    }
}
