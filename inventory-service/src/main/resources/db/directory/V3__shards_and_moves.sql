-- Databases that have events, or had. Who we are there is settings' to say, never this table's.
CREATE TABLE shards (
    name      text PRIMARY KEY,
    url       text        NOT NULL,
    dedicated boolean     NOT NULL,
    state     text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DRAINING', 'CLOSED')),
    added_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Until when an event counts as one on sale: its date, as last heard. Unknown for those placed before.
ALTER TABLE events ADD COLUMN on_sale_until timestamptz;

-- Every attempt at moving an event has a number greater than all before it; databases refuse the lower ones.
CREATE SEQUENCE movers;

-- epoch: the one that the move ends. paused_at is by the clock of the shard it leaves, resumed_at by that of the other.
CREATE TABLE moves (
    move_id    uuid PRIMARY KEY,
    event_id   uuid        NOT NULL REFERENCES events,
    from_shard text        NOT NULL,
    to_shard   text        NOT NULL,
    epoch      integer     NOT NULL,
    state      text        NOT NULL DEFAULT 'COPYING'
        CHECK (state IN ('COPYING', 'PAUSED', 'FLIPPED', 'DONE', 'FAILED')),
    mover      bigint,
    attempts   integer     NOT NULL DEFAULT 0,
    passes     integer     NOT NULL DEFAULT 0,
    rows       bigint      NOT NULL DEFAULT 0,
    pauses     integer     NOT NULL DEFAULT 0,
    reason     text,
    next_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    asked_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    paused_at  timestamptz,
    flipped_at timestamptz,
    resumed_at timestamptz,
    ended_at   timestamptz,
    CHECK (from_shard <> to_shard)
);
CREATE UNIQUE INDEX one_move_per_event ON moves (event_id) WHERE state IN ('COPYING', 'PAUSED', 'FLIPPED');
CREATE INDEX moves_event ON moves (event_id, asked_at);
