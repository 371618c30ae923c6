//! Text from a file, as it may stand in the shop: no control characters, no stray space.

/// One line: every run of white space is one space.
pub fn line(text: &str) -> String {
    let words: Vec<String> =
        text.split_whitespace().map(|word| word.chars().filter(|c| !c.is_control()).collect()).collect();
    words.join(" ").trim().to_owned()
}

/// Several lines: spaces within lines are kept, line ends become `\n`, never more than one empty line in a row.
pub fn block(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let line: String =
            line.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !c.is_control()).collect();
        let line = line.trim_end().to_owned();
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line);
        }
    }
    lines.join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{block, line};

    #[test]
    fn lines_and_blocks_are_tidied() {
        assert_eq!(line("  Blue \t cup\n\u{0}big "), "Blue cup big");
        assert_eq!(line(" \u{3000} "), "");
        assert_eq!(block("\r\na  b \r\n\r\n\r\n\tc\u{7}\n\n"), "a  b\n\n c");
    }
}
