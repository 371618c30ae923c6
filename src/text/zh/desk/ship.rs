//! Parcels and packing slips in Chinese.

use crate::text::desk::ship::{Ship, Slip};

pub(super) const SHIP: Ship = Ship {
    title: "发货",
    pickup_title: "备好待取",
    to: |name, place| {
        if place.is_empty() { format!("寄给 {name}") } else { format!("寄给 {name}，{place}") }
    },
    carrier: "快递公司",
    other: "其他",
    other_label: "快递公司名称",
    other_example: "同城配送",
    waybill: "快递单号",
    waybill_of: |at| format!("快递单号 {at}"),
    carrier_of: |at| format!("包裹 {at} 的快递公司"),
    remove_of: |at| format!("删除包裹 {at}"),
    scan: "扫码",
    scan_hint: "把面单上的条形码对准摄像头",
    scan_stop: "停止扫码",
    no_camera: "没有可用的摄像头，请手动填写单号",
    paste: "可输入、粘贴或扫码",
    add: "再加一个包裹",
    act: "发货",
    act_several: |parcels| format!("发货（{parcels} 个包裹）"),
    pickup_text: "买家会看到商品已备好，可以来取。",
    pickup_act: "已备好",
    done: "已发货",
    pickup_done: "买家会看到已备好",
    twice: "这个单号填了两次",
    correct_title: "修改快递单号",
    corrected: "已修改",
};

pub(super) const SLIP: Slip = Slip {
    title: "发货单",
    print: "打印",
    order: "订单",
    to: "收货人",
    pickup: "自提人",
    note: "留言",
    pieces: |pieces| format!("共 {pieces} 件"),
    shop_number: "店号",
    cash: |total| format!("货到付款：{total}"),
};
