//! Text from people, as it may stand in the shop: no control characters, nothing unseen, no stray space.

/// One line: every run of white space is one space.
pub fn line(text: &str) -> String {
    let words: Vec<String> =
        text.split_whitespace().map(|word| word.chars().filter(|c| !is_unseen(*c)).collect()).collect();
    words.join(" ").trim().to_owned()
}

/// Several lines: spaces within lines are kept, line ends become `\n`, never more than one empty line in a row.
pub fn block(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let line: String =
            line.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !is_unseen(*c)).collect();
        let line = line.trim_end().to_owned();
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line);
        }
    }
    lines.join("\n").trim_end().to_owned()
}

/// Controls, marks that turn the direction of what follows, and spaces without width. Arabic and Hebrew need none.
fn is_unseen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{block, line};

    #[test]
    fn lines_and_blocks_are_tidied() {
        assert_eq!(line("  Blue \t cup\n\u{0}big "), "Blue cup big");
        assert_eq!(line(" \u{3000} "), "");
        assert_eq!(line("\u{202e}gpj.\u{200b}photo"), "gpj.photo");
        assert_eq!(line("متجر 🌹👩‍🌾"), "متجر 🌹👩‍🌾");
        assert_eq!(block("\r\na  b \r\n\r\n\r\n\tc\u{7}\n\n"), "a  b\n\n c");
    }
}
