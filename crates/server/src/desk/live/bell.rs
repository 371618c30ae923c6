//! The bell: desks wait at it, and whoever changed an order rings it. It carries no news, only «look».

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Notify;

/// Desks of one shop that may listen at once; one more closes the oldest.
const DESKS: usize = 8;

#[derive(Default)]
struct Wire {
    /// Keeps one ring for a desk that is not waiting just now.
    rung: Notify,
    closed: AtomicBool,
}

impl Wire {
    fn close(&self) {
        self.closed.store(true, Ordering::Release);
        self.rung.notify_one();
    }
}

#[derive(Default)]
struct Wires {
    shops: HashMap<i64, VecDeque<Arc<Wire>>>,
    stopped: bool,
}

/// One bell for all shops; cheap to clone.
#[derive(Clone, Default)]
pub struct Bell {
    wires: Arc<Mutex<Wires>>,
}

impl Bell {
    /// Every desk of this shop looks for news.
    pub fn ring(&self, shop: i64) {
        let wires = self.wires.lock().unwrap_or_else(PoisonError::into_inner);
        wires.shops.get(&shop).into_iter().flatten().for_each(|wire| wire.rung.notify_one());
    }

    /// A desk that hears every ring from now on, until dropped.
    pub fn listen(&self, shop: i64) -> Ear {
        let wire = Arc::new(Wire::default());
        let mut wires = self.wires.lock().unwrap_or_else(PoisonError::into_inner);
        if wires.stopped {
            wire.close();
        }
        let desks = wires.shops.entry(shop).or_default();
        desks.push_back(wire.clone());
        if desks.len() > DESKS
            && let Some(oldest) = desks.pop_front()
        {
            oldest.close();
        }
        Ear { bell: self.clone(), shop, wire }
    }

    /// Ends every desk's connection, and those still to come: the server stops.
    pub fn stop(&self) {
        let mut wires = self.wires.lock().unwrap_or_else(PoisonError::into_inner);
        wires.stopped = true;
        wires.shops.values().flatten().for_each(|wire| wire.close());
    }
}

/// One desk's end of the bell.
pub struct Ear {
    bell: Bell,
    shop: i64,
    wire: Arc<Wire>,
}

impl Ear {
    /// Returns when the bell was rung since the last return.
    pub async fn rung(&self) {
        self.wire.rung.notified().await;
    }

    /// Whether this desk is to end.
    pub fn is_closed(&self) -> bool {
        self.wire.closed.load(Ordering::Acquire)
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        let mut wires = self.bell.wires.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(desks) = wires.shops.get_mut(&self.shop) {
            desks.retain(|wire| !Arc::ptr_eq(wire, &self.wire));
            if desks.is_empty() {
                wires.shops.remove(&self.shop);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_ring_before_the_waiting_is_heard_and_another_shop_is_not() {
        let bell = Bell::default();
        let (own, other) = (bell.listen(1), bell.listen(2));
        bell.ring(1);
        own.rung().await;
        assert!(tokio::time::timeout(std::time::Duration::ZERO, other.rung()).await.is_err());
    }

    #[tokio::test]
    async fn the_ninth_desk_closes_the_first_and_stopping_closes_all() {
        let bell = Bell::default();
        let mut desks: Vec<Ear> = (0..=DESKS).map(|_| bell.listen(1)).collect();
        assert_eq!(desks.iter().map(Ear::is_closed).collect::<Vec<_>>()[..2], [true, false]);
        desks.remove(0).rung().await;
        bell.stop();
        assert!(desks.iter().all(Ear::is_closed) && bell.listen(1).is_closed());
        drop(desks);
        assert!(bell.wires.lock().unwrap().shops.is_empty(), "a desk that went leaves nothing behind");
    }
}
