//! What can be measured on a screen: what is cut or sticks out, what moved while loading, what was asked for when.

use crate::buyer::Buyer;
use serde_json::{Value, json};

/// Sentences about what is too wide for the screen or cut off on it.
const NARROW: &str = include_str!("narrow.js");

/// Notes what moves, and when the first goods are in the page, from the first moment on.
const WATCH: &str = "window.__moved = [];
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) {
        if (!shift.hadRecentInput) {
          __moved.push(shift.value.toFixed(4) + ' ' + shift.sources.map((source) =>
            (source.node ? source.node.className || source.node.nodeName : '?') + ' ' +
            [source.previousRect, source.currentRect].map((box) => [box.x, box.y, box.width, box.height].map(Math.round)).join(' to ')).join('; '));
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver((_, watcher) => {
      if (document.querySelector('[data-goods], [data-screen=\"goods\"][data-ready]')) {
        window.__shown = performance.now();
        watcher.disconnect();
      }
    }).observe(document, { childList: true, subtree: true, attributes: true });";

const TIMES: &str = "return performance.getEntriesByType('resource').map((one) =>
    [new URL(one.name).pathname, one.startTime, one.responseEnd])";

/// What a page asked for on its way to the first goods; times in milliseconds.
pub struct Loading {
    /// When the goods were in the page.
    pub shown: f64,
    /// Path, start and end of every request.
    pub requests: Vec<(String, f64, f64)>,
}

impl Buyer {
    /// What is cut or sticks out, each in a sentence; `place` names the screen.
    pub async fn cut(&self, place: &str) -> Vec<String> {
        let found: Vec<String> = serde_json::from_value(self.run(NARROW, &[]).await).expect("sentences");
        found.into_iter().map(|fault| format!("{place}: {fault}")).collect()
    }

    /// Text twice as large on every page opened from now on, as set in the browser or the phone.
    pub async fn double_text(&self) {
        let script = json!({"source": "document.addEventListener('DOMContentLoaded', () => {
            document.documentElement.style.setProperty('font-size', '200%', 'important'); })"});
        self.phone.devtools(&self.window, "Page.addScriptToEvaluateOnNewDocument", script).await;
    }

    /// The network from now on: milliseconds to the server and back, kilobits per second; offline when both are 0.
    pub async fn network(&self, latency: u32, kilobits: u32) {
        self.phone.devtools(&self.window, "Network.enable", json!({})).await;
        let bytes = kilobits * 1000 / 8;
        let offline = latency == 0 && kilobits == 0;
        let conditions = json!({"offline": offline, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes});
        self.phone.devtools(&self.window, "Network.emulateNetworkConditions", conditions).await;
    }

    /// A network that is there and as fast as it gets.
    pub async fn network_back(&self) {
        let conditions =
            json!({"offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        self.phone.devtools(&self.window, "Network.emulateNetworkConditions", conditions).await;
    }

    /// The browser calls itself so from the next page on, as a chat app's does.
    pub async fn call_itself(&self, agent: &str) {
        self.phone.devtools(&self.window, "Network.setUserAgentOverride", json!({"userAgent": agent})).await;
    }

    /// Asks the server for everything anew from now on, whatever was kept from before.
    pub async fn forget_answers(&self) {
        self.phone.devtools(&self.window, "Network.enable", json!({})).await;
        self.phone.devtools(&self.window, "Network.setCacheDisabled", json!({"cacheDisabled": true})).await;
    }

    /// Watches every page opened from now on.
    pub async fn watch_loading(&self) {
        let script = json!({"source": WATCH});
        self.phone.devtools(&self.window, "Page.addScriptToEvaluateOnNewDocument", script).await;
    }

    /// What moved on the page since it was opened, each with how much and what.
    pub async fn moved(&self) -> Vec<String> {
        // Two frames: what moves is known only after it was painted.
        let script = "const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.__moved))))";
        let answer = self.driver().await.execute_async(script, Vec::new()).await.expect("an answer");
        answer.convert().expect("sentences")
    }

    /// How the page came to show the first goods.
    pub async fn loading(&self) -> Loading {
        self.until("goods in the page", "return typeof window.__shown === 'number'", &[]).await;
        let shown = self.run("return window.__shown", &[]).await.as_f64().expect("a time");
        let times: Value = self.run(TIMES, &[]).await;
        Loading { shown, requests: serde_json::from_value(times).expect("requests") }
    }
}
