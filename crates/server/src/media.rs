//! Pictures: decoded by what they hold, cut to three widths, stored under the SHA-256 of the uploaded file.

mod decode;
mod get;
mod jpeg;
mod rendition;
mod shelf;
#[cfg(test)]
mod tests;

pub use get::get;

use crate::error::{Failure, Problem};
use crate::mint;
use axum::body::Bytes;
use axum::http::StatusCode;
use rendition::Rendition;
use serde::{Deserialize, Serialize};
use shelf::Shelf;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Bytes of an uploaded file at most.
pub const MAX_BYTES: usize = 20_000_000;
/// Pixels of an uploaded picture at most.
pub const MAX_PIXELS: u64 = 40_000_000;
/// Widths in which a public picture can be had.
pub const WIDTHS: [u32; 3] = [320, 640, 1080];
/// Pixels of the longer side of a private picture at most.
const PRIVATE_SIDE: u32 = 1600;
/// Pictures decoded at once: each may need some 300 MB for a moment.
const DECODES: usize = 2;

/// A stored public picture: `/media/{hash}/{width}.{webp,jpg}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// SHA-256 of the uploaded file, 64 hex digits.
    pub hash: String,
    /// Pixels of the largest stored picture.
    pub width: u32,
    pub height: u32,
    /// The main colour, `#rrggbb`.
    pub color: String,
}

/// Why a file was not stored.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    #[error("The file is larger than 20 MB.")]
    TooLarge,
    #[error("The picture has more than 40 megapixels.")]
    TooManyPixels,
    #[error("The file is empty.")]
    Empty,
    #[error("The file is no JPEG, PNG, WebP or GIF picture.")]
    Unsupported,
    #[error("The file is not a whole JPEG, PNG, WebP or GIF picture.")]
    NotAPicture,
    #[error("{0}")]
    Failure(#[from] Failure),
}

impl From<std::io::Error> for PictureError {
    fn from(error: std::io::Error) -> Self {
        Self::Failure(error.into())
    }
}

impl From<PictureError> for Problem {
    fn from(error: PictureError) -> Self {
        let detail = error.to_string();
        let bad = |reason: &str| {
            Self::new(StatusCode::BAD_REQUEST, "bad_picture", detail.clone()).with("reason", reason)
        };
        match error {
            PictureError::TooLarge => Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", detail.clone()),
            PictureError::TooManyPixels => bad("too_many_pixels"),
            PictureError::Empty => bad("empty"),
            PictureError::Unsupported => bad("unsupported"),
            PictureError::NotAPicture => bad("broken"),
            PictureError::Failure(failure) => failure.into(),
        }
    }
}

/// The pictures of one data folder; cheap to clone.
#[derive(Clone)]
pub struct Media {
    shelf: Arc<Shelf>,
    turns: Arc<Semaphore>,
}

impl Media {
    /// Opens (or makes) `DIR/media` for public and `DIR/proofs` for private pictures.
    pub fn open(dir: &Path) -> Result<Self, Failure> {
        Ok(Self { shelf: Arc::new(Shelf::open(dir)?), turns: Arc::new(Semaphore::new(DECODES)) })
    }

    /// Stores a public picture in every width and format; the same file again changes nothing.
    pub async fn store(&self, bytes: impl Into<Bytes>) -> Result<Picture, PictureError> {
        let bytes = bytes.into();
        if bytes.len() > MAX_BYTES {
            return Err(PictureError::TooLarge);
        }
        let shelf = Arc::clone(&self.shelf);
        self.work(move || {
            let hash = mint::hash(&bytes);
            if let Some(picture) = shelf.find(&hash)? {
                return Ok(picture);
            }
            let set =
                rendition::set(&decode::upright(&bytes, WIDTHS[WIDTHS.len() - 1], rendition::MAX_HEIGHT)?)?;
            let picture = Picture { hash, width: set.width, height: set.height, color: set.color };
            shelf.put(&picture, &set.renditions)?;
            Ok(picture)
        })
        .await
    }

    /// Stores a picture that only the order's link may show; returns its file name for [`Media::read_private`].
    pub async fn store_private(&self, bytes: impl Into<Bytes>) -> Result<String, PictureError> {
        let bytes = bytes.into();
        if bytes.len() > MAX_BYTES {
            return Err(PictureError::TooLarge);
        }
        let shelf = Arc::clone(&self.shelf);
        self.work(move || {
            let picture = decode::upright(&bytes, PRIVATE_SIDE, PRIVATE_SIDE)?;
            let name = format!("{}{}.jpg", mint::id()?, mint::id()?);
            shelf.put_private(&name, &rendition::jpeg(&picture)?)?;
            Ok(name)
        })
        .await
    }

    /// The JPEG stored under this name, or `None` for an unknown or malformed name.
    pub async fn read_private(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        let Some(path) = self.shelf.private_path(name) else { return Ok(None) };
        read(&path).await
    }

    /// A public picture stored before, by its hash.
    pub async fn known(&self, hash: &str) -> Result<Option<Picture>, Failure> {
        let (shelf, hash) = (Arc::clone(&self.shelf), hash.to_owned());
        let found = tokio::task::spawn_blocking(move || shelf.find(&hash)).await;
        found.map_err(|error| Failure::Broken(error.to_string()))?
    }

    /// One stored rendition, or `None` where there is no such picture.
    pub async fn read(&self, hash: &str, rendition: Rendition) -> Result<Option<Vec<u8>>, Failure> {
        let Some(path) = self.shelf.path(hash, rendition) else { return Ok(None) };
        read(&path).await
    }

    /// Runs heavy work away from the async threads, a few at a time; a panic in a codec is the file's fault.
    async fn work<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> Result<T, PictureError> + Send + 'static,
    ) -> Result<T, PictureError> {
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|_| Failure::Busy)?;
        let work = tokio::task::spawn_blocking(move || {
            // Held to the end of the work, not of the request: the caller may have gone meanwhile.
            let _turn = turn;
            job()
        });
        work.await.unwrap_or_else(|error| {
            tracing::error!(%error, "a picture could not be worked on");
            Err(PictureError::NotAPicture)
        })
    }
}

async fn read(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match tokio::fs::read(path).await {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}
