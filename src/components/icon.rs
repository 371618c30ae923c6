//! Line icons, 24 × 24, one path each; they follow the text's colour and say nothing to a screen reader.

use crate::view::prelude::*;

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Back,
    Forward,
    Down,
    Search,
    Cart,
    Orders,
    Share,
    Copy,
    Close,
    Scan,
    Photo,
    Check,
    Plus,
    Minus,
    Shop,
    Alert,
    Clock,
    Truck,
    Chat,
    Trash,
    Offline,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Back => "M15 5l-7 7 7 7",
            Self::Forward => "M9 5l7 7-7 7",
            Self::Down => "M6 9l6 6 6-6",
            Self::Search => "M16.5 16.5L21 21M18.5 11a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0z",
            Self::Cart => "M3 4h2.2l2.3 11h10.3l2-8H6M9.3 19.5h.01M16.5 19.5h.01",
            Self::Orders => "M6 3.5h12v17l-2.4-1.6-2.4 1.6-2.4-1.6-2.4 1.6L6 20.5zM9.5 8.5h5M9.5 12.5h5",
            Self::Share => "M12 15V3.5M8 7l4-3.5L16 7M7 11H5.5v9.5h13V11H17",
            Self::Copy => "M9 9h11v11.5H9zM15 9V3.5H4V15h5",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Scan => "M4 8.5V4h4.5M15.5 4H20v4.5M20 15.5V20h-4.5M8.5 20H4v-4.5M4 12h16",
            Self::Photo => "M3.5 5h17v14h-17zM3.5 16l5-5 4.5 4.5 2.5-2.5 5 5M15.5 9h.01",
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::Shop => {
                "M4 10v10h16V10M3 9l2-5h14l2 5a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM10 20v-5h4v5"
            }
            Self::Alert => "M12 8.5v4.5M12 16.5h.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
            Self::Clock => "M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
            Self::Truck => {
                "M3 6h11v10.5H3zM14 10h4l3 3.5v3h-7M7.5 19a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5z\
                 M17.5 19a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5z"
            }
            Self::Chat => "M4 4.5h16v12h-9l-4.5 4v-4H4z",
            Self::Trash => "M4.5 6.5h15M9 6.5V4h6v2.5M6.5 6.5l1 13.5h9l1-13.5",
            Self::Offline => {
                "M4 4l16 16M8.5 15a5 5 0 0 1 5.3-1.1M5.5 11.5a9.5 9.5 0 0 1 3.4-2M12 7.8a10 10 0 0 1 6.5 3.7M12 19h.01"
            }
        }
    }
}

/// An icon of the control's size.
pub fn icon(icon: Icon) -> AnyView {
    drawn(icon, "icon")
}

/// An icon as tall as the text beside it.
pub fn small_icon(icon: Icon) -> AnyView {
    drawn(icon, "icon icon-small")
}

/// An icon with classes of its own beside `icon`.
pub fn drawn(icon: Icon, class: &'static str) -> AnyView {
    path(icon.path(), class)
}

/// Any line of 24 × 24.
pub(super) fn path(line: &'static str, class: &'static str) -> AnyView {
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true">
            <path d=line></path>
        </svg>
    }
    .into_any()
}
