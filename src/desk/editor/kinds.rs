//! Price and stock of every kind, one under another, and one line that fills them all at once.

use super::View;
use super::basics::{is_single, price_field, rare, stock_field};
use super::convert::STOCK;
use crate::api::shop::media;
use crate::components::{Choice, Entry, Field, Picture, live, photo, select, toggle};
use crate::desk::form::{amount_field, read_amount, read_count, show_first_flaw};
use crate::view::prelude::*;

/// The block of kinds; none where there is one sku alone.
pub fn kinds(view: View) -> AnyView {
    let text = &view.desk.text().editor;
    let names = Memo::new(move || {
        view.draft.with(|draft| {
            if is_single(draft) {
                return Vec::new();
            }
            draft.skus.iter().map(|sku| sku.values.join(" / ")).collect()
        })
    });
    live(move || {
        let names: Vec<String> = names.get();
        if names.is_empty() {
            return ().into_any();
        }
        let rows = names.into_iter().enumerate().map(|(at, name)| (name.clone(), row(view, at, name)));
        view! {
            <section class="block" aria-labelledby="kinds">
                <h2 class="block-title" id="kinds">{text.kinds}</h2>
                {fill(view)}
                {AnyView::keyed(rows.collect())}
            </section>
        }
    })
}

fn fill(view: View) -> AnyView {
    let text = &view.desk.text().editor;
    let [price, stock] = [(); 2].map(|()| RwSignal::new(String::new()));
    let flaws = view.flaws;
    let put = move |_| {
        let [price, stock] = [price, stock].map(RwSignal::get_untracked);
        let given = |text: &str| !text.trim().is_empty();
        flaws.clear("fill.price");
        flaws.clear("fill.stock");
        if given(&price)
            && let Err(words) = read_amount(view.desk, &price, view.currency)
        {
            flaws.set("fill.price", words);
            return show_first_flaw();
        }
        if given(&stock)
            && let Err(words) = read_count(view.desk, &stock, STOCK)
        {
            flaws.set("fill.stock", words);
            return show_first_flaw();
        }
        view.edit("skus", |draft| {
            for sku in &mut draft.skus {
                if given(&price) {
                    sku.price.clone_from(&price);
                }
                if given(&stock) {
                    sku.stock.clone_from(&stock);
                }
            }
        });
        view.desk.say(text.filled);
    };
    let watched = |own: RwSignal<String>| Signal::derive(move || own.get());
    let typed = |own: RwSignal<String>| Callback::new(move |text| own.set(text));
    let price = amount_field("fill-price", text.price, view.currency, watched(price), typed(price));
    let stock = Field::of("fill-stock", text.stock, stock).entry(Entry::Count);
    view! {
        <fieldset class="fill">
            <legend class="fill-title">{text.fill}</legend>
            <div class="field-pair">
                {price.flaw(flaws.of("fill.price")).show()}
                {stock.flaw(flaws.of("fill.stock")).show()}
            </div>
            <button class="button button-plain button-wide" type="button" data-do="fill" on:click=put>
                {text.fill_do}
            </button>
        </fieldset>
    }
}

fn row(view: View, at: usize, name: String) -> AnyView {
    let text = &view.desk.text().editor;
    let sold = toggle(
        text.sold,
        "",
        Signal::derive(move || view.draft.with(|draft| draft.skus.get(at).is_some_and(|sku| !sku.inactive))),
        Callback::new(move |on: bool| view.edit("skus", |draft| draft.skus[at].inactive = !on)),
    );
    let shown = live(move || {
        let hash =
            view.draft.with(|draft| draft.skus.get(at).map(|sku| sku.photo.clone()).unwrap_or_default());
        if hash.is_empty() {
            return ().into_any();
        }
        let at = |width| media(&hash, width);
        let picture =
            photo(Picture { at: &at, tint: "", alt: "", sizes: "48px", eager: false, faded: false });
        view! { <span class="thumb thumb-small">{picture}</span> }
    });
    view! {
        <fieldset class="kind block-split" data-kind=name.clone()>
            <legend class="unseen">{name.clone()}</legend>
            <p class="kind-name" aria-hidden="true">{shown}<span class="strong">{name}</span></p>
            <div class="field-pair">{price_field(view, at)}{stock_field(view, at)}</div>
            <details class="details">
                <summary class="details-title">{text.kind_more}</summary>
                <div class="stack">{sold}{its_photo(view, at)}{rare(view, at)}</div>
            </details>
        </fieldset>
    }
}

fn its_photo(view: View, at: usize) -> AnyView {
    let text = &view.desk.text().editor;
    live(move || {
        let photos = view.draft.with(|draft| draft.photos.clone());
        if photos.is_empty() {
            return ().into_any();
        }
        let mut choices = vec![Choice::new("", text.no_photo)];
        let named = |(at, photo): (usize, crate::device::desk_draft::DraftPhoto)| {
            Choice::new(photo.hash, (text.photo)(at + 1))
        };
        choices.extend(photos.into_iter().enumerate().map(named));
        select(
            format!("kind-photo-{at}"),
            text.kind_photo,
            choices,
            view.text_of(move |draft| draft.skus.get(at).map(|sku| sku.photo.clone()).unwrap_or_default()),
            Callback::new(move |hash| view.edit("skus", |draft| draft.skus[at].photo = hash)),
        )
    })
}
