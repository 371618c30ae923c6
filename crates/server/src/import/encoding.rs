//! Text files as Excel writes them: UTF-8, UTF-16, and GB18030 on Chinese computers.

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// How many first bytes tell UTF-16 without a mark.
const LOOKED_AT: usize = 512;

/// The file as UTF-8, without a byte order mark, and what it was. Bytes that fit no encoding are left as they are.
pub fn utf8(bytes: &[u8]) -> (Cow<'_, [u8]>, &'static str) {
    if let Some(text) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return (Cow::Borrowed(text), "utf-8");
    }
    let marked = [(b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)];
    let marked = marked.iter().find_map(|(mark, encoding)| Some((bytes.strip_prefix(*mark)?, *encoding)));
    let wide = marked.or_else(|| Some((bytes, unmarked(bytes)?)));
    if let Some((rest, encoding)) = wide
        && let Some(text) = decoded(rest, encoding)
    {
        return (text, "utf-16");
    }
    if std::str::from_utf8(bytes).is_err()
        && let Some(text) = decoded(bytes, GB18030)
    {
        return (text, "gb18030");
    }
    (Cow::Borrowed(bytes), "utf-8")
}

/// In UTF-16 every other byte of a header in Latin letters is zero.
fn unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let most = head.len() / 2 * 3 / 4;
    if most == 0 {
        None
    } else if zeros(1) > most && zeros(0) == 0 {
        Some(UTF_16LE)
    } else if zeros(0) > most && zeros(1) == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// `None` when a byte does not fit.
fn decoded<'b>(bytes: &'b [u8], encoding: &'static Encoding) -> Option<Cow<'b, [u8]>> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(Cow::Owned(text.into_owned().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::utf8;

    #[test]
    fn files_of_every_excel_are_read() {
        let text = "Handle,Title,Price\ncup,茶杯,5\n";
        let wide = |turn: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(turn).collect::<Vec<u8>>();
        let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
        let gbk = b"Handle,Title,Price\ncup,\xb2\xe8\xb1\xad,5\n".to_vec();
        for (bytes, name) in [
            (text.as_bytes().to_vec(), "utf-8"),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), "utf-8"),
            ([b"\xff\xfe".as_slice(), &little].concat(), "utf-16"),
            ([b"\xfe\xff".as_slice(), &big].concat(), "utf-16"),
            (little, "utf-16"),
            (big, "utf-16"),
            (gbk, "gb18030"),
        ] {
            let (read, told) = utf8(&bytes);
            assert_eq!((std::str::from_utf8(&read), told), (Ok(text), name));
        }
        let broken = b"cup,\xff\xff,5";
        assert_eq!(utf8(broken).0.as_ref(), broken);
        assert_eq!(utf8(b"").0.as_ref(), b"");
    }
}
