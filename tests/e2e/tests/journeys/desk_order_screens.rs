//! The screens of a seller's orders, and every main state of them.

use minishop_e2e::{Buyer, Desk, Server, Target, Wish};
use serde_json::json;

/// Adds a transfer to the ways the shop is paid, and pieces of the goods on sale, by the desk's own calls.
const PREPARE: &str = "const ask = (method, path, body) => fetch('/api/v1/desk' + path, {
        method, body: body && JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', 'Minishop-Desk': '1' },
    }).then((answer) => answer.json());
    return ask('GET', '/payments').then((shop) => {
        shop.items.push({ id: null, kind: 'transfer', title: 'Bank', text: 'Account 42', qr: null });
        return ask('PUT', '/payments', shop);
    }).then(() => ask('GET', '/goods?q=' + encodeURIComponent(arguments[0])))
        .then((list) => ask('GET', '/goods/' + list.items[0].id))
        .then((goods) => Promise.all(goods.skus.map((sku) =>
            ask('PATCH', '/skus/' + sku.id, { stock: 20, stock_seen: sku.stock }))))
        .then((cards) => cards.length > 0)";

/// What is ordered.
const GOODS: &str = "Cotton Tee 棉T恤";

/// Leads the seller of a shop with goods through them; `look` is told where it is.
pub async fn walk(server: &Server, seller: &Desk, look: &mut impl AsyncFnMut(&Buyer, &str)) {
    seller.open("/desk").await;
    seller.on("orders").await;
    seller.wait_for("[data-first-steps]").await;
    look(seller, "desk, no orders").await;
    let number = "return document.querySelector('.desk-shop .figures').textContent.replace(/\\D/g, '')";
    let shop = seller.run(number, &[]).await.as_str().expect("a number").to_owned();
    assert_eq!(seller.run(PREPARE, &[json!(GOODS)]).await, true);
    let cash = Wish { shop: &shop, goods: GOODS, name: "Ann Lee", payment: "cash_on_delivery" };
    server.place(cash).await;
    let paid = server.place(Wish { name: "欧阳小明", payment: "transfer", ..cash }).await;
    server.place(Wish { name: "Robert Montgomery-Featherstonehaugh", payment: "transfer", ..cash }).await;
    server.prove(&paid).await;
    seller.wait_for("[data-order][data-status=to_confirm]").await;
    look(seller, "desk, orders").await;
    seller.click(Target::doing("order-tools")).await;
    seller.wait_for("[role=dialog]").await;
    look(seller, "desk, sound and export").await;
    gone(seller).await;
    seller.write_at(".search-input", "zzz").await;
    seller.wait_for(".blank").await;
    look(seller, "desk, no order found").await;
    seller.open("/desk/orders/to_pay").await;
    seller.wait_for("[data-order][data-status=to_pay]").await;
    look(seller, "desk, orders to pay").await;

    seller.open("/desk").await;
    seller.click("欧阳小明").await;
    seller.wait_for("[data-status=to_confirm] .desk-proof-img").await;
    look(seller, "desk, order to confirm").await;
    panel(seller, "reject", look).await;
    seller.click(Target::doing("confirm")).await;
    seller.wait_for("[data-status=to_ship]").await;
    look(seller, "desk, order to ship").await;
    panel(seller, "refund", look).await;
    panel(seller, "cancel", look).await;
    panel(seller, "note", look).await;
    seller.click(Target::doing("ship")).await;
    seller.click(Target::doing("add-parcel")).await;
    seller.choose("#carrier-1", "").await;
    seller.click(Target::doing("ship-now")).await;
    seller.wait_for(".field-error").await;
    look(seller, "desk, parcels with errors").await;
    for (field, text) in [("#waybill-0", "SF1"), ("#carrier-own-1", "Bike"), ("#waybill-1", "B2")] {
        seller.write_at(field, text).await;
    }
    seller.click(Target::doing("ship-now")).await;
    seller.wait_for("[data-status=shipped]").await;
    look(seller, "desk, order shipped").await;

    seller.open("/desk").await;
    seller.click("Ann Lee").await;
    seller.wait_for("[data-status=new]").await;
    look(seller, "desk, order new").await;
    panel(seller, "reprice", look).await;
    seller.click(Target::doing("menu")).await;
    seller.wait_for("[role=dialog] a[href^=\"/desk/slip\"]").await;
    look(seller, "desk, what can be done with an order").await;
    seller.click(Target::css("[role=dialog] a[href^=\"/desk/slip\"]")).await;
    seller.wait_for("[data-slip]").await;
    look(seller, "desk, packing slip").await;
    seller.expect_complaint("nosuchorder1");
    seller.open("/desk/order/nosuchorder1").await;
    seller.wait_for(".blank").await;
    look(seller, "desk, no such order").await;
}

/// Looks at one of the sheets behind the menu.
async fn panel(seller: &Desk, name: &str, look: &mut impl AsyncFnMut(&Buyer, &str)) {
    seller.click(Target::doing("menu")).await;
    seller.click(Target::doing(name)).await;
    seller.wait_for("[role=dialog] [data-do=send]").await;
    look(seller, &format!("desk, order, {name}")).await;
    gone(seller).await;
}

/// Closes the sheet.
async fn gone(seller: &Desk) {
    seller.back().await;
    seller.until("the sheet gone", "return !document.querySelector('[role=dialog]')", &[]).await;
}
