//! A short sound of our own making: no file, and silent until the seller has touched the page.

use std::cell::RefCell;
use web_sys::{AudioContext, AudioContextState};

/// The two tones in hertz.
const TONES: [f32; 2] = [784.0, 1046.5];
/// Seconds of one tone.
const LENGTH: f64 = 0.18;
/// How loud, of 1.
const LOUD: f32 = 0.2;

thread_local! {
    static OUT: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
}

/// Makes ready to ring; engines allow it only in the handler of a tap.
pub fn wake() {
    OUT.with_borrow_mut(|out| {
        let made = out.take().or_else(|| AudioContext::new().ok());
        if let Some(own) = &made
            && own.state() != AudioContextState::Running
        {
            // It may be refused; then the next tap tries again.
            _ = own.resume();
        }
        *out = made;
    });
}

/// Rings, if the page was touched since it was opened.
pub fn ring() {
    OUT.with_borrow(|out| {
        _ = out.as_ref().filter(|own| own.state() == AudioContextState::Running).and_then(two_tones)
    });
}

fn two_tones(out: &AudioContext) -> Option<()> {
    let start = out.current_time();
    for (at, tone) in TONES.into_iter().enumerate() {
        let begin = start + at as f64 * LENGTH;
        let (voice, volume) = (out.create_oscillator().ok()?, out.create_gain().ok()?);
        voice.frequency().set_value(tone);
        volume.gain().set_value_at_time(LOUD, begin).ok()?;
        // It dies away, as a bell does.
        volume.gain().exponential_ramp_to_value_at_time(0.001, begin + LENGTH * 2.0).ok()?;
        voice.connect_with_audio_node(&volume).ok()?;
        volume.connect_with_audio_node(&out.destination()).ok()?;
        voice.start_with_when(begin).ok()?;
        voice.stop_with_when(begin + LENGTH * 2.0).ok()?;
    }
    Some(())
}
