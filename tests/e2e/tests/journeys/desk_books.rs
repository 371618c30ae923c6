//! The seller's numbers, files and alerts in every main state, one after the other, in any language.

use crate::steps::ready_to_order;
use minishop_e2e::{Buyer, Catalogue, Desk, Model, Receiver, Server, Target, World};
use std::time::Duration;

/// Leads a seller with a phone of that model through all of them; `look` is told where it is. `prepare` is called once,
/// before the first.
pub async fn walk<P, L>(world: &World, model: Model, prepare: P, mut look: L)
where
    P: AsyncFnOnce(&Buyer),
    L: AsyncFnMut(&Buyer, &str),
{
    let server = Server::start(&Catalogue::small().stock("pot", 1)).await;
    server.seller().await;
    let desk = world.desk_at(&server.url, model).await.patient(Duration::from_secs(40));
    for provoked in ["/api/v1/desk/webhook", "/api/v1/desk/import"] {
        desk.expect_complaint(provoked);
    }
    prepare(&desk).await;
    desk.open("/desk/numbers").await;
    desk.on("sign-in").await;
    desk.sign_in("seller@example.com", "correct horse").await;
    desk.on("numbers").await;
    desk.wait_for(".low").await;
    look(&desk, "desk, no numbers").await;
    let buyer = world.buyer(&server).await;
    ready_to_order(&buyer, &server).await;
    buyer.click(Target::doing("place")).await;
    buyer.on("order").await;
    numbers(&desk, &mut look).await;
    files(&desk, &mut look).await;
    alerts(&desk, &mut look).await;
}

async fn numbers(desk: &Desk, look: &mut impl AsyncFnMut(&Buyer, &str)) {
    desk.reload().await;
    desk.wait_for(".best-row").await;
    look(desk, "desk, numbers of today").await;
    desk.click(Target::css(".tab:nth-child(3)")).await;
    desk.wait_for(".chart").await;
    look(desk, "desk, numbers of a month").await;
    desk.click(Target::doing("table")).await;
    desk.wait_for("table").await;
    look(desk, "desk, numbers as tables").await;
}

async fn files(desk: &Desk, look: &mut impl AsyncFnMut(&Buyer, &str)) {
    desk.open("/desk/import").await;
    desk.on("import").await;
    desk.click(Target::css("summary")).await;
    look(desk, "desk, import").await;
    let file = tempfile::Builder::new().suffix(".csv").tempfile().expect("a file");
    let rows = "Handle,Title,Price,Stock,Photo\n\
        cup,Cup 杯子,5,3,https://elsewhere.example/cup.jpg\npot,Pot,\"1,5\",2,\nbowl,Bowl,7,many,\n";
    std::fs::write(file.path(), rows).expect("a file");
    desk.hand_over(Target::doing("csv"), file.path()).await;
    desk.wait_for("[data-stage=preview]").await;
    desk.click(Target::css("[data-action=add] > summary")).await;
    look(desk, "desk, an import looked through").await;
    desk.click(Target::doing("apply")).await;
    desk.wait_for("[data-stage=done]").await;
    look(desk, "desk, an import done").await;
    std::fs::write(file.path(), "Dear Anna").expect("a file");
    desk.hand_over(Target::doing("csv"), file.path()).await;
    desk.wait_for("[data-stage=failed]").await;
    look(desk, "desk, no file of goods").await;
}

async fn alerts(desk: &Desk, look: &mut impl AsyncFnMut(&Buyer, &str)) {
    let receiver = Receiver::start().await;
    desk.open("/desk/webhook").await;
    desk.on("webhook").await;
    for format in ["telegram", "slack", "wecom", "dingtalk", "lark", "json"] {
        desk.choose("#format", format).await;
        desk.wait_for(&format!("[data-how-to={format}]")).await;
        look(desk, &format!("desk, alerts by {format}")).await;
    }
    desk.click(Target::doing("send")).await;
    desk.wait_for(".field-error").await;
    look(desk, "desk, alerts with errors").await;
    desk.write_at("#url", &receiver.url).await;
    receiver.answer_next(404);
    desk.click(Target::doing("test")).await;
    desk.wait_for("[data-outcome=\"404\"]").await;
    desk.click(Target::doing("test")).await;
    desk.wait_for("[data-outcome=\"200\"]").await;
    look(desk, "desk, alerts tried out").await;
    desk.click(Target::doing("remove")).await;
    desk.wait_for("[data-do=sure]").await;
    look(desk, "desk, asked before removing alerts").await;
}
