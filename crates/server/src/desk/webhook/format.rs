//! What is sent: our own JSON for programs, or one short text in the form each chat robot documents.

use super::sign;
use crate::clock::rfc3339;
use crate::error::Failure;
use minishop_core::Money;
use serde_json::{Value, json};

/// The formats, as settings and database name them.
pub const FORMATS: [&str; 6] = ["json", "telegram", "slack", "wecom", "dingtalk", "lark"];

/// What there is to tell. Nothing in it opens an order or reaches its buyer.
pub struct News {
    pub id: String,
    /// `placed`, `paid`, `cancelled` or `test`.
    pub kind: String,
    /// Milliseconds since 1970.
    pub at: i64,
    pub shop: i64,
    pub shop_name: String,
    /// `en` or `zh`.
    pub locale: String,
    /// Absent in a test.
    pub order: Option<OrderNews>,
}

/// The order it is about, as it is now.
pub struct OrderNews {
    pub id: String,
    pub code: String,
    pub status: String,
    pub name: String,
    pub pieces: i64,
    pub total: Money,
    /// Its page on the desk, where the server knows its own address.
    pub link: Option<String>,
}

/// How a shop wants to be told.
pub struct Wish<'a> {
    pub format: &'a str,
    pub secret: &'a str,
    /// Telegram's chat.
    pub chat: &'a str,
}

/// A request's parts that depend on the format.
#[derive(Debug, PartialEq, Eq)]
pub struct Letter {
    pub body: String,
    /// `Minishop-Signature`, for our own format.
    pub signature: Option<String>,
    /// To be added to the address's query.
    pub query: Option<String>,
}

impl News {
    /// The request to send at that time (milliseconds since 1970).
    pub fn letter(&self, wish: &Wish, now: i64) -> Result<Letter, Failure> {
        let seconds = now.div_euclid(1000);
        let signed = !wish.secret.is_empty();
        let text = self.text();
        let mut letter = Letter { body: String::new(), signature: None, query: None };
        let body = match wish.format {
            "json" => self.json(),
            "telegram" => json!({"chat_id": wish.chat, "text": text}),
            // A name from a form must not call everybody in the group.
            "slack" => {
                let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
                json!({"text": text})
            }
            "wecom" => json!({"msgtype": "text", "text": {"content": text}}),
            "dingtalk" => {
                letter.query = signed.then(|| sign::dingtalk(wish.secret, now)).transpose()?;
                json!({"msgtype": "text", "text": {"content": text}})
            }
            "lark" => {
                let text = text.replace('<', "＜").replace('>', "＞");
                let mut body = json!({"msg_type": "text", "content": {"text": text}});
                if signed {
                    body["timestamp"] = json!(seconds.to_string());
                    body["sign"] = json!(sign::lark(wish.secret, seconds)?);
                }
                body
            }
            other => return Err(Failure::Broken(format!("webhook format {other}"))),
        };
        letter.body = body.to_string();
        if wish.format == "json" {
            letter.signature = Some(sign::own(wish.secret, seconds, &letter.body)?);
        }
        Ok(letter)
    }

    fn json(&self) -> Value {
        let order = self.order.as_ref().map(|order| {
            json!({
                "id": order.id, "code": order.code, "status": order.status, "name": order.name, "pieces": order.pieces,
                "total": {"minor": order.total.minor(), "currency": order.total.currency().code()},
            })
        });
        json!({
            "id": self.id, "kind": self.kind, "at": rfc3339(self.at),
            "shop": {"number": self.shop.to_string(), "name": self.shop_name}, "order": order,
        })
    }

    /// A few lines for a group, in the shop's language.
    fn text(&self) -> String {
        let chinese = self.locale == "zh";
        let Some(order) = &self.order else {
            let shop = &self.shop_name;
            return match chinese {
                true => format!("测试：「{shop}」的订单会在这里通知。"),
                false => format!("A test: orders of {shop} will be told here."),
            };
        };
        let OrderNews { code, name, pieces, total, .. } = order;
        let head = match (self.kind.as_str(), chinese) {
            ("placed", true) => format!("新订单 {code}"),
            ("placed", false) => format!("New order {code}"),
            ("paid", true) => format!("订单 {code} 已付款"),
            ("paid", false) => format!("Order {code} is paid"),
            (_, true) => format!("订单 {code} 已取消"),
            (_, false) => format!("Order {code} was cancelled"),
        };
        let count = match (chinese, *pieces) {
            (true, pieces) => format!("{pieces} 件"),
            (false, 1) => "1 piece".to_owned(),
            (false, pieces) => format!("{pieces} pieces"),
        };
        let link = order.link.as_ref().map(|link| format!("\n{link}")).unwrap_or_default();
        format!("{head}\n{name} · {count} · {total}{link}")
    }
}

/// Why a robot refused although it answered 200; some say it in their JSON alone.
pub fn refusal(format: &str, body: &[u8]) -> Option<String> {
    let field = match format {
        "wecom" | "dingtalk" => "errcode",
        "lark" => "code",
        _ => return None,
    };
    let answer: Value = serde_json::from_slice(body).ok()?;
    let code = answer.get(field)?.as_i64()?;
    (code != 0).then(|| format!("refused {code}"))
}

#[cfg(test)]
mod tests;
