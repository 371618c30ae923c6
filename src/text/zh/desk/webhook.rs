//! Orders told to a group or a program, in Chinese.

use crate::text::desk::webhook::{HowTo, Kinds, Outcomes, Webhook};

pub const TEXT: Webhook = Webhook {
    title: "群消息提醒",
    lead: "有新订单、订单付款或取消时，自动发到您自己的群里，或者发给您的程序。",
    format: "发到哪里",
    wecom: HowTo {
        name: "企业微信群",
        steps: &[
            "打开群聊右上角菜单，选「群机器人」，添加一个机器人。",
            "复制机器人的 Webhook 地址，粘贴到下面。",
        ],
        example: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…",
    },
    dingtalk: HowTo {
        name: "钉钉群",
        steps: &[
            "在群设置里打开「机器人」，添加机器人，选「自定义」。",
            "安全设置选「加签」，复制以 SEC 开头的密钥。",
            "复制 Webhook 地址，和密钥一起粘贴到下面。",
        ],
        example: "https://oapi.dingtalk.com/robot/send?access_token=…",
    },
    lark: HowTo {
        name: "飞书群",
        steps: &[
            "在群设置里打开「群机器人」，添加机器人，选「自定义机器人」。",
            "复制 Webhook 地址，粘贴到下面。",
            "如果开启了「签名校验」，把密钥也复制过来。",
        ],
        example: "https://open.feishu.cn/open-apis/bot/v2/hook/…",
    },
    telegram: HowTo {
        name: "Telegram 群或频道",
        steps: &[
            "在 Telegram 里给 @BotFather 发 /newbot，复制它回复的 token。",
            "把新建的机器人拉进群；频道则要设为管理员。",
            "地址是 https://api.telegram.org/bot，接 token，再接 /sendMessage。",
        ],
        example: "https://api.telegram.org/bot123:ABC/sendMessage",
    },
    slack: HowTo {
        name: "Slack 频道",
        steps: &[
            "在 api.slack.com/apps 新建一个应用，打开 Incoming Webhooks。",
            "把 webhook 加到工作区，选好频道，复制 Webhook URL。",
        ],
        example: "https://hooks.slack.com/services/…",
    },
    json: HowTo {
        name: "我的程序（JSON）",
        steps: &[
            "每件事发一个 POST，正文是 JSON：id、kind、at、shop、order。",
            "请求头 Minishop-Signature 是 t=秒数,v1=十六进制，即用下面的密钥对「秒数.正文」算出的 HMAC-SHA256。",
            "请在 10 秒内回复 2xx；否则会再发，九小时内最多六次。同一个 id 可能收到两次。",
        ],
        example: "https://example.com/orders",
    },
    url: "地址",
    url_not_https: "地址要以 https:// 开头",
    url_not_public: "这个地址不在公网上",
    url_wrong: "这个地址无法发送",
    chat: "会话",
    chat_hint: "频道填 @名称；群填群 ID，例如 -1001234567890：把 @RawDataBot 临时拉进群，它会显示群 ID。",
    secret: "机器人的密钥",
    secret_hint: "机器人没有密钥就不用填。",
    own_secret: "密钥",
    own_secret_hint: "请勿外传：拿到它的人可以伪造提醒。",
    active: "发送提醒",
    active_hint: "关闭后设置会保留，只是不再发送。",
    test: "保存并发送测试",
    test_hint: "机器人会在群里发一句话。",
    test_arrived: "测试消息已送达",
    test_failed: |why| format!("测试消息没有送达：{why}"),
    log: "发送记录",
    log_empty: "还没有记录。下一个订单会在这里显示。",
    refresh: "刷新",
    kinds: Kinds {
        placed: |code| format!("新订单 {code}"),
        paid: |code| format!("订单 {code} 已付款"),
        cancelled: |code| format!("订单 {code} 已取消"),
        test: "测试",
    },
    outcomes: Outcomes {
        waiting: "正在发送",
        arrived: "已送达",
        answered: |status| format!("对方返回 {status}"),
        refused: |code| format!("机器人拒收（代码 {code}）"),
        no_address: "没有这个地址",
        not_public: "地址不在公网上",
        no_connection: "连不上对方",
        tls: "对方的证书无效",
        timeout: "十秒内没有回应",
        no_answer: "连接中断",
        off: "未发送：提醒已关闭",
    },
    again: |when| format!("{when} 再发"),
    attempts: |tries| format!("已发 {tries} 次"),
    remove: "删除提醒",
    remove_sure: "地址和密钥会被清除，之后不再发送任何提醒。",
    removed: "已删除",
};
