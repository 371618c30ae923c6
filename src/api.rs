//! The backend, one short function for each use. Answers become plain types in one step; what is unfit never gets in.

pub mod delivery;
pub mod desk;
pub mod fetch;
pub mod goods;
pub mod order;
pub mod place;
pub mod problem;
pub mod quote;
pub mod shop;
pub mod time;

pub use delivery::{DeliveryKind, DeliveryMethod};
pub use fetch::{Stop, now};
pub use goods::{Detail, Front, GoodsCard, Listing, Mark, Sort, goods, goods_list, shop};
pub use order::{Event, Order, OrderLine, cancel, order, receive, send_proof};
pub use place::{Placed, Wish, place_order};
pub use problem::{ApiError, FieldFault, Problem};
pub use quote::{LineState, Quote, QuoteLine, Way, quote};
pub use shop::{Contact, ContactKind, PaymentKind, PaymentMethod, Photo, Shop};
