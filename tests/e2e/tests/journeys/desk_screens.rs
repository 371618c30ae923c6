//! Every screen of the desk and every main state of it, one after the other, in any language.

use minishop_e2e::{Buyer, Desk, Model, Server, Target, World};

/// Leads a seller with a phone of that model through all of them; `look` is told where it is. `prepare` is called once,
/// before the first.
pub async fn walk<P, L>(world: &World, model: Model, prepare: P, mut look: L)
where
    P: AsyncFnOnce(&Buyer),
    L: AsyncFnMut(&Buyer, &str),
{
    let server = Server::empty().await;
    let seller = world.desk_at(&server.url, model).await;
    prepare(&seller).await;
    account(&seller, &mut look).await;
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
