-- From this secret follow the rotating proofs of the codes that this key signed; nobody but us needs it.
ALTER TABLE ticket_keys ADD COLUMN proof_secret bytea NOT NULL
    DEFAULT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- A fan's tickets of all events, as last heard from their shards; version is the ticket's own.
CREATE TABLE held_tickets (
    ticket_id   uuid PRIMARY KEY,
    event_id    uuid        NOT NULL,
    holder      uuid        NOT NULL,
    held_since  timestamptz NOT NULL,
    version     integer     NOT NULL,
    event_name  text        NOT NULL,
    event_date  timestamptz NOT NULL,
    order_id    uuid        NOT NULL,
    section     varchar(50) NOT NULL,
    "row"       varchar(10) NOT NULL,
    seat_number varchar(10) NOT NULL,
    status      text        NOT NULL,
    generation  integer     NOT NULL
);
CREATE INDEX held_tickets_holder ON held_tickets (holder, held_since DESC, ticket_id DESC);

-- Tickets that something happened to while their shard was away: looked at again when it is back.
CREATE TABLE unheard_tickets (
    ticket_id uuid PRIMARY KEY,
    event_id  uuid        NOT NULL,
    told_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX unheard_tickets_event ON unheard_tickets (event_id, told_at);
