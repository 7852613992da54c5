-- What selling needs of an event, heard from the catalogue; no call to another service on the way to a hold.
CREATE TABLE shard_events (
    event_id          uuid PRIMARY KEY,
    epoch             integer       NOT NULL,
    writable          boolean       NOT NULL DEFAULT true,
    aggregate_version bigint        NOT NULL,
    name              text          NOT NULL,
    event_date        timestamptz   NOT NULL,
    doors_open        timestamptz,
    currency          text          NOT NULL,
    ticket_limit      integer       NOT NULL,
    waiting_room_mode text          NOT NULL,
    on_sale_date      timestamptz   NOT NULL,
    sold_out          boolean       NOT NULL DEFAULT false
);

CREATE TABLE sections (
    event_id   uuid           NOT NULL REFERENCES shard_events,
    section    varchar(50)    NOT NULL,
    section_no integer        NOT NULL,
    kind       text           NOT NULL,
    gate       text,
    price      numeric(10, 2) NOT NULL,
    PRIMARY KEY (event_id, section)
);

-- position = place in the section in seat-map order; flags: 1 accessible, 2 companion, 4 restricted view.
CREATE TABLE seats (
    seat_id      uuid PRIMARY KEY,
    event_id     uuid             NOT NULL,
    section      varchar(50)      NOT NULL,
    "row"        varchar(10)      NOT NULL,
    seat_number  varchar(10)      NOT NULL,
    price        numeric(10, 2)   NOT NULL,
    status       varchar(20)      NOT NULL DEFAULT 'AVAILABLE'
        CHECK (status IN ('AVAILABLE', 'RESERVED', 'PURCHASED')),
    version      integer          NOT NULL DEFAULT 0,
    reserved_at  timestamptz,
    reserved_by  uuid,
    hold_id      uuid,
    not_for_sale boolean          NOT NULL DEFAULT false,
    position     integer          NOT NULL,
    x            double precision NOT NULL,
    y            double precision NOT NULL,
    flags        smallint         NOT NULL DEFAULT 0,
    UNIQUE (event_id, section, "row", seat_number),
    CHECK ((status = 'AVAILABLE') = (hold_id IS NULL))
) WITH (fillfactor = 80);
CREATE INDEX idx_event_status ON seats (event_id, status);
CREATE INDEX idx_reserved_at ON seats (reserved_at) WHERE status = 'RESERVED';

CREATE TABLE holds (
    hold_id    uuid PRIMARY KEY,
    event_id   uuid           NOT NULL,
    user_id    uuid           NOT NULL,
    session_id uuid,
    limit_key  text           NOT NULL,
    status     text           NOT NULL CHECK (status IN ('ACTIVE', 'CHECKOUT', 'PURCHASED', 'RELEASED', 'EXPIRED')),
    cause      text,
    seats      integer        NOT NULL,
    subtotal   numeric(12, 2) NOT NULL,
    currency   text           NOT NULL,
    order_id   uuid,
    fence      bigint         NOT NULL DEFAULT 0,
    attempts   integer        NOT NULL DEFAULT 0,
    expires_at timestamptz    NOT NULL,
    created_at timestamptz    NOT NULL DEFAULT clock_timestamp(),
    ended_at   timestamptz,
    CHECK ((status IN ('CHECKOUT', 'PURCHASED')) = (order_id IS NOT NULL))
);
CREATE UNIQUE INDEX one_live_hold_per_fan ON holds (event_id, user_id) WHERE status IN ('ACTIVE', 'CHECKOUT');
CREATE UNIQUE INDEX one_live_hold_per_session ON holds (event_id, session_id) WHERE status IN ('ACTIVE', 'CHECKOUT');
CREATE INDEX holds_due ON holds (expires_at) WHERE status = 'ACTIVE';

-- The seats of a hold with the prices stamped on them, kept when the hold has ended.
CREATE TABLE hold_seats (
    hold_id     uuid           NOT NULL REFERENCES holds,
    seat_id     uuid           NOT NULL,
    section     varchar(50)    NOT NULL,
    "row"       varchar(10)    NOT NULL,
    seat_number varchar(10)    NOT NULL,
    price       numeric(10, 2) NOT NULL,
    PRIMARY KEY (hold_id, seat_id)
);

-- Every order that ever took a hold to checkout, and how that ended; result = the hold's state as answered then.
CREATE TABLE checkouts (
    order_id   uuid PRIMARY KEY,
    event_id   uuid        NOT NULL,
    hold_id    uuid        NOT NULL REFERENCES holds,
    fence      bigint      NOT NULL,
    status     text        NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'CONFIRMED', 'RETURNED', 'RELEASED')),
    cause      text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at   timestamptz,
    UNIQUE (hold_id, fence)
);

CREATE TABLE fan_limits (
    event_id  uuid    NOT NULL,
    limit_key text    NOT NULL,
    held      integer NOT NULL DEFAULT 0 CHECK (held >= 0),
    bought    integer NOT NULL DEFAULT 0 CHECK (bought >= 0),
    PRIMARY KEY (event_id, limit_key)
);

CREATE TABLE tickets (
    ticket_id   uuid PRIMARY KEY,
    event_id    uuid        NOT NULL,
    order_id    uuid        NOT NULL,
    hold_id     uuid        NOT NULL,
    seat_id     uuid        NOT NULL,
    section     varchar(50) NOT NULL,
    "row"       varchar(10) NOT NULL,
    seat_number varchar(10) NOT NULL,
    limit_key   text        NOT NULL,
    holder      uuid        NOT NULL,
    generation  integer     NOT NULL DEFAULT 1,
    lock_kind   text        NOT NULL DEFAULT 'NONE'
        CHECK (lock_kind IN ('NONE', 'LISTED', 'TRANSFER', 'RESALE_CHECKOUT', 'REFUND')),
    lock_ref    uuid,
    status      text        NOT NULL DEFAULT 'VALID' CHECK (status IN ('VALID', 'USED', 'REVOKED')),
    entries     integer     NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX one_ticket_per_seat ON tickets (seat_id) WHERE status <> 'REVOKED';
CREATE INDEX tickets_holder ON tickets (event_id, holder);
CREATE INDEX tickets_order ON tickets (order_id);

CREATE TABLE scans (
    event_id   uuid        NOT NULL,
    device_id  text        NOT NULL,
    nonce      text        NOT NULL,
    ticket_id  uuid,
    seat       text,
    gate       text        NOT NULL,
    direction  text        NOT NULL,
    scanner    uuid        NOT NULL,
    scanned_at timestamptz NOT NULL,
    result     text CHECK (result IN ('ADMITTED', 'DENIED')),
    reason     text,
    entry      integer,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (event_id, device_id, nonce)
);
CREATE UNIQUE INDEX one_scan_per_entry ON scans (ticket_id, entry) WHERE result = 'ADMITTED';

-- Every transition of every seat; RELEASED is the way back to AVAILABLE, with its cause.
CREATE TABLE seat_history (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id   uuid        NOT NULL,
    seat_id    uuid        NOT NULL,
    version    integer     NOT NULL,
    transition text        NOT NULL CHECK (transition IN ('RESERVED', 'PURCHASED', 'RELEASED')),
    cause      text        NOT NULL,
    hold_id    uuid        NOT NULL,
    order_id   uuid,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (seat_id, version)
);
