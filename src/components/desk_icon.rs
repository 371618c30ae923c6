//! The desk's own line icons; apart from [`super::Icon`], so that no buyer downloads them.

use super::icon::path;
use crate::view::prelude::*;

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskIcon {
    Bars,
    Tag,
    Pencil,
    Dots,
    Up,
    Grip,
    Camera,
    Person,
    Key,
    Leave,
    Card,
    Wallet,
    Bell,
    Table,
    Eye,
    EyeOff,
    Print,
    Send,
    Download,
}

impl DeskIcon {
    fn path(self) -> &'static str {
        match self {
            Self::Bars => "M5 20v-7M12 20V4M19 20v-11",
            Self::Tag => "M3.5 3.5h8.5l8.5 8.5-8.5 8.5-8.5-8.5zM8 8h.01",
            Self::Pencil => "M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5",
            Self::Dots => {
                "M5 12m-.6 0a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0M12 12m-.6 0a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0\
                 M19 12m-.6 0a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0"
            }
            Self::Up => "M6 15l6-6 6 6",
            Self::Grip => {
                "M9 6m-.6 0a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0M15 6m-.6 0a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0\
                 M9 12m-.6 0a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0M15 12m-.6 0a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0\
                 M9 18m-.6 0a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0M15 18m-.6 0a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0"
            }
            Self::Camera => "M3.5 7.5h4L9 5h6l1.5 2.5h4v12h-17zM15.5 13a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0z",
            Self::Person => "M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4.5 20.5c0-4 3-6 7.5-6s7.5 2 7.5 6",
            Self::Key => "M11.5 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM10.5 11l9 9M16 16.5l2-2M18.5 19l2-2",
            Self::Leave => "M10 4H4.5v16H10M9.5 12H20M16 8l4 4-4 4",
            Self::Card => "M3 5h18v14H3zM6.5 9h4v4h-4zM13.5 9.5h4M13.5 13h4M6.5 16h11",
            Self::Wallet => "M3.5 6.5h15v13h-15zM18.5 10.5h2v5h-5a2.5 2.5 0 0 1 0-5zM3.5 6.5l11-3v3",
            Self::Bell => "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4",
            Self::Table => "M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14",
            Self::Eye => {
                "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z"
            }
            Self::EyeOff => {
                "M4 4l16 16M9.5 5.8c7.5-1.6 12 6.2 12 6.2s-1 1.8-2.9 3.4M6.3 7.6C3.9 9.4 2.5 12 2.5 12S6 18.5 12 18.5c1.5 0 2.8-.4 4-1"
            }
            Self::Print => "M7 8V3.5h10V8M7 17H3.5V8h17v9H17M7 14h10v6.5H7z",
            Self::Download => "M12 3.5V15M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15",
            Self::Send => "M3.5 11.5L20.5 4l-5 17-4-7zM11.5 14l4-5",
        }
    }
}

/// An icon of the control's size.
pub fn desk_icon(icon: DeskIcon) -> AnyView {
    path(icon.path(), "icon")
}

/// An icon as tall as the text beside it.
pub fn small_desk_icon(icon: DeskIcon) -> AnyView {
    path(icon.path(), "icon icon-small")
}

/// A row's sign.
pub fn desk_sign(icon: DeskIcon) -> AnyView {
    view! { <span class="rows-sign">{desk_icon(icon)}</span> }
}
