-- What must outlive Redis of a line, written at most a second late; within an epoch no mark goes back.
ALTER TABLE lines
    -- whether Redis has the line of this epoch: false between the two steps of a beginning or a recovery
    ADD COLUMN begun         boolean     NOT NULL DEFAULT true,
    ADD COLUMN lobby_joins   bigint      NOT NULL DEFAULT 0,
    -- join indexes that may have been given out since the mark
    ADD COLUMN lobby_gap     bigint      NOT NULL DEFAULT 0,
    ADD COLUMN lobby_n       bigint,
    ADD COLUMN opened        bigint,
    ADD COLUMN filled        bigint      NOT NULL DEFAULT 0,
    -- the highest score admitted; then the one whose fans have all had their time, and the one that comes after it
    ADD COLUMN served        bigint      NOT NULL DEFAULT 0,
    ADD COLUMN served_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    ADD COLUMN over_score    bigint      NOT NULL DEFAULT 0,
    ADD COLUMN next_over     bigint      NOT NULL DEFAULT 0,
    ADD COLUMN next_over_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    ADD COLUMN serving       bigint      NOT NULL DEFAULT 0,
    ADD COLUMN sold          boolean     NOT NULL DEFAULT false,
    ADD COLUMN sold_at       bigint      NOT NULL DEFAULT 0;

-- Serials of presale codes that were used, 8192 a row, as the bits of Redis.
CREATE TABLE presale_used (
    event_id uuid    NOT NULL,
    piece    integer NOT NULL,
    used     bytea   NOT NULL,
    PRIMARY KEY (event_id, piece)
);
