//! A buyer at one window of a phone. Everything waits until it is so, up to a limit, and says what was there instead.

use crate::browser::Phone;
use crate::look::{LOOK, Target};
use serde_json::{Value, json};
use std::rc::Rc;
use std::time::{Duration, Instant};
use thirtyfour::{WebDriver, WebElement, WindowHandle};

/// How long a buyer waits for anything.
const PATIENCE: Duration = Duration::from_secs(15);
/// Between two looks.
const LOOKS: Duration = Duration::from_millis(40);

/// One window of a phone, and the way to the shop.
pub struct Buyer {
    pub(crate) phone: Rc<Phone>,
    pub(crate) window: WindowHandle,
    url: String,
    shop: String,
    /// How long this buyer waits for anything.
    patience: Duration,
}

impl Buyer {
    pub(crate) async fn with(phone: Rc<Phone>, url: &str, shop: &str) -> Self {
        let window = phone.window().await;
        Self { phone, window, url: url.to_owned(), shop: shop.to_owned(), patience: PATIENCE }
    }

    /// The same buyer at a second window of the same phone.
    pub async fn second_window(&self) -> Self {
        let window = self.phone.new_window().await;
        let (phone, url, shop) = (Rc::clone(&self.phone), self.url.clone(), self.shop.clone());
        Self { phone, window, url, shop, patience: self.patience }
    }

    /// Closes the window, as a chat does when its webview is too much for the phone.
    pub async fn close(self) {
        self.phone.close(&self.window).await;
    }

    /// The same, waiting longer for everything.
    pub fn patient(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    pub(crate) async fn driver(&self) -> &WebDriver {
        self.phone.at(&self.window).await
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str, args: &[Value]) -> Value {
        let answer = self.driver().await.execute(script, args.to_vec()).await;
        answer.unwrap_or_else(|error| panic!("{error}\nin {script}")).json().clone()
    }

    /// Opens an address of this server, `/123456/cart`.
    pub async fn open(&self, path: &str) {
        let url = format!("{}{path}", self.url);
        self.driver().await.goto(url).await.expect("the page opens");
    }

    /// Opens the door.
    pub async fn open_door(&self) {
        self.open("/").await;
        self.on("door").await;
    }

    /// Opens the shop by its address.
    pub async fn open_shop(&self) {
        self.open(&self.path_in_shop("")).await;
        self.on("shop").await;
    }

    /// `/123456` and more.
    pub fn path_in_shop(&self, rest: &str) -> String {
        format!("/{}{rest}", self.shop)
    }

    /// The path and query in the address bar.
    pub async fn path(&self) -> String {
        let path = self.run("return location.pathname + location.search", &[]).await;
        path.as_str().expect("a path").to_owned()
    }

    /// Waits for that screen with its content.
    pub async fn on(&self, screen: &str) {
        self.wait_for(&format!("[data-screen=\"{screen}\"][data-ready]")).await;
    }

    /// Waits until such an element is in the page.
    pub async fn wait_for(&self, selector: &str) {
        let script = "return document.querySelector(arguments[0]) !== null";
        self.until(&format!("«{selector}»"), script, &[json!(selector)]).await;
    }

    /// Waits until a script's answer is true.
    pub async fn until(&self, what: &str, script: &str, args: &[Value]) {
        let began = Instant::now();
        while self.run(script, args).await != json!(true) {
            assert!(began.elapsed() < self.patience, "waited for {what}; {}", self.surroundings().await);
            tokio::time::sleep(LOOKS).await;
        }
    }

    /// Waits until the screen says this; spaces and lines do not count.
    pub async fn see(&self, text: &str) {
        self.until(&format!("«{text}»"), SAYS, &[json!(text), json!(true)]).await;
    }

    /// Waits until the screen no longer says this.
    pub async fn see_no(&self, text: &str) {
        self.until(&format!("«{text}» to be gone"), SAYS, &[json!(text), json!(false)]).await;
    }

    /// Taps something, once it can be tapped.
    pub async fn click(&self, target: impl Into<Target>) {
        let target = target.into();
        loop {
            let element = self.find(&target, "tap").await;
            match element.click().await {
                Ok(()) => return,
                // The screen was drawn anew between the look and the tap.
                Err(error) if error.to_string().contains("stale element") => {}
                Err(error) => panic!("{target:?}: {error}"),
            }
        }
    }

    /// Types into a field in place of what is in it; the field is known by its label.
    pub async fn write(&self, label: &str, text: &str) {
        self.write_into(&Target::field(label), text).await;
    }

    /// The same for a field known by a selector, in any language.
    pub async fn write_at(&self, selector: &str, text: &str) {
        self.write_into(&Target::css(selector), text).await;
    }

    async fn write_into(&self, target: &Target, text: &str) {
        let field = self.find(target, "tap").await;
        field.click().await.expect("the field takes the focus");
        self.run("document.activeElement.select()", &[]).await;
        field.send_keys(text).await.expect("the field takes text");
    }

    /// Pastes a text into a field in place of what is in it.
    pub async fn paste(&self, label: &str, text: &str) {
        self.find(&Target::field(label), "tap").await.click().await.expect("the field takes the focus");
        self.run("document.activeElement.select()", &[]).await;
        self.phone.devtools(&self.window, "Input.insertText", json!({"text": text})).await;
    }

    /// Waits until a field holds this.
    pub async fn field_holds(&self, label: &str, text: &str) {
        let began = Instant::now();
        loop {
            let field = self.find(&Target::field(label), "see").await;
            let held = field.prop("value").await.ok().flatten().unwrap_or_default();
            if held == text {
                return;
            }
            assert!(began.elapsed() < self.patience, "«{label}» holds «{held}», not «{text}»");
            tokio::time::sleep(LOOKS).await;
        }
    }

    /// Gives a file to a file field.
    pub async fn hand_over(&self, target: Target, file: &std::path::Path) {
        let field = self.find(&target, "file").await;
        field.send_keys(file.to_string_lossy()).await.expect("the field takes a file");
    }

    /// An attribute of the first such element, once it is there.
    pub async fn attribute(&self, selector: &str, name: &str) -> String {
        self.wait_for(selector).await;
        let script = "return document.querySelector(arguments[0]).getAttribute(arguments[1])";
        self.run(script, &[json!(selector), json!(name)]).await.as_str().unwrap_or_default().to_owned()
    }

    /// How many such elements are in the page.
    pub async fn count(&self, selector: &str) -> u64 {
        let script = "return document.querySelectorAll(arguments[0]).length";
        self.run(script, &[json!(selector)]).await.as_u64().expect("a count")
    }

    /// Waits until the cart's badge shows so many pieces.
    pub async fn cart_holds(&self, pieces: u32) {
        let script = "const badge = document.querySelector('[data-cart-count]');
            return Number(badge ? badge.textContent : 0) === arguments[0]";
        self.until(&format!("{pieces} in the cart"), script, &[json!(pieces)]).await;
    }

    /// The browser's own «back».
    pub async fn back(&self) {
        self.run("history.back()", &[]).await;
    }

    /// Loads the page anew.
    pub async fn reload(&self) {
        self.driver().await.refresh().await.expect("the page loads anew");
    }

    /// Keeps a picture of the screen as `target/e2e/{folder}/{name}.png`, for people to judge, where `MINISHOP_PICTURES`
    /// is set.
    pub async fn photograph(&self, folder: &str, name: &str) {
        if std::env::var_os("MINISHOP_PICTURES").is_none() {
            return;
        }
        let folder = crate::journey::evidence().join(folder);
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        let path = folder.join(format!("{}.png", name.replace([' ', ','], "-")));
        self.driver().await.screenshot(&path).await.expect("a picture");
    }

    /// Complaints of the console with this in their text are part of the journey.
    pub fn expect_complaint(&self, part: &str) {
        self.phone.expect(part);
    }

    async fn find(&self, target: &Target, to: &str) -> WebElement {
        let began = Instant::now();
        loop {
            let args = vec![json!(target.kind), json!(target.wanted), json!(to)];
            let (element, why) = match self.driver().await.execute_async(LOOK, args).await {
                Ok(found) => (found.json()[0].clone(), found.json()[1].clone()),
                // Another page is on its way.
                Err(error) if error.to_string().contains("unload") => (Value::Null, json!("the page goes")),
                Err(error) => panic!("a look at the page: {error}"),
            };
            if !element.is_null() {
                return WebElement::from_json(element, self.driver().await.handle().clone())
                    .expect("an element");
            }
            if began.elapsed() > self.patience {
                panic!("waited for «{}»: {why}; {}", target.wanted, self.surroundings().await);
            }
            tokio::time::sleep(LOOKS).await;
        }
    }

    /// Where the buyer is, for whoever reads why a journey failed.
    async fn surroundings(&self) -> String {
        let said = self.run("return location.pathname + ' says: ' + document.body.innerText", &[]).await;
        let said: String = said.as_str().unwrap_or_default().replace('\n', " | ").chars().take(900).collect();
        format!("the screen {said}")
    }
}

/// Whether the page shows a text, or does not; what is hidden from everyone counts as absent.
const SAYS: &str = "const squeeze = (text) => text.replace(/\\s+/g, '');
    return squeeze(document.body.innerText).includes(squeeze(arguments[0])) === arguments[1]";
