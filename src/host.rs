//! The app whose webview shows us. Everything works in a plain browser; a host only adds.

mod copy;
pub mod scan;
mod share;

pub use copy::copy;
pub use share::{Shared, share};

/// Who shows the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    WeCom,
    WechatMiniProgram,
    Wechat,
    Qq,
    Weibo,
    DingTalk,
    Alipay,
    Telegram,
    Line,
    Instagram,
    Messenger,
    Facebook,
    Whatsapp,
    TikTok,
    KakaoTalk,
    /// Any browser, or a webview that does not say whose it is.
    Browser,
}

/// Names the host by its user agent; Telegram on iOS is known by its injected bridge alone. The order matters: many
/// hosts carry another's mark in their string.
pub fn detect(user_agent: &str, has_telegram_bridge: bool) -> Host {
    let has = |mark: &str| user_agent.contains(mark);
    if has("wxwork") {
        Host::WeCom
    } else if has("MicroMessenger") {
        let mini = has("miniProgram") || has("MiniProgramEnv");
        if mini { Host::WechatMiniProgram } else { Host::Wechat }
    } else if has(" QQ/") {
        Host::Qq
    } else if has("Weibo") {
        Host::Weibo
    } else if has("DingTalk") {
        Host::DingTalk
    } else if has("AlipayClient") {
        Host::Alipay
    } else if has_telegram_bridge || has("Telegram") {
        Host::Telegram
    } else if has(" Line/") {
        Host::Line
    } else if has("Instagram ") {
        Host::Instagram
    } else if has("Orca-Android") || has("MessengerForiOS") {
        Host::Messenger
    } else if has("FBAN") || has("FB_IAB") || has("FBAV") {
        Host::Facebook
    } else if has("WhatsApp/") {
        Host::Whatsapp
    } else if has("BytedanceWebview") || has("musical_ly") {
        Host::TikTok
    } else if has("KAKAOTALK") {
        Host::KakaoTalk
    } else {
        Host::Browser
    }
}

impl Host {
    /// Where sharing is the host's own menu and no button of ours can open it.
    pub fn shares_by_menu(self) -> bool {
        matches!(self, Self::Wechat | Self::WechatMiniProgram | Self::WeCom)
    }
}

/// The host of this page.
pub fn here() -> Host {
    let agent = leptos::leptos_dom::helpers::window().navigator().user_agent().unwrap_or_default();
    let bridge = js_sys::Reflect::has(&js_sys::global(), &"TelegramWebviewProxy".into()).unwrap_or_default();
    detect(&agent, bridge)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Real strings, with the app each is from; kept beside the checkout, not in it.
    const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/facts/user_agents.tsv");

    fn named(app: &str) -> Option<Host> {
        Some(match app {
            "WeChat mini program web-view" => Host::WechatMiniProgram,
            "WeChat" => Host::Wechat,
            "WeCom (wxwork)" => Host::WeCom,
            "QQ" => Host::Qq,
            "Weibo" => Host::Weibo,
            "Alipay" => Host::Alipay,
            "DingTalk" => Host::DingTalk,
            "Telegram" => Host::Telegram,
            "WhatsApp" => Host::Whatsapp,
            "LINE" => Host::Line,
            "Instagram" => Host::Instagram,
            "Facebook" => Host::Facebook,
            "Messenger" => Host::Messenger,
            "TikTok" => Host::TikTok,
            "KakaoTalk" => Host::KakaoTalk,
            _ => return None,
        })
    }

    #[test]
    fn every_real_user_agent_is_known() {
        let Ok(table) = std::fs::read_to_string(TABLE) else {
            println!("SKIPPED: {TABLE} is not there");
            return;
        };
        let mut rows = 0;
        for row in table.lines().skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            let expected = named(cells[0]).unwrap_or_else(|| panic!("an app of no name here: {}", cells[0]));
            assert_eq!(detect(cells[2], false), expected, "{}", cells[2]);
            rows += 1;
        }
        assert!(rows > 0, "the table is empty");
    }

    #[test]
    fn a_plain_browser_is_no_host_and_the_bridge_tells_telegram() {
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1";
        assert_eq!(detect(safari, false), Host::Browser);
        assert_eq!(detect(safari, true), Host::Telegram);
        assert_eq!(detect("", false), Host::Browser);
    }
}
