//! Orders told to an address of the seller's: set up, tried out, told, tried again, taken away.

use crate::steps::ready_to_order;
use minishop_e2e::{Catalogue, Receiver, Server, Target, journey};

#[test]
fn an_order_rings_elsewhere_and_the_log_says_so() {
    journey(async |world| {
        let server = Server::start(&Catalogue::small()).await;
        server.seller().await;
        let mut receiver = Receiver::start().await;
        let desk = world.desk(&server).await;
        desk.expect_complaint("/api/v1/session");
        desk.expect_complaint("/api/v1/desk/webhook");
        desk.open("/desk/webhook").await;
        desk.on("sign-in").await;
        desk.sign_in("seller@example.com", "correct horse").await;
        desk.on("webhook").await;

        // What is missing or wrong is said beside its field; each robot has its own steps.
        desk.choose("#format", "telegram").await;
        desk.wait_for("[data-how-to=telegram]").await;
        desk.click(Target::doing("send")).await;
        desk.see("Please fill this in").await;
        desk.choose("#format", "json").await;
        desk.wait_for("[data-how-to=json]").await;
        desk.write_at("#url", "ftp://example.com/").await;
        desk.click(Target::doing("send")).await;
        desk.see("The address must begin with https://").await;

        desk.write_at("#url", &receiver.url).await;
        desk.click(Target::doing("test")).await;
        let letter = receiver.next().await;
        desk.see("The test has arrived").await;
        let secret = desk.attribute("[data-secret]", "data-secret").await;
        assert!(letter.is_signed_with(&secret), "signed with the secret that is shown");
        assert!(!letter.is_signed_with("another"));
        assert_eq!(letter.json()["kind"], "test");
        desk.wait_for("[data-delivery=test][data-outcome=\"200\"]").await;

        // An order, while that address has a bad moment.
        receiver.answer_next(500);
        let buyer = world.buyer(&server).await;
        ready_to_order(&buyer, &server).await;
        buyer.click(Target::doing("place")).await;
        buyer.on("order").await;
        let code = buyer.attribute("[data-order-code]", "data-order-code").await;
        let letter = receiver.next().await;
        assert_eq!(
            (&letter.json()["kind"], &letter.json()["order"]["code"]),
            (&"placed".into(), &code.as_str().into())
        );
        let noted = "document.querySelector('[data-do=refresh]').click();
            return document.querySelector('[data-delivery=placed][data-outcome=\"500\"]') !== null";
        desk.until("the failed delivery in the log", noted, &[]).await;
        desk.see(&format!("New order {code}")).await;
        desk.see("Answered with 500").await;
        desk.see("Again at").await;
        let again = receiver.next().await;
        assert!(again.is_signed_with(&secret));
        assert_eq!(again.json()["id"], letter.json()["id"], "the same delivery once more");
        let arrived = "document.querySelector('[data-do=refresh]').click();
            return document.querySelector('[data-delivery=placed][data-outcome=\"200\"]') !== null";
        desk.until("the delivery that arrived", arrived, &[]).await;
        desk.see("tried 2 times").await;

        // It stands as it was saved, and goes when it is taken away.
        desk.reload().await;
        desk.on("webhook").await;
        desk.field_holds("Address", &receiver.url).await;
        desk.click(Target::doing("remove")).await;
        desk.click(Target::doing("sure")).await;
        desk.see("Removed").await;
        desk.reload().await;
        desk.on("webhook").await;
        desk.field_holds("Address", "").await;
    });
}
