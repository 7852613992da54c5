-- Which shard has an event's seats, decided once. The epoch rises when an event moves.
CREATE TABLE events (
    event_id   uuid PRIMARY KEY,
    shard      text        NOT NULL,
    epoch      integer     NOT NULL DEFAULT 1,
    hot        boolean     NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX events_shard ON events (shard);

-- Ed25519 keys that sign ticket codes; the newest signs, all verify.
CREATE TABLE ticket_keys (
    kid         text PRIMARY KEY,
    private_key bytea       NOT NULL,
    public_key  bytea       NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
