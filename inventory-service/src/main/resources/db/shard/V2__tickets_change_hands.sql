-- Whether a static code lets in, and the venue's zone for people who read a date; filled from the catalogue.
ALTER TABLE shard_events ADD COLUMN IF NOT EXISTS paper_tickets boolean NOT NULL DEFAULT true;
ALTER TABLE shard_events ADD COLUMN IF NOT EXISTS time_zone text;

-- version rises with every change of a ticket; a resale checkout knows whose limit it counts against.
ALTER TABLE tickets
    ADD COLUMN version        integer     NOT NULL DEFAULT 0,
    ADD COLUMN revoked_cause  text,
    ADD COLUMN lock_buyer     uuid,
    ADD COLUMN lock_limit_key text,
    ADD COLUMN held_since     timestamptz NOT NULL DEFAULT clock_timestamp(),
    ADD CHECK ((lock_kind = 'RESALE_CHECKOUT') = (lock_buyer IS NOT NULL)),
    ADD CHECK ((lock_buyer IS NULL) = (lock_limit_key IS NULL));
UPDATE tickets SET held_since = created_at;
CREATE INDEX tickets_hold ON tickets (hold_id);

-- Every change of holder, once per order that caused it. What the old holder bought stays counted as bought.
CREATE TABLE ticket_transfers (
    ticket_id      uuid        NOT NULL REFERENCES tickets,
    order_id       uuid        NOT NULL,
    event_id       uuid        NOT NULL,
    generation     integer     NOT NULL,
    from_holder    uuid        NOT NULL,
    from_limit_key text        NOT NULL,
    from_order_id  uuid        NOT NULL,
    holder         uuid        NOT NULL,
    limit_key      text        NOT NULL,
    cause          text        NOT NULL,
    at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (ticket_id, order_id),
    UNIQUE (ticket_id, generation)
);
CREATE INDEX ticket_transfers_event ON ticket_transfers (event_id);

-- Every refund that ever asked for tickets, how far it came, and what each step answered.
CREATE TABLE ticket_refunds (
    refund_id  uuid PRIMARY KEY,
    event_id   uuid        NOT NULL,
    order_id   uuid        NOT NULL,
    status     text        NOT NULL CHECK (status IN ('LOCKED', 'REVOKED', 'FREED', 'RESTORED')),
    revoked    integer     NOT NULL DEFAULT 0,
    freed      integer     NOT NULL DEFAULT 0,
    restored   integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at   timestamptz
);

CREATE TABLE ticket_refund_items (
    refund_id uuid    NOT NULL REFERENCES ticket_refunds,
    ticket_id uuid    NOT NULL,
    seat_id   uuid    NOT NULL,
    revoked   boolean NOT NULL DEFAULT false,
    PRIMARY KEY (refund_id, ticket_id)
);
