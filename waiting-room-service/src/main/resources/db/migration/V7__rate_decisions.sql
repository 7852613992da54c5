-- What the rate controller decided of lines, one row each time the rate turns: a trace beside the operators' words, with which it
-- shares the numbers, so that one order holds for both.
CREATE TABLE rate_decisions (
    number           bigint      NOT NULL DEFAULT nextval(pg_get_serial_sequence('queue_controls', 'number')) PRIMARY KEY,
    event_id         uuid        NOT NULL,
    decided_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    decision         text        NOT NULL,
    rate_before      integer     NOT NULL,
    rate_per_minute  integer     NOT NULL,
    reason           text        NOT NULL
);

CREATE INDEX rate_decisions_of_event ON rate_decisions (event_id, number);
