//! The shop as an entry of an address book (RFC 2426).

use crate::api::desk::DeskShop;

/// The entry; `url` is the shop's address, `number` what stands in the note.
pub fn vcard(shop: &DeskShop, url: &str, number: &str) -> String {
    let name = escaped(&shop.name);
    let mut lines = vec![
        "BEGIN:VCARD".to_owned(),
        "VERSION:3.0".to_owned(),
        format!("N:{name};;;;"),
        format!("FN:{name}"),
        format!("ORG:{name}"),
    ];
    for contact in &shop.contacts {
        let value = escaped(&contact.value);
        lines.push(match contact.kind.as_str() {
            "phone" => format!("TEL;TYPE=WORK,VOICE:{value}"),
            "whatsapp" => format!("TEL;TYPE=CELL:{value}"),
            "email" => format!("EMAIL;TYPE=INTERNET:{value}"),
            kind => format!("X-SOCIALPROFILE;TYPE={kind}:{value}"),
        });
    }
    lines.push(format!("URL:{url}"));
    lines.push(format!("NOTE:{}", escaped(number)));
    lines.push("END:VCARD".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line of at most 75 bytes; what is longer goes on behind a space.
fn folded(line: &str) -> String {
    let mut out = String::new();
    let mut bytes = 0;
    for c in line.chars() {
        if bytes + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            bytes = 1;
        }
        out.push(c);
        bytes += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_typed_cannot_add_a_line() {
        assert_eq!(escaped(" Tea; Mugs, \\ & more\nTEL:1\r"), "Tea\\; Mugs\\, \\\\ & more\\nTEL:1");
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let line = format!("NOTE:{}", "街".repeat(60));
        let folded = folded(&line);
        assert!(folded.split("\r\n").all(|part| part.len() <= 75));
        assert_eq!(folded.replace("\r\n ", "").trim_end(), line);
        assert!(folded.ends_with("\r\n"));
    }
}
