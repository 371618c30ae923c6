//! The pure domain of Minishop, shared by the storefront and the server.
//!
//! Nothing here does I/O, reads a clock, draws randomness or touches a float; everything is decided by its arguments,
//! so every rule is tested by a table. Wire shapes (JSON, SQL) stay with the packages that speak them.

pub mod address;
pub mod cart;
pub mod contact;
pub mod delivery;
pub mod goods;
pub mod host;
pub mod id;
pub mod link;
pub mod login;
pub mod money;
pub mod number;
pub mod order;
pub mod pick;
pub mod recipient;
pub mod region;
pub mod typed;

pub use cart::{Cart, CartError, Line, Quantity, Seen};
pub use delivery::{Delivery, Refused, Step, Steps, Totals};
pub use goods::{Goods, GoodsError, GoodsOption, Sku};
pub use id::{AgentCode, GoodsId, IdError, OrderId, OrderKey, OrderToken, SkuId};
pub use link::Link;
pub use login::{Login, LoginError};
pub use money::{Currency, Money, MoneyError};
pub use number::{NumberError, ShopNumber};
pub use order::{Action, Actor, Status};
pub use pick::{Pick, ValueState};
pub use recipient::{Fault, Recipient, Wrong};
pub use region::Region;
