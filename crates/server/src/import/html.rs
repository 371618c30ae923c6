//! HTML from a file as plain text: text from people is text here, never markup.

mod entity;

use super::plain;
use entity::entities;

/// Elements that begin and end on a line of their own.
const BLOCKS: &str = "address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 \
h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul";
/// Elements between whose blocks an empty line stands.
const PARAGRAPHS: &str = "p h1 h2 h3 h4 h5 h6 ul ol table blockquote";
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
            out.push_str("\n\n");
        } else if contains(BLOCKS, &name) && !(closing && name == "br") {
            out.push('\n');
        }
    }
    source.push_str(rest);
    if !tagged {
        return plain::block(&entities(&source));
    }
    flow(&mut out, &source);
    let lines: Vec<&str> = out.split('\n').map(str::trim).collect();
    plain::block(&squeeze(&lines))
}

/// Running text: white space is one space, entities are characters.
fn flow(out: &mut String, source: &str) {
    let mut spaced = out.ends_with(['\n', ' ']) || out.is_empty();
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

/// Two blocks that follow each other need one line end, not two; an empty line needs a paragraph.
fn squeeze(lines: &[&str]) -> String {
    let mut out = String::new();
    let mut gap = 0;
    for line in lines {
        if line.is_empty() {
            gap += 1;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if gap > 1 { "\n\n" } else { "\n" });
        }
        out.push_str(line);
        gap = 0;
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
