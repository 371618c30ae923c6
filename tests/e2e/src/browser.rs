//! A phone with touch: a real Chromium with a profile of its own.

use crate::driver;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::path::Path;
use std::time::Duration;
use thirtyfour::{Capabilities, WebDriver, WindowHandle};

/// What kind of phone it is.
#[derive(Debug, Clone, Copy)]
pub struct Model {
    /// What the browser asks for, such as `zh-CN`.
    pub language: &'static str,
    /// The screen in CSS pixels.
    pub width: u32,
    pub height: u32,
}

impl Model {
    /// A phone of our days in English.
    pub const ENGLISH: Self = Self { language: "en-US", width: 390, height: 844 };
    /// The same in Chinese.
    pub const CHINESE: Self = Self { language: "zh-CN", ..Self::ENGLISH };

    /// The same with the smallest screen there is.
    pub fn small(self) -> Self {
        Self { width: 320, height: 568, ..self }
    }

    /// The same with the screen of a large tablet on its side.
    pub fn wide(self) -> Self {
        Self { width: 1280, height: 800, ..self }
    }
}

/// The browser of one buyer.
pub struct Phone {
    driver: WebDriver,
    /// The window that commands go to.
    window: RefCell<Option<WindowHandle>>,
    /// Complaints the journey provokes, by a part of their text.
    expected: RefCell<Vec<String>>,
}

impl Phone {
    /// Starts the browser.
    pub async fn switch_on(model: Model) -> Self {
        let screen = json!({"width": model.width, "height": model.height, "pixelRatio": 2, "touch": true, "mobile": true});
        let options = json!({
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-features=Translate", "--disable-background-timer-throttling",
                "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
                // What moves is looked at by people; here it would only make taps miss.
                "--force-prefers-reduced-motion"
            ],
            "prefs": {"intl.accept_languages": model.language},
            "mobileEmulation": {"deviceMetrics": screen}
        });
        let mut wanted = Capabilities::new();
        for (name, value) in [
            ("browserName", json!("chrome")),
            ("pageLoadStrategy", json!("eager")),
            ("goog:loggingPrefs", json!({"browser": "ALL"})),
            ("goog:chromeOptions", options),
        ] {
            wanted.set(name, value).expect("a capability");
        }
        let driver = WebDriver::builder(driver::url(), wanted).connect().await.expect("the browser starts");
        driver.set_script_timeout(Duration::from_secs(60)).await.expect("a time limit");
        Self { driver, window: RefCell::new(None), expected: RefCell::default() }
    }

    /// Ends the browser.
    pub async fn switch_off(&self) {
        if let Err(error) = self.driver.clone().quit().await {
            eprintln!("the browser did not end well: {error}");
        }
    }

    /// The browser with this window in front.
    pub async fn at(&self, window: &WindowHandle) -> &WebDriver {
        if self.window.borrow().as_ref() != Some(window) {
            self.driver.switch_to_window(window.clone()).await.expect("the window is there");
            self.window.replace(Some(window.clone()));
        }
        &self.driver
    }

    /// The first window.
    pub async fn window(&self) -> WindowHandle {
        self.driver.window().await.expect("a window")
    }

    /// Another window of the same profile.
    pub async fn new_window(&self) -> WindowHandle {
        self.driver.new_window().await.expect("a new window")
    }

    /// Closes that window for good.
    pub async fn close(&self, window: &WindowHandle) {
        self.at(window).await.close_window().await.expect("the window closes");
        self.window.replace(None);
    }

    /// Complaints with this in their text are part of the journey.
    pub fn expect(&self, part: &str) {
        self.expected.borrow_mut().push(part.to_owned());
    }

    /// What the console said since the last time, without what was expected: errors, refused content, failed requests.
    pub async fn complaints(&self) -> Vec<String> {
        let log = self.driver.browser_log().await.unwrap_or_default();
        let expected = self.expected.borrow();
        log.into_iter()
            .filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"))
            .map(|entry| entry.message)
            .filter(|message| !expected.iter().any(|part| message.contains(part)))
            .collect()
    }

    /// Writes what the screen shows, as a picture and as HTML.
    pub async fn keep(&self, picture: &Path, source: &Path) {
        let said = self.driver.screenshot(picture).await.err().map(|error| error.to_string());
        let html = match self.driver.source().await {
            Ok(html) => html,
            Err(error) => format!("no source: {error} {}", said.unwrap_or_default()),
        };
        if let Err(error) = std::fs::write(source, html) {
            eprintln!("{} could not be written: {error}", source.display());
        }
    }

    /// A command of the DevTools protocol to this window.
    pub async fn devtools(&self, window: &WindowHandle, command: &str, params: Value) {
        let driver = self.at(window).await;
        let answer = driver.cdp().send_raw(command, params).await;
        answer.unwrap_or_else(|error| panic!("{command}: {error}"));
    }
}
