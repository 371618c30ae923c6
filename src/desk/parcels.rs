//! The fields of parcels: carrier from a list or in own words, waybill typed, pasted or scanned.

use super::carriers::{listed, next_parcel, waybill};
use super::scan;
use super::ship::{Job, MOST_PARCELS, Shipping, paths};
use crate::components::{Choice, Field, Icon, form, icon, live, live_text, select, small_icon, warning};
use crate::device::selling::TypedParcel;
use crate::view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The form of the sheet.
pub fn fields(shipping: Shipping, job: &Job) -> AnyView {
    let Shipping { desk, parcels, busy, wrong, .. } = shipping;
    let text = &desk.text().ship;
    let [name, place] = &job.to;
    let pickup = job.pickup && job.correct.is_none();
    let to = if pickup { text.pickup_text.to_owned() } else { (text.to)(name, place) };
    let single = job.correct.is_some() || job.pickup;
    let many = Memo::new(move || parcels.with(Vec::len));
    let rows = move || {
        let count = many.get();
        let row = |at: usize| (at.to_string(), row(shipping, at, count));
        AnyView::keyed((0..count).map(row).collect())
    };
    let add = move || {
        let room = !single && many.get() < MOST_PARCELS;
        room.then(|| {
            view! {
                <button class="text-button" type="button" data-do="add-parcel" on:click=move |_| add(shipping)>
                    {small_icon(Icon::Plus)}
                    <span>{text.add}</span>
                </button>
            }
        })
        .into_any()
    };
    let correct = job.correct.is_some();
    let label = move || match many.get() {
        _ if correct => desk.text().common.save.to_owned(),
        _ if pickup => text.pickup_act.to_owned(),
        1 => text.act.to_owned(),
        several => (text.act_several)(several),
    };
    let busy = Signal::derive(move || busy.get());
    focus_first_empty();
    let inside = view! {
        <p class="quiet">{to}</p>
        {live(move || wrong.get().map(warning).into_any())}
        <ul class="stack" role="list">{live(rows)}</ul>
        {live(add)}
        <button class="button button-main button-wide" type="submit" data-do="ship-now"
            aria-busy=move || busy.get().then_some("true") aria-disabled=move || busy.get().then_some("true")>
            {live(move || busy.get().then(|| view! {
                <span class="spinner spinner-on-accent" aria-hidden="true"></span>
            }).into_any())}
            <span>{live_text(label)}</span>
        </button>
    };
    form(busy, move || shipping.send(), inside)
}

fn add(shipping: Shipping) {
    let next = shipping.parcels.with_untracked(|parcels| {
        let last = parcels.last().map(|last| TypedParcel { waybill: String::new(), ..last.clone() });
        last.unwrap_or_else(|| next_parcel(shipping.desk))
    });
    shipping.type_in(|parcels| parcels.push(next));
    focus_first_empty();
}

/// The cursor stands where something is to be written, once the sheet has taken the focus.
fn focus_first_empty() {
    let focus = || {
        let Ok(fields) = document().query_selector_all("[data-waybill] input") else { return };
        let fields = (0..fields.length()).filter_map(|at| fields.item(at)?.dyn_into::<HtmlElement>().ok());
        let empty = |field: &HtmlElement| {
            field.dyn_ref::<web_sys::HtmlInputElement>().is_some_and(|field| field.value().is_empty())
        };
        if let Some(field) = fields.into_iter().find(empty) {
            _ = field.focus();
        }
    };
    request_animation_frame(move || request_animation_frame(focus));
}

fn row(shipping: Shipping, at: usize, count: usize) -> AnyView {
    let Shipping { desk, flaws, scanning, .. } = shipping;
    let text = &desk.text().ship;
    let [_, waybill_path] = paths(at);
    let several = count > 1;
    let waybill_label = if several { (text.waybill_of)(at + 1) } else { text.waybill.to_owned() };
    let type_waybill = Callback::new(move |typed: String| {
        flaws.clear(&paths(at)[1]);
        put(shipping, at, |parcel| parcel.waybill = waybill(&typed));
    });
    let field = Field::new(
        format!("waybill-{at}"),
        waybill_label,
        read(shipping, at, |p| p.waybill.clone()),
        type_waybill,
    )
    .flaw(flaws.of(waybill_path))
    .hint(if at == 0 { text.paste } else { "" })
    .show();
    let remove = several.then(|| {
        view! {
            <button class="icon-button" type="button" aria-label=(text.remove_of)(at + 1)
                on:click=move |_| remove(shipping, at)>
                {icon(Icon::Trash)}
            </button>
        }
    });
    let scan_button = scan::able().then(|| {
        view! {
            <button class="icon-button parcel-scan" type="button" aria-label=text.scan
                on:click=move |_| scanning.set(Some(at))>
                {icon(Icon::Scan)}
            </button>
        }
    });
    let found = Callback::new(move |code: Option<String>| {
        scanning.set(None);
        match code {
            Some(code) => type_waybill.run(code),
            None => desk.say(text.no_camera),
        }
    });
    let stop = Callback::new(move |()| scanning.set(None));
    let camera = move || {
        let on = scanning.get() == Some(at);
        on.then(|| scan::viewfinder(desk, stop, found)).into_any()
    };
    view! {
        <li class="parcel">
            <div class="parcel-line">
                <div class="parcel-grow">{carrier_fields(shipping, at, several)}</div>
                {remove}
            </div>
            <div class="parcel-line" data-waybill="">
                <div class="parcel-grow">{field}</div>
                {scan_button}
            </div>
            {live(camera)}
        </li>
    }
}

fn carrier_fields(shipping: Shipping, at: usize, several: bool) -> AnyView {
    let Shipping { desk, flaws, .. } = shipping;
    let text = &desk.text().ship;
    let mut choices: Vec<Choice> = listed(desk).iter().map(|name| Choice::new(*name, *name)).collect();
    choices.push(Choice::new("", text.other));
    let label = if several { (text.carrier_of)(at + 1) } else { text.carrier.to_owned() };
    let choose = Callback::new(move |name: String| {
        flaws.clear(&paths(at)[0]);
        put(shipping, at, |parcel| parcel.listed = name);
    });
    let other =
        Memo::new(move || shipping.parcels.with(|all| all.get(at).is_some_and(|own| own.listed.is_empty())));
    let own_words = move || {
        if !other.get() {
            return ().into_any();
        }
        let type_own = Callback::new(move |name: String| {
            flaws.clear(&paths(at)[0]);
            put(shipping, at, |parcel| parcel.own = name);
        });
        let [path, _] = paths(at);
        Field::new(
            format!("carrier-own-{at}"),
            text.other_label,
            read(shipping, at, |p| p.own.clone()),
            type_own,
        )
        .flaw(flaws.of(path))
        .example(text.other_example)
        .show()
    };
    view! {
        <div class="stack">
            {select(format!("carrier-{at}"), label, choices, read(shipping, at, |p| p.listed.clone()), choose)}
            {live(own_words)}
        </div>
    }
}

fn read(shipping: Shipping, at: usize, part: fn(&TypedParcel) -> String) -> Signal<String> {
    Signal::derive(move || shipping.parcels.with(|all| all.get(at).map(part).unwrap_or_default()))
}

fn put(shipping: Shipping, at: usize, change: impl FnOnce(&mut TypedParcel)) {
    shipping.type_in(|parcels| {
        if let Some(parcel) = parcels.get_mut(at) {
            change(parcel);
        }
    });
}

fn remove(shipping: Shipping, at: usize) {
    shipping.flaws.clear_all();
    shipping.scanning.set(None);
    shipping.type_in(|parcels| {
        if parcels.len() > 1 && at < parcels.len() {
            parcels.remove(at);
        }
    });
}
