//! Errors at the two edges: what went wrong inside ([`Failure`]) and what a caller is told ([`Problem`]).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// Something inside failed; a caller learns only an opaque id that the log also has.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("the database: {0}")]
    Database(#[from] sqlx::Error),
    #[error("the schema: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("the disk: {0}")]
    Io(#[from] std::io::Error),
    #[error("SQLite {0} is older than 3.51.3, which can corrupt a database in WAL mode")]
    OldSqlite(String),
    #[error("the commit did not reach the disk")]
    CommitFailed,
    #[error("the write queue is full")]
    Busy,
    #[error("stored data is broken: {0}")]
    Broken(String),
    #[error("no random bytes from the system")]
    NoRandomness,
}

/// One field of a request that cannot stay as it is.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FieldFault {
    /// Where it stands, such as `lines[0].quantity` or `contact.phone`.
    pub path: String,
    /// A stable word, such as `empty`, `too_long`, `not_phone`, `out_of_range`, `unknown`, `duplicate`, `required`,
    /// `wrong_type`.
    pub code: &'static str,
    /// The same as a sentence for developers.
    pub message: String,
}

/// RFC 9457 problem details with a stable `code`.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Problem {
    /// A URI reference naming the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    pub title: &'static str,
    pub status: u16,
    pub detail: String,
    /// What programs look at; never renamed.
    pub code: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldFault>,
    /// Members of this problem alone, such as `quote`, `sku`, `left`, `id`.
    #[serde(flatten)]
    pub more: serde_json::Map<String, serde_json::Value>,
    /// Seconds until another try makes sense.
    #[serde(skip)]
    pub retry_after: Option<u64>,
}

impl Problem {
    /// A problem with nothing but its code and one sentence.
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("/api/v1/docs#{code}"),
            title: status.canonical_reason().unwrap_or("Error"),
            status: status.as_u16(),
            detail: detail.into(),
            code,
            fields: Vec::new(),
            more: serde_json::Map::new(),
            retry_after: None,
        }
    }

    /// 404 for unknown, closed and hidden shops and for what is no number at all: one and the same.
    pub fn unknown_shop() -> Self {
        Self::new(StatusCode::NOT_FOUND, "unknown_shop", "No open shop has this number.")
    }

    pub fn unknown_order() -> Self {
        Self::new(StatusCode::NOT_FOUND, "unknown_order", "No order has this link.")
    }

    /// 400 with every field that is wrong.
    pub fn fields(fields: Vec<FieldFault>) -> Self {
        let detail = fields.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join(" ");
        Self { fields, ..Self::new(StatusCode::BAD_REQUEST, "invalid_field", detail) }
    }

    /// 400 with one wrong field.
    pub fn field(path: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self::fields(vec![FieldFault { path: path.into(), code, message: message.into() }])
    }

    /// 409: the order's status does not allow it.
    pub fn not_allowed(status: &str) -> Self {
        Self::new(
            StatusCode::CONFLICT,
            "not_allowed",
            format!("An order that is {status} does not allow this."),
        )
        .with("order_status", status)
    }

    /// 409: somebody changed it since the caller saw it; the answer shows it as it is now.
    pub fn changed(current: impl Serialize) -> Self {
        Self::new(StatusCode::CONFLICT, "changed", "This has changed since you saw it.")
            .with("current", current)
    }

    /// 429 with `Retry-After`.
    pub fn too_many(seconds: u64) -> Self {
        Self {
            retry_after: Some(seconds),
            ..Self::new(
                StatusCode::TOO_MANY_REQUESTS,
                "too_many_requests",
                "Too many tries from here; wait a little.",
            )
        }
    }

    /// Adds a member of this problem alone.
    pub fn with(mut self, name: &str, value: impl Serialize) -> Self {
        if let Ok(value) = serde_json::to_value(value) {
            self.more.insert(name.to_owned(), value);
        }
        self
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        if matches!(failure, Failure::Busy) {
            let busy = "The server has more to do than it can; nothing was changed.";
            return Self { retry_after: Some(1), ..Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", busy) };
        }
        let id = crate::mint::id().unwrap_or_default();
        tracing::error!(%id, error = %failure, "a request failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "Something went wrong here.").with("id", id)
    }
}

impl From<sqlx::Error> for Problem {
    fn from(error: sqlx::Error) -> Self {
        Failure::from(error).into()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = self.retry_after;
        let mut response = (status, axum::Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}
