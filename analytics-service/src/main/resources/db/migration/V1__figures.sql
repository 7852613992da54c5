-- A generation is one count of the topics from their beginning. Exactly one is shown, at most one more is being made.
CREATE TABLE generations (
    generation     int PRIMARY KEY,
    -- names the consumer groups and internal topics; never used again, not even after this database was lost
    application_id text        NOT NULL UNIQUE,
    state          text        NOT NULL CHECK (state IN ('BUILDING', 'SERVING', 'RETIRED')),
    started_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    served_at      timestamptz
);
CREATE UNIQUE INDEX one_is_shown ON generations ((true)) WHERE state = 'SERVING';
CREATE UNIQUE INDEX one_is_made ON generations ((true)) WHERE state = 'BUILDING';
INSERT INTO generations (generation, application_id, state, served_at)
VALUES (1, 'analytics-1-' || substr(gen_random_uuid()::text, 1, 8), 'SERVING', clock_timestamp());

-- One row per partition of the topics: the figure is their sum. version is the number of changes so far.
CREATE TABLE totals (
    generation int     NOT NULL,
    event_id   uuid    NOT NULL,
    metric     text    NOT NULL,
    label      text    NOT NULL,
    partition  int     NOT NULL,
    version    bigint  NOT NULL,
    value      numeric NOT NULL,
    PRIMARY KEY (generation, event_id, metric, label, partition)
);

CREATE TABLE minutes (
    generation int         NOT NULL,
    event_id   uuid        NOT NULL,
    metric     text        NOT NULL,
    label      text        NOT NULL,
    minute     timestamptz NOT NULL,
    partition  int         NOT NULL,
    version    bigint      NOT NULL,
    value      numeric     NOT NULL,
    PRIMARY KEY (generation, event_id, metric, label, minute, partition)
);

CREATE TABLE events (
    event_id     uuid PRIMARY KEY,
    organizer_id uuid   NOT NULL,
    name         text   NOT NULL,
    currency     text   NOT NULL,
    version      bigint NOT NULL
);
