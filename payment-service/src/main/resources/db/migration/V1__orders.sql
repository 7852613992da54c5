-- The terms of published events, as far as an order needs them.
CREATE TABLE event_policies (
    event_id           uuid PRIMARY KEY,
    aggregate_version  bigint  NOT NULL,
    currency           text    NOT NULL,
    per_ticket_percent numeric NOT NULL,
    per_ticket_fixed   numeric NOT NULL,
    per_order          numeric NOT NULL,
    tax_percent        numeric NOT NULL,
    tax_included       boolean NOT NULL,
    queue_off          boolean NOT NULL
);

-- status is what the world is told; step is how far the saga has come and guards every change;
-- worked_until is the lease of whoever works on it.
CREATE TABLE orders (
    order_id       uuid PRIMARY KEY,
    user_id        uuid           NOT NULL,
    event_id       uuid           NOT NULL,
    hold_id        uuid           NOT NULL,
    session_id     uuid,
    status         varchar(20)    NOT NULL CHECK (status IN ('PENDING', 'AUTHORIZED', 'CONFIRMED', 'CAPTURED', 'DECLINED',
                                                             'EXPIRED', 'VOIDED', 'STUCK', 'CAPTURE_FAILED')),
    step           varchar(20)    NOT NULL CHECK (step IN ('PLACED', 'LOCKED', 'INTENDED', 'CONFIRMING', 'AUTHORIZED',
                                                           'CONFIRMED', 'CLOSING', 'REVOKING', 'ENDED')),
    payment_method text           NOT NULL,
    expected_total numeric(10, 2) NOT NULL,
    total_amount   numeric(10, 2) NOT NULL,
    currency       text           NOT NULL,
    seats          jsonb          NOT NULL DEFAULT '[]',
    fees           jsonb          NOT NULL DEFAULT '[]',
    tax            numeric(10, 2) NOT NULL DEFAULT 0,
    fence          bigint,
    payment_intent text UNIQUE,
    ending_status  varchar(20),
    hold_outcome   varchar(20),
    cancel_intent  boolean        NOT NULL DEFAULT false,
    cause          text,
    decline_code   text,
    worked_until   timestamptz    NOT NULL,
    confirmed_at   timestamptz,
    created_at     timestamptz    NOT NULL DEFAULT clock_timestamp()
);
-- One live order per hold: the second buyer of the same seats never reaches the provider.
CREATE UNIQUE INDEX orders_one_live_per_hold ON orders (hold_id) WHERE status NOT IN ('DECLINED', 'EXPIRED', 'VOIDED');
CREATE INDEX orders_hold ON orders (hold_id);
CREATE INDEX orders_user ON orders (user_id, order_id DESC);
CREATE INDEX orders_event ON orders (event_id);
CREATE INDEX orders_unfinished ON orders (worked_until) WHERE step <> 'ENDED';
CREATE INDEX orders_stuck ON orders (order_id) WHERE status = 'STUCK';

-- Written in the statement that makes the change.
CREATE TABLE order_history (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id uuid        NOT NULL REFERENCES orders,
    status   varchar(20) NOT NULL,
    step     varchar(20) NOT NULL,
    cause    text,
    at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX order_history_order ON order_history (order_id, id);

-- Where to write to the buyer. Kept apart: it is never part of an order's JSON, of an event or of a log line.
CREATE TABLE order_contacts (
    order_id uuid PRIMARY KEY REFERENCES orders,
    email    text NOT NULL,
    locale   text NOT NULL
);

-- What the provider told, once per its event id; no payload, a look at the intent tells the truth.
CREATE TABLE webhook_inbox (
    webhook_id     text PRIMARY KEY,
    type           text        NOT NULL,
    payment_intent text,
    received_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    processed_at   timestamptz
);
CREATE INDEX webhook_inbox_unprocessed ON webhook_inbox (received_at) WHERE processed_at IS NULL;
