//! A seller at the desk, on a phone like a buyer's: whatever a buyer can tap, type and see, a seller can.

use crate::buyer::Buyer;
use crate::look::Target;
use serde_json::json;
use std::ops::Deref;
use std::time::Duration;

/// One window of a seller's phone.
pub struct Desk(pub(crate) Buyer);

impl Deref for Desk {
    type Target = Buyer;

    fn deref(&self) -> &Buyer {
        &self.0
    }
}

impl Desk {
    /// What every seller here signs in with.
    pub const PASSWORD: &str = "a quiet morning";

    /// The same, waiting longer for everything.
    pub fn patient(self, patience: Duration) -> Self {
        Self(self.0.patient(patience))
    }

    /// The same seller at a second window of the same phone: signed in there too.
    pub async fn second_window(&self) -> Self {
        Self(self.0.second_window().await)
    }

    /// Opens a shop in yuan, saves the recovery code, and answers the shop's number.
    pub async fn open_shop_of(&self, name: &str, login: &str) -> String {
        self.open("/desk/register").await;
        self.on("register").await;
        self.write_at("#shop-name", name).await;
        self.write_at("#login", login).await;
        self.write_at("#password", Self::PASSWORD).await;
        self.choose("#currency", "CNY").await;
        self.click(Target::doing("send")).await;
        self.on("code").await;
        let number = self.attribute("[data-shop-number]", "data-shop-number").await;
        self.click(Target::doing("saved")).await;
        self.wait_for(".desk-tabs").await;
        number
    }

    /// Signs in, wherever that is asked.
    pub async fn sign_in(&self, login: &str, password: &str) {
        self.write_at("#login", login).await;
        self.write_at("#password", password).await;
        self.click(Target::doing("send")).await;
    }

    /// Takes a value of a list that opens.
    pub async fn choose(&self, selector: &str, value: &str) {
        self.wait_for(selector).await;
        let script = "const list = document.querySelector(arguments[0]);
            list.value = arguments[1];
            list.dispatchEvent(new Event('change', { bubbles: true }));";
        self.run(script, &[json!(selector), json!(value)]).await;
    }

    /// Takes something by its handle and lets it go over another thing.
    pub async fn drag(&self, handle: &str, over: &str) {
        let [from, to] = [self.middle(handle).await, self.middle(over).await];
        let pointer = async |kind: &str, part: f64| {
            let at = |axis: usize| from[axis] + (to[axis] - from[axis]) * part;
            let held = u32::from(kind != "mouseReleased");
            let event = json!({"type": kind, "x": at(0), "y": at(1), "button": "left", "buttons": held, "clickCount": 1});
            self.phone.devtools(&self.window, "Input.dispatchMouseEvent", event).await;
        };
        pointer("mousePressed", 0.0).await;
        for step in 1..=8 {
            pointer("mouseMoved", f64::from(step) / 8.0).await;
        }
        pointer("mouseReleased", 1.0).await;
    }

    async fn middle(&self, selector: &str) -> [f64; 2] {
        self.wait_for(selector).await;
        let script = "const own = document.querySelector(arguments[0]);
            own.scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = own.getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2]";
        let found = self.run(script, &[json!(selector)]).await;
        [0, 1].map(|axis| found[axis].as_f64().expect("a place"))
    }

    /// Slides a hand to that place.
    pub async fn slide(&self, selector: &str, place: u32) {
        self.wait_for(selector).await;
        let script = "const hand = document.querySelector(arguments[0]);
            hand.value = arguments[1];
            hand.dispatchEvent(new Event('input', { bubbles: true }));";
        self.run(script, &[json!(selector), json!(place)]).await;
    }
}
