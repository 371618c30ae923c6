//! What the list is found and arranged with.

use super::View;
use crate::api::desk::Filter;
use crate::components::{
    Choice, DeskIcon, Icon, act_row, desk_icon, desk_sign, icon, link_row, live, rows, select, small_icon,
    tab_button, tabs,
};
use crate::desk::route::Route;
use crate::desk::sheets::sheet_while;
use crate::view::prelude::*;
use std::time::Duration;

/// The pause in typing after which the search begins.
const PAUSE: Duration = Duration::from_millis(300);

/// Search, filters and categories.
pub fn tools(view: View) -> AnyView {
    let text = &view.desk.text().goods;
    let name = |filter| match filter {
        Filter::All => text.all,
        Filter::OnSale => text.on_sale,
        Filter::SoldOut => text.sold_out,
        Filter::Hidden => text.hidden,
        Filter::Low => text.low,
    };
    let tab = |filter: Filter| {
        tab_button(
            name(filter),
            Signal::derive(move || view.shelf.with(|shelf| Some(shelf.counts.of(filter)))),
            Signal::derive(move || view.shelf.with(|shelf| shelf.filter == filter)),
            move || view.look(|shelf| shelf.filter = filter),
        )
    };
    view! {
        {search(view)}
        {tabs(text.filters, Filter::ALL.into_iter().map(tab).collect())}
        {categories(view)}
    }
}

fn search(view: View) -> AnyView {
    let text = view.desk.text();
    let typed = move || view.shelf.with(|shelf| shelf.typed.clone());
    let pause = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(old) = pause.try_update_value(Option::take).flatten() {
            old.clear();
        }
    };
    on_cleanup(stop);
    let look = move |words: String| {
        stop();
        view.shelf.update(|shelf| shelf.typed = words);
        pause.set_value(set_timeout_with_handle(move || view.look(|_| {}), PAUSE).ok());
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        stop();
        view.look(|_| {});
    };
    let clear = live(move || {
        if typed().is_empty() {
            return ().into_any();
        }
        view! {
            <button class="icon-button search-clear" type="button" aria-label=text.common.clear_search
                on:click=move |_| look(String::new())>
                {small_icon(Icon::Close)}
            </button>
        }
    });
    view! {
        <form class="search desk-search" role="search" on:submit=submit>
            <span class="search-sign">{icon(Icon::Search)}</span>
            <input class="search-input" type="search" enterkeyhint="search" autocomplete="off"
                placeholder=text.goods.search aria-label=text.goods.search prop:value=typed
                on:input=move |event| look(event_target_value(&event)) />
            {clear}
        </form>
    }
}

fn categories(view: View) -> AnyView {
    let text = &view.desk.text().goods;
    live(move || {
        let known = view.categories.get();
        if known.is_empty() {
            return ().into_any();
        }
        let mut choices = vec![Choice::new("", text.all_categories)];
        choices.extend(known.into_iter().filter_map(|own| Some(Choice::new(own.id?, own.name))));
        let list = select(
            "category",
            text.category,
            choices,
            Signal::derive(move || view.shelf.with(|shelf| shelf.category.clone().unwrap_or_default())),
            Callback::new(move |id: String| {
                view.look(|shelf| shelf.category = Some(id).filter(|id| !id.is_empty()));
            }),
        );
        view! { <div class="desk-filter">{list}</div> }
    })
}

/// The button of what is done with the whole shelf, and its sheet.
pub fn menu_button(view: View) -> AnyView {
    let text = view.desk.text();
    let open = RwSignal::new(false);
    let arrange = move || {
        view.desk.app.close_sheet();
        view.shelf.update(|shelf| {
            shelf.filter = Filter::All;
            shelf.category = None;
            shelf.typed.clear();
            shelf.wanted = usize::MAX;
        });
        view.quick.set(None);
        view.arranging.set(true);
        view.load();
    };
    let body = move || {
        rows(vec![
            act_row(desk_sign(DeskIcon::Grip), text.goods.arrange, "", "arrange", arrange),
            link_row(desk_sign(DeskIcon::Tag), text.goods.categories, "", Route::Categories.path()),
            link_row(desk_sign(DeskIcon::Table), text.goods.import, "", Route::Import.path()),
        ])
    };
    view! {
        <button class="icon-button" type="button" aria-label=text.common.more aria-haspopup="dialog" data-do="shelf-menu"
            on:click=move |_| view.desk.app.open_sheet(open)>
            {desk_icon(DeskIcon::Dots)}
        </button>
        {sheet_while(view.desk, open, text.goods.title, body, || None)}
    }
}
