//! Every screen of the desk and every main state of it, one after the other, in any language.

use crate::desk_order_screens;
use minishop_e2e::{Buyer, Desk, Model, Server, Target, World, picture};

/// Leads a seller with a phone of that model through all of them; `look` is told where it is. `prepare` is called once,
/// before the first.
pub async fn walk<P, L>(world: &World, model: Model, prepare: P, mut look: L)
where
    P: AsyncFnOnce(&Buyer),
    L: AsyncFnMut(&Buyer, &str),
{
    let server = Server::empty().await;
    let seller = world.desk_at(&server.url, model).await.patient(std::time::Duration::from_secs(40));
    prepare(&seller).await;
    account(&seller, &mut look).await;
    goods(&seller, &mut look).await;
    categories(&seller, &mut look).await;
    desk_order_screens::walk(&server, &seller, &mut look).await;
}

async fn account(seller: &Desk, look: &mut impl AsyncFnMut(&Buyer, &str)) {
    seller.open("/desk").await;
    seller.on("sign-in").await;
    look(seller, "desk, sign in").await;
    seller.click(Target::doing("send")).await;
    seller.wait_for(".field-error").await;
    look(seller, "desk, sign in with errors").await;
    seller.open("/desk/recover").await;
    seller.on("recover").await;
    look(seller, "desk, recover").await;
    seller.open("/desk/register").await;
    seller.on("register").await;
    look(seller, "desk, register").await;
    seller.click(Target::doing("send")).await;
    seller.wait_for(".field-error").await;
    look(seller, "desk, register with errors").await;
    seller.write_at("#shop-name", "Camellia Teas 山茶小铺").await;
    seller.write_at("#login", "anna@shop.example").await;
    seller.write_at("#password", Desk::PASSWORD).await;
    seller.choose("#currency", "CNY").await;
    seller.click(Target::doing("send")).await;
    seller.on("code").await;
    look(seller, "desk, opened").await;
    seller.click(Target::doing("saved")).await;
    seller.wait_for(".desk-tabs").await;
    seller.open("/desk/no-such-page").await;
    seller.on("unknown").await;
    look(seller, "desk, nowhere").await;
    seller.open("/desk/account").await;
    seller.on("account").await;
    look(seller, "desk, account").await;
    seller.click(Target::doing("password")).await;
    seller.wait_for("[role=dialog]").await;
    look(seller, "desk, password").await;
}

async fn goods(seller: &Desk, look: &mut impl AsyncFnMut(&Buyer, &str)) {
    seller.open("/desk/goods").await;
    seller.on("goods").await;
    look(seller, "desk, no goods").await;
    seller.click(Target::doing("add-goods")).await;
    seller.on("editor").await;
    look(seller, "desk, new goods").await;
    seller.click(Target::doing("publish")).await;
    seller.wait_for(".field-error").await;
    look(seller, "desk, new goods with errors").await;
    let file = tempfile::Builder::new().suffix(".png").tempfile().expect("a file");
    std::fs::write(file.path(), picture(300, 300, [20, 120, 60], [255, 255, 255])).expect("a picture");
    seller.hand_over(Target::doing("gallery"), file.path()).await;
    seller.wait_for("[data-photo]").await;
    seller.click(Target::css(".photo-tile-face")).await;
    seller.wait_for("[role=dialog]").await;
    look(seller, "desk, a photo's menu").await;
    seller.back().await;
    seller.until("the sheet gone", "return !document.querySelector('[role=dialog]')", &[]).await;
    seller.write_at("#title", "Cotton Tee 棉T恤").await;
    seller.write_at("#price-0", "30,5").await;
    seller.click(Target::doing("add-option")).await;
    seller.write_at("#value-0", "red, blue").await;
    seller.click(Target::doing("add-value")).await;
    seller.wait_for("[data-kind=blue]").await;
    look(seller, "desk, goods of two kinds").await;
    seller.click(Target::doing("publish")).await;
    seller.on("goods").await;
    seller.open("/desk/goods/new").await;
    seller.on("editor").await;
    seller.write_at("#title", "Tea Cup 茶杯").await;
    seller.write_at("#price-0", "12.50").await;
    seller.write_at("#stock-0", "2").await;
    seller.reload().await;
    seller.on("editor").await;
    look(seller, "desk, goods typed before").await;
    seller.click(Target::doing("save-hidden")).await;
    seller.on("goods").await;
    seller.wait_for("[data-do=quick]").await;
    look(seller, "desk, goods").await;
    seller.click(Target::doing("quick")).await;
    seller.write_at("#quick-price", "-1").await;
    seller.click(Target::doing("quick-save")).await;
    seller.wait_for(".field-error").await;
    look(seller, "desk, a price in the list").await;
    seller.click(Target::doing("menu")).await;
    seller.wait_for("[role=dialog]").await;
    look(seller, "desk, what can be done with goods").await;
    seller.click(Target::doing("delete")).await;
    seller.wait_for("[data-do=sure]").await;
    look(seller, "desk, asked before deleting").await;
    seller.back().await;
    seller.until("the sheet gone", "return !document.querySelector('[role=dialog]')", &[]).await;
    seller.click(Target::doing("shelf-menu")).await;
    seller.click(Target::doing("arrange")).await;
    seller.wait_for(".arrange").await;
    look(seller, "desk, the shelf in order").await;
    seller.click(Target::doing("arranged")).await;
    seller.write_at(".search-input", "zzz").await;
    seller.wait_for(".blank").await;
    look(seller, "desk, no goods found").await;
}

async fn categories(seller: &Desk, look: &mut impl AsyncFnMut(&Buyer, &str)) {
    seller.open("/desk/categories").await;
    seller.on("categories").await;
    look(seller, "desk, no categories").await;
    for (at, name) in ["Cups 杯子", "Pots"].into_iter().enumerate() {
        seller.click(Target::doing("add")).await;
        seller.write_at(&format!("#category-{at}"), name).await;
    }
    seller.click(Target::doing("save")).await;
    seller.wait_for(".toast-text").await;
    look(seller, "desk, categories").await;
}
