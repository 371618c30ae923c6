//! What the kinds of these goods differ in: colours, sizes, each with its values.

use super::View;
use super::grid::{OPTIONS, add_option, add_value, remove_option, remove_value};
use crate::components::{Field, Icon, live, small_icon};
use crate::device::desk_draft::DraftOption;
use crate::view::prelude::*;
use leptos::ev::KeyboardEvent;

/// The block of options.
pub fn options(view: View) -> AnyView {
    let text = &view.desk.text().editor;
    let count = Memo::new(move || view.draft.with(|draft| draft.options.len()));
    let all = live(move || {
        let all: Vec<AnyView> = (0..count.get()).map(|at| option(view, at)).collect();
        all.into_any()
    });
    let add = live(move || {
        let count = count.get();
        if count >= OPTIONS {
            return ().into_any();
        }
        let name = text.option_names[count];
        let label = if count == 0 { text.add_option } else { text.another_option };
        let add = move |_| view.edit("options", |draft| add_option(draft, name.to_owned()));
        view! {
            <button class="button button-wide" type="button" data-do="add-option" on:click=add>
                {small_icon(Icon::Plus)}
                <span>{label}</span>
            </button>
        }
    });
    view! {
        <section class="block" aria-labelledby="options">
            <h2 class="block-title" id="options">{text.options}</h2>
            {live(move || if count.get() > 0 {
                view! { <p class="quiet">{text.options_hint}</p> }
            } else {
                ().into_any()
            })}
            {all}
            {add}
        </section>
    }
}

fn option(view: View, at: usize) -> AnyView {
    let text = &view.desk.text().editor;
    let part = move |read: fn(&DraftOption) -> String| {
        view.text_of(move |draft| draft.options.get(at).map(read).unwrap_or_default())
    };
    let name = Field::new(
        format!("option-{at}"),
        text.option_name,
        part(|option| option.name.clone()),
        Callback::new(move |typed| {
            view.edit(&format!("options[{at}].name"), |draft| draft.options[at].name = typed);
        }),
    );
    let typed = RwSignal::new(String::new());
    let put = move || {
        let all = typed.get_untracked();
        // Several at once, as people write them.
        let words: Vec<&str> =
            all.split(['，', ',', '、', ';', '\n']).map(str::trim).filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return;
        }
        let mut full = false;
        view.edit(&format!("options[{at}].values"), |draft| {
            for word in words {
                let known = draft.options[at].values.iter().any(|own| own == word);
                full |= !known && !add_value(draft, at, word);
            }
        });
        typed.set(String::new());
        if full {
            view.desk.say(text.too_many);
        }
    };
    let entered = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            put();
        }
    };
    let values = live(move || {
        let values = view.draft.with(|draft| draft.options.get(at).map(|own| own.values.clone()));
        let chip = |(index, value): (usize, String)| {
            let remove = move |_| {
                view.edit("options", |draft| remove_value(draft, at, index));
            };
            let label = (text.remove_value)(&value);
            let chip = view! {
                <span class="value-chip">
                    <span class="value-chip-text">{value.clone()}</span>
                    <button class="icon-button" type="button" aria-label=label on:click=remove>
                        {small_icon(Icon::Close)}
                    </button>
                </span>
            };
            (value, chip)
        };
        AnyView::keyed(values.unwrap_or_default().into_iter().enumerate().map(chip).collect())
    });
    let example = if at == 0 { text.value_example } else { "" };
    let value = Field::of(format!("value-{at}"), text.add_value, typed)
        .bare()
        .example(example)
        .flaw(view.flaws.of(format!("options[{at}].values")));
    view! {
        <div class="stack block-split" data-option=at.to_string() on:keydown=entered>
            <div class="option-head">
                {name.flaw(view.flaws.of(format!("options[{at}].name"))).show()}
                <button class="icon-button" type="button" aria-label=text.remove_option
                    on:click=move |_| view.edit("options", |draft| remove_option(draft, at))>
                    {small_icon(Icon::Trash)}
                </button>
            </div>
            <div class="value-chips">{values}</div>
            <div class="option-head">
                {value.show()}
                <button class="button" type="button" data-do="add-value" on:click=move |_| put()>
                    {text.add_value}
                </button>
            </div>
        </div>
    }
}
