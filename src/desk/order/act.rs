//! A change to the order, from the tap to what came of it.

use super::View;
use crate::api::ApiError;
use crate::api::desk::orders::{Change, DeskOrder, change, changed};
use crate::api::desk::refused;
use crate::desk::form::show_first_flaw;
use crate::desk::trouble::words;
use minishop_core::Action;

/// Makes the change to the order as it is shown; `done` is said when it is made.
pub fn act(view: View, asked: Change, done: &'static str) {
    let Some((id, version)) =
        view.order.with_untracked(|order| order.here().map(|order| (order.id.clone(), order.version)))
    else {
        return;
    };
    if view.busy.get_untracked() {
        return;
    }
    view.busy.set(true);
    view.wrong.set(None);
    let own = asked.clone();
    let call = move || {
        let (id, asked) = (id.clone(), own.clone());
        async move { change(&id, version, &asked).await }
    };
    view.desk.ask(call, move |answer| {
        match answer {
            Ok(order) => made(view, &asked, order, done),
            Err(error) => failed(view, &asked, &error),
        }
        view.busy.set(false);
    });
}

fn made(view: View, asked: &Change, order: DeskOrder, done: &'static str) {
    if view.id.is_disposed() {
        return view.desk.say(done);
    }
    forget(view, asked);
    view.changed.set(false);
    take(view, order);
    close(view);
    view.desk.say(done);
}

/// What was typed is sent.
fn forget(view: View, asked: &Change) {
    match asked {
        Change::Reprice(_) => view.total.set(String::new()),
        Change::Refund(_) => view.refund.set(String::new()),
        Change::Cancel(_) => view.reason.set(String::new()),
        _ => {}
    }
    view.keep(|draft| match asked {
        Change::Reprice(_) => draft.total.clear(),
        Change::Refund(_) => draft.refund.clear(),
        Change::Cancel(_) => draft.reason.clear(),
        Change::Note(_) => draft.note = None,
        _ => {}
    });
}

fn take(view: View, order: DeskOrder) {
    view.order.update(|own| own.take(Ok(order)));
}

fn close(view: View) {
    if view.open.try_get_untracked() == Some(true) {
        view.desk.app.close_sheet();
    }
}

fn failed(view: View, asked: &Change, error: &ApiError) {
    let text = &view.desk.text().order;
    if view.id.is_disposed() {
        return view.desk.say(&words(view.desk, error).0);
    }
    let open = view.open.get_untracked();
    if let Some(current) = changed(error) {
        let possible = allowed(asked, &current);
        take(view, current);
        view.changed.set(true);
        if open && possible {
            view.wrong.set(Some(text.changed_kept.to_owned()));
        } else {
            close(view);
        }
        return;
    }
    if refused(error, "not_allowed") {
        close(view);
        view.refresh();
        return view.desk.say(text.not_now);
    }
    let known = match asked {
        Change::Reprice(_) => "total",
        Change::Refund(_) => "amount",
        Change::Cancel(_) => "reason",
        Change::Note(_) => "seller_note",
        _ => "",
    };
    if open && view.flaws.take(view.desk, error, &[known]) {
        return show_first_flaw();
    }
    let said = words(view.desk, error).0;
    if open {
        view.wrong.set(Some(said))
    } else {
        view.desk.say(&said)
    }
    // It may have happened all the same.
    if error.leaves_doubt() {
        view.refresh();
    }
}

fn allowed(asked: &Change, order: &DeskOrder) -> bool {
    order.allows(match asked {
        Change::Accept => Action::Accept,
        Change::ConfirmPayment => Action::ConfirmPayment,
        Change::RejectProof => Action::RejectProof,
        Change::Receive => Action::Receive,
        Change::Reprice(_) => Action::Reprice,
        Change::Cancel(_) => Action::Cancel,
        Change::Refund(_) => Action::Refund,
        Change::Note(_) => return true,
    })
}
