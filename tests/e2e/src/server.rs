//! The real server on a temporary database.

use crate::catalogue::Catalogue;
use reqwest::Client;
use serde_json::Value;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// A running `minishop serve` with one shop; killed when dropped.
pub struct Server {
    /// `http://127.0.0.1:port`.
    pub url: String,
    /// The six digits of its shop.
    pub shop: String,
    dir: TempDir,
    child: RefCell<Option<Child>>,
    http: Client,
}

/// The binary under test: `MINISHOP_BIN`, or the one beside the journeys' own.
fn binary() -> PathBuf {
    if let Some(named) = std::env::var_os("MINISHOP_BIN") {
        return named.into();
    }
    let own = std::env::current_exe().expect("the test's own path");
    // …/release/deps/journeys-… → …/release/minishop
    let beside = own.ancestors().nth(2).expect("a target folder").join("minishop");
    assert!(
        beside.exists(),
        "the server is not built: run `make build` first, or name it in MINISHOP_BIN ({} is missing)",
        beside.display()
    );
    beside
}

impl Server {
    /// A server whose one shop has this catalogue.
    pub async fn start(catalogue: &Catalogue) -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let folder = dir.path().join("catalogue");
        catalogue.write(&folder);
        Self::with(dir, &folder.join("goods.json")).await
    }

    /// A server whose one shop has the goods of that file.
    pub async fn with_file(file: &Path) -> Self {
        Self::with(tempfile::tempdir().expect("a temporary folder"), file).await
    }

    /// A server without any shop, for those who open their own.
    pub async fn empty() -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let (child, url) = spawn(&data(&dir), "127.0.0.1:0").await;
        Self { url, shop: String::new(), dir, child: RefCell::new(Some(child)), http: Client::new() }
    }

    async fn with(dir: TempDir, file: &Path) -> Self {
        import(&data(&dir), file).await;
        let listed = minishop(&["shop", "list"], &data(&dir)).await;
        let shop = listed.split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 6);
        let shop = shop.expect("a shop number").to_owned();
        let (child, url) = spawn(&data(&dir), "127.0.0.1:0").await;
        Self { url, shop, dir, child: RefCell::new(Some(child)), http: Client::new() }
    }

    /// Changes prices and stock while the server runs.
    pub async fn import(&self, catalogue: &Catalogue) {
        let folder = self.dir.path().join("catalogue");
        catalogue.write(&folder);
        import(&data(&self.dir), &folder.join("goods.json")).await;
    }

    /// Closes the shop to buyers.
    pub async fn close_shop(&self) {
        self.command(&["shop", "close", &self.shop]).await;
    }

    /// Runs a command of the binary on this server's data: what it printed.
    pub(crate) async fn command(&self, args: &[&str]) -> String {
        minishop(args, &data(&self.dir)).await
    }

    /// `kill -9`.
    pub async fn kill(&self) {
        let child = self.child.borrow_mut().take();
        child.expect("the server runs").kill().await.expect("the server was running");
    }

    /// Starts again on the same port and data.
    pub async fn restart(&self) {
        let listen = self.url.trim_start_matches("http://");
        let (child, url) = spawn(&data(&self.dir), listen).await;
        assert_eq!(url, self.url);
        self.child.replace(Some(child));
    }

    /// An answer of the API, `path` under `/api/v1`.
    pub async fn get(&self, path: &str) -> Value {
        let url = format!("{}/api/v1{path}", self.url);
        let answer = self.http.get(url).send().await.expect("an answer");
        answer.json().await.expect("JSON")
    }

    /// The id of the goods with that title.
    pub async fn goods(&self, title: &str) -> String {
        let page = self.get(&format!("/shops/{}", self.shop)).await;
        let items = page["goods"]["items"].as_array().expect("goods");
        let found = items.iter().find(|goods| goods["title"] == title);
        found.expect("such goods")["id"].as_str().expect("an id").to_owned()
    }

    /// Pieces left of the goods with that title, all options together: what orders took is gone from it.
    pub async fn left(&self, title: &str) -> i64 {
        let id = self.goods(title).await;
        let detail = self.get(&format!("/shops/{}/goods/{id}", self.shop)).await;
        let skus = detail["goods"]["skus"].as_array().expect("skus");
        skus.iter().map(|sku| sku["left"].as_i64().expect("a count")).sum()
    }
}

fn data(dir: &TempDir) -> PathBuf {
    dir.path().join("data")
}

async fn import(data: &Path, file: &Path) {
    minishop(&["import", &file.to_string_lossy()], data).await;
}

/// Runs a command of the binary to its end.
async fn minishop(args: &[&str], data: &Path) -> String {
    let output = Command::new(binary()).args(args).arg("--data").arg(data).output().await;
    let output = output.expect("the binary starts");
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "minishop {}: {said}", args.join(" "));
    said
}

async fn spawn(data: &Path, listen: &str) -> (Child, String) {
    let mut child = Command::new(binary())
        .args(["serve", "--allow-local-webhooks", "--listen", listen, "--data"])
        .arg(data)
        .env("MINISHOP_LOG", "warn")
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("the server starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let first = lines.next_line().await.expect("its output").expect("a first line");
    let url = first.strip_prefix("minishop listens on ").expect("the address").to_owned();
    // What it says later must be read, or it would wait for a reader.
    tokio::task::spawn_local(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    (child, url)
}
