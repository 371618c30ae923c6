//! Every route of the server; an API route that is not declared here is in no document and answers 404.

use crate::app::App;
use crate::error::Problem;
use crate::pages::Pages;
use crate::{desk, goods, health, media, openapi, orders, pages, quotes, security, shops};
use axum::Router;
use axum::http::{StatusCode, header};
use axum::routing::get;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::timeout::TimeoutLayer;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// A request must have its answer in this time; an upload of 20 MB on a slow phone is the longest.
const ANSWER_WITHIN: Duration = Duration::from_secs(120);

/// The whole server as one service.
pub fn router(app: App, metrics: metrics_exporter_prometheus::PrometheusHandle) -> Router {
    let (api, document) = OpenApiRouter::with_openapi(openapi::base())
        .routes(routes!(shops::get))
        .routes(routes!(goods::list::get))
        .routes(routes!(goods::detail::get))
        .routes(routes!(quotes::post))
        .routes(routes!(orders::place::post))
        .routes(routes!(orders::get))
        .routes(routes!(orders::proofs::post))
        .routes(routes!(orders::proofs::get))
        .routes(routes!(orders::act::cancel))
        .routes(routes!(orders::act::receive))
        .merge(desk::routes())
        .split_for_parts();
    let document = Arc::new(openapi::under_v1(document));
    let api = api
        .route("/openapi.json", get(openapi::json))
        .route("/docs", get(openapi::page))
        .fallback(unknown_call)
        .method_not_allowed_fallback(wrong_method)
        .layer(axum::Extension(document));
    let shown = Arc::new(Pages::new(app.public_url.as_deref()));
    let pages = Router::new()
        .route("/", get(pages::door))
        .route("/{number}", get(pages::shop))
        .route("/{number}/g/{goods}", get(pages::goods))
        .route("/{number}/cart", get(pages::shop))
        .route("/{number}/checkout", get(pages::ordering))
        .route("/{number}/orders", get(pages::ordering))
        .route("/o/{token}", get(pages::order))
        .route("/desk", get(pages::desk))
        .route("/desk/", get(pages::desk))
        .route("/desk/{*rest}", get(pages::desk))
        .fallback(pages::nowhere)
        .layer(axum::Extension(shown.clone()));
    // Pictures and the storefront's own files are compressed already; a live event must not wait in a compressor.
    let worth_it = SizeAbove::new(512)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::SSE)
        .and(NotForContentType::const_new("application/wasm"));
    let compression = CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(worth_it);
    Router::new()
        .nest("/api/v1", api)
        .route("/media/{hash}/{file}", get(media::get))
        .merge(health::routes(metrics))
        .merge(pages)
        .layer(compression)
        .route("/assets/{file}", get(pages::assets::get))
        .layer(axum::middleware::from_fn(health::measure))
        .layer(axum::middleware::from_fn_with_state(shown, security::headers))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ANSWER_WITHIN))
        .layer(CatchPanicLayer::custom(panicked))
        .with_state(app)
}

async fn unknown_call() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "unknown_call", "The API has no such call; see /api/v1/docs.")
}

async fn wrong_method() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "wrong_method",
        "This call takes another method; see /api/v1/docs.",
    )
}

/// A handler's panic is a fault of ours: logged with an id, told with nothing but that id.
fn panicked(_: Box<dyn std::any::Any + Send>) -> axum::response::Response {
    use axum::response::IntoResponse;
    let mut response =
        Problem::from(crate::error::Failure::Broken("a handler panicked".to_owned())).into_response();
    response.headers_mut().insert(header::CONNECTION, header::HeaderValue::from_static("close"));
    response
}
