//! What can go wrong with a call: whose fault it is, and so what the person can do.

use crate::json::{At, Json, Wrong};

/// Why there is no answer to work with.
#[derive(Clone, PartialEq, Debug)]
pub enum ApiError {
    /// The device has no network.
    Offline,
    /// Nobody answered within the time limit, or the connection broke.
    Slow,
    /// No such shop, goods or order.
    Unknown,
    /// Too many calls or a busy server: try again after so many seconds.
    Limited { seconds: u32 },
    /// Something answered, but not in the Minishop API; what is not as expected.
    Broken(String),
    /// The server failed; its log has this id.
    Server { id: String },
    /// The server understood and said no.
    Refused(Problem),
}

impl ApiError {
    /// Whether what was asked may still have happened: no definite answer came.
    pub fn leaves_doubt(&self) -> bool {
        !matches!(self, Self::Unknown | Self::Refused(_))
    }
}

impl From<Wrong> for ApiError {
    fn from(wrong: Wrong) -> Self {
        Self::Broken(wrong.0)
    }
}

/// A definite no (RFC 9457).
#[derive(Clone, PartialEq, Debug)]
pub struct Problem {
    pub status: u16,
    /// The stable word for it, such as `price_changed`.
    pub code: String,
    /// A sentence for whoever runs the shop; screens have their own words for the codes they know.
    pub detail: String,
    /// The whole answer, for what a code brings along.
    pub body: Json,
}

/// One field the server refuses.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldFault {
    /// `contact.phone`.
    pub path: String,
    /// `empty`, `too_long`, …
    pub code: String,
}

impl Problem {
    /// The refused fields of an `invalid_field`.
    pub fn fields(&self) -> Vec<FieldFault> {
        let read =
            |at: &At| at.list("fields", |at| FieldFault { path: at.text("path"), code: at.text("code") });
        self.body.read(read).unwrap_or_default()
    }
}

/// Sorts an answer: its JSON when it is good, else the error it means. `wait` is the server's Retry-After in seconds.
pub fn judge(status: u16, text: &str, wait: Option<u32>) -> Result<Json, ApiError> {
    let json = Json::parse(text);
    let word = |key| match json.as_ref().ok().and_then(|json| json.get(key)) {
        Some(Json::Text(word)) => word.clone(),
        _ => String::new(),
    };
    match status {
        204 => Ok(Json::Null),
        200..=299 => Ok(json?),
        429 | 503 => Err(ApiError::Limited { seconds: wait.unwrap_or(2).clamp(1, 600) }),
        500..=599 => Err(ApiError::Server { id: word("id") }),
        408 => Err(ApiError::Slow),
        _ => {
            let code = word("code");
            if code.is_empty() {
                // A portal, a proxy or a plain web server spoke, not the backend.
                return Err(ApiError::Broken(status.to_string()));
            }
            if status == 404 && code.starts_with("unknown_") {
                return Err(ApiError::Unknown);
            }
            Err(ApiError::Refused(Problem { status, code, detail: word("detail"), body: json? }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ApiError, FieldFault, Json, judge};

    #[test]
    fn an_answer_means_one_thing() {
        let seconds = |seconds| Err(ApiError::Limited { seconds });
        assert!(judge(200, "{}", None).is_ok());
        assert!(judge(201, "[]", None).is_ok());
        assert_eq!(judge(204, "", None), Ok(Json::Null));
        assert!(matches!(judge(200, "<!doctype html>", None), Err(ApiError::Broken(_))));
        assert!(matches!(judge(200, r#"{"shop":{"na"#, None), Err(ApiError::Broken(_))));
        assert!(matches!(judge(200, "", None), Err(ApiError::Broken(_))));
        assert_eq!(judge(404, r#"{"code":"unknown_shop"}"#, None), Err(ApiError::Unknown));
        assert!(matches!(judge(404, "<h1>404</h1>", None), Err(ApiError::Broken(_))));
        assert!(matches!(judge(302, "", None), Err(ApiError::Broken(_))));
        assert_eq!(judge(429, "{}", Some(7)), seconds(7));
        assert_eq!(judge(503, "<html>", None), seconds(2));
        assert_eq!(judge(429, "", Some(999_999)), seconds(600));
        assert_eq!(judge(500, r#"{"id":"a1"}"#, None), Err(ApiError::Server { id: "a1".into() }));
        assert_eq!(judge(502, "<html>", None), Err(ApiError::Server { id: String::new() }));
        assert_eq!(judge(408, "", None), Err(ApiError::Slow));
    }

    #[test]
    fn a_refusal_names_its_fields() {
        let text = r#"{"code":"invalid_field","detail":"d","fields":[{"path":"contact.phone","code":"not_phone","message":"m"}]}"#;
        let Err(ApiError::Refused(problem)) = judge(400, text, None) else { panic!("not a refusal") };
        assert_eq!(
            (problem.code.as_str(), problem.detail.as_str(), problem.status),
            ("invalid_field", "d", 400)
        );
        assert_eq!(problem.fields(), [FieldFault { path: "contact.phone".into(), code: "not_phone".into() }]);
    }

    #[test]
    fn only_a_definite_no_leaves_no_doubt() {
        let refused = judge(409, r#"{"code":"price_changed"}"#, None).unwrap_err();
        assert!(!refused.leaves_doubt() && !ApiError::Unknown.leaves_doubt());
        for doubt in [ApiError::Offline, ApiError::Slow, ApiError::Broken(String::new())] {
            assert!(doubt.leaves_doubt());
        }
        assert!(judge(503, "", None).unwrap_err().leaves_doubt());
        assert!(judge(500, "", None).unwrap_err().leaves_doubt());
    }
}
