//! The app whose webview shows a page, known by its user agent.

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
