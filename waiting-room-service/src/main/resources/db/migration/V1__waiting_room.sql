-- Keys that sign queue tokens, session ids and access tokens. The primary key lets only the first of several instances that
-- start together make one; the highest generation signs, all of them verify.
CREATE TABLE signing_keys (
    purpose    text        NOT NULL,
    generation integer     NOT NULL,
    material   text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (purpose, generation)
);

-- What the queue needs to know of an event, as its owner published it; the highest version wins.
CREATE TABLE events (
    event_id          uuid        PRIMARY KEY,
    aggregate_version bigint      NOT NULL,
    mode              text        NOT NULL,
    opens_at          timestamptz NOT NULL,
    closes_at         timestamptz NOT NULL,
    price_tiers       jsonb       NOT NULL
);
