-- The answer beside its effect. A row without status is a call under way; claim and claimed_at say whose.
CREATE TABLE idempotency_keys (
    sub             text        NOT NULL,
    method          text        NOT NULL,
    path            text        NOT NULL,
    idempotency_key text        NOT NULL,
    body_hash       bytea       NOT NULL,
    claim           uuid        NOT NULL,
    claimed_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    reference       uuid,
    status          integer,
    location        text,
    body            text,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (sub, method, path, idempotency_key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
