//! What can be done with one product besides editing it.

use super::View;
use crate::api::desk::{DeskCard, goods};
use crate::components::{DeskIcon, Icon, act_row, desk_sign, link_row, live_text, row_sign, rows};
use crate::desk::route::Route;
use crate::desk::sheets::{Sure, sheet_while, sure};
use crate::desk::trouble::say;
use crate::view::prelude::*;
use minishop_core::GoodsId;

/// The menu, the question before deleting, and the reason why not.
pub fn sheets(view: View) -> AnyView {
    let text = &view.desk.text().goods;
    let ask = Sure { title: text.delete, text: text.delete_sure, label: text.delete };
    let needed = move || {
        view! { <p role="alert">{live_text(move || (text.needed)(&view.codes.get()))}</p> }
    };
    let instead = move || {
        let hide = move |_| {
            view.desk.app.close_sheet();
            if let Some(own) = view.chosen.get_untracked() {
                view.set_visible(own.id, false);
            }
        };
        Some(view! {
            <button class="button button-main button-wide" type="button" data-do="hide-instead" on:click=hide>
                {text.hide_instead}
            </button>
        })
    };
    view! {
        {sheet_while(view.desk, view.menu, view.desk.text().common.more, move || body(view), || None)}
        {sure(view.desk, view.sure, ask, Callback::new(move |()| delete(view)))}
        {sheet_while(view.desk, view.needed, text.delete, needed, instead)}
    }
}

fn body(view: View) -> AnyView {
    let text = &view.desk.text().goods;
    let Some(own) = view.chosen.get_untracked() else { return ().into_any() };
    let DeskCard { id, title, .. } = own;
    let then = move |act: fn(View, GoodsId), id: &GoodsId| {
        let id = id.clone();
        move || {
            view.desk.app.close_sheet();
            act(view, id.clone());
        }
    };
    let delete = move || {
        view.desk.app.close_sheet();
        view.desk.app.open_sheet(view.sure);
    };
    view! {
        <p class="strong">{title}</p>
        {rows(vec![
            link_row(desk_sign(DeskIcon::Pencil), text.edit, "", Route::EditGoods(id.clone()).path()),
            act_row(row_sign(Icon::Copy), text.copy, "", "copy", then(copy, &id)),
            act_row(desk_sign(DeskIcon::Up), text.to_top, "", "to-top", then(to_top, &id)),
            link_row(row_sign(Icon::Scan), text.poster, "", Route::Poster(id.clone()).path()),
            act_row(row_sign(Icon::Trash), text.delete, "", "delete", delete),
        ])}
    }
}

fn copy(view: View, id: GoodsId) {
    let call = move || {
        let id = id.clone();
        async move { goods::copy(&id).await }
    };
    view.desk.ask(call, move |answer| match answer {
        Ok(_) => {
            view.desk.say(view.desk.text().goods.copied);
            view.load();
        }
        Err(error) => say(view.desk, &error),
    });
}

fn to_top(view: View, id: GoodsId) {
    let first = view.shelf.with_untracked(|shelf| Some(shelf.items.here()?.first()?.id.clone()));
    let Some(first) = first.filter(|first| *first != id) else { return };
    let call = move || {
        let (id, first) = (id.clone(), first.clone());
        async move { goods::move_before(&id, Some(&first)).await }
    };
    view.desk.ask(call, move |answer| match answer {
        Ok(()) => view.load(),
        Err(error) => say(view.desk, &error),
    });
}

fn delete(view: View) {
    let Some(own) = view.chosen.get_untracked() else { return };
    let call = move || {
        let id = own.id.clone();
        async move { goods::delete(&id).await }
    };
    view.desk.ask(call, move |answer| match answer {
        Ok(()) => {
            view.desk.say(view.desk.text().goods.deleted);
            view.load();
        }
        Err(error) => {
            let codes = goods::open_orders(&error);
            if codes.is_empty() {
                return say(view.desk, &error);
            }
            view.codes.set(codes.join(", "));
            view.desk.app.open_sheet(view.needed);
        }
    });
}
