//! What `serve` says at its start: where the shop is, and where its desk.

use crate::app::App;
use crate::demo;
use crate::error::Failure;
use crate::terminal;
use std::net::SocketAddr;
use std::path::Path;

/// Says on standard output where the shop is: for people, and for scripts that wait for the first line.
pub async fn announce(app: &App, dir: &Path, listen: SocketAddr) -> Result<(), Failure> {
    let addresses = match &app.public_url {
        Some(url) => vec![url.to_string()],
        None => terminal::addresses(listen),
    };
    let here = app.public_url.is_none() && (listen.ip().is_loopback() || listen.ip().is_unspecified());
    let local = here.then(|| format!("http://localhost:{}", listen.port()));
    let all: Vec<&String> = addresses.iter().chain(&local).collect();
    println!("minishop listens on http://{listen}");
    let first: Option<(i64, String)> =
        sqlx::query_as("SELECT number, name FROM shops WHERE open ORDER BY created_at LIMIT 1")
            .fetch_optional(&app.db.read)
            .await?;
    let Some((number, name)) = first else {
        println!(
            "There is no open shop yet: open one at the desk, or `minishop demo` makes one to look at.\n"
        );
        all.iter().for_each(|address| println!("  {address}/desk"));
        return Ok(());
    };
    println!("\n  {name}, shop number {number}\n");
    all.iter().for_each(|address| println!("  {address}/{number}"));
    println!("\n  The desk, for its seller:\n");
    all.iter().for_each(|address| println!("  {address}/desk"));
    // Where everybody can come, a password is said to nobody.
    if app.public_url.is_none()
        && let Some((login, password)) = demo::seller::secrets(&app.db, dir).await?
    {
        println!("  login {login}, password {password}");
    }
    // The last address is the one other devices reach.
    if let Some(address) = addresses.last() {
        println!("\n{}", terminal::qr(&format!("{address}/{number}")));
    }
    Ok(())
}
