//! Ending a call before its answer.

use std::cell::RefCell;
use std::rc::Rc;
use web_sys::XmlHttpRequest;

/// Held by whoever may want to end a call; the call then answers like one that nobody answered.
#[derive(Clone, Default)]
pub struct Stop(Rc<RefCell<Option<XmlHttpRequest>>>);

impl Stop {
    pub(super) fn give(&self, request: &XmlHttpRequest) {
        self.0.replace(Some(request.clone()));
    }

    /// Ends the call if it is under way.
    pub fn stop(&self) {
        if let Some(request) = self.0.take() {
            _ = request.abort();
        }
    }
}
