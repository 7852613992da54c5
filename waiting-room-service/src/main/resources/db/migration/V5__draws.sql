-- The draw of each lobby's order. The seed is made once, by whichever instance comes first, and never leaves the row before the
-- draw is held. state goes COMMITTED -> CLOSED (the lobby is over: participants, times) -> DRAWN (root and key).
CREATE TABLE draws (
    event_id       uuid        PRIMARY KEY,
    seed           bytea       NOT NULL,
    commitment     bytea       NOT NULL,
    state          text        NOT NULL DEFAULT 'COMMITTED' CHECK (state IN ('COMMITTED', 'CLOSED', 'DRAWN')),
    -- how many leaves are written, and the roots of the complete subtrees over them
    leaves         bigint      NOT NULL DEFAULT 0,
    frontier       bytea       NOT NULL DEFAULT '',
    participants   bigint,
    lobby_opens_at timestamptz,
    opens_at       timestamptz,
    opened_at      timestamptz,
    root           bytea,
    draw_key       bytea,
    beacon_source  text,
    beacon_value   text,
    CHECK (leaves <= participants)
);

-- Leaves in order of join index, 1,024 in a row; the last row of an event grows. subtree: the root over a full row.
CREATE TABLE draw_leaves (
    event_id uuid    NOT NULL,
    chunk    integer NOT NULL,
    leaves   bytea   NOT NULL,
    subtree  bytea,
    PRIMARY KEY (event_id, chunk)
);

-- hashes cannot be compressed
ALTER TABLE draw_leaves ALTER COLUMN leaves SET STORAGE EXTERNAL;
