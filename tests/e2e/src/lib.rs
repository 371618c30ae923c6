//! What the journeys are made of: a shop on the real server, a phone with a real browser, and a network that can be told
//! to misbehave.

mod axe;
mod browser;
mod buyer;
mod catalogue;
mod desk;
mod driver;
mod journey;
mod look;
mod measure;
mod order;
mod picture;
mod proxy;
mod receiver;
mod seller;
mod server;

pub use browser::{Model, Phone};
pub use buyer::Buyer;
pub use catalogue::Catalogue;
pub use desk::Desk;
pub use journey::{World, journey};
pub use look::Target;
pub use measure::Loading;
pub use order::{Placed, Wish};
pub use picture::picture;
pub use proxy::{Fault, Proxy};
pub use receiver::{Letter, Receiver};
pub use seller::Seller;
pub use server::Server;
