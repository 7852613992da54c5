-- A cancelled or postponed event has no line.
ALTER TABLE events ADD COLUMN status text NOT NULL DEFAULT 'ON' CHECK (status IN ('ON', 'POSTPONED', 'CANCELLED'));

-- What operators said of lines, one row a word. The number orders them; Redis holds the one in force.
CREATE TABLE queue_controls (
    number          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id        uuid        NOT NULL,
    said_by         uuid        NOT NULL,
    said_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    mode            text        NOT NULL,
    rate_per_minute integer,
    max_active      integer,
    message         text
);

CREATE INDEX queue_controls_of_event ON queue_controls (event_id, number);
