//! The one chromedriver of this test binary; it ends with the binary, however that ends.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

struct Driver {
    url: String,
    /// Its standard input stays open as long as we live; when it closes, the shell ends the driver.
    _shell: Child,
}

static DRIVER: OnceLock<Driver> = OnceLock::new();

/// Where it listens.
pub fn url() -> &'static str {
    &DRIVER.get_or_init(start).url
}

fn start() -> Driver {
    let program = std::env::var("CHROMEDRIVER").ok().filter(|path| !path.is_empty());
    let program = program.unwrap_or_else(|| "chromedriver".to_owned());
    let mut shell = Command::new("sh")
        .args(["-c", r#""$0" --port=0 & read -r _; kill $!"#, &program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a shell");
    let mut lines = BufReader::new(shell.stdout.take().expect("its output")).lines().map_while(Result::ok);
    let port = lines.by_ref().find_map(|line| {
        let port = line.strip_prefix("ChromeDriver was started successfully on port ")?;
        Some(port.trim_end_matches('.').to_owned())
    });
    let port = port.unwrap_or_else(|| panic!("{program} does not start: run `scripts/setup test`"));
    std::thread::spawn(move || lines.for_each(drop));
    Driver { url: format!("http://127.0.0.1:{port}"), _shell: shell }
}
