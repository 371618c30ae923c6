//! Every app is known by the strings it really sends.

use minishop_core::host::{Host, detect};

/// Real strings, with the app each is from; kept beside the checkout, not in it.
const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/facts/user_agents.tsv");

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
