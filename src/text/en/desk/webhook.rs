//! Orders told to a group or a program, in English.

use crate::text::desk::webhook::{HowTo, Kinds, Outcomes, Webhook};

pub const TEXT: Webhook = Webhook {
    title: "Ring in my group",
    lead: "Every new, paid and cancelled order is told where you wish: in your own group, or to a program of yours.",
    format: "Where to",
    wecom: HowTo {
        name: "WeCom group",
        steps: &[
            "In the group, open the menu at the top right, then Group Bots, and add a bot.",
            "Copy the bot's Webhook address and paste it here.",
        ],
        example: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…",
    },
    dingtalk: HowTo {
        name: "DingTalk group",
        steps: &[
            "In the group's settings, open Bots, add a bot and choose Custom.",
            "Under Security Settings choose Sign, and copy the secret; it begins with SEC.",
            "Copy the Webhook address and paste both here.",
        ],
        example: "https://oapi.dingtalk.com/robot/send?access_token=…",
    },
    lark: HowTo {
        name: "Lark or Feishu group",
        steps: &[
            "In the group's settings, open Bots, add a bot and choose Custom Bot.",
            "Copy the Webhook address and paste it here.",
            "With Signature verification on, copy its secret too.",
        ],
        example: "https://open.larksuite.com/open-apis/bot/v2/hook/…",
    },
    telegram: HowTo {
        name: "Telegram group or channel",
        steps: &[
            "In Telegram, send /newbot to @BotFather and copy the token it answers with.",
            "Add your new bot to the group, or to the channel as an administrator.",
            "The address is https://api.telegram.org/bot, then the token, then /sendMessage.",
        ],
        example: "https://api.telegram.org/bot123:ABC/sendMessage",
    },
    slack: HowTo {
        name: "Slack channel",
        steps: &[
            "On api.slack.com/apps, create an app and switch on Incoming Webhooks.",
            "Add a webhook to your workspace, choose the channel, and copy the Webhook URL.",
        ],
        example: "https://hooks.slack.com/services/…",
    },
    json: HowTo {
        name: "A program of mine (JSON)",
        steps: &[
            "Each event is one POST with a JSON body: id, kind, at, shop and order.",
            "The header Minishop-Signature is t=SECONDS,v1=HEX, where HEX is the HMAC-SHA256 of “SECONDS.BODY” with the secret below.",
            "Answer with a 2xx status within 10 seconds. Else it is sent again, up to six times in nine hours; the same id may come twice.",
        ],
        example: "https://example.com/orders",
    },
    url: "Address",
    url_not_https: "The address must begin with https://",
    url_not_public: "This address is not on the public internet",
    url_wrong: "This is no address that can be sent to",
    chat: "Chat",
    chat_hint: "A channel's @name, or a group's id such as -1001234567890: add @RawDataBot to the group for a moment and it tells you.",
    secret: "The robot's secret",
    secret_hint: "Only if the robot has one.",
    own_secret: "Secret",
    own_secret_hint: "Keep it to yourself: whoever has it can forge alerts.",
    active: "Send alerts",
    active_hint: "Off: the settings stay, nothing is sent.",
    test: "Save and send a test",
    test_hint: "The robot writes one line into the group.",
    test_arrived: "The test has arrived",
    test_failed: |why| format!("The test has not arrived: {why}"),
    log: "What was sent",
    log_empty: "Nothing yet. The next order is told here.",
    refresh: "Look again",
    kinds: Kinds {
        placed: |code| format!("New order {code}"),
        paid: |code| format!("Order {code} paid"),
        cancelled: |code| format!("Order {code} cancelled"),
        test: "Test",
    },
    outcomes: Outcomes {
        waiting: "On its way",
        arrived: "Arrived",
        answered: |status| format!("Answered with {status}"),
        refused: |code| format!("The robot refused it (code {code})"),
        no_address: "There is no such address",
        not_public: "The address is not on the public internet",
        no_connection: "Nobody could be reached there",
        tls: "The address has no valid certificate",
        timeout: "No answer within ten seconds",
        no_answer: "The connection broke",
        off: "Not sent: alerts were off",
    },
    again: |when| format!("Again at {when}"),
    attempts: |tries| if tries == 1 { "tried once".into() } else { format!("tried {tries} times") },
    remove: "Remove the alerts",
    remove_sure: "The address and the secret are forgotten, and nothing is sent any more.",
    removed: "Removed",
};
