//! HTML from a file as plain text: text from people is text here, never markup.

mod entity;

use crate::plain;
use entity::entities;

/// Elements that begin and end on a line of their own.
const BLOCKS: &str = "address article aside blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 \
h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul";
/// Elements between whose blocks an empty line stands.
const PARAGRAPHS: &str = "p h1 h2 h3 h4 h5 h6 ul ol table blockquote";
/// What separates running text until all tags are seen: a block's edge, a paragraph's edge, a forced line end.
const BLOCK: char = '\u{b}';
const PARAGRAPH: char = '\u{c}';
const BREAK: char = '\n';
/// Elements whose content is no text.
const SILENT: &str = "script style template noscript svg iframe object";

/// The text as a reader sees it: tags dropped, blocks on their own lines, entities decoded. Text without a single tag
/// keeps its own line ends.
pub fn text(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    let mut tagged = false;
    let mut source = String::new();
    while let Some(at) = rest.find('<') {
        let (before, tail) = rest.split_at(at);
        source.push_str(before);
        let next = tail[1..].chars().next();
        if !next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            source.push('<');
            rest = &tail[1..];
            continue;
        }
        if !tagged {
            // The first tag says that this is HTML, where a line end is a space.
            tagged = true;
        }
        flow(&mut out, &std::mem::take(&mut source));
        let (tag, after) = tag(tail);
        rest = after;
        let closing = tag.starts_with('/');
        let name = name(tag);
        if contains(SILENT, &name) && !closing {
            rest = skip(rest, &name);
        } else if contains(PARAGRAPHS, &name) {
            out.push(PARAGRAPH);
        } else if contains(BLOCKS, &name) {
            out.push(BLOCK);
        } else if name == "br" && !closing {
            out.push(BREAK);
        }
    }
    source.push_str(rest);
    if !tagged {
        return plain::block(&entities(&source));
    }
    flow(&mut out, &source);
    plain::block(&joined(&out))
}

/// Running text: white space is one space, entities are characters.
fn flow(out: &mut String, source: &str) {
    let mut spaced = out.is_empty() || out.ends_with([BLOCK, PARAGRAPH, BREAK, ' ']);
    let mut words = String::with_capacity(source.len());
    for c in source.chars() {
        let space = c.is_ascii_whitespace();
        if !(space && spaced) {
            words.push(if space { ' ' } else { c });
        }
        spaced = space;
    }
    out.push_str(&entities(&words));
}

/// Edges that meet are one line end; a paragraph's edge or two forced line ends are an empty line.
fn joined(flow: &str) -> String {
    let mut out = String::new();
    let (mut breaks, mut paragraph) = (0, false);
    for part in flow.split_inclusive([BLOCK, PARAGRAPH, BREAK]) {
        let text = part.trim_end_matches([BLOCK, PARAGRAPH, BREAK]).trim();
        if !text.is_empty() {
            if !out.is_empty() {
                out.push_str(if paragraph || breaks > 1 { "\n\n" } else { "\n" });
            }
            out.push_str(text);
            (breaks, paragraph) = (0, false);
        }
        breaks += usize::from(part.ends_with(BREAK));
        paragraph |= part.ends_with(PARAGRAPH);
    }
    out
}

/// What stands between `<` and `>`, and what follows; a `>` in a quoted value does not end a tag.
fn tag(tail: &str) -> (&str, &str) {
    if let Some(comment) = tail.strip_prefix("<!--") {
        return ("!", comment.split_once("-->").map_or("", |(_, after)| after));
    }
    let opening = tail[1..].starts_with(|c: char| c.is_ascii_alphabetic());
    let mut quote = None;
    let mut last = ' ';
    for (at, c) in tail.char_indices().skip(1) {
        match (quote, c) {
            (None, '>') => return (&tail[1..at], &tail[at + 1..]),
            (None, '"' | '\'') if opening && last == '=' => quote = Some(c),
            (Some(open), _) if c == open => quote = None,
            _ => {}
        }
        if !c.is_ascii_whitespace() {
            last = c;
        }
    }
    (&tail[1..], "")
}

fn name(tag: &str) -> String {
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    tag.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// What follows the element's end.
fn skip<'t>(rest: &'t str, name: &str) -> &'t str {
    let end = format!("</{name}");
    let lower = rest.to_ascii_lowercase();
    let Some(at) = lower.find(&end) else { return "" };
    rest[at..].split_once('>').map_or("", |(_, after)| after)
}

fn contains(list: &str, name: &str) -> bool {
    !name.is_empty() && list.split_ascii_whitespace().any(|known| known == name)
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn markup_becomes_plain_text() {
        let table = [
            ("<p>Classic blown clay pot for plants</p>", "Classic blown clay pot for plants"),
            ("<p>Stylish brown throw pillows</</p>", "Stylish brown throw pillows"),
            ("Plain text. ", "Plain text."),
            ("Two\nlines", "Two\nlines"),
            ("<p>Two\nlines of one</p>", "Two lines of one"),
            ("<p>One</p>\n<p>Two</p>", "One\n\nTwo"),
            ("One<br>Two<br/>Three<BR />Four", "One\nTwo\nThree\nFour"),
            ("<div>One</div><br><br>Two<p></p>Three", "One\n\nTwo\n\nThree"),
            ("<ul><li>Red</li>\n  <li>Blue</li></ul>", "Red\nBlue"),
            ("<div><div>Deep</div></div><div>Down</div>", "Deep\nDown"),
            (
                "Fish &amp; chips &lt;b&gt; &#39;hot&#x27; &eacute;t&eacute; &unknown; & so",
                "Fish & chips <b> 'hot' été &unknown; & so",
            ),
            ("&amp;lt;", "&lt;"),
            ("a < b and 1 <2 > 0", "a < b and 1 <2 > 0"),
            ("<b>bold</b> and <i>not</i>", "bold and not"),
            ("x<script>alert('<p>')</script>y<style>p{}</style>z", "xyz"),
            ("x<script>never closed", "x"),
            ("<a href=\"x>y\" title='a>b'>link</a> it's", "link it's"),
            ("<p data-x=it's>fine</p>", "fine"),
            ("x<!-- <p>hidden</p> -->y", "xy"),
            ("&nbsp;<p>&nbsp;</p>Text", "Text"),
            ("end <b", "end"),
            ("<p>你好，&quot;世界&quot;</p>", "你好，\"世界\""),
            ("", ""),
            ("<", "<"),
            ("&#0;&#xD800;&#99999999;", "&#0;&#xD800;&#99999999;"),
        ];
        for (html, wanted) in table {
            assert_eq!(text(html), wanted, "{html}");
        }
    }
}
