-- Minishop, first schema. Only what SQLite and PostgreSQL both take: TEXT ids, BIGINT amounts (minor units) and BIGINT
-- times (milliseconds since 1970, UTC), BOOLEAN flags. Every constraint is a sentence.

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE photos (
    hash   TEXT PRIMARY KEY,
    width  BIGINT NOT NULL,
    height BIGINT NOT NULL,
    color  TEXT NOT NULL
);

CREATE TABLE shops (
    number         BIGINT PRIMARY KEY
        CONSTRAINT a_shop_number_has_six_digits CHECK (number BETWEEN 100000 AND 999999),
    name           TEXT NOT NULL,
    currency       TEXT NOT NULL,
    locale         TEXT NOT NULL,
    notice         TEXT,
    about          TEXT,
    licence        TEXT,
    logo           TEXT REFERENCES photos (hash),
    theme          TEXT,
    open           BOOLEAN NOT NULL DEFAULT TRUE,
    unpaid_minutes BIGINT NOT NULL DEFAULT 30
        CONSTRAINT the_time_to_pay_is_a_minute_to_thirty_days CHECK (unpaid_minutes BETWEEN 1 AND 43200),
    created_at     BIGINT NOT NULL
);

CREATE TABLE contacts (
    shop     BIGINT NOT NULL REFERENCES shops (number),
    position BIGINT NOT NULL,
    kind     TEXT NOT NULL
        CONSTRAINT a_contact_is_of_a_known_kind CHECK (kind IN ('phone', 'wechat', 'whatsapp', 'telegram', 'line', 'email')),
    value    TEXT NOT NULL,
    PRIMARY KEY (shop, position)
);

CREATE TABLE deliveries (
    id        TEXT PRIMARY KEY,
    shop      BIGINT NOT NULL REFERENCES shops (number),
    position  BIGINT NOT NULL,
    kind      TEXT NOT NULL
        CONSTRAINT a_delivery_is_of_a_known_kind CHECK (kind IN ('flat', 'pickup')),
    title     TEXT NOT NULL,
    note      TEXT NOT NULL DEFAULT '',
    fee       BIGINT NOT NULL DEFAULT 0
        CONSTRAINT a_fee_is_not_negative CHECK (fee >= 0),
    free_over BIGINT
);
CREATE INDEX deliveries_of_shop ON deliveries (shop, position);

CREATE TABLE payments (
    id       TEXT PRIMARY KEY,
    shop     BIGINT NOT NULL REFERENCES shops (number),
    position BIGINT NOT NULL,
    kind     TEXT NOT NULL
        CONSTRAINT a_payment_is_of_a_known_kind CHECK (kind IN ('cash_on_delivery', 'transfer')),
    title    TEXT NOT NULL,
    text     TEXT NOT NULL DEFAULT '',
    qr       TEXT REFERENCES photos (hash)
);
CREATE INDEX payments_of_shop ON payments (shop, position);

CREATE TABLE categories (
    id       TEXT PRIMARY KEY,
    shop     BIGINT NOT NULL REFERENCES shops (number),
    position BIGINT NOT NULL,
    name     TEXT NOT NULL,
    CONSTRAINT a_category_name_stands_once_in_a_shop UNIQUE (shop, name)
);

CREATE TABLE goods (
    id         TEXT PRIMARY KEY,
    shop       BIGINT NOT NULL REFERENCES shops (number),
    handle     TEXT NOT NULL,
    category   TEXT REFERENCES categories (id),
    position   BIGINT NOT NULL,
    title      TEXT NOT NULL,
    text       TEXT NOT NULL DEFAULT '',
    -- Title and text in lower case: what a search looks through.
    search     TEXT NOT NULL,
    visible    BOOLEAN NOT NULL DEFAULT TRUE,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CONSTRAINT a_handle_stands_once_in_a_shop UNIQUE (shop, handle)
);
CREATE INDEX goods_of_shop ON goods (shop, position, id);

CREATE TABLE goods_photos (
    goods    TEXT NOT NULL REFERENCES goods (id),
    position BIGINT NOT NULL,
    photo    TEXT NOT NULL REFERENCES photos (hash),
    alt      TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (goods, position)
);

CREATE TABLE options (
    goods    TEXT NOT NULL REFERENCES goods (id),
    position BIGINT NOT NULL,
    name     TEXT NOT NULL,
    PRIMARY KEY (goods, position)
);

CREATE TABLE option_values (
    goods    TEXT NOT NULL REFERENCES goods (id),
    option   BIGINT NOT NULL,
    position BIGINT NOT NULL,
    value    TEXT NOT NULL,
    PRIMARY KEY (goods, option, position)
);

CREATE TABLE skus (
    id         TEXT PRIMARY KEY,
    goods      TEXT NOT NULL REFERENCES goods (id),
    shop       BIGINT NOT NULL REFERENCES shops (number),
    position   BIGINT NOT NULL,
    -- The seller's own article number; may be empty.
    code       TEXT NOT NULL DEFAULT '',
    -- Values of the first, second and third option; empty where the goods have fewer.
    value1     TEXT NOT NULL DEFAULT '',
    value2     TEXT NOT NULL DEFAULT '',
    value3     TEXT NOT NULL DEFAULT '',
    price      BIGINT NOT NULL
        CONSTRAINT a_price_is_not_negative CHECK (price >= 0),
    compare_at BIGINT,
    stock      BIGINT NOT NULL
        CONSTRAINT stock_never_goes_below_zero CHECK (stock >= 0),
    photo      TEXT REFERENCES photos (hash),
    weight_grams BIGINT,
    active     BOOLEAN NOT NULL DEFAULT TRUE,
    CONSTRAINT a_combination_stands_once UNIQUE (goods, value1, value2, value3)
);

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
    total          BIGINT NOT NULL CONSTRAINT a_total_is_its_parts CHECK (total = goods_total + delivery_fee),
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
    placed_at      BIGINT NOT NULL,
    -- When an unpaid order ends by itself; empty for those that never wait for money.
    expires_at     BIGINT,
    version        BIGINT NOT NULL DEFAULT 1,
    CONSTRAINT an_order_code_stands_once_in_a_shop UNIQUE (shop, code)
);
CREATE INDEX orders_by_expiry ON orders (status, expires_at);

-- The idempotency keys of orders that were placed. A refused attempt leaves no row.
CREATE TABLE order_keys (
    shop      BIGINT NOT NULL REFERENCES shops (number),
    key_hash  TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    order_id  TEXT NOT NULL REFERENCES orders (id),
    CONSTRAINT an_order_key_places_one_order PRIMARY KEY (shop, key_hash)
);

CREATE TABLE order_lines (
    order_id TEXT NOT NULL REFERENCES orders (id),
    position BIGINT NOT NULL,
    sku      TEXT NOT NULL,
    goods    TEXT NOT NULL,
    title    TEXT NOT NULL,
    value1   TEXT NOT NULL DEFAULT '',
    value2   TEXT NOT NULL DEFAULT '',
    value3   TEXT NOT NULL DEFAULT '',
    photo    TEXT,
    unit     BIGINT NOT NULL,
    quantity BIGINT NOT NULL CONSTRAINT a_line_has_1_to_999_pieces CHECK (quantity BETWEEN 1 AND 999),
    PRIMARY KEY (order_id, position)
);

CREATE TABLE order_events (
    order_id TEXT NOT NULL REFERENCES orders (id),
    position BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    actor    TEXT NOT NULL,
    action   TEXT NOT NULL,
    status   TEXT NOT NULL,
    PRIMARY KEY (order_id, position)
);

CREATE TABLE proofs (
    id       TEXT PRIMARY KEY,
    order_id TEXT NOT NULL REFERENCES orders (id),
    -- Where the picture stands in the data folder; never served without the order's token.
    file     TEXT NOT NULL,
    at       BIGINT NOT NULL
);
CREATE INDEX proofs_of_order ON proofs (order_id, at);

CREATE TABLE shipments (
    id       TEXT PRIMARY KEY,
    order_id TEXT NOT NULL REFERENCES orders (id),
    carrier  TEXT NOT NULL,
    waybill  TEXT NOT NULL,
    at       BIGINT NOT NULL
);
CREATE INDEX shipments_of_order ON shipments (order_id, at);
