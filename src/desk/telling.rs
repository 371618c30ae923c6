//! A short word and the bell for what the buyers just did; what a seller does needs neither.

use super::session::Desk;
use crate::api::desk::live::News;
use crate::device::selling;
use crate::host::sound;
use minishop_core::Actor;

/// Tells a batch of news in one word, the most important first.
pub fn tell(desk: Desk, news: &[News]) {
    let text = &desk.text().orders;
    let of = |action: &'static str| {
        news.iter().filter(move |one| one.actor == Actor::Buyer && one.action == action)
    };
    let (placed, proofs) = (of("place").count(), of("send_proof").count());
    if placed + proofs > 0 && selling::rings() {
        sound::ring();
    }
    let said = match (of("place").next(), of("send_proof").next()) {
        (Some(_), _) if placed > 1 => (text.told_several)(u32::try_from(placed).unwrap_or(u32::MAX)),
        (Some(new), _) => (text.told_new)(&new.name, &new.total.to_string()),
        (None, Some(proof)) => (text.told_proof)(&proof.name),
        (None, None) => match (of("cancel").next(), of("receive").next()) {
            (Some(cancelled), _) => (text.told_cancel)(&cancelled.name),
            (None, Some(received)) => (text.told_receive)(&received.name),
            (None, None) => return,
        },
    };
    desk.say(&said);
}
