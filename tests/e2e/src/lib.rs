//! Drives a phone-sized browser against the real server.
