//! Text from people, as it may stand in the shop: no control characters, nothing unseen, no stray space.

/// One line: every run of white space is one space.
pub fn line(text: &str) -> String {
    let kept: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
    spaced(&kept)
}

/// The same with control characters left in, for those who refuse them.
pub fn spaced(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !is_unseen(*c)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines: spaces within lines are kept, line ends become `\n`, never more than one empty line in a row.
pub fn block(text: &str) -> String {
    let kept: String = text.chars().filter(|c| matches!(c, '\n' | '\r' | '\t') || !c.is_control()).collect();
    lines(&kept)
}

/// The same with control characters left in.
pub fn lines(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !is_unseen(*c)).collect();
    let kept = kept.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let mut lines: Vec<&str> = Vec::new();
    for line in kept.split('\n').map(str::trim_end) {
        if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    lines.join("\n").trim_end().to_owned()
}

/// Marks that turn the direction of what follows, and spaces without width. Arabic and Hebrew need none.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{block, line, lines, spaced};

    #[test]
    fn lines_and_blocks_are_tidied() {
        assert_eq!(line("  Blue \t cup\n\u{0}big "), "Blue cup big");
        assert_eq!(line(" \u{3000} "), "");
        assert_eq!(line("a \u{0} b"), "a b");
        assert_eq!(line("\u{202e}gpj.\u{200b}photo"), "gpj.photo");
        assert_eq!(line("متجر 🌹👩‍🌾"), "متجر 🌹👩‍🌾");
        assert_eq!(block("\r\na  b \r\n\r\n\r\n\tc\u{7}\n\n"), "a  b\n\n c");
        assert_eq!(
            (spaced(" a\u{7}\tb "), lines("a\u{7} \r\nb")),
            ("a\u{7} b".to_owned(), "a\u{7}\nb".to_owned())
        );
    }
}
