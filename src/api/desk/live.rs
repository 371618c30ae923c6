//! What happens to the shop's orders, as it happens: a connection that the browser mends by itself.

use super::super::fetch;
use super::super::shop::money;
use super::orders::read_actor;
use crate::json::{At, Json};
use minishop_core::{Actor, Money, OrderId, Status};
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventSource, MessageEvent};

/// Something happened to an order.
#[derive(Clone, PartialEq, Debug)]
pub struct News {
    /// Grows with every event of the shop.
    pub seq: i64,
    pub order: OrderId,
    pub code: String,
    pub actor: Actor,
    /// `place`, or a word of the status table.
    pub action: String,
    pub status: Status,
    /// The buyer's.
    pub name: String,
    pub total: Money,
}

/// So little of something is left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Low {
    pub goods: String,
    pub title: String,
    pub stock: u32,
}

/// What the connection tells.
#[derive(Clone, PartialEq, Debug)]
pub enum Told {
    /// It stands.
    Open,
    /// It broke; the browser connects again by itself.
    Broken,
    /// It ended for good: whoever listens must connect anew.
    Ended,
    News(News),
    Low(Low),
}

impl News {
    fn read(at: &At) -> Self {
        Self {
            seq: at.int("seq"),
            order: at.parsed("order", |text| OrderId::parse(text).ok(), "----------------------"),
            code: at.text("code"),
            actor: read_actor(at),
            action: at.text("action"),
            status: at.parsed("status", Status::from_word, "new"),
            name: at.text("name"),
            total: at.part("total", money),
        }
    }
}

impl Low {
    fn read(at: &At) -> Self {
        let goods = at.text("goods");
        let mut title = at.text("title");
        let values = at.texts("values").join(", ");
        if !values.is_empty() {
            title = format!("{title} ({values})");
        }
        Self { goods, title, stock: at.count("stock") }
    }
}

/// The connection; it ends when this is dropped.
pub struct Stream {
    source: EventSource,
    heard: Closure<dyn FnMut(Event)>,
}

impl Stream {
    /// Listens for what happened after that number; `None` where the engine has no such connections.
    pub fn open(after: i64, tell: impl Fn(Told) + 'static) -> Option<Self> {
        let source = EventSource::new(&format!("{}/desk/events?after={after}", fetch::base())).ok()?;
        let own = source.clone();
        let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let kind = event.type_();
            let message = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string());
            let json = message.and_then(|text| Json::parse(&text).ok());
            let told = match (kind.as_str(), json) {
                ("open", _) => Some(Told::Open),
                ("order", Some(json)) => json.read(News::read).ok().map(Told::News),
                ("low", Some(json)) => json.read(Low::read).ok().map(Told::Low),
                ("error", _) if own.ready_state() == EventSource::CLOSED => Some(Told::Ended),
                ("error", _) => Some(Told::Broken),
                _ => None,
            };
            if let Some(told) = told {
                tell(told);
            }
        });
        for kind in ["open", "error", "order", "low"] {
            _ = source.add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
        }
        Some(Self { source, heard: heard })
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        for kind in ["open", "error", "order", "low"] {
            let heard = self.heard.as_ref().unchecked_ref();
            _ = self.source.remove_event_listener_with_callback(kind, heard);
        }
        self.source.close();
    }
}
