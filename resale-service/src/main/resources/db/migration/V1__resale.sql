-- What resale needs of published events. date_open: postponed and no new date known; date is then the last one known.
CREATE TABLE events (
    event_id           uuid PRIMARY KEY,
    aggregate_version  bigint      NOT NULL,
    name               text        NOT NULL,
    currency           text        NOT NULL,
    date               timestamptz NOT NULL,
    date_open          boolean     NOT NULL,
    ticket_limit       integer     NOT NULL,
    per_ticket_percent numeric     NOT NULL,
    per_ticket_fixed   numeric     NOT NULL,
    resale_enabled     boolean     NOT NULL,
    max_price_percent  numeric     NOT NULL,
    payout_immediate   boolean     NOT NULL,
    cancelled          boolean     NOT NULL
);

-- status is what the world is told; pending is what has been decided and must still be carried out at inventory.
-- worker and worked_until are the lease of whoever carries it out. doomed: why it cannot be sold any more, heard while it was
-- being prepared or in checkout. A listing in checkout belongs to order_id and fence.
CREATE TABLE listings (
    listing_id     uuid PRIMARY KEY,
    event_id       uuid           NOT NULL REFERENCES events,
    seller_id      uuid           NOT NULL,
    status         varchar(20)    NOT NULL CHECK (status IN ('PREPARING', 'ACTIVE', 'CHECKOUT', 'SOLD', 'CANCELLED')),
    pending        varchar(20) CHECK (pending IN ('PREPARE', 'OPEN', 'RETURN', 'CONFIRM', 'UNLOCK')),
    price_each     numeric(10, 2) NOT NULL CHECK (price_each > 0),
    currency       text           NOT NULL,
    cause          text,
    refused_ticket uuid,
    doomed         text,
    order_id       uuid,
    fence          bigint         NOT NULL DEFAULT 0,
    worker         uuid,
    worked_until   timestamptz    NOT NULL DEFAULT clock_timestamp(),
    created_at     timestamptz    NOT NULL DEFAULT clock_timestamp(),
    listed_at      timestamptz,
    ended_at       timestamptz,
    CHECK ((status IN ('CHECKOUT', 'SOLD')) = (order_id IS NOT NULL))
);
CREATE INDEX listings_offered ON listings (event_id, price_each, listing_id) WHERE status = 'ACTIVE';
CREATE INDEX listings_cheapest ON listings (price_each, listing_id) WHERE status = 'ACTIVE';
CREATE INDEX listings_seller ON listings (seller_id, listing_id DESC);
CREATE INDEX listings_unfinished ON listings (worked_until) WHERE pending IS NOT NULL;

CREATE TABLE listing_tickets (
    listing_id  uuid           NOT NULL REFERENCES listings,
    ticket_id   uuid           NOT NULL,
    position    integer        NOT NULL,
    seat_id     uuid           NOT NULL,
    section     text           NOT NULL,
    "row"       text           NOT NULL,
    seat_number text           NOT NULL,
    face_price  numeric(10, 2) NOT NULL,
    generation  integer        NOT NULL,
    live        boolean        NOT NULL DEFAULT true,
    sold        boolean        NOT NULL DEFAULT false,
    PRIMARY KEY (listing_id, ticket_id)
);
-- A ticket is in at most one live listing.
CREATE UNIQUE INDEX listing_tickets_one_live ON listing_tickets (ticket_id) WHERE live;

-- Each order's checkout of a listing ends once and is remembered, so that a repeat gets the answer of the first.
CREATE TABLE checkouts (
    order_id   uuid PRIMARY KEY,
    listing_id uuid        NOT NULL REFERENCES listings,
    buyer_id   uuid        NOT NULL,
    fence      bigint      NOT NULL,
    status     varchar(20) NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'CONFIRMED', 'RETURNED')),
    cause      text,
    ticket_limit integer,
    ticket_used  integer,
    opened_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at   timestamptz
);
CREATE UNIQUE INDEX checkouts_one_open ON checkouts (listing_id) WHERE status = 'OPEN';
CREATE INDEX checkouts_buyer ON checkouts (listing_id, buyer_id);

-- What a seller is owed for a sale; told once when it is due, or once when the event is cancelled before.
CREATE TABLE payouts (
    payout_id    uuid PRIMARY KEY,
    listing_id   uuid           NOT NULL UNIQUE,
    order_id     uuid           NOT NULL UNIQUE,
    event_id     uuid           NOT NULL REFERENCES events,
    seller_id    uuid           NOT NULL,
    amount       numeric(10, 2) NOT NULL,
    platform_fee numeric(10, 2) NOT NULL,
    currency     text           NOT NULL,
    immediate    boolean        NOT NULL,
    status       varchar(20)    NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DUE', 'CANCELLED')),
    created_at   timestamptz    NOT NULL,
    due_at       timestamptz,
    ended_at     timestamptz
);
CREATE INDEX payouts_pending ON payouts (event_id) WHERE status = 'PENDING';
