//! What sellers do on nearly every journey of theirs.

use minishop_e2e::{Desk, Server, Target, World, picture};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

/// Who they sign in as.
pub const LOGIN: &str = "anna@shop.example";

/// Three pictures: of a real catalogue where one is at hand, else drawn here.
pub fn photos(dir: &TempDir) -> Vec<PathBuf> {
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/catalogue/photos");
    let names = ["beanie-1", "blue-hoodie", "apple-drink"];
    let drawn = |(at, name): (usize, &str)| {
        let known = real.join(format!("{name}.jpg"));
        if let Ok(known) = known.canonicalize() {
            return known;
        }
        let own = dir.path().join(format!("{name}.png"));
        let colour = [40 * at as u8, 120, 200];
        std::fs::write(&own, picture(400, 300, colour, [250, 250, 250])).expect("a picture");
        own
    };
    names.into_iter().enumerate().map(drawn).collect()
}

/// A shop at its beginning. A server that is built for looking into makes pictures slowly.
pub async fn shop(world: &World, server: &Server) -> Desk {
    let desk = world.desk(server).await.patient(Duration::from_secs(60));
    desk.open_shop_of("Camellia Teas", LOGIN).await;
    desk.on("goods").await;
    desk
}

/// Makes goods of one kind without a photo.
pub async fn add(desk: &Desk, title: &str, price: &str, stock: &str) {
    desk.open("/desk/goods/new").await;
    desk.on("editor").await;
    desk.write_at("#title", title).await;
    desk.write_at("#price-0", price).await;
    desk.write_at("#stock-0", stock).await;
    desk.click(Target::doing("publish")).await;
    desk.on("goods").await;
    desk.see(title).await;
}
