//! One answer a screen waits for.

use super::{Address, App};
use crate::api::ApiError;
use crate::view::prelude::*;
use std::pin::Pin;

/// How far an answer is.
#[derive(Debug, Clone, PartialEq)]
pub enum Wait<T> {
    Asked,
    Here(T),
    Failed(ApiError),
}

impl<T> Wait<T> {
    /// The answer, if it is here.
    pub fn here(&self) -> Option<&T> {
        if let Self::Here(answer) = self { Some(answer) } else { None }
    }

    /// Takes a new answer. A failure does not take away what is shown already, except that it is no longer there.
    pub fn take(&mut self, answer: Result<T, ApiError>) {
        match answer {
            Ok(answer) => *self = Self::Here(answer),
            Err(error) if self.here().is_none() || error == ApiError::Unknown => *self = Self::Failed(error),
            Err(_) => {}
        }
    }
}

/// Runs a call to its end, says so when it is slow, and hands the answer over.
pub fn ask<A: Address, T: 'static>(
    app: App<A>,
    call: impl Future<Output = Result<T, ApiError>> + 'static,
    take: impl FnOnce(Result<T, ApiError>) + 'static,
) {
    run(app, Box::pin(call), Box::new(take));
}

/// One kind of task for each kind of answer, however it is asked for.
fn run<A: Address, T: 'static>(app: App<A>, call: Call<T>, take: Box<dyn FnOnce(Result<T, ApiError>)>) {
    spawn_local(async move {
        let patience = app.patience();
        let answer = call.await;
        drop(patience);
        take(answer);
    });
}

type Call<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// Tries again by itself once the network is back, if `lost` says that it was the network.
pub fn when_back<A: Address>(app: App<A>, lost: impl Fn() -> bool + 'static, again: impl Fn() + 'static) {
    Effect::new(move |before: Option<bool>| {
        let online = app.online();
        if online && before == Some(false) && lost() {
            again();
        }
        online
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_refresh_keeps_what_is_shown() {
        let mut wait = Wait::Asked;
        wait.take(Err(ApiError::Offline));
        assert_eq!(wait, Wait::Failed(ApiError::Offline));
        wait.take(Ok(1));
        wait.take(Err(ApiError::Slow));
        assert_eq!(wait, Wait::Here(1));
        wait.take(Err(ApiError::Unknown));
        assert_eq!(wait, Wait::Failed(ApiError::Unknown));
    }
}
