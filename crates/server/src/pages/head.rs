//! What stands in a page's head for chats and search: title, text, picture, price.

use crate::shops::Contact;
use minishop_core::Money;

/// Characters of the text a chat shows below the title.
const MAX_TEXT: usize = 160;

/// The head of one page.
#[derive(Default)]
pub struct Head {
    pub title: String,
    pub text: String,
    /// A photo's hash.
    pub picture: Option<String>,
    /// The page's own path.
    pub url: Option<String>,
    pub price: Option<Money>,
    /// Shown where the app itself cannot run.
    pub contacts: Vec<Contact>,
    pub(super) origin: String,
    pub(super) private: bool,
}

impl Head {
    /// Nothing but a title.
    pub fn plain(title: &str) -> Self {
        Self { title: title.to_owned(), ..Self::default() }
    }

    /// A page no search engine may list.
    pub fn private(title: &str) -> Self {
        Self { private: true, ..Self::plain(title) }
    }

    /// With addresses below `origin`, such as `https://shop.example`.
    pub fn at(self, origin: String) -> Self {
        Self { origin: origin.trim_end_matches('/').to_owned(), ..self }
    }

    /// The template with this head in it.
    pub fn put_into(&self, html: &str) -> String {
        let title = format!("<title>{}</title>", escape(&self.title));
        html.replacen("<title>Minishop</title>", &title, 1)
            .replacen("<!--head-->", &self.tags(), 1)
            .replace("<!--contact-->", &self.contact())
    }

    fn tags(&self) -> String {
        let mut tags = String::new();
        let mut tag = |key: &str, name: &str, content: &str| {
            tags.push_str(&format!("<meta {key}=\"{name}\" content=\"{}\">", escape(content)));
        };
        if self.private {
            tag("name", "robots", "noindex");
            return tags;
        }
        let Some(path) = &self.url else { return tags };
        let text: String = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text: String = text.chars().take(MAX_TEXT).collect();
        tag("name", "description", &text);
        tag("property", "og:title", &self.title);
        tag("property", "og:description", &text);
        tag("property", "og:url", &format!("{}{path}", self.origin));
        tag("property", "og:type", if self.price.is_some() { "product" } else { "website" });
        if let Some(price) = self.price {
            tag("property", "product:price:amount", &price.decimal());
            tag("property", "product:price:currency", price.currency().code());
        }
        match &self.picture {
            Some(hash) => {
                let picture = format!("{}/media/{hash}/1080.jpg", self.origin);
                tag("property", "og:image", &picture);
                tag("name", "twitter:card", "summary_large_image");
                tag("name", "twitter:image", &picture);
            }
            None => tag("name", "twitter:card", "summary"),
        }
        tags
    }

    fn contact(&self) -> String {
        let mut text = String::new();
        if self.url.is_some() {
            text.push_str(&format!("<p><strong>{}</strong></p>", escape(&self.title)));
        }
        for contact in &self.contacts {
            text.push_str(&format!("<p>{}: {}</p>", escape(&contact.kind), escape(&contact.value)));
        }
        text
    }
}

/// Text from people is text, in HTML too.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sellers_text_cannot_leave_its_place() {
        let head = Head { url: Some("/123456".into()), ..Head::plain("\"><script>alert(1)</script>") };
        let html = head.put_into("<!--head--><title>Minishop</title><!--contact-->");
        assert!(!html.contains("<script>"), "{html}");
    }
}
