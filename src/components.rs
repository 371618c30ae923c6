//! The pieces every screen is made of: data in, callback out. They know neither the backend, the device nor a screen.

mod blank;
mod choice;
mod desk_icon;
mod drag;
mod field;
mod icon;
mod live;
mod note;
mod overlay;
mod photo;
mod price;
mod rows;
mod sheet;
mod sight;
mod stepper;
mod submit;
mod tabs;
mod top_bar;

pub use blank::{Blank, Drawing, blank, link_action, retry_action};
pub use choice::{Choice, radios, select, toggle};
pub use desk_icon::{DeskIcon, desk_icon, desk_sign, small_desk_icon};
pub use drag::Drag;
pub use field::{Entry, Field};
pub use icon::{Icon, drawn, icon, small_icon};
pub use live::{live, live_text};
pub use note::{note, warning};
pub use overlay::{Overlay, overlay};
pub use photo::{Picture, bare_photo, marked_photo, marked_square, mend_photos, photo};
pub use price::{PriceSize, price, was};
pub use rows::{act_row, link_row, row_sign, rows};
pub use sheet::{Sheet, sheet};
pub use sight::watch_sight;
pub use stepper::{Stepper, stepper};
pub use submit::{form, submit};
pub use tabs::{tab_button, tab_link, tabs};
pub use top_bar::{back_link, top_bar};
