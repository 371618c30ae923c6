//! Whether a JPEG file is there to its end.

/// True when the end marker follows the picture's own data; an embedded preview's end does not count.
pub fn whole(bytes: &[u8]) -> bool {
    scan(bytes).is_some_and(|data| data.windows(2).any(|pair| pair == [0xff, 0xd9]))
}

/// What follows the first scan header. Inside scans 0xff is always followed by 0, so an end marker there is one.
fn scan(bytes: &[u8]) -> Option<&[u8]> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let (&[mark, kind], after) = rest.split_first_chunk::<2>()?;
        if mark != 0xff {
            return None;
        }
        if kind == 0xff {
            // A fill byte before the marker.
            rest = &rest[1..];
            continue;
        }
        if kind == 0x01 || (0xd0..=0xd7).contains(&kind) {
            rest = after;
            continue;
        }
        let length = usize::from(u16::from_be_bytes(*after.first_chunk::<2>()?));
        let after = after.get(length..)?;
        if kind == 0xda {
            return Some(after);
        }
        rest = after;
    }
}
