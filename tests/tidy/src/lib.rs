//! The house rules that a test can check live in `tests/`; this package holds nothing else.
