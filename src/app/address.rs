//! What sets one app apart from another: its addresses, and the words for them.

use crate::text::Language;

/// The addresses of one app; each names a screen and what it shows.
pub trait Address: Clone + PartialEq + 'static {
    /// A load of code, where the app has several.
    type Load: Copy + PartialEq;
    /// The app's phrases.
    type Text;
    /// Whether screens can ask before they are left.
    const HOLDS: bool = false;

    /// Reads a path with its query.
    fn parse(address: &str) -> Self;
    /// The address; [`Address::parse`] reads it back.
    fn path(&self) -> String;
    /// The load of code the screen is in.
    fn load(&self) -> Self::Load;
    /// Whether it names no screen: the browser goes there by itself.
    fn is_nowhere(&self) -> bool;
    /// The phrases in that language.
    fn text(language: Language) -> &'static Self::Text;
    /// What is said while there is no network, and while it is slow.
    fn strip(language: Language) -> [&'static str; 2];
}
