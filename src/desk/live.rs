//! What happens to the orders while the desk is open, on whatever screen: how many need a look, the bell, a short word,
//! and the news for those who show orders. A lost connection is taken up where it broke.

use super::session::{Desk, Session};
use super::telling;
use crate::api::ApiError;
use crate::api::desk::live::{News, Stream, Told};
use crate::api::desk::orders::{self, Counts, Orders};
use crate::device::selling;
use crate::host::sound;
use crate::view::prelude::*;
use std::time::Duration;

/// Events that come together are told together.
const GATHER: Duration = Duration::from_millis(200);
/// How often it is made sure that nothing was missed: a dead connection may look alive for long.
const SURE: Duration = Duration::from_secs(45);
/// Seconds until another try, at most.
const LONGEST: u64 = 30;

/// How the connection stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Nobody is signed in, or it is being made for the first time.
    None,
    Open,
    /// It broke; another try is under way.
    Broken,
}

/// What every screen may know of the orders; copied into any closure.
#[derive(Clone, Copy)]
pub struct Live {
    /// How many orders stand where; `None` until the first answer.
    pub counts: RwSignal<Option<Counts>>,
    pub link: RwSignal<Link>,
    /// Counts up with every batch of news, which it holds; an empty batch says that something may have been missed.
    pub news: RwSignal<(u32, Vec<News>)>,
    gathered: StoredValue<Vec<News>>,
    stream: StoredValue<Option<Stream>>,
    /// The number of the newest event heard of.
    last: StoredValue<Option<i64>>,
    /// Tries since the connection stood.
    tries: StoredValue<u32>,
    /// Grows when a connection is given up: what was meant for it is too late then.
    turn: StoredValue<u32>,
    /// Screens that ask for the counts themselves when there is news.
    lists: StoredValue<u32>,
}

impl Live {
    #[expect(clippy::new_without_default, reason = "the desk's own, made with it")]
    pub fn new() -> Self {
        Self {
            counts: RwSignal::new(None),
            link: RwSignal::new(Link::None),
            news: RwSignal::new((0, Vec::new())),
            gathered: StoredValue::new(Vec::new()),
            stream: StoredValue::new(None),
            last: StoredValue::new(None),
            tries: StoredValue::new(0),
            turn: StoredValue::new(0),
            lists: StoredValue::new(0),
        }
    }

    /// While this screen is there it tells the counts by itself, with [`Live::count`].
    pub fn is_listed(self) {
        self.lists.try_update_value(|lists| *lists += 1);
        on_cleanup(move || _ = self.lists.try_update_value(|lists| *lists -= 1));
    }

    /// Calls `tell` with every batch of news, as long as the screen is there.
    pub fn hear(self, tell: impl Fn(Vec<News>) + 'static) {
        Effect::new(move |heard: Option<u32>| {
            let (turn, news) = self.news.get();
            if heard.is_some_and(|heard| heard != turn) {
                tell(news);
            }
            turn
        });
    }

    /// Takes the counts that came with a page of the list.
    pub fn count(self, desk: Desk, counts: Counts) {
        self.counts.set(Some(counts));
        desk.badge.set(counts.new);
    }
}

/// Listens for as long as somebody is signed in.
pub fn start(desk: Desk) {
    Effect::new(move |_| match desk.standing() {
        Session::In(()) => join(desk),
        Session::Out => part(desk),
        Session::Asked | Session::Failed(_) => {}
    });
    let here = move || desk.account().is_some() && !document().hidden();
    window_event_listener_untyped("online", move |_| {
        if here() {
            join(desk);
        }
    });
    window_event_listener_untyped("visibilitychange", move |_| {
        if here() {
            make_sure(desk);
        }
    });
    // The browser keeps a page that is left for «back», and its connection with it: a few of those, and no call of the
    // next page gets through.
    window_event_listener_untyped("pagehide", move |_| rest(desk.live));
    window_event_listener_untyped("pageshow", move |event| {
        let kept = js_sys::Reflect::get(&event, &"persisted".into()).ok();
        if kept.and_then(|kept| kept.as_bool()) == Some(true) && here() {
            join(desk);
        }
    });
    _ = set_interval_with_handle(
        move || {
            if here() && desk.live.link.get_untracked() == Link::Open {
                make_sure(desk);
            }
        },
        SURE,
    );
    // A page just opened may not sound before its first tap.
    window_event_listener_untyped("click", move |_| {
        if selling::rings() {
            sound::wake();
        }
    });
}

/// Ends the connection for now: what comes meanwhile is told when it stands again.
fn rest(live: Live) {
    next_turn(live);
    live.stream.set_value(None);
    if live.link.get_untracked() == Link::Open {
        live.link.set(Link::Broken);
    }
}

/// Nobody is signed in any more.
fn part(desk: Desk) {
    let live = desk.live;
    next_turn(live);
    live.stream.set_value(None);
    live.last.set_value(None);
    live.gathered.set_value(Vec::new());
    live.counts.set(None);
    live.link.set(Link::None);
    desk.badge.set(0);
}

fn next_turn(live: Live) -> u32 {
    live.turn
        .try_update_value(|turn| {
            *turn += 1;
            *turn
        })
        .unwrap_or_default()
}

fn ask_counts(desk: Desk, take: impl FnOnce(Result<Orders, ApiError>) + 'static) {
    desk.ask(|| async { orders::orders("new", "", None, 1).await }, take);
}

/// Connects, from where the last connection broke.
fn join(desk: Desk) {
    let live = desk.live;
    let turn = next_turn(live);
    live.stream.set_value(None);
    ask_counts(desk, move |answer| {
        if live.turn.get_value() != turn {
            return;
        }
        match answer {
            Ok(page) => {
                live.count(desk, page.counts);
                live.last.try_update_value(|last| last.get_or_insert(page.seq).to_owned());
                listen(desk, turn);
            }
            Err(_) => later(desk, turn),
        }
    });
}

fn listen(desk: Desk, turn: u32) {
    let live = desk.live;
    let after = live.last.get_value().unwrap_or_default();
    let stream = Stream::open(after, move |told| {
        if live.turn.get_value() == turn {
            hear(desk, turn, told);
        }
    });
    let none = stream.is_none();
    live.stream.set_value(stream);
    if none {
        later(desk, turn);
    }
}

/// Another try in a while, longer each time.
fn later(desk: Desk, turn: u32) {
    let live = desk.live;
    live.link.set(Link::Broken);
    let tries = live.tries.try_update_value(|tries| {
        *tries += 1;
        *tries
    });
    let wait = 1_u64.checked_shl(tries.unwrap_or(1)).unwrap_or(LONGEST).min(LONGEST);
    let again = move || {
        if live.turn.get_value() == turn {
            join(desk);
        }
    };
    set_timeout(again, Duration::from_secs(wait));
}

fn hear(desk: Desk, turn: u32, told: Told) {
    let live = desk.live;
    match told {
        Told::Open => {
            live.tries.set_value(0);
            if live.link.get_untracked() == Link::Broken {
                tell(live, Vec::new());
            }
            live.link.set(Link::Open);
        }
        Told::Broken => live.link.set(Link::Broken),
        Told::Ended => later(desk, turn),
        Told::Low(low) => desk.say(&(desk.text().orders.told_low)(&low.title, low.stock)),
        Told::News(news) => gather(desk, news),
    }
}

/// An event counts once, however often it is sent.
fn gather(desk: Desk, news: News) {
    let live = desk.live;
    let known = live.last.get_value().is_some_and(|last| news.seq <= last);
    if known {
        return;
    }
    live.last.set_value(Some(news.seq));
    let first = live.gathered.try_update_value(|all| {
        all.push(news);
        all.len() == 1
    });
    if first == Some(true) {
        set_timeout(move || flush(desk), GATHER);
    }
}

fn flush(desk: Desk) {
    let live = desk.live;
    let news = live.gathered.try_update_value(std::mem::take).unwrap_or_default();
    if news.is_empty() {
        return;
    }
    telling::tell(desk, &news);
    tell(live, news);
    if live.lists.get_value() == 0 {
        ask_counts(desk, move |answer| {
            if let Ok(page) = answer
                && desk.account().is_some()
            {
                live.count(desk, page.counts);
            }
        });
    }
}

fn tell(live: Live, news: Vec<News>) {
    live.news.update(|told| *told = (told.0 + 1, news));
}

/// Asks whether there are events that were not heard; then the connection is dead, whatever it says.
fn make_sure(desk: Desk) {
    let live = desk.live;
    let turn = live.turn.get_value();
    ask_counts(desk, move |answer| {
        let Ok(page) = answer else { return };
        if live.turn.get_value() != turn {
            return;
        }
        live.count(desk, page.counts);
        if live.last.get_value().is_some_and(|last| last < page.seq) {
            join(desk);
        }
    });
}
