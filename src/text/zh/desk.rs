//! The desk in Chinese.

mod account;
mod card;
mod delivery;
mod goods;
mod import;
mod numbers;
mod order;
mod orders;
mod ship;
mod shop;
mod webhook;

use crate::text::desk::{Common, DeskText, Flaw, Tabs, Trouble};

pub static TEXT: DeskText = DeskText {
    common: Common {
        app: "小店工作台",
        other_language: "English",
        language: "语言",
        back: "返回",
        close: "关闭",
        cancel: "取消",
        save: "保存",
        saved: "已保存",
        remove: "删除",
        retry: "再试一次",
        loading: "加载中",
        more: "更多",
        search: "搜索",
        clear_search: "清空搜索",
        load_more: "加载更多",
        copy: "复制",
        copied: "已复制",
        copy_yourself: |what| format!("请手动复制：{what}"),
        shop_number: |number| format!("店号 {number}"),
        move_up: "上移",
        move_down: "下移",
    },
    tabs: Tabs {
        orders: "订单",
        orders_new: |n| format!("{n} 个待处理"),
        goods: "商品",
        add: "发布商品",
        numbers: "数据",
        shop: "店铺",
        desk: "工作台",
    },
    trouble: Trouble {
        offline: "没有网络",
        offline_hint: "连上网后自动继续，填写的内容都在。",
        offline_strip: "没有网络，填写的内容都在",
        slow: "网络有点慢，还在努力",
        timeout: "服务器暂时没有回应",
        timeout_hint: "填写的内容都在，请稍后再试。",
        broken: "数据读取失败",
        server: |id| {
            if id.is_empty() { "服务器出错了".into() } else { format!("服务器出错了（{id}）") }
        },
        limited: |seconds| match seconds {
            0..120 => format!("操作太频繁，请 {seconds} 秒后再试"),
            _ => format!("操作太频繁，请 {} 分钟后再试", seconds.div_ceil(60)),
        },
        refused: "服务器没有接受这个请求",
        unknown: "找不到了",
        unknown_hint: "可能已在另一台设备上删除。",
        changed: "刚刚在另一台设备上改过了",
        nowhere: "没有这个页面",
        to_orders: "去看订单",
    },
    flaw: Flaw {
        empty: "请填写",
        too_long: |most| format!("最多 {most} 个字"),
        too_short: |least| format!("至少 {least} 个字符"),
        not_amount: "请填写金额，例如 12.50",
        negative: "金额不能小于零",
        too_precise: |places| match places {
            0 => "这种货币没有小数".into(),
            n => format!("最多 {n} 位小数"),
        },
        too_large: "金额太大了",
        not_count: |most| format!("请填写 0 到 {most} 的整数"),
        wrong: "填写有误",
    },
    account: account::TEXT,
    import: import::TEXT,
    numbers: numbers::TEXT,
    webhook: webhook::TEXT,
    goods: goods::GOODS,
    editor: goods::EDITOR,
    categories: goods::CATEGORIES,
    orders: orders::TEXT,
    order: order::TEXT,
    ship: ship::SHIP,
    slip: ship::SLIP,
    shop: shop::SHOP,
    about: shop::ABOUT,
    unsaved: shop::UNSAVED,
    upload: shop::UPLOAD,
    ways: delivery::WAYS,
    deliveries: delivery::DELIVERIES,
    payments: delivery::PAYMENTS,
    card: card::TEXT,
};
