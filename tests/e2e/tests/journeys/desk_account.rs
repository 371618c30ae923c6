//! A seller opens a shop, leaves, and comes back: by the password, by the recovery code, and after the session ended.

use crate::desk_steps::LOGIN;
use minishop_e2e::{Desk, Server, Target, journey};

#[test]
fn a_shop_is_opened_in_one_form_and_signed_into_again() {
    journey(async |world| {
        let server = Server::empty().await;
        let seller = world.desk(&server).await;
        let number = seller.open_shop_of("Camellia Teas", LOGIN).await;
        assert_eq!(number.len(), 6, "a shop number: {number}");
        seller.see("Camellia Teas").await;

        let buyer = world.buyer_at(&server.url, &number, minishop_e2e::Model::ENGLISH).await;
        buyer.open_shop().await;
        buyer.see("Camellia Teas").await;

        seller.open("/desk/account").await;
        seller.click(Target::doing("sign-out")).await;
        seller.on("sign-in").await;
        seller.sign_in(LOGIN, "not my password").await;
        seller.see("Phone, e-mail or password is not right").await;
        seller.sign_in(LOGIN, Desk::PASSWORD).await;
        seller.wait_for(".desk-tabs").await;
    });
}

#[test]
fn what_is_wrong_is_said_beside_its_field_and_nothing_is_lost() {
    journey(async |world| {
        let server = Server::empty().await;
        let seller = world.desk(&server).await;
        seller.expect_complaint("/api/v1/sellers");
        seller.open("/desk/register").await;
        seller.on("register").await;
        let long = "茶".repeat(10_000);
        seller.paste("Shop name", &long).await;
        seller.write_at("#login", "13800138000").await;
        seller.write_at("#password", "short").await;
        seller.click(Target::doing("send")).await;
        seller.see("At most 60 characters").await;
        seller.see("with its country code such as +86").await;
        seller.see("At least 8 characters").await;
        seller.field_holds("Shop name", &long).await;
        seller.paste("Shop name", "茶 🍵 متجر").await;
        seller.write_at("#login", "+86 138 0013 8000").await;
        seller.write_at("#password", Desk::PASSWORD).await;
        seller.click(Target::doing("send")).await;
        seller.on("code").await;
        seller.click(Target::doing("saved")).await;
        seller.see("茶 🍵 متجر").await;

        // The same login again is a shop already.
        seller.open("/desk/account").await;
        seller.click(Target::doing("sign-out")).await;
        seller.on("sign-in").await;
        seller.click("Open a shop").await;
        seller.on("register").await;
        seller.write_at("#shop-name", "Another").await;
        seller.write_at("#login", "008613800138000").await;
        seller.write_at("#password", Desk::PASSWORD).await;
        seller.click(Target::doing("send")).await;
        seller.see("There is a shop with this already").await;
        seller.field_holds("Shop name", "Another").await;
    });
}

#[test]
fn the_recovery_code_lets_the_owner_back_in() {
    journey(async |world| {
        let server = Server::empty().await;
        let seller = world.desk(&server).await;
        seller.open("/desk/register").await;
        seller.on("register").await;
        seller.write_at("#shop-name", "Camellia Teas").await;
        seller.write_at("#login", LOGIN).await;
        seller.write_at("#password", Desk::PASSWORD).await;
        seller.click(Target::doing("send")).await;
        seller.on("code").await;
        let code = seller.attribute("[data-code]", "data-code").await;

        let other = world.desk(&server).await;
        other.open("/desk").await;
        other.on("sign-in").await;
        other.click("Forgot the password?").await;
        other.on("recover").await;
        other.write_at("#login", LOGIN).await;
        other.write_at("#recovery_code", "AAAAA-AAAAA-AAAAA-AAAAA").await;
        other.write_at("#password", "a new beginning").await;
        other.click(Target::doing("send")).await;
        other.see("recovery code is not right").await;
        other.write_at("#recovery_code", &code.to_lowercase()).await;
        other.click(Target::doing("send")).await;
        other.on("code").await;
        let next = other.attribute("[data-code]", "data-code").await;
        assert_ne!(next, code, "the code is a new one");
        other.click(Target::doing("saved")).await;
        other.wait_for(".desk-tabs").await;

        // The first phone's session is over; the old password no longer opens anything.
        seller.open("/desk/account").await;
        seller.on("sign-in").await;
        seller.sign_in(LOGIN, Desk::PASSWORD).await;
        seller.see("Phone, e-mail or password is not right").await;
        seller.sign_in(LOGIN, "a new beginning").await;
        seller.on("account").await;
    });
}

#[test]
fn a_session_that_ends_under_a_form_costs_nothing() {
    journey(async |world| {
        let server = Server::empty().await;
        let seller = world.desk(&server).await;
        seller.expect_complaint("/api/v1/sellers/password");
        seller.open_shop_of("Camellia Teas", LOGIN).await;
        let other = world.desk(&server).await;
        other.open("/desk").await;
        other.on("sign-in").await;
        other.sign_in(LOGIN, Desk::PASSWORD).await;
        other.wait_for(".desk-tabs").await;
        seller.open("/desk/account").await;
        seller.click(Target::doing("password")).await;
        seller.write_at("#password", Desk::PASSWORD).await;
        seller.write_at("#new_password", "a new beginning").await;

        other.open("/desk/account").await;
        other.click(Target::doing("sign-out-everywhere")).await;
        other.click(Target::doing("sure")).await;
        other.on("sign-in").await;

        seller.click(Target::css("[role=dialog] [data-do=send]")).await;
        seller.wait_for("[data-screen-over=sign-in]").await;
        seller.write_at("[data-screen-over] #password", Desk::PASSWORD).await;
        seller.click(Target::css("[data-screen-over] [data-do=send]")).await;
        // What was asked for before goes on by itself.
        seller.see("Password changed").await;
        seller.open("/desk/account").await;
        seller.click(Target::doing("sign-out")).await;
        seller.on("sign-in").await;
        seller.sign_in(LOGIN, "a new beginning").await;
        seller.wait_for(".desk-tabs").await;
    });
}
