//! Fees by weight, a line each.

use super::typed::{Typed, currency};
use crate::components::{Entry, Field, Icon, icon, live, small_icon};
use crate::desk::form::amount_field;
use crate::desk::way::Editor;
use crate::view::prelude::*;
use minishop_core::{Steps, typed};

/// The block of them.
pub fn steps(editor: Editor<Typed>) -> AnyView {
    let text = &editor.desk.text().deliveries;
    let count = Memo::new(move || editor.typed.with(|typed| typed.steps.len()));
    let rows = live(move || {
        (0..count.get()).map(|at| row(editor, at, count.get() == 1)).collect::<Vec<_>>().into_any()
    });
    let add = live(move || {
        if count.get() >= Steps::MAX {
            return ().into_any();
        }
        let add = move |_| editor.edit("steps", |typed| typed.steps.push(Default::default()));
        view! {
            <button class="button" type="button" data-do="add-step" on:click=add>
                {icon(Icon::Plus)}<span>{text.add_step}</span>
            </button>
        }
    });
    view! {
        <section class="block" aria-labelledby="steps-title">
            <h2 class="block-title" id="steps-title">{text.steps}</h2>
            <div class="stack">{rows}</div>
            {add}
            <p class="field-hint">{text.steps_hint}</p>
        </section>
    }
}

fn row(editor: Editor<Typed>, at: usize, only: bool) -> AnyView {
    let text = &editor.desk.text().deliveries;
    let part = move |part: usize| {
        editor.text_of(move |typed| typed.steps.get(at).map(|own| own[part].clone()).unwrap_or_default())
    };
    let typing = move |path: &str, part: usize| {
        editor.typing(format!("steps[{at}].{path}"), move |typed, text| {
            if let Some(own) = typed.steps.get_mut(at) {
                own[part] = text;
            }
        })
    };
    let grams = part(0);
    let weighs = Signal::derive(move || {
        typed::count(&grams.get(), Steps::MAX_GRAMS).map(text.weighs).unwrap_or_default()
    });
    let heavy = Field::new(
        format!("step-grams-{at}"),
        format!("{} ({})", text.up_to, text.grams),
        grams,
        typing("grams", 0),
    );
    let fee =
        amount_field(format!("step-fee-{at}"), text.fee, currency(editor.desk), part(1), typing("fee", 1));
    let remove = (!only).then(|| {
        let remove = move |_| {
            editor.flaws.clear_all();
            editor.typed.update(|typed| {
                if at < typed.steps.len() {
                    typed.steps.remove(at);
                }
            });
        };
        view! {
            <button class="icon-button weight-remove" type="button" aria-label=(text.remove_step)(at + 1) on:click=remove>
                {small_icon(Icon::Trash)}
            </button>
        }
    });
    view! {
        <div class="weight-row">
            {heavy
                .entry(Entry::Count)
                .example("1000")
                .live_hint(weighs)
                .flaw(editor.flaws.of(format!("steps[{at}].grams")))
                .show()}
            {fee.flaw(editor.flaws.of(format!("steps[{at}].fee"))).show()}
            {remove}
        </div>
    }
}
