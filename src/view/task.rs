//! Work that waits: one kind of task for every future.

use std::pin::Pin;

/// Runs the future to its end, whatever screen the buyer is on by then.
pub fn spawn_local(future: impl Future<Output = ()> + 'static) {
    spawn(Box::pin(future));
}

fn spawn(future: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(future);
}
