//! The screens of what the shop is, and every main state of them, one after the other, in any language.

use crate::desk_shop::at_the_desk;
use minishop_e2e::{Buyer, Catalogue, Model, Server, Target, World};
use serde_json::json;

/// Leads a seller with a phone of that model through all of them; `look` is told where it is. `prepare` is called once,
/// before the first.
pub async fn walk<P, L>(world: &World, model: Model, prepare: P, mut look: L)
where
    P: AsyncFnOnce(&Buyer),
    L: AsyncFnMut(&Buyer, &str),
{
    let server = Server::start(&Catalogue::small()).await;
    let (desk, beside) = at_the_desk(world, &server, model).await;
    desk.expect_complaint("409");
    prepare(&desk).await;
    desk.open("/desk/shop").await;
    desk.on("shop").await;
    desk.wait_for("[data-open]").await;
    look(&desk, "desk, shop").await;
    beside.change_shop(json!({"holiday": true, "back_on": "2099-12-01"})).await;
    desk.open("/desk/shop").await;
    desk.wait_for("#back_on").await;
    look(&desk, "desk, shop on holiday").await;
    desk.click(Target::css(".shop-standing .toggle")).await;
    desk.wait_for("[data-do=sure]").await;
    look(&desk, "desk, asked before closing").await;

    desk.open("/desk/shop/about").await;
    desk.on("about").await;
    look(&desk, "desk, about").await;
    desk.click(Target::css("[data-add=whatsapp]")).await;
    desk.write_at("#name", "Mine 我的").await;
    desk.write_at("#theme", "#ffd400").await;
    desk.click(Target::doing("save")).await;
    desk.wait_for(".field-error").await;
    look(&desk, "desk, about with errors").await;
    beside.change_shop(json!({"name": "Theirs 他的"})).await;
    desk.write_at("[data-contact=whatsapp] input", "+86 138 0013 8000").await;
    desk.click(Target::doing("save")).await;
    desk.wait_for("[data-changed]").await;
    look(&desk, "desk, about changed elsewhere").await;
    desk.click(Target::css("[data-back]")).await;
    desk.wait_for("[data-do=sure]").await;
    look(&desk, "desk, asked before leaving").await;
    desk.click(Target::doing("sure")).await;
    desk.on("shop").await;

    desk.open("/desk/deliveries").await;
    desk.on("deliveries").await;
    look(&desk, "desk, deliveries").await;
    desk.click(Target::doing("add")).await;
    desk.click(Target::css("input[value=weight]")).await;
    desk.click(Target::doing("add-step")).await;
    desk.write_at("#country", "Japan").await;
    desk.click(Target::doing("add-country")).await;
    desk.click(Target::doing("save")).await;
    desk.wait_for(".field-error").await;
    look(&desk, "desk, delivery by weight with errors").await;
    desk.back().await;
    desk.wait_for(".mark").await;
    look(&desk, "desk, deliveries with one half-way").await;

    desk.open("/desk/card").await;
    desk.wait_for("[data-do=save-picture]").await;
    look(&desk, "desk, card").await;
    desk.open("/desk/payments").await;
    desk.on("payments").await;
    look(&desk, "desk, payments").await;
    desk.click(Target::css("[data-way='Bank transfer'] [data-do=edit]")).await;
    desk.wait_for("[data-photo-field=qr] img").await;
    look(&desk, "desk, payment").await;
    let goods = server.goods("Tea Mug 茶杯").await;
    desk.open(&format!("/desk/poster/{goods}")).await;
    desk.wait_for("[data-do=save-picture]").await;
    look(&desk, "desk, poster").await;
}
