//! The house rules: who may import whom, how long a file is, where colours stand, how amounts are held.

use std::path::{Path, PathBuf};

/// Lines of one file at most: one file, one noun.
const MAX_LINES: usize = 300;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the checkout")
}

/// Every file below `folder` with one of these endings, as (path from the root, text).
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
                let text = std::fs::read_to_string(&path).expect("source is text");
                found.push((path.strip_prefix(root()).expect("below the root").display().to_string(), text));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no {endings:?} below {folder}");
    found
}

fn code() -> Vec<(String, String)> {
    ["src", "crates", "tests"].iter().flat_map(|folder| files(folder, &[".rs"])).collect()
}

/// Whether the file holds tests alone.
fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("tests.rs")
}

/// The lines that are code, numbered from 1: comments, and tests at a file's end, are left out.
fn statements(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let end = text.find("#[cfg(test)]").unwrap_or(text.len());
    text[..end]
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(at, line)| (at + 1, line))
}

/// Fails with every line of these files in which one of the words stands.
fn forbid(files: &[(String, String)], words: &[&str], why: &str) {
    let mut found = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| !is_test(path)) {
        for (at, line) in statements(text) {
            found.extend(
                words.iter().filter(|word| has(line, word)).map(|word| format!("{path}:{at}: {word}")),
            );
        }
    }
    assert!(found.is_empty(), "{why}:\n{}", found.join("\n"));
}

/// Whether the word stands in the line, not as part of a longer one.
fn has(line: &str, word: &str) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| {
        let first = word.starts_with(|c: char| c.is_alphanumeric());
        let last = word.ends_with(|c: char| c.is_alphanumeric());
        !(first && joins(line[..at].chars().next_back()))
            && !(last && joins(line[at + word.len()..].chars().next()))
    })
}

fn layer(names: &[&str]) -> Vec<(String, String)> {
    let inside = |path: &String| {
        names
            .iter()
            .any(|name| path == &format!("src/{name}.rs") || path.starts_with(&format!("src/{name}/")))
    };
    files("src", &[".rs"]).into_iter().filter(|(path, _)| inside(path)).collect()
}

#[test]
fn files_are_short() {
    let mut all = code();
    all.extend(files("style", &[".css"]));
    all.extend(files("scripts", &[".mjs", ".js", ".py"]));
    let long: Vec<_> = all
        .iter()
        .map(|(path, text)| (text.lines().count(), path))
        .filter(|(lines, _)| *lines > MAX_LINES)
        .collect();
    assert!(long.is_empty(), "over {MAX_LINES} lines: {long:?}");
}

#[test]
fn the_core_is_pure() {
    let core = files("crates/core/src", &[".rs"]);
    let words = [
        "leptos",
        "web_sys",
        "js_sys",
        "tokio",
        "serde",
        "std::fs",
        "std::net",
        "std::time",
        "std::env",
        "std::io",
        "rand",
        "getrandom",
        "println!",
        "SystemTime",
        "Instant",
    ];
    forbid(&core, &words, "the core does no I/O, reads no clock, draws no randomness and knows no wire");
    let manifest = std::fs::read_to_string(root().join("crates/core/Cargo.toml")).expect("its manifest");
    assert!(!manifest.contains("\n[dependencies]"), "the core depends on nothing but std");
}

#[test]
fn layers_import_only_what_they_may() {
    let buyer = ["crate::buyer", "crate::desk", "super::super::buyer"];
    forbid(
        &layer(&["components"]),
        &["crate::api", "crate::host", "crate::device"],
        "components know no owner of data",
    );
    forbid(&layer(&["components"]), &buyer, "components know no screen");
    forbid(
        &layer(&["host", "device"]),
        &["leptos::html", "view!", "crate::api", "crate::components"],
        "host and device draw nothing and call nothing",
    );
    forbid(&layer(&["host", "device"]), &buyer, "host and device know no screen");
    forbid(
        &layer(&["api"]),
        &["crate::components", "crate::text", "crate::host", "crate::device"],
        "the api layer knows neither screens nor words",
    );
    forbid(&layer(&["api"]), &buyer, "the api layer knows no screen");
    forbid(
        &layer(&["buyer"]),
        &["crate::desk", "crate::api::desk", "text::desk", "api::desk"],
        "buyer and desk never meet",
    );
    forbid(&layer(&["desk"]), &["crate::buyer"], "buyer and desk never meet");
    forbid(
        &files("crates/server/src", &[".rs"]),
        &["leptos", "minishop::", "web_sys"],
        "the server knows no storefront",
    );
}

#[test]
fn a_screen_imports_no_screen() {
    screens_stand_alone("buyer", &["door", "shop", "goods", "cart", "checkout", "order", "orders"]);
    // On the desk every screen has a folder of its own.
    let folders: Vec<String> = files("src/desk", &[".rs"])
        .into_iter()
        .filter_map(|(path, _)| Some(path.strip_prefix("src/desk/")?.split_once('/')?.0.to_owned()))
        .collect();
    screens_stand_alone("desk", &folders.iter().map(String::as_str).collect::<Vec<_>>());
}

fn screens_stand_alone(app: &str, screens: &[&str]) {
    for (path, text) in layer(&[app]) {
        let Some(own) = screens.iter().find(|screen| {
            path == format!("src/{app}/{screen}.rs") || path.starts_with(&format!("src/{app}/{screen}/"))
        }) else {
            continue;
        };
        for (at, line) in statements(&text) {
            for other in screens.iter().filter(|screen| screen != &own) {
                let imported =
                    has(line, &format!("crate::{app}::{other}")) || has(line, &format!("super::{other}::"));
                let nested = path.matches('/').count() > 2;
                assert!(
                    !imported || nested && line.contains(&format!("super::{other}")),
                    "{path}:{at}: imports the screen {other}"
                );
            }
        }
    }
}

#[test]
fn http_has_one_door() {
    let others: Vec<_> = files("src", &[".rs"])
        .into_iter()
        .filter(|(path, _)| path != "src/api/fetch.rs" && !path.starts_with("src/api/fetch/"))
        .collect();
    forbid(
        &others,
        &["fetch_with_request", "fetch_with_str", "XmlHttpRequest", "gloo_net"],
        "only src/api/fetch.rs speaks HTTP",
    );
}

#[test]
fn colours_stand_in_tokens_alone() {
    let sheets: Vec<_> =
        files("style", &[".css"]).into_iter().filter(|(path, _)| path != "style/tokens.css").collect();
    for (path, text) in &sheets {
        for (at, line) in text.lines().enumerate() {
            let hex = line.split('#').skip(1).any(|rest| {
                let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
                let ends =
                    rest.chars().nth(digits).is_none_or(|c| !c.is_alphanumeric() && c != '-' && c != '_');
                matches!(digits, 3 | 4 | 6 | 8) && ends
            });
            let named = ["rgb(", "rgba(", "hsl(", "hsla("].iter().any(|word| has(line, word));
            assert!(!hex && !named, "{path}:{}: a colour outside style/tokens.css: {line}", at + 1);
        }
    }
}

#[test]
fn no_float_comes_near_money() {
    let near = |path: &str| {
        path.starts_with("crates/core/src")
            || path.starts_with("src/api")
            || path.starts_with("src/json")
            || path.starts_with("src/buyer")
            || path.starts_with("src/desk")
            || path.starts_with("crates/server/src/orders")
            || path.starts_with("crates/server/src/import")
            || path.starts_with("crates/server/src/catalogue")
            || ["crates/server/src/quotes.rs", "crates/server/src/wire.rs", "src/json.rs"].contains(&path)
    };
    let money: Vec<_> =
        code().into_iter().filter(|(path, text)| near(path) || text.contains("Money")).collect();
    // The browser hands over status codes and upload progress as floats; no amount passes there as a number.
    let money: Vec<_> = money.into_iter().filter(|(path, _)| path != "src/api/fetch.rs").collect();
    forbid(&money, &["f32", "f64", "as_f64", "parse::<f"], "no float near money");
}

#[test]
fn the_server_never_gives_up_by_panicking() {
    forbid(
        &files("crates/server/src", &[".rs"]),
        &[".unwrap()", ".expect(", "panic!", "unreachable!", "todo!"],
        "the server answers with a problem, it does not panic",
    );
}

#[test]
fn the_storefront_sets_no_html_and_no_inline_style() {
    let words = ["inner_html", "set_inner_html", "insert_adjacent_html", "document.write", "eval("];
    forbid(
        &files("src", &[".rs", ".js"]),
        &words,
        "text from people is text, and the policy allows no inline code",
    );
    for (path, text) in files("src", &[".rs"]) {
        assert!(
            !text.contains("style=\""),
            "{path}: an inline style is refused by the policy; use a class or style:prop"
        );
    }
}

#[test]
fn nothing_is_unfinished() {
    // Spelt apart, so that this file does not find itself.
    let marks = [["FIX", "ME"].concat(), ["TO", "DO"].concat(), ["unimple", "mented!"].concat()];
    let mut all = code();
    all.extend(files("style", &[".css"]));
    for (path, text) in &all {
        for mark in &marks {
            assert!(!text.contains(mark.as_str()), "{path}: {mark}");
        }
    }
}

#[test]
fn the_readme_is_short_and_names_both_commands() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("README.md");
    assert!(readme.lines().count() <= 120, "README.md is over 120 lines");
    assert!(readme.contains("make run") && readme.contains("make test"));
}
