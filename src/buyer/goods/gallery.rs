//! The pictures, edge to edge: swiped, stepped through by buttons and keys, and enlarged on a tap.

use super::super::pictures::{Place, square};
use super::View;
use crate::api::{Detail, Photo};
use crate::components::{Icon, Overlay, bare_photo, icon, live, live_text, overlay};
use crate::view::prelude::*;
use leptos::ev::KeyboardEvent;

/// The row of pictures, and where the buyer is in it.
#[derive(Clone, Copy)]
struct Row {
    track: NodeRef<web_sys::Element>,
    at: RwSignal<usize>,
    count: usize,
}

impl Row {
    fn show(self, at: usize) {
        if let Some(track) = self.track.now() {
            track.set_scroll_left(at.min(self.count.saturating_sub(1)) as i32 * track.client_width());
        }
    }

    fn step(self, forward: bool) {
        let at = self.at.get_untracked();
        self.show(if forward { at + 1 } else { at.saturating_sub(1) });
    }

    /// Which picture the swipe has come to.
    fn look(self) {
        let Some(track) = self.track.now() else { return };
        let width = track.client_width().max(1);
        let at = ((track.scroll_left() + width / 2) / width).max(0) as usize;
        if at != self.at.get_untracked() {
            self.at.set(at);
        }
    }
}

/// The gallery; it follows the chosen sku to the picture that shows it.
pub fn gallery(view: View, detail: &Detail) -> AnyView {
    let text = &view.app.text().goods;
    let photos = detail.photos.clone();
    if photos.is_empty() {
        return view! { <div class="gallery">{bare_photo()}</div> }.into_any();
    }
    let row = Row { track: NodeRef::new(), at: RwSignal::new(0), count: photos.len() };
    let zoom = RwSignal::new(false);
    let hash = Memo::new(move || {
        view.read(None, |detail, choice| {
            let sku = choice.sku(&detail.goods)?;
            detail.mark(&sku.id).and_then(|mark| mark.photo.clone())
        })
    });
    let hashes: Vec<String> = photos.iter().map(|photo| photo.hash.clone()).collect();
    Effect::new(move |before: Option<()>| {
        let wanted = hash.get().and_then(|hash| hashes.iter().position(|own| *own == hash));
        if let (Some(at), Some(())) = (wanted, before) {
            row.show(at);
        }
    });
    let key = move |event: KeyboardEvent| {
        let forward = match event.key().as_str() {
            "ArrowRight" => true,
            "ArrowLeft" => false,
            _ => return,
        };
        event.prevent_default();
        row.step(forward);
    };
    let slides: Vec<_> = photos.iter().enumerate().map(|(at, photo)| slide(view, at, photo, zoom)).collect();
    let several = row.count > 1;
    let counter = several.then(|| {
        view! {
            <p class="gallery-count">
                <span class="unseen">{text.photo}</span>
                {live_text(move || format!("{}/{}", row.at.get() + 1, row.count))}
            </p>
            {step(row, false, text.previous)}
            {step(row, true, text.next)}
        }
        .into_any()
    });
    view! {
        <section class="gallery" aria-roledescription="carousel" aria-label=text.photos>
            <ul class="gallery-track" role="list" tabindex="0" aria-label=text.photos node_ref=row.track
                on:scroll=move |_| row.look() on:keydown=key>
                {slides}
            </ul>
            {counter}
        </section>
        {live(move || if zoom.get() { enlarged(view, &photos, row.at.get_untracked()) } else { ().into_any() })}
    }
    .into_any()
}

fn slide(view: View, at: usize, photo: &Photo, zoom: RwSignal<bool>) -> AnyView {
    let place = Place { sizes: "(min-width: 832px) 480px, 100vw", eager: at == 0, faded: false };
    view! {
        <li class="gallery-slide">
            <button class="gallery-zoom" type="button" aria-label=(view.app.text().goods.enlarge)(at as u32 + 1)
                on:click=move |_| view.app.open_sheet(zoom)>
                {square(Some(photo), &photo.alt, place)}
            </button>
        </li>
    }
    .into_any()
}

/// A step for those who have neither a touch screen nor a wheel; it is off at the end of the row.
fn step(row: Row, forward: bool, label: &'static str) -> AnyView {
    let (class, sign) = match forward {
        true => ("icon-button icon-button-over gallery-step gallery-step-next", Icon::Forward),
        false => ("icon-button icon-button-over gallery-step", Icon::Back),
    };
    let off = move || if forward { row.at.get() + 1 >= row.count } else { row.at.get() == 0 };
    view! {
        <button class=class type="button" aria-label=label disabled=off on:click=move |_| row.step(forward)>
            {icon(sign)}
        </button>
    }
    .into_any()
}

fn enlarged(view: View, photos: &[Photo], at: usize) -> AnyView {
    let app = view.app;
    let Some(photo) = photos.get(at) else { return ().into_any() };
    let text = app.text();
    let frame = Overlay {
        class: "zoom",
        label: text.goods.enlarged,
        close: Callback::new(move |()| app.close_sheet()),
        drag: RwSignal::new(0),
    };
    let area = NodeRef::<web_sys::Element>::new();
    request_animation_frame(move || {
        // It opens on the middle of the picture.
        if let Some(area) = area.now() {
            area.set_scroll_left((area.scroll_width() - area.client_width()) / 2);
            area.set_scroll_top((area.scroll_height() - area.client_height()) / 2);
        }
    });
    let inside = view! {
        <div class="zoom-area" tabindex="0" node_ref=area><img class="zoom-img" src=photo.url(1080) alt=photo.alt.clone() /></div>
        <button class="icon-button icon-button-over zoom-close" type="button" aria-label=text.common.close
            on:click=move |_| app.close_sheet()>
            {icon(Icon::Close)}
        </button>
    };
    overlay(frame, inside.into_any())
}
