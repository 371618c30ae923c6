//! What the seller takes along: goods and orders as CSV files.

mod goods;
mod order_rows;
mod orders;

use crate::app::App;
use crate::error::Failure;
use crate::import::formula;
use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Without it Excel takes UTF-8 for something else.
const MARK: &[u8] = b"\xef\xbb\xbf";

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(goods::get)).routes(routes!(orders::get))
}

/// Rows of a CSV; no field can be taken for a formula.
pub struct Sheet {
    writer: csv::Writer<Vec<u8>>,
}

impl Sheet {
    /// A sheet that begins with these titles.
    fn titled<'t>(titles: impl IntoIterator<Item = &'t str>) -> Result<Self, Failure> {
        let mut sheet = Self::headless();
        sheet.row(titles)?;
        Ok(sheet)
    }

    /// The rows after those of another.
    fn headless() -> Self {
        let writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        Self { writer }
    }

    fn row<F: AsRef<str>>(&mut self, fields: impl IntoIterator<Item = F>) -> Result<(), Failure> {
        let fields = fields.into_iter().map(|field| formula::quote(field.as_ref()).into_owned());
        self.writer.write_record(fields).map_err(|error| Failure::Broken(error.to_string()))
    }

    fn bytes(self) -> Result<Vec<u8>, Failure> {
        self.writer.into_inner().map_err(|error| Failure::Broken(error.to_string()))
    }
}

/// A file to be kept under that name.
fn file(name: &str, body: Body) -> Response {
    let kept = format!("attachment; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8"), (header::CONTENT_DISPOSITION, &kept)];
    (headers, body).into_response()
}
