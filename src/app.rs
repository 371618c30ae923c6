//! What every screen is handed: where the buyer is, the language, the network, and a short word to say.

mod address;
mod hold;
pub mod kept;
mod navigation;
mod toast;
pub mod wait;

use crate::device;
use crate::route::Route;
use crate::text::Language;
use crate::view::prelude::*;
use navigation::{Act, Arrival};

pub use address::Address;
pub use toast::Patience;

/// The running app: one word to copy into any closure. Everything in it lives as long as the page. The buyer's unless
/// its addresses are another's.
pub struct App<A: Address = Route>(&'static State<A>);

impl<A: Address> Clone for App<A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A: Address> Copy for App<A> {}

struct State<A: Address> {
    /// The screens this code has; the others are another page's. `None`: all of them.
    load: Option<A::Load>,
    route: RwSignal<A>,
    language: RwSignal<Language>,
    /// What to say, and how many times something was said before it.
    word: RwSignal<(u32, String)>,
    /// Calls that have been under way for long.
    slow: RwSignal<u32>,
    online: RwSignal<bool>,
    /// Counts up whenever the device's memory changes, in this tab or another.
    memory: RwSignal<u32>,
    /// The sheet that is open; it has a history entry of its own, so that «back» closes it.
    sheet: RwSignal<Option<RwSignal<bool>>>,
    /// Set while a screen is opened and has not shown its content yet.
    arrival: StoredValue<Option<Arrival>>,
    /// Set while the browser makes a step back for a sheet that closed; what came meanwhile is done after it.
    stepping: StoredValue<Option<Vec<Act>>>,
}

impl<A: Address> App<A> {
    /// Reads the address and the language the boot script chose, and follows the way from then on.
    pub fn open(load: Option<A::Load>) -> Self {
        let tag =
            document().document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default();
        let state = State {
            load,
            route: RwSignal::new(navigation::here()),
            language: RwSignal::new(Language::of_tag(&tag)),
            word: RwSignal::default(),
            slow: RwSignal::default(),
            online: RwSignal::new(window().navigator().on_line()),
            memory: RwSignal::default(),
            sheet: RwSignal::new(None),
            arrival: StoredValue::new(None),
            stepping: StoredValue::new(None),
        };
        let app = Self(Box::leak(Box::new(state)));
        navigation::watch(app);
        toast::watch(app);
        device::on_change(move || app.0.memory.update(|turn| *turn += 1));
        app
    }

    /// The screen to show now; a new route or another language shows it anew.
    pub fn route(self) -> A {
        self.0.language.track();
        self.0.route.get()
    }

    /// The language of this moment. Screens are drawn anew when it changes, so they need not watch it.
    pub fn language(self) -> Language {
        self.0.language.get_untracked()
    }

    /// All phrases in [`App::language`].
    pub fn text(self) -> &'static A::Text {
        A::text(self.language())
    }

    /// Speaks the other language from now on, and after the next start too.
    pub fn switch_language(self) {
        let language = self.language().other();
        if let Some(root) = document().document_element() {
            // An engine that refuses to set an attribute shows the right words all the same.
            let _ = root.set_attribute("lang", language.tag());
        }
        device::language::choose(language.tag());
        self.0.language.set(language);
    }

    /// Whether the network is there, watched.
    pub fn online(self) -> bool {
        self.0.online.get()
    }

    /// Reads the device's memory again whenever it changes: call it first in what shows carts or orders.
    pub fn watch_memory(self) {
        self.0.memory.track();
    }

    /// Names the page in the browser's own bar and in its history: its content is there.
    pub fn title(self, title: &str) {
        document().set_title(title);
        navigation::settle(self);
    }

    /// Goes to another screen, as a tap on its link would.
    pub fn go(self, route: &A) {
        navigation::go(self, route.path(), self.0.sheet.get_untracked().is_some());
    }

    /// Goes there in place of this screen, which «back» will not show again.
    pub fn replace(self, route: &A) {
        navigation::go(self, route.path(), true);
    }

    /// The buyer is near the checkout: its code may come now.
    pub fn expect_order(self) {
        navigation::expect_next();
    }

    /// Opens a sheet: `open` becomes true, and false again on «back».
    pub fn open_sheet(self, open: RwSignal<bool>) {
        let rise = move || {
            if self.0.sheet.get_untracked().is_none() {
                navigation::push_sheet();
                self.0.sheet.set(Some(open));
                open.set(true);
            }
        };
        navigation::when_still(self, rise);
    }

    /// Closes the open sheet, the same way «back» does.
    pub fn close_sheet(self) {
        if let Some(open) = self.0.sheet.get_untracked() {
            self.0.sheet.set(None);
            open.set(false);
            navigation::step_back(self);
        }
    }
}
