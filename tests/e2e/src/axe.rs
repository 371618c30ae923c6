//! What a checker of accessibility finds on the screen, in both schemes of colour.

use crate::buyer::Buyer;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Runs axe over the page as it is now.
const CHECK: &str = "const tell = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // What a bar covers now can be scrolled clear of it.
    const bars = [...document.querySelectorAll('.top-bar, .foot-bar, .desk-tabs')];
    bars.forEach((bar) => { bar.style.position = 'static'; });
    const done = (found) => { bars.forEach((bar) => { bar.style.position = ''; }); tell(found); };
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(
      (found) => done(found.violations.flatMap((fault) => fault.nodes.map((node) =>
        fault.id + ': ' + fault.help + ' — ' + node.target.join(' ') + ' — ' + node.html.slice(0, 160) + ' — ' +
        [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ').slice(0, 240)))),
      (error) => done(['axe failed: ' + error]))";

impl Buyer {
    /// Everything the checker objects to, each with where it is; `place` names the screen and its state.
    pub async fn barriers(&self, place: &str) -> Vec<String> {
        if self.run("return typeof axe === 'undefined'", &[]).await == json!(true) {
            self.run(&axe(), &[]).await;
        }
        let answer = self.driver().await.execute_async(CHECK, Vec::new()).await.expect("axe ends");
        let found: Vec<String> = answer.convert().expect("sentences");
        found.into_iter().map(|fault| format!("{place}: {fault}")).collect()
    }

    /// Wears the light or the dark scheme from now on.
    pub async fn prefer(&self, scheme: &str) {
        let features: Value = json!([
            {"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}]);
        self.phone.devtools(&self.window, "Emulation.setEmulatedMedia", json!({"features": features})).await;
    }
}

fn axe() -> String {
    let tools = std::env::var_os("MINISHOP_TOOLS").map(PathBuf::from);
    let tools = tools.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache/minishop")));
    let path = tools.expect("a home folder").join("npm/node_modules/axe-core/axe.min.js");
    let script = std::fs::read_to_string(&path);
    script.unwrap_or_else(|error| panic!("{}: {error}; run `scripts/setup test`", path.display()))
}
