//! Where the pictures named in a file are.

use crate::media::{MAX_BYTES, Media, Picture, PictureError};
use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

/// The folder a file's relative names start from.
#[derive(Debug, Clone)]
pub enum Folder {
    Disk(PathBuf),
    /// Files inside the binary, by their path.
    Inside(fn(&str) -> Option<Cow<'static, [u8]>>),
    /// A file came alone: only pictures that are stored already can be named.
    Nowhere,
}

impl Folder {
    /// The picture stored under that hash, or else the named file's, or why it cannot be had. Addresses on the network are never fetched.
    pub async fn picture(&self, name: &str, media: &Media) -> Result<Picture, String> {
        if name.contains("://") || name.starts_with("//") {
            return Err(format!("photo not fetched: {name}"));
        }
        if let Some(known) = media.known(name).await.map_err(|failure| failure.to_string())? {
            return Ok(known);
        }
        let name = name.replace('\\', "/");
        let inside = Path::new(&name)
            .components()
            .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !inside {
            return Err(format!("photo {name}: not inside the file's own folder"));
        }
        let bytes = self.read(&name).await.map_err(|reason| format!("photo {name}: {reason}"))?;
        media.store(bytes).await.map_err(|error| format!("photo {name}: {error}"))
    }

    async fn read(&self, name: &str) -> Result<Vec<u8>, String> {
        match self {
            Self::Inside(file) => {
                file(name).map(Cow::into_owned).ok_or_else(|| "there is no such file".to_owned())
            }
            Self::Nowhere => Err("there is no such photo here".to_owned()),
            Self::Disk(folder) => {
                let path = folder.join(name);
                let missing = |error: std::io::Error| match error.kind() {
                    std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
                    _ => error.to_string(),
                };
                let length = tokio::fs::metadata(&path).await.map_err(missing)?.len();
                if length > MAX_BYTES as u64 {
                    return Err(PictureError::TooLarge.to_string());
                }
                tokio::fs::read(&path).await.map_err(missing)
            }
        }
    }
}
