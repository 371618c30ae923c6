-- The idempotency keys of goods that were published: a retried publish answers with the goods of the first. The row
-- outlives its goods, so that a late retry cannot bring back what the seller has deleted.
CREATE TABLE goods_keys (
    shop      BIGINT NOT NULL REFERENCES shops (number),
    key_hash  TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    goods     TEXT NOT NULL,
    CONSTRAINT a_goods_key_publishes_one_goods_item PRIMARY KEY (shop, key_hash)
);

-- Taken out of its goods, but kept: orders name it. A sku that only rests is inactive and not withdrawn.
ALTER TABLE skus ADD COLUMN withdrawn BOOLEAN NOT NULL DEFAULT FALSE
    CONSTRAINT a_withdrawn_sku_is_not_active CHECK (NOT (withdrawn AND active));
UPDATE skus SET withdrawn = TRUE WHERE NOT active;
