//! Where pictures stand on the disk: whole or not at all, also after a power cut.

use super::Picture;
use super::rendition::Rendition;
use crate::error::Failure;
use crate::mint;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What is said about a picture stands beside its files.
const NOTE: &str = "picture.json";
/// Half-written folders begin so; a hash never does.
const NEW: &str = ".new-";
/// A half-written folder this old belongs to a process that died.
const STALE: Duration = Duration::from_secs(3600);

/// The picture folders of one data folder.
pub struct Shelf {
    public: PathBuf,
    private: PathBuf,
}

impl Shelf {
    /// Makes the folders and clears what a crash left half-written.
    pub fn open(dir: &Path) -> Result<Self, Failure> {
        let shelf = Self { public: dir.join("media"), private: dir.join("proofs") };
        for folder in [&shelf.public, &shelf.private] {
            fs::create_dir_all(folder)?;
            for entry in fs::read_dir(folder)?.flatten().filter(is_stale) {
                // Another process may be clearing too.
                let _ = fs::remove_dir_all(entry.path()).or_else(|_| fs::remove_file(entry.path()));
            }
        }
        Ok(shelf)
    }

    /// A picture stored before; `None` also for what is no hash.
    pub fn find(&self, hash: &str) -> Result<Option<Picture>, Failure> {
        if !is_hash(hash) {
            return Ok(None);
        }
        match fs::read(self.public.join(hash).join(NOTE)) {
            Ok(note) => serde_json::from_slice(&note)
                .map(Some)
                .map_err(|error| Failure::Broken(format!("{NOTE}: {error}"))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Writes a picture's files into a new folder and gives the folder its name last.
    pub fn put(&self, picture: &Picture, renditions: &[(Rendition, Vec<u8>)]) -> Result<(), Failure> {
        let fresh = self.public.join(format!("{NEW}{}", mint::id()?));
        fs::create_dir(&fresh)?;
        let note = serde_json::to_vec(picture).map_err(|error| Failure::Broken(error.to_string()))?;
        for (rendition, bytes) in renditions {
            write(&fresh.join(rendition.file()), bytes)?;
        }
        write(&fresh.join(NOTE), &note)?;
        File::open(&fresh)?.sync_all()?;
        match fs::rename(&fresh, self.public.join(&picture.hash)) {
            Ok(()) => Ok(File::open(&self.public)?.sync_all()?),
            // Someone else stored the same file meanwhile.
            Err(_) if self.find(&picture.hash)?.is_some() => Ok(fs::remove_dir_all(&fresh)?),
            Err(error) => Err(error.into()),
        }
    }

    /// Writes a private picture.
    pub fn put_private(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let fresh = self.private.join(format!("{NEW}{name}"));
        write(&fresh, bytes)?;
        fs::rename(&fresh, self.private.join(name))?;
        Ok(File::open(&self.private)?.sync_all()?)
    }

    /// Where a rendition stands; `None` for what is no hash.
    pub fn path(&self, hash: &str, rendition: Rendition) -> Option<PathBuf> {
        is_hash(hash).then(|| self.public.join(hash).join(rendition.file()))
    }

    /// Where a private picture stands; `None` for a name that never was one.
    pub fn private_path(&self, name: &str) -> Option<PathBuf> {
        let stem = name.strip_suffix(".jpg")?;
        let letters = stem.len() == 24 && stem.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        letters.then(|| self.private.join(name))
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_stale(entry: &fs::DirEntry) -> bool {
    let age = entry.metadata().and_then(|data| data.modified()).ok().and_then(|time| time.elapsed().ok());
    entry.file_name().to_string_lossy().starts_with(NEW) && age.is_some_and(|age| age > STALE)
}
