//! The way back in for who forgot the password.

use super::account::{login, new_password};
use super::form::Form;
use super::seller::FromDesk;
use super::session::{self, Account, wrong_login};
use crate::app::App;
use crate::db::Conn;
use crate::error::Problem;
use crate::extract::{Body, Source};
use crate::mint;
use crate::sellers;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use std::time::Instant;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(post))
}

/// A new password, by the recovery code.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Recover {
    pub login: String,
    /// As shown when it was made; hyphens, spaces and small letters do not matter.
    pub recovery_code: String,
    /// The new one, 8–128 characters.
    pub password: String,
}

/// A recovery code as it is hashed: however it was grouped, and whichever look-alike was typed.
pub fn written(code: &str) -> String {
    let letters = code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase());
    letters
        .map(|c| match c {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

/// Sets a new password and signs in; every sign-in before it ends, and the code is replaced by a new one.
#[utoipa::path(post, path = "/session/recovery", tag = "seller", request_body = Recover,
    responses((status = 200, body = Account, description = "With the new recovery code, shown this once"),
        (status = 400, body = Problem), (status = 401, body = Problem, description = "`wrong_login`"),
        (status = 403, body = Problem, description = "`missing_header`"), (status = 429, body = Problem)))]
pub async fn post(
    State(app): State<App>,
    source: Source,
    _: FromDesk,
    Body(request): Body<Recover>,
) -> Result<Response, Problem> {
    let mut form = Form::default();
    let login = login(&mut form, &request.login);
    new_password(&mut form, "password", &request.password);
    let Some(login) = login else { return Err(form.refusal()) };
    form.done()?;
    // Counted apart from passwords: who locked the seller out with wrong ones must not close this way too.
    let counted = format!("recovery {login}");
    app.guard.try_secret(source.0, &counted, Instant::now()).map_err(Problem::too_many)?;
    let row: Option<(String, String)> =
        sqlx::query_as("SELECT id, recovery_hash FROM sellers WHERE login = $1")
            .bind(login.as_str())
            .fetch_optional(&app.db.read)
            .await?;
    let (seller, stored) = row.unzip();
    let right = app.passwords.matches(written(&request.recovery_code), stored.clone()).await?;
    let (true, Some(seller), Some(stored)) = (right, seller, stored) else { return Err(wrong_login()) };
    let code = mint::recovery_code()?;
    let password = app.passwords.hash(request.password).await?;
    let recovery = app.passwords.hash(written(&code)).await?;
    let token = mint::secret()?;
    let session = mint::hash(&token);
    let account = app
        .db
        .write
        .run(move |conn: &mut Conn| {
            Box::pin(async move {
                // A code opens once, even when it is sent twice at the same moment.
                let now: String = sqlx::query_scalar("SELECT recovery_hash FROM sellers WHERE id = $1")
                    .bind(&seller)
                    .fetch_one(&mut *conn)
                    .await?;
                if now != stored {
                    return Err(wrong_login());
                }
                sellers::set_password(conn, &seller, &password, "").await?;
                sellers::set_recovery(conn, &seller, &recovery).await?;
                session::open(conn, &seller, &session).await?;
                Ok(Account::of(conn, &seller).await?)
            })
        })
        .await?;
    app.guard.right(source.0, &counted);
    let account = Account { recovery_code: Some(code), ..account };
    Ok(session::signed_in(&app, StatusCode::OK, &account, &token))
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = "7H2KM-Q4XZ9-0BVTN-C3WF1";
        for typed in ["7h2km q4xz9 obvtn c3wfl", " 7H2KMQ4XZ90BVTNC3WFI ", code] {
            assert_eq!(written(typed), written(code), "{typed}");
        }
    }
}
