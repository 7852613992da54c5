-- What pgbench sells from: columns, checks and indexes of inventory's own table of seats.
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
INSERT INTO seats (seat_id, event_id, section, "row", seat_number, price, position, x, y)
SELECT md5(n::text)::uuid, md5('event')::uuid, 'Floor', (n / 20)::text, (n % 20 + 1)::text, 50, n, n % 20, n / 20
FROM generate_series(1, 50000) AS s (n);
CREATE TABLE counter (id integer PRIMARY KEY, n bigint NOT NULL);
INSERT INTO counter VALUES (1, 1000000000);
ANALYZE;
