//! The first load on a slow network: nothing moves, and the goods need two round trips, not three.

use minishop_e2e::{Buyer, Catalogue, Loading, Server, World, journey};

/// Milliseconds to the server and back, and kilobits per second: a busy mobile network.
const SLOW: (u32, u32) = (150, 1600);

async fn on_a_slow_network(world: &World) -> (Server, Buyer) {
    let server = Server::start(&Catalogue::with_plates(30)).await;
    let buyer = world.buyer(&server).await;
    buyer.watch_loading().await;
    buyer.network(SLOW.0, SLOW.1).await;
    (server, buyer)
}

/// The data is asked for while the code is still on its way, and only once.
fn two_round_trips(loading: &Loading) {
    let told = || format!("shown at {:.0} ms: {:#?}", loading.shown, loading.requests);
    let before = |request: &&(String, f64, f64)| request.1 < loading.shown;
    let data: Vec<_> =
        loading.requests.iter().filter(before).filter(|request| request.0.starts_with("/api/")).collect();
    assert_eq!(data.len(), 1, "{}", told());
    let code = loading.requests.iter().find(|request| request.0.ends_with(".wasm")).expect("the code");
    assert!(data[0].1 < code.2, "the data waited for the code; {}", told());
    let after_code = |request: &&(String, f64, f64)| request.1 >= code.2 && request.1 < loading.shown;
    let late: Vec<_> = loading
        .requests
        .iter()
        .filter(after_code)
        .filter(|request| !request.0.starts_with("/media/"))
        .collect();
    assert!(late.is_empty(), "{late:?} was asked for after the code; {}", told());
}

#[test]
fn the_shop() {
    journey(async |world| {
        let (_server, buyer) = on_a_slow_network(world).await;
        buyer.open_shop().await;
        two_round_trips(&buyer.loading().await);
        buyer.until("the pictures", PICTURES, &[]).await;
        let moved = buyer.moved().await;
        assert!(moved.is_empty(), "moved: {moved:#?}");
        // The watch itself is awake: what does move is told.
        buyer.run(PUSH, &[]).await;
        buyer.until("the push to be noticed", "return window.__moved.length > 0", &[]).await;
    });
}

#[test]
fn goods_by_their_link() {
    journey(async |world| {
        let (server, buyer) = on_a_slow_network(world).await;
        let goods = server.goods("Plain Tee").await;
        buyer.open(&buyer.path_in_shop(&format!("/g/{goods}"))).await;
        buyer.on("goods").await;
        two_round_trips(&buyer.loading().await);
        buyer.until("the pictures", PICTURES, &[]).await;
        let moved = buyer.moved().await;
        assert!(moved.is_empty(), "moved: {moved:#?}");
    });
}

const PUSH: &str = "const block = document.createElement('div');
    block.style.height = '200px';
    document.body.prepend(block)";

/// Whether every picture that is in sight has come.
const PICTURES: &str = "return [...document.images].every((image) => {
    const box = image.getBoundingClientRect();
    return image.complete || box.top > innerHeight || box.left > innerWidth; })";
