-- The seller's side: accounts, richer deliveries, what happens to an order after it is placed, visits, webhooks.
-- SQLite cannot change a CHECK in place, so `deliveries` and `orders` are made anew around their rows; PostgreSQL takes
-- the same steps. Foreign keys are looked at when the transaction ends, with every row back in its place.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE sellers (
    id            TEXT PRIMARY KEY,
    -- A telephone number (`+8613800138000`) or an e-mail address in lower case.
    login         TEXT NOT NULL CONSTRAINT a_login_names_one_seller UNIQUE,
    password_hash TEXT NOT NULL,
    -- Argon2 of the recovery code; a used one is replaced.
    recovery_hash TEXT NOT NULL,
    created_at    BIGINT NOT NULL
);

CREATE TABLE sessions (
    -- SHA-256 of the cookie's value: the value itself is nowhere in the database.
    token_hash TEXT PRIMARY KEY,
    seller     TEXT NOT NULL REFERENCES sellers (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_of_seller ON sessions (seller);

ALTER TABLE shops ADD COLUMN seller TEXT REFERENCES sellers (id);
ALTER TABLE shops ADD COLUMN hours TEXT;
-- On holiday the shop is shown and takes no orders; `back_on` is the day (YYYY-MM-DD) it names, if it names one.
ALTER TABLE shops ADD COLUMN holiday BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE shops ADD COLUMN back_on TEXT;
-- A sku with so many pieces or fewer is low.
ALTER TABLE shops ADD COLUMN low_stock BIGINT NOT NULL DEFAULT 3
    CONSTRAINT a_low_stock_is_0_to_999 CHECK (low_stock BETWEEN 0 AND 999);
-- Counts every change of what the seller set: shop, deliveries, payments.
ALTER TABLE shops ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX a_seller_has_one_shop ON shops (seller);

ALTER TABLE goods ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

CREATE TABLE deliveries_before AS SELECT * FROM deliveries;
DROP TABLE deliveries;
CREATE TABLE deliveries (
    id        TEXT PRIMARY KEY,
    shop      BIGINT NOT NULL REFERENCES shops (number),
    position  BIGINT NOT NULL,
    kind      TEXT NOT NULL
        CONSTRAINT a_delivery_is_of_a_known_kind CHECK (kind IN ('flat', 'weight', 'pickup')),
    title     TEXT NOT NULL,
    note      TEXT NOT NULL DEFAULT '',
    fee       BIGINT NOT NULL DEFAULT 0
        CONSTRAINT a_fee_is_not_negative CHECK (fee >= 0),
    free_over BIGINT,
    -- Estimated days until it arrives; both or neither.
    days_min  BIGINT,
    days_max  BIGINT,
    CONSTRAINT days_are_0_to_99_in_order CHECK
        ((days_min IS NULL AND days_max IS NULL) OR (days_min BETWEEN 0 AND days_max AND days_max <= 99))
);
CREATE INDEX deliveries_of_shop ON deliveries (shop, position);
INSERT INTO deliveries (id, shop, position, kind, title, note, fee, free_over)
    SELECT id, shop, position, kind, title, note, fee, free_over FROM deliveries_before;
DROP TABLE deliveries_before;

-- A delivery by weight costs the fee of the first step that holds the parcel; heavier than the last is not delivered.
CREATE TABLE delivery_steps (
    delivery TEXT NOT NULL REFERENCES deliveries (id),
    grams    BIGINT NOT NULL CONSTRAINT a_step_weighs_1_to_1000000_grams CHECK (grams BETWEEN 1 AND 1000000),
    fee      BIGINT NOT NULL CONSTRAINT a_step_fee_is_not_negative CHECK (fee >= 0),
    PRIMARY KEY (delivery, grams)
);

-- Where a delivery does not go: a whole country, or one province of it.
CREATE TABLE delivery_exclusions (
    delivery TEXT NOT NULL REFERENCES deliveries (id),
    country  TEXT NOT NULL,
    province TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (delivery, country, province)
);

CREATE TABLE orders_before AS SELECT * FROM orders;
DROP TABLE orders;
CREATE TABLE orders (
    id             TEXT PRIMARY KEY,
    shop           BIGINT NOT NULL REFERENCES shops (number),
    code           TEXT NOT NULL,
    -- SHA-256 of the order token: the token itself is nowhere in the database.
    token_hash     TEXT NOT NULL CONSTRAINT a_token_opens_one_order UNIQUE,
    status         TEXT NOT NULL CONSTRAINT a_status_is_known
        CHECK (status IN ('new', 'to_pay', 'to_confirm', 'to_ship', 'shipped', 'done', 'cancelled')),
    currency       TEXT NOT NULL,
    goods_total    BIGINT NOT NULL CONSTRAINT goods_total_is_not_negative CHECK (goods_total >= 0),
    delivery_fee   BIGINT NOT NULL CONSTRAINT delivery_fee_is_not_negative CHECK (delivery_fee >= 0),
    -- What the seller added or took off before payment.
    adjustment     BIGINT NOT NULL DEFAULT 0,
    total          BIGINT NOT NULL CONSTRAINT a_total_is_not_negative CHECK (total >= 0),
    -- What the seller wrote down as given back; no money goes through here.
    refunded       BIGINT NOT NULL DEFAULT 0
        CONSTRAINT refunds_are_0_to_the_total CHECK (refunded BETWEEN 0 AND total),
    name           TEXT NOT NULL,
    phone          TEXT NOT NULL,
    has_address    BOOLEAN NOT NULL,
    country        TEXT NOT NULL DEFAULT '',
    province       TEXT NOT NULL DEFAULT '',
    city           TEXT NOT NULL DEFAULT '',
    district       TEXT NOT NULL DEFAULT '',
    street         TEXT NOT NULL DEFAULT '',
    postcode       TEXT NOT NULL DEFAULT '',
    delivery_kind  TEXT NOT NULL,
    delivery_title TEXT NOT NULL,
    delivery_note  TEXT NOT NULL,
    payment_kind   TEXT NOT NULL,
    payment_title  TEXT NOT NULL,
    payment_text   TEXT NOT NULL,
    payment_qr     TEXT REFERENCES photos (hash),
    note           TEXT NOT NULL DEFAULT '',
    -- For the seller alone.
    seller_note    TEXT NOT NULL DEFAULT '',
    -- Why the seller cancelled; the buyer reads it.
    cancel_reason  TEXT NOT NULL DEFAULT '',
    placed_at      BIGINT NOT NULL,
    -- When an unpaid order ends by itself; empty for those that never wait for money.
    expires_at     BIGINT,
    version        BIGINT NOT NULL DEFAULT 1,
    CONSTRAINT a_total_is_its_parts CHECK (total = goods_total + delivery_fee + adjustment),
    CONSTRAINT an_order_code_stands_once_in_a_shop UNIQUE (shop, code)
);
CREATE INDEX orders_by_expiry ON orders (status, expires_at);
CREATE INDEX orders_of_shop ON orders (shop, placed_at, id);
CREATE INDEX orders_of_shop_by_status ON orders (shop, status, placed_at, id);
INSERT INTO orders (id, shop, code, token_hash, status, currency, goods_total, delivery_fee, total, name, phone,
        has_address, country, province, city, district, street, postcode, delivery_kind, delivery_title,
        delivery_note, payment_kind, payment_title, payment_text, payment_qr, note, placed_at, expires_at, version)
    SELECT id, shop, code, token_hash, status, currency, goods_total, delivery_fee, total, name, phone,
        has_address, country, province, city, district, street, postcode, delivery_kind, delivery_title,
        delivery_note, payment_kind, payment_title, payment_text, payment_qr, note, placed_at, expires_at, version
    FROM orders_before;
DROP TABLE orders_before;

-- `seq` counts every event of the server: what a desk has heard is told by one number.
CREATE TABLE order_events_before AS SELECT * FROM order_events;
DROP TABLE order_events;
CREATE TABLE order_events (
    order_id TEXT NOT NULL REFERENCES orders (id),
    position BIGINT NOT NULL,
    seq      BIGINT NOT NULL CONSTRAINT an_event_has_its_own_number UNIQUE,
    shop     BIGINT NOT NULL REFERENCES shops (number),
    at       BIGINT NOT NULL,
    actor    TEXT NOT NULL,
    action   TEXT NOT NULL,
    status   TEXT NOT NULL,
    -- What the action said: an amount for a refund or a new total, else empty.
    amount   BIGINT,
    PRIMARY KEY (order_id, position)
);
CREATE INDEX order_events_of_shop ON order_events (shop, seq);
INSERT INTO order_events (order_id, position, seq, shop, at, actor, action, status)
    SELECT e.order_id, e.position, ROW_NUMBER() OVER (ORDER BY e.at, e.order_id, e.position), o.shop, e.at, e.actor,
        e.action, e.status
    FROM order_events_before e JOIN orders o ON o.id = e.order_id;
DROP TABLE order_events_before;

CREATE INDEX order_lines_of_sku ON order_lines (sku);
CREATE INDEX skus_of_shop ON skus (shop, stock);

-- Visits by day (days since 1970 in UTC) and where they came from; nothing of who came.
CREATE TABLE visits (
    shop   BIGINT NOT NULL REFERENCES shops (number),
    day    BIGINT NOT NULL,
    source TEXT NOT NULL CONSTRAINT a_source_is_known
        CHECK (source IN ('number', 'qr', 'link', 'wechat', 'weibo', 'whatsapp', 'telegram', 'line', 'other_app')),
    visits BIGINT NOT NULL,
    PRIMARY KEY (shop, day, source)
);

CREATE TABLE webhooks (
    shop    BIGINT PRIMARY KEY REFERENCES shops (number),
    url     TEXT NOT NULL,
    format  TEXT NOT NULL CONSTRAINT a_webhook_format_is_known
        CHECK (format IN ('json', 'telegram', 'slack', 'wecom', 'dingtalk', 'lark')),
    -- Signs each delivery; shown to the seller.
    secret  TEXT NOT NULL,
    -- Telegram's chat; empty for the others.
    chat    TEXT NOT NULL DEFAULT '',
    active  BOOLEAN NOT NULL DEFAULT TRUE
);

CREATE TABLE webhook_deliveries (
    id       TEXT PRIMARY KEY,
    shop     BIGINT NOT NULL REFERENCES shops (number),
    kind     TEXT NOT NULL CONSTRAINT a_webhook_kind_is_known CHECK (kind IN ('placed', 'paid', 'cancelled', 'test')),
    -- The order it tells of; empty for a test.
    order_id TEXT REFERENCES orders (id),
    at       BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    -- When it is tried again; empty once it arrived or was given up.
    next_at  BIGINT,
    -- The last answer's HTTP status, or why there was none.
    outcome  TEXT NOT NULL DEFAULT ''
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_at);
CREATE INDEX webhook_deliveries_of_shop ON webhook_deliveries (shop, at);
