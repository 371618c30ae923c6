//! Copying and passing on, with a word about what came of it.

use crate::app::App;
use crate::components::{Sheet, live, sheet};
use crate::host::{self, Shared};
use crate::view::prelude::*;
use minishop_core::Link;

/// Copies a text and says so; shows it where it cannot be copied.
pub fn copy(app: App, what: &str) {
    let text = &app.text().common;
    if host::copy(what) {
        app.say(text.copied);
    } else {
        app.say(&(text.copy_yourself)(what));
    }
}

/// Passes a link into the shop on. `hint` opens where the host's own menu must be used.
pub fn share(app: App, title: String, link: &Link, hint: RwSignal<bool>) {
    let url = link.url(&window().location().origin().unwrap_or_default());
    spawn_local(async move {
        let text = app.text();
        match host::share(&title, &url).await {
            Shared::Done => {}
            Shared::ByMenu => app.open_sheet(hint),
            Shared::Copied => app.say(text.goods.link_copied),
            Shared::Refused => app.say(&(text.common.copy_yourself)(&url)),
        }
    });
}

/// Where the host's menu is, shown while `hint` is open.
pub fn menu_hint(app: App, hint: RwSignal<bool>) -> AnyView {
    let text = &app.text().goods;
    let frame = Sheet {
        title: text.wechat_title,
        close_label: app.text().common.close,
        close: Callback::new(move |()| app.close_sheet()),
    };
    live(move || {
        if !hint.get() {
            return ().into_any();
        }
        sheet(frame, view! { <p>{text.share_in_wechat}</p> }.into_any(), None)
    })
}
