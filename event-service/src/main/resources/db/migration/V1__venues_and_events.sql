CREATE TABLE venues (
    venue_id     uuid PRIMARY KEY,
    organizer_id uuid        NOT NULL,
    name         text        NOT NULL,
    address      jsonb,
    time_zone    text        NOT NULL,
    capacity     integer     NOT NULL,
    sections     jsonb       NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A row without published_at is a draft. provisioning: RUNNING → DONE, or FAILED → RUNNING by publishing again.
CREATE TABLE events (
    event_id            uuid PRIMARY KEY,
    organizer_id        uuid         NOT NULL,
    venue_id            uuid         NOT NULL REFERENCES venues,
    name                varchar(255) NOT NULL,
    event_date          timestamptz  NOT NULL,
    doors_open          timestamptz,
    on_sale_date        timestamptz  NOT NULL,
    category            text,
    artist              text,
    description         text,
    currency            varchar(3)   NOT NULL,
    ticket_limit        integer      NOT NULL,
    hot                 boolean      NOT NULL,
    transfers           boolean      NOT NULL,
    paper_tickets       boolean      NOT NULL,
    fees                jsonb        NOT NULL,
    waiting_room        jsonb        NOT NULL,
    resale_policy       jsonb        NOT NULL,
    aggregate_version   bigint       NOT NULL DEFAULT 0,
    published_at        timestamptz,
    provisioning        text CHECK (provisioning IN ('RUNNING', 'DONE', 'FAILED')),
    seats               integer      NOT NULL DEFAULT 0,
    provisioning_reason text,
    sold_out            boolean      NOT NULL DEFAULT false,
    -- when inventory said so, by its own clock: an older word never overrules a newer one
    sold_out_as_of      timestamptz,
    created_at          timestamptz  NOT NULL DEFAULT clock_timestamp(),
    CHECK ((published_at IS NULL) = (provisioning IS NULL))
);

CREATE TABLE pricing_tiers (
    event_id uuid           NOT NULL REFERENCES events,
    section  text           NOT NULL,
    position integer        NOT NULL,
    price    numeric(10, 2) NOT NULL CHECK (price >= 0),
    PRIMARY KEY (event_id, section)
);
