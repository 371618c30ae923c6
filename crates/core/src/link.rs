//! Links into a shop: URL ⇄ shop, goods and agent code, both directions here and nowhere else.

use crate::id::{AgentCode, GoodsId, OrderToken};
use crate::number::ShopNumber;

/// A link that opens a shop, or one goods item in it, perhaps passed on by an agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub shop: ShopNumber,
    pub goods: Option<GoodsId>,
    pub agent: Option<AgentCode>,
}

impl Link {
    /// The shop's front page.
    pub fn shop(shop: ShopNumber) -> Self {
        Self { shop, goods: None, agent: None }
    }

    /// One goods item.
    pub fn goods(shop: ShopNumber, goods: GoodsId) -> Self {
        Self { shop, goods: Some(goods), agent: None }
    }

    /// `/123456`, `/123456/g/cup`, `/123456?a=anna`.
    pub fn path(&self) -> String {
        let mut path = format!("/{}", self.shop);
        if let Some(goods) = &self.goods {
            path.push_str("/g/");
            path.push_str(goods.as_str());
        }
        if let Some(agent) = &self.agent {
            path.push_str("?a=");
            path.push_str(agent.as_str());
        }
        path
    }

    /// The whole address; `origin` is `https://shop.example` with or without a closing slash.
    pub fn url(&self, origin: &str) -> String {
        format!("{}{}", origin.trim_end_matches('/'), self.path())
    }

    /// Finds a link to a shop in a pasted text: a URL with any origin, or a bare path. Which server it names is not
    /// looked at: a name in a link never chooses the backend.
    pub fn parse(text: &str) -> Option<Self> {
        text.split(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '，' | '。' | '）' | '（'))
            .find_map(|word| Self::parse_word(word.trim_end_matches([',', ';', ')', '!', '.'])))
    }

    fn parse_word(word: &str) -> Option<Self> {
        let path = match word.find("://") {
            Some(scheme) => {
                let rest = &word[scheme + 3..];
                &rest[rest.find('/')?..]
            }
            None if word.starts_with('/') => word,
            None => {
                // shop.example/123456: a host has a dot before its first slash.
                let slash = word.find('/')?;
                word[..slash].contains('.').then(|| &word[slash..])?
            }
        };
        let path = path.split('#').next().unwrap_or_default();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut parts = path.trim_matches('/').split('/');
        let shop = ShopNumber::exact(parts.next()?)?;
        let goods = match parts.next() {
            Some("g") => GoodsId::parse(parts.next()?).ok(),
            _ => None,
        };
        let agent = query
            .split('&')
            .filter_map(|pair| pair.strip_prefix("a="))
            .find_map(|code| AgentCode::parse(code).ok());
        Some(Self { shop, goods, agent })
    }
}

/// The order's own page: `/o/{token}`.
pub fn order_path(token: &OrderToken) -> String {
    format!("/o/{token}")
}
