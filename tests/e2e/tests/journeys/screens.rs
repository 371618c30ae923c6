//! Every screen and every main state of it, one after the other, in any language.

use crate::steps::{add, check_out, fill_in, open_goods};
use minishop_e2e::{Buyer, Catalogue, Fault, Model, Proxy, Server, Target, World, picture};

/// Leads a buyer with a phone of that model through all of them; `look` is told where it is. `prepare` is called once,
/// before the first.
pub async fn walk<P, L>(world: &World, model: Model, prepare: P, mut look: L)
where
    P: AsyncFnOnce(&Buyer),
    L: AsyncFnMut(&Buyer, &str),
{
    let server = Server::start(&Catalogue::small()).await;
    let proxy = Proxy::before(&server.url).await;
    let buyer = world.buyer_at(&proxy.url, &server.shop, model).await;
    for provoked in ["404", "409", "502", "/api/v1/"] {
        buyer.expect_complaint(provoked);
    }
    buyer.forget_answers().await;
    prepare(&buyer).await;
    before_buying(&server, &buyer, &mut look).await;
    cart_and_checkout(&server, &buyer, &mut look).await;
    orders(&buyer, &mut look).await;
    troubles(&server, &proxy, &buyer, &mut look).await;
}

async fn before_buying(server: &Server, buyer: &Buyer, look: &mut impl AsyncFnMut(&Buyer, &str)) {
    buyer.open_door().await;
    look(buyer, "door").await;
    buyer.write_at(".number-input", "012345").await;
    buyer.wait_for(".number-wrong").await;
    look(buyer, "door, wrong number").await;

    buyer.open_shop().await;
    look(buyer, "shop").await;
    buyer.click(Target::css(".shop-notice")).await;
    buyer.wait_for(".shop-notice[aria-expanded=true]").await;
    look(buyer, "shop, notice open").await;
    buyer.write_at(".search-input", "zzz").await;
    buyer.wait_for(".blank").await;
    look(buyer, "shop, nothing found").await;
    buyer.open(&buyer.path_in_shop("/cart")).await;
    buyer.wait_for("[data-screen=cart] .blank").await;
    look(buyer, "cart, empty").await;
    buyer.open(&buyer.path_in_shop("/orders")).await;
    buyer.on("orders").await;
    look(buyer, "orders, none").await;

    open_goods(buyer, server, "Plain Tee").await;
    look(buyer, "goods").await;
    buyer.click(Target::css(".gallery-zoom")).await;
    buyer.wait_for(".zoom").await;
    look(buyer, "goods, photo enlarged").await;
    buyer.back().await;
    buyer.until("the photo small again", "return !document.querySelector('.zoom')", &[]).await;
    buyer.click(Target::doing("add")).await;
    buyer.wait_for("[role=dialog]").await;
    look(buyer, "goods, choosing").await;
    buyer.click("red").await;
    buyer.click("S").await;
    buyer.click(Target::css("[role=dialog] [data-do=add]")).await;
    buyer.cart_holds(1).await;
    look(buyer, "goods, just added").await;
    open_goods(buyer, server, "Tall Vase").await;
    look(buyer, "goods, sold out").await;
    buyer.open_shop().await;
    buyer.wait_for(".cart-pill").await;
    look(buyer, "shop, with a cart").await;
}

async fn cart_and_checkout(server: &Server, buyer: &Buyer, look: &mut impl AsyncFnMut(&Buyer, &str)) {
    add(buyer, server, "Tea Mug 茶杯", 2).await;
    add(buyer, server, "Tea Pot", 3).await;
    buyer.open(&buyer.path_in_shop("/cart")).await;
    buyer.on("cart").await;
    look(buyer, "cart").await;
    server.import(&Catalogue::small().price("pot", "89.00").stock("mug", 0)).await;
    buyer.reload().await;
    buyer.wait_for(".note-danger").await;
    look(buyer, "cart, changed").await;
    buyer.click(Target::doing("checkout")).await;
    buyer.on("checkout").await;
    look(buyer, "checkout").await;
    buyer.click(Target::doing("place")).await;
    buyer.wait_for(".field-error").await;
    look(buyer, "checkout, with errors").await;
    fill_in(buyer).await;
    server.import(&Catalogue::small().price("pot", "91.00").stock("mug", 0)).await;
    buyer.click(Target::doing("place")).await;
    buyer.wait_for("[data-do=accept]").await;
    look(buyer, "checkout, asked about a new price").await;
    buyer.back().await;
    buyer.until("the sheet gone", "return !document.querySelector('[role=dialog]')", &[]).await;
}

async fn orders(buyer: &Buyer, look: &mut impl AsyncFnMut(&Buyer, &str)) {
    // The shop's own words, in any language of the app.
    buyer.click("Bank transfer").await;
    buyer.click(Target::doing("place")).await;
    buyer.wait_for("[data-status=to_pay]").await;
    look(buyer, "order, to pay").await;
    let file = tempfile::Builder::new().suffix(".png").tempfile().expect("a file");
    std::fs::write(file.path(), picture(300, 600, [20, 120, 60], [255, 255, 255])).expect("a picture");
    buyer.hand_over(Target::doing("proof"), file.path()).await;
    buyer.wait_for("[data-status=to_confirm]").await;
    look(buyer, "order, to confirm").await;
    buyer.open(&buyer.path_in_shop("/orders")).await;
    buyer.on("orders").await;
    buyer.wait_for("[data-order-code] .thumb").await;
    look(buyer, "orders").await;
}

async fn troubles(server: &Server, proxy: &Proxy, buyer: &Buyer, look: &mut impl AsyncFnMut(&Buyer, &str)) {
    // The mug, sold out, is still in the cart.
    add(buyer, server, "Tea Pot", 2).await;
    check_out(buyer).await;
    fill_in(buyer).await;
    proxy.misbehave("POST", "/orders", Fault::HungUp, 99);
    buyer.click(Target::doing("place")).await;
    buyer.wait_for("[data-checking]").await;
    look(buyer, "checkout, checking").await;
    proxy.heal();
    buyer.wait_for("[data-status=new], [data-status=to_pay]").await;
    look(buyer, "order, new").await;
    buyer.click(Target::doing("cancel")).await;
    buyer.wait_for("[data-do=sure]").await;
    look(buyer, "order, asked to be sure").await;
    buyer.click(Target::doing("sure")).await;
    buyer.wait_for("[data-status=cancelled]").await;
    look(buyer, "order, cancelled").await;

    buyer.open("/o/abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq").await;
    buyer.wait_for(".blank").await;
    look(buyer, "unknown order").await;
    buyer.open(if server.shop == "123456" { "/654321" } else { "/123456" }).await;
    buyer.on("unknown").await;
    look(buyer, "unknown shop").await;
    buyer.open(&buyer.path_in_shop("/no-such-page")).await;
    buyer.on("unknown").await;
    look(buyer, "nowhere").await;
    proxy.misbehave(
        "GET",
        "/api/v1/shops/",
        Fault::answer("502 Bad Gateway", "text/html", "<h1>Bad</h1>"),
        99,
    );
    buyer.open(&buyer.path_in_shop("")).await;
    buyer.wait_for(".blank").await;
    look(buyer, "shop, failed").await;
    proxy.heal();
}
