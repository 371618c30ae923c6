//! The seller's account and what opens it.

use super::super::problem::ApiError;
use super::super::shop::{currency, number};
use super::{get, nothing, send, tell};
use crate::json::{At, Json};
use minishop_core::{Currency, ShopNumber};

/// Who is signed in, and their shop.
#[derive(Clone, PartialEq, Debug)]
pub struct Account {
    /// A phone number with its country's code, or an e-mail address.
    pub login: String,
    pub number: ShopNumber,
    pub name: String,
    pub currency: Currency,
    /// `en` or `zh`.
    pub locale: String,
}

/// An account with a recovery code that is told this once: `7H2KM-Q4XZ9-0BVTN-C3WFR`.
#[derive(Clone, PartialEq, Debug)]
pub struct Opened {
    pub account: Account,
    pub recovery_code: String,
}

/// What a new account is made of.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Opening {
    pub login: String,
    pub password: String,
    pub shop: String,
    /// The currency's code.
    pub currency: String,
    /// `en` or `zh`.
    pub locale: String,
}

impl Account {
    fn read(at: &At) -> Self {
        let (number, name, currency, locale) =
            at.part("shop", |at| (number(at), at.text("name"), currency(at), at.text("locale")));
        Self { login: at.text("login"), number, name, currency, locale }
    }
}

impl Opened {
    fn read(at: &At) -> Self {
        Self { account: Account::read(at), recovery_code: at.text("recovery_code") }
    }
}

/// Opens an account and its shop, and signs in.
pub async fn register(new: &Opening) -> Result<Opened, ApiError> {
    let shop = Json::map(&mut [
        ("name", new.shop.as_str().into()),
        ("currency", new.currency.as_str().into()),
        ("locale", new.locale.as_str().into()),
    ]);
    let body = Json::map(&mut [
        ("login", new.login.as_str().into()),
        ("password", new.password.as_str().into()),
        ("shop", shop),
    ]);
    send("POST", "/sellers", &body, Opened::read).await
}

/// Who is signed in here.
pub async fn session() -> Result<Account, ApiError> {
    get("/session", Account::read).await
}

/// Signs in.
pub async fn sign_in(login: &str, password: &str) -> Result<Account, ApiError> {
    let body = Json::map(&mut [("login", login.into()), ("password", password.into())]);
    send("POST", "/session", &body, Account::read).await
}

/// Signs in with the recovery code, and sets a new password; every other session ends.
pub async fn recover(login: &str, code: &str, password: &str) -> Result<Opened, ApiError> {
    let body = Json::map(&mut [
        ("login", login.into()),
        ("recovery_code", code.into()),
        ("password", password.into()),
    ]);
    send("POST", "/session/recovery", &body, Opened::read).await
}

/// Signs out on this device.
pub async fn sign_out() -> Result<(), ApiError> {
    tell("DELETE", "/session", &nothing()).await
}

/// Signs out on every device.
pub async fn sign_out_everywhere() -> Result<(), ApiError> {
    tell("DELETE", "/sessions", &nothing()).await
}

/// Sets a new password; every other session ends.
pub async fn change_password(old: &str, new: &str) -> Result<(), ApiError> {
    let body = Json::map(&mut [("password", old.into()), ("new_password", new.into())]);
    tell("PUT", "/sellers/password", &body).await
}

/// A new recovery code; the one before is worth nothing from then on.
pub async fn new_recovery_code(password: &str) -> Result<String, ApiError> {
    let body = Json::map(&mut [("password", password.into())]);
    send("POST", "/sellers/recovery", &body, |at| at.text("recovery_code")).await
}
