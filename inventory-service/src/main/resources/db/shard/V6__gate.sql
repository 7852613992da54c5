-- What a moved event leaves behind is this row, which says where it went. mover = the latest attempt at moving it from or to here,
-- so that an earlier one is refused; opened_at = since when it can be written here, after it came from elsewhere.
ALTER TABLE shard_events
    ADD COLUMN moved_to  text,
    ADD COLUMN mover     bigint,
    ADD COLUMN opened_at timestamptz;

-- For copying an event; seats, tickets, limits, scans and transfers have theirs.
CREATE INDEX holds_event ON holds (event_id);
CREATE INDEX checkouts_event ON checkouts (event_id);
CREATE INDEX ticket_refunds_event ON ticket_refunds (event_id);

-- The advisory lock of an event: shared by those who change something of it, exclusive for who moves it.
CREATE FUNCTION gate_key(event uuid) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN uuid_hash_extended(event, 0);

-- Invariant: nothing of an event changes while it is moved, nor where it was moved away from. Takes the locks of these events,
-- shared and in order, until the transaction ends, then tells which of them may not be written here under these epochs. The
-- second statement has a snapshot of its own, so it sees what was committed before the locks were got.
CREATE FUNCTION closed_gates(events uuid[], epochs integer[]) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(keys.key)
    FROM (SELECT DISTINCT gate_key(asked.event) AS key FROM unnest(events) AS asked (event) ORDER BY 1) AS keys;
    RETURN QUERY
        SELECT asked.event FROM unnest(events, epochs) AS asked (event, epoch)
        WHERE NOT EXISTS (
            SELECT FROM shard_events s WHERE s.event_id = asked.event AND s.epoch = asked.epoch AND s.writable);
END $$;
