//! Reading a value member by member. What is not as expected is noted once, with its path, and reading goes on with some
//! value in its place: whoever reads needs no way out at every member, and nothing unfit is handed over in the end.

use super::{Json, Wrong};
use std::cell::RefCell;

/// One value and how it was reached.
pub struct At<'j> {
    json: Option<&'j Json>,
    up: Option<(&'j At<'j>, Step)>,
    wrong: &'j RefCell<Option<String>>,
}

/// One step down.
#[derive(Clone, Copy)]
enum Step {
    Key(&'static str),
    Index(usize),
}

impl At<'_> {
    pub(super) fn read<T>(json: &Json, make: fn(&At) -> T) -> Result<T, Wrong> {
        let wrong = RefCell::new(None);
        let value = make(&At { json: Some(json), up: None, wrong: &wrong });
        match wrong.into_inner() {
            None => Ok(value),
            Some(path) => Err(Wrong(path)),
        }
    }

    /// Notes that this value is not as expected.
    pub fn fail(&self) {
        let mut wrong = self.wrong.borrow_mut();
        if wrong.is_none() {
            let mut path = String::new();
            self.path(&mut path);
            *wrong = Some(path);
        }
    }

    fn path(&self, out: &mut String) {
        let Some((up, step)) = &self.up else { return };
        up.path(out);
        if !out.is_empty() {
            out.push('.');
        }
        match step {
            Step::Key(key) => out.push_str(key),
            Step::Index(index) => out.push_str(&index.to_string()),
        }
    }

    fn down(&self, key: &'static str) -> At<'_> {
        let json = self.json.and_then(|json| json.get(key));
        At { json, up: Some((self, Step::Key(key))), wrong: self.wrong }
    }

    /// Whether the member is there and not null.
    pub fn has(&self, key: &str) -> bool {
        self.json.is_some_and(|json| json.get(key).is_some())
    }

    /// The text that this value is.
    fn own_text(&self) -> String {
        match self.json {
            Some(Json::Text(text)) => text.clone(),
            _ => {
                self.fail();
                String::new()
            }
        }
    }

    /// The text member.
    pub fn text(&self, key: &'static str) -> String {
        self.down(key).own_text()
    }

    /// The member's items, each a text.
    pub fn texts(&self, key: &'static str) -> Vec<String> {
        self.list(key, |at| at.own_text())
    }

    /// The text member; empty when it is missing or null.
    pub fn text_or_empty(&self, key: &'static str) -> String {
        if self.has(key) { self.text(key) } else { String::new() }
    }

    /// The text member; `None` when it is missing or null.
    pub fn text_opt(&self, key: &'static str) -> Option<String> {
        self.has(key).then(|| self.text(key))
    }

    /// The whole-number member.
    pub fn int(&self, key: &'static str) -> i64 {
        let member = self.down(key);
        match member.json {
            Some(Json::Int(number)) => *number,
            _ => {
                member.fail();
                0
            }
        }
    }

    /// The whole-number member that is a count: 0 to `u32::MAX`.
    pub fn count(&self, key: &'static str) -> u32 {
        self.int(key).try_into().unwrap_or_else(|_| {
            self.down(key).fail();
            0
        })
    }

    /// The boolean member; missing counts as false.
    pub fn flag(&self, key: &'static str) -> bool {
        matches!(self.down(key).json, Some(Json::Bool(true)))
    }

    /// The member read by `make`.
    pub fn part<T>(&self, key: &'static str, make: fn(&At) -> T) -> T {
        let member = self.down(key);
        if member.json.is_none() {
            member.fail();
        }
        make(&member)
    }

    /// The member read by `make`; `None` when it is missing or null.
    pub fn part_opt<T>(&self, key: &'static str, make: fn(&At) -> T) -> Option<T> {
        self.has(key).then(|| make(&self.down(key)))
    }

    /// The member's items, each read by `make`.
    pub fn list<T>(&self, key: &'static str, make: fn(&At) -> T) -> Vec<T> {
        let member = self.down(key);
        let Some(Json::List(items)) = member.json else {
            member.fail();
            return Vec::new();
        };
        let item = |(index, item)| {
            make(&At { json: Some(item), up: Some((&member, Step::Index(index))), wrong: self.wrong })
        };
        items.iter().enumerate().map(item).collect()
    }

    /// The text member as `parse` understands it; `spare` is a text that it does understand.
    pub fn parsed<T>(&self, key: &'static str, parse: fn(&str) -> Option<T>, spare: &'static str) -> T {
        match parse(&self.text(key)) {
            Some(value) => value,
            None => {
                self.down(key).fail();
                parse(spare).expect("the spare text is a good one")
            }
        }
    }

    /// The text member as `parse` understands it; `None` when it is missing or null.
    pub fn parsed_opt<T>(&self, key: &'static str, parse: fn(&str) -> Option<T>) -> Option<T> {
        let value = parse(&self.text_opt(key)?);
        if value.is_none() {
            self.down(key).fail();
        }
        value
    }
}
