-- Events as boxoffice.catalog tells of them.
--   postponed_version is that of the last postponement: letters about an earlier one are out of date
CREATE TABLE events (
    event_id          uuid PRIMARY KEY,
    aggregate_version bigint      NOT NULL,
    name              text        NOT NULL,
    venue_name        text        NOT NULL,
    time_zone         text        NOT NULL,
    date              timestamptz NOT NULL,
    date_open         boolean     NOT NULL,
    cancelled         boolean     NOT NULL,
    postponed_version bigint      NOT NULL DEFAULT 0
);

-- Orders that were confirmed, and what is left of them; only ever less:
--   paid_seats  seats whose money was not given back: whom a cancellation concerns
--   held_seats  seats that are the buyer's still, neither given back nor sold on: whom a postponement concerns
CREATE TABLE orders (
    order_id   uuid PRIMARY KEY,
    event_id   uuid   NOT NULL,
    user_id    uuid   NOT NULL,
    paid_seats uuid[] NOT NULL,
    held_seats uuid[] NOT NULL
);
CREATE INDEX orders_of_event ON orders (event_id, order_id);
CREATE INDEX orders_of_fan ON orders (event_id, user_id);
