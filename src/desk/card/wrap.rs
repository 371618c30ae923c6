//! Breaking a text into lines that fit, in any script.

/// Marks that do not begin a line.
const CLOSING: &str = "，。！？、；：）】》」』”’…,.!?;:)]}%";
/// Marks that do not end a line.
const OPENING: &str = "（【《「『“‘([{";

/// The lines of the text, each as wide as `width` at most by what `measure` says.
pub fn lines(text: &str, width: i32, measure: &dyn Fn(&str) -> i32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for part in parts(text) {
        let longer = format!("{line}{part}");
        if measure(longer.trim_end()) <= width {
            line = longer;
            continue;
        }
        end(&mut lines, &mut line);
        // What is too wide for a line of its own is broken where it must be.
        for cluster in clusters(part.trim_start()) {
            if !line.is_empty() && measure(&format!("{line}{cluster}")) > width {
                end(&mut lines, &mut line);
            }
            line.push_str(&cluster);
        }
    }
    end(&mut lines, &mut line);
    lines
}

fn end(lines: &mut Vec<String>, line: &mut String) {
    let whole = std::mem::take(line);
    if !whole.trim().is_empty() {
        lines.push(whole.trim().to_owned());
    }
}

/// The text cut wherever a line may end: behind a space, and between characters of scripts without spaces.
fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before = String::new();
    for cluster in clusters(text) {
        let (own, last) = (cluster.chars().next(), before.chars().last());
        let free = |c: Option<char>| c.is_some_and(stands_free);
        let held = last.is_some_and(|c| OPENING.contains(c)) || own.is_some_and(|c| CLOSING.contains(c));
        let spaced = last.is_some_and(char::is_whitespace) && !own.is_some_and(char::is_whitespace);
        if parts.is_empty()
            || spaced
            || !held && (free(own) || free(last)) && !own.is_some_and(char::is_whitespace)
        {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push_str(&cluster);
        }
        before = cluster;
    }
    parts
}

/// Chinese, Japanese and Korean characters and full-width marks: a line may end at each.
fn stands_free(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3fffd}')
}

/// What the eye takes for one character: with its accents, a joined emoji, a flag.
fn clusters(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for c in text.chars() {
        let flag = |c: char| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
        let joins = match all.last() {
            None => false,
            Some(last) => {
                let half = flag(c) && last.chars().all(flag) && last.chars().count() == 1;
                half || last.ends_with('\u{200d}') || is_mark(c)
            }
        };
        match all.last_mut().filter(|_| joins) {
            Some(last) => last.push(c),
            None => all.push(c.to_string()),
        }
    }
    all
}

/// What belongs to the character before it.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{93a}'..='\u{94d}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether the text runs from right to left: its first letter says so.
pub fn runs_leftward(text: &str) -> bool {
    let right =
        |c: &char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| right(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character is ten wide, a Chinese one twenty.
    fn measure(text: &str) -> i32 {
        clusters(text).iter().map(|own| if own.chars().any(stands_free) { 20 } else { 10 }).sum()
    }

    #[test]
    fn lines_end_where_a_reader_expects_it() {
        for (text, width, expected) in [
            ("", 100, vec![]),
            ("Tea Mug", 100, vec!["Tea Mug"]),
            ("Tea  Mug for two", 100, vec!["Tea  Mug", "for two"]),
            ("街角小店", 40, vec!["街角", "小店"]),
            ("街角小店，好茶。", 80, vec!["街角小", "店，好", "茶。"]),
            ("好（茶）杯", 60, vec!["好", "（茶）", "杯"]),
            ("茶杯Mug蓝", 70, vec!["茶杯Mug", "蓝"]),
            ("Donaudampfschiff", 50, vec!["Donau", "dampf", "schif", "f"]),
            ("a Donaudampf", 50, vec!["a", "Donau", "dampf"]),
        ] {
            assert_eq!(lines(text, width, &measure), expected, "{text} in {width}");
        }
    }

    #[test]
    fn nothing_is_lost_and_no_character_is_torn() {
        for text in ["e\u{301}te\u{301} 👩‍👩‍👧‍👦👍🏽🇨🇳🇯🇵 مرحبا بالعالم สวัสดี नमस्ते", "🇨🇳🇨🇳🇨🇳", "x".repeat(60).as_str()]
        {
            let joined: String = lines(text, 30, &measure).concat();
            let squeeze = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(squeeze(&joined), squeeze(text));
            for line in lines(text, 30, &measure) {
                assert!(measure(&line) <= 30 && !is_mark(line.chars().next().expect("a line")), "{line}");
            }
        }
        assert_eq!(clusters("👩‍👧🇨🇳🇯🇵e\u{301}"), ["👩‍👧", "🇨🇳", "🇯🇵", "e\u{301}"]);
    }

    #[test]
    fn the_first_letter_says_which_way_a_text_runs() {
        assert!(runs_leftward("«مرحبا» shop") && runs_leftward("123 שלום"));
        assert!(!runs_leftward("Shop مرحبا") && !runs_leftward("街角") && !runs_leftward("123"));
    }
}
