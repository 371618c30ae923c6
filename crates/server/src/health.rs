//! For operators: alive, ready, and figures in Prometheus' text form. Nothing here names a person.

use crate::app::App;
use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics_exporter_prometheus::PrometheusHandle;
use std::time::Instant;

/// `/healthz`, `/readyz`, `/metrics`.
pub fn routes(metrics: PrometheusHandle) -> Router<App> {
    let figures = move || {
        let metrics = metrics.clone();
        async move {
            metrics.run_upkeep();
            ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], metrics.render())
        }
    };
    Router::new()
        .route("/healthz", get(async || "alive"))
        .route("/readyz", get(ready))
        .route("/metrics", get(figures))
}

/// 200 when the database answers.
async fn ready(State(app): State<App>) -> Response {
    match sqlx::query("SELECT 1").execute(&app.db.read).await {
        Ok(_) => "ready".into_response(),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").into_response()
        }
    }
}

/// Counts and times each request by its route's pattern and logs it: paths hold order tokens, patterns do not.
pub async fn measure(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or("-", |path| path.as_str()).to_owned();
    let method = request.method().clone();
    let start = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let took = start.elapsed();
    let labels = [("route", route.clone()), ("status", status.to_string())];
    metrics::counter!("minishop_requests_total", &labels).increment(1);
    metrics::histogram!("minishop_request_seconds", "route" => route.clone()).record(took);
    tracing::debug!(%method, route, status, micros = took.as_micros() as u64, "request");
    response
}
