//! The statements that place orders, each for all of them.

use super::draft::Draft;
use crate::db::Conn;
use crate::desk::webhook;
use crate::error::Failure;
use crate::orders::attempt::Attempt;
use crate::orders::body::Address;
use crate::{clock, mint};
use sqlx::{QueryBuilder, Sqlite};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Rows of one INSERT at most: SQLite takes 32,766 parameters in a statement, PostgreSQL 65,535.
const ROWS: usize = 1000;

/// Which of these keys have placed an order: (shop, key hash) → (body hash, order id).
pub async fn placed(
    conn: &mut Conn,
    attempts: &[Attempt],
) -> Result<HashMap<(i64, String), (String, String)>, Failure> {
    let mut query = QueryBuilder::<Sqlite>::new("SELECT k.shop, k.key_hash, k.body_hash, k.order_id FROM (");
    query.push_values(attempts, |mut row, attempt| {
        row.push_bind(attempt.number()).push_bind(&attempt.key_hash);
    });
    query.push(") v JOIN order_keys k ON k.shop = v.column1 AND k.key_hash = v.column2");
    let rows: Vec<(i64, String, String, String)> = query.build_query_as().fetch_all(conn).await?;
    Ok(rows.into_iter().map(|(shop, key, body, id)| ((shop, key), (body, id))).collect())
}

/// Gives each order its code, takes the stock and writes everything.
pub async fn write(conn: &mut Conn, drafts: &mut [Draft<'_>]) -> Result<(), Failure> {
    give_codes(conn, drafts).await?;
    take_stock(conn, drafts).await?;
    insert_orders(conn, drafts).await?;
    insert_lines(conn, drafts).await?;
    insert_events(conn, drafts).await?;
    insert_keys(conn, drafts).await
}

/// A code no other order of the shop has.
async fn give_codes(conn: &mut Conn, drafts: &mut [Draft<'_>]) -> Result<(), Failure> {
    let mut given: HashSet<(i64, String)> = HashSet::with_capacity(drafts.len());
    loop {
        let mut open = Vec::new();
        for draft in drafts.iter_mut().filter(|draft| draft.code.is_empty()) {
            let day = clock::day(draft.attempt.now);
            let code = loop {
                let code = format!("{day}-{}", mint::code()?);
                if !given.contains(&(draft.shop.number, code.clone())) {
                    break code;
                }
            };
            given.insert((draft.shop.number, code.clone()));
            draft.code = code;
            open.push((draft.shop.number, draft.code.clone()));
        }
        if open.is_empty() {
            return Ok(());
        }
        let mut query = QueryBuilder::<Sqlite>::new("SELECT o.shop, o.code FROM (");
        query.push_values(&open, |mut row, (shop, code)| {
            row.push_bind(shop).push_bind(code);
        });
        query.push(") v JOIN orders o ON o.shop = v.column1 AND o.code = v.column2");
        let taken: Vec<(i64, String)> = query.build_query_as().fetch_all(&mut *conn).await?;
        for draft in drafts.iter_mut() {
            if taken.iter().any(|(shop, code)| *shop == draft.shop.number && *code == draft.code) {
                draft.code.clear();
            }
        }
    }
}

/// Takes the pieces in a fixed sku order, only where enough are left.
async fn take_stock(conn: &mut Conn, drafts: &[Draft<'_>]) -> Result<(), Failure> {
    let mut pieces: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for draft in drafts {
        for line in &draft.attempt.wanted {
            pieces.entry(&line.sku).or_insert((draft.shop.number, 0)).1 += i64::from(line.quantity.get());
        }
    }
    let mut query = QueryBuilder::<Sqlite>::new("UPDATE skus SET stock = stock - v.column3 FROM (");
    query.push_values(&pieces, |mut row, (sku, (shop, quantity))| {
        row.push_bind(*sku).push_bind(*shop).push_bind(*quantity);
    });
    query.push(") v WHERE id = v.column1 AND shop = v.column2 AND stock >= v.column3");
    let taken = query.build().execute(conn).await?.rows_affected();
    if taken != pieces.len() as u64 {
        // They were read in this very transaction, so this cannot be; but stock is never taken by hope.
        return Err(Failure::Broken("stock changed inside its own transaction".to_owned()));
    }
    Ok(())
}

async fn insert_orders(conn: &mut Conn, drafts: &[Draft<'_>]) -> Result<(), Failure> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "INSERT INTO orders (id, shop, code, token_hash, status, currency, goods_total, delivery_fee, total, \
         name, phone, has_address, country, province, city, district, street, postcode, \
         delivery_kind, delivery_title, delivery_note, payment_kind, payment_title, payment_text, payment_qr, \
         note, placed_at, expires_at) ",
    );
    query.push_values(drafts, |mut row, draft| {
        let contact = draft.contact();
        let address = draft.address();
        let part = |pick: fn(&Address) -> &String| address.map(pick).map(String::as_str).unwrap_or_default();
        row.push_bind(&draft.attempt.id)
            .push_bind(draft.shop.number)
            .push_bind(&draft.code)
            .push_bind(&draft.attempt.token_hash)
            .push_bind(draft.status.word())
            .push_bind(&draft.shop.currency)
            .push_bind(draft.totals.goods.minor())
            .push_bind(draft.totals.delivery.minor())
            .push_bind(draft.totals.total.minor())
            .push_bind(contact.name)
            .push_bind(contact.phone)
            .push_bind(address.is_some())
            .push_bind(part(|address| &address.country))
            .push_bind(part(|address| &address.province))
            .push_bind(part(|address| &address.city))
            .push_bind(part(|address| &address.district))
            .push_bind(part(|address| &address.street))
            .push_bind(part(|address| &address.postcode))
            .push_bind(&draft.delivery.kind)
            .push_bind(&draft.delivery.title)
            .push_bind(&draft.delivery.note)
            .push_bind(&draft.payment.kind)
            .push_bind(&draft.payment.title)
            .push_bind(&draft.payment.text)
            .push_bind(&draft.payment.qr)
            .push_bind(draft.attempt.request.note.trim())
            .push_bind(draft.attempt.now)
            .push_bind(draft.expires_at);
    });
    query.build().execute(conn).await?;
    Ok(())
}

async fn insert_lines(conn: &mut Conn, drafts: &[Draft<'_>]) -> Result<(), Failure> {
    let lines: Vec<_> = drafts
        .iter()
        .flat_map(|draft| (0_i64..).zip(&draft.quote.lines).map(|(at, line)| (&draft.attempt.id, at, line)))
        .collect();
    for lines in lines.chunks(ROWS) {
        let mut query = QueryBuilder::<Sqlite>::new(
            "INSERT INTO order_lines (order_id, position, sku, goods, title, value1, value2, value3, photo, unit, \
             quantity) ",
        );
        query.push_values(lines, |mut row, (order, position, line)| {
            let value = |at: usize| line.values.get(at).map(String::as_str).unwrap_or_default();
            row.push_bind(*order)
                .push_bind(*position)
                .push_bind(&line.sku)
                .push_bind(line.goods.as_deref().unwrap_or_default())
                .push_bind(&line.title)
                .push_bind(value(0))
                .push_bind(value(1))
                .push_bind(value(2))
                .push_bind(line.photo.as_ref().map(|photo| &photo.hash))
                .push_bind(line.unit.minor)
                .push_bind(line.quantity);
        });
        query.build().execute(&mut *conn).await?;
    }
    Ok(())
}

async fn insert_events(conn: &mut Conn, drafts: &[Draft<'_>]) -> Result<(), Failure> {
    let last: i64 =
        sqlx::query_scalar("SELECT COALESCE(MAX(seq), 0) FROM order_events").fetch_one(&mut *conn).await?;
    let mut query = QueryBuilder::<Sqlite>::new(
        "INSERT INTO order_events (order_id, position, seq, shop, at, actor, action, status) ",
    );
    query.push_values((last + 1..).zip(drafts), |mut row, (seq, draft)| {
        row.push_bind(&draft.attempt.id)
            .push_bind(0_i64)
            .push_bind(seq)
            .push_bind(draft.shop.number)
            .push_bind(draft.attempt.now)
            .push_bind("buyer")
            .push_bind("place")
            .push_bind(draft.status.word());
    });
    query.build().execute(&mut *conn).await?;
    webhook::queue(conn, last).await
}

async fn insert_keys(conn: &mut Conn, drafts: &[Draft<'_>]) -> Result<(), Failure> {
    let mut query =
        QueryBuilder::<Sqlite>::new("INSERT INTO order_keys (shop, key_hash, body_hash, order_id) ");
    query.push_values(drafts, |mut row, draft| {
        row.push_bind(draft.shop.number)
            .push_bind(&draft.attempt.key_hash)
            .push_bind(&draft.attempt.body_hash)
            .push_bind(&draft.attempt.id);
    });
    query.build().execute(conn).await?;
    Ok(())
}
