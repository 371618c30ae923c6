//! The door: a number, a code, or a shop visited before.

mod entry;
mod scan;

use super::{foot, pictures};
use crate::api::fetch::came;
use crate::app::App;
use crate::components::{Icon, live, small_icon, warning};
use crate::device::{self, Visited};
use crate::route::Route;
use crate::theme;
use crate::view::prelude::*;
use entry::{CELLS, Entry};
use minishop_core::NumberError;

/// The door.
pub fn screen(app: App) -> AnyView {
    let text = app.text();
    app.title(text.common.app);
    theme::wear(None);
    let typed = RwSignal::new(String::new());
    // What stands in the way of a scan, until something is typed.
    let said = RwSignal::new("");
    let input = move |event| {
        let value: String = event_target_value(&event);
        said.set("");
        // A link is pasted, never typed: it leads there at once.
        match Entry::read(&value) {
            Entry::Leads(route) if value.contains('/') => app.go(&route),
            _ => typed.set(value),
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Entry::Leads(route) = Entry::read(&typed.get_untracked()) {
            came("number");
            app.go(&route);
        }
    };
    let wrong = move || matches!(Entry::read(&typed.get()), Entry::Wrong(_));
    let closed = move || !matches!(Entry::read(&typed.get()), Entry::Leads(_));
    view! {
        <div class="page">
            <header class="door-head">
                <p class="door-brand">
                    {small_icon(Icon::Shop)}
                    <span>{text.common.app}</span>
                </p>
                {foot::language_button(app)}
            </header>
            <main class="door stack stack-loose" data-screen="door" tabindex="-1" data-ready="">
                <h1 class="door-title" tabindex="-1">{text.door.title}</h1>
                <form class="stack" novalidate on:submit=submit>
                    <div class="number" class:number-wrong=wrong>
                        {live(move || cells(&typed.get()))}
                        <input class="number-input" inputmode="numeric" autocomplete="off" enterkeyhint="go"
                            aria-label=text.door.label aria-describedby="door-say"
                            aria-invalid=move || wrong().then_some("true")
                            prop:value=move || typed.get() on:input=input />
                    </div>
                    <div class="door-say" id="door-say" role="status">
                        {live(move || words(app, &typed.get(), said.get()))}
                    </div>
                    <button class="button button-main button-wide" type="submit"
                        aria-disabled=move || closed().then_some("true")>
                        {text.door.enter}
                    </button>
                    {scan::ways(app, Callback::new(move |word| said.set(word)))}
                </form>
                {visited(app)}
            </main>
        </div>
    }
    .into_any()
}

fn cells(typed: &str) -> AnyView {
    let digits = entry::digits(typed);
    let cell = |at: usize| {
        let class = if at == digits.len() { "number-cell number-cell-next" } else { "number-cell" };
        let digit = digits.get(at).map(char::to_string).unwrap_or_default();
        view! { <span class=class>{digit}</span> }.into_any()
    };
    let cells: Vec<_> = (0..CELLS).map(cell).collect();
    view! { <div class="number-cells" aria-hidden="true">{cells}</div> }.into_any()
}

/// The line under the number: what is missing, what is wrong, or where to find one.
fn words(app: App, typed: &str, said: &'static str) -> AnyView {
    let text = &app.text().door;
    let quiet = |words: String| view! { <p class="quiet">{words}</p> }.into_any();
    if !said.is_empty() {
        return warning(said.to_owned());
    }
    match Entry::read(typed) {
        Entry::Empty => quiet(text.hint.to_owned()),
        Entry::Short(missing) => quiet((text.too_short)(missing)),
        Entry::Leads(_) => quiet(String::new()),
        Entry::Wrong(error) => warning(
            match error {
                NumberError::LeadingZero => text.leading_zero,
                NumberError::Several => text.several,
                NumberError::TooLong(_) | NumberError::Empty | NumberError::TooShort(_) => text.too_long,
            }
            .to_owned(),
        ),
    }
}

fn visited(app: App) -> AnyView {
    let shops = device::visited::visited();
    if shops.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = shops.iter().map(row).collect();
    view! {
        <section class="stack" aria-labelledby="visited">
            <h2 class="block-title" id="visited">{app.text().door.visited}</h2>
            <ul class="stack" role="list">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(shop: &Visited) -> AnyView {
    view! {
        <li>
            <a class="item-link" href=Route::Shop(shop.number).path()>
                {pictures::logo(shop.logo.as_deref(), &shop.name)}
                <span class="item-body">
                    <span class="item-title strong">{shop.name.clone()}</span>
                    <span class="quiet figures">{shop.number.grouped()}</span>
                </span>
                {small_icon(Icon::Forward)}
            </a>
        </li>
    }
    .into_any()
}
