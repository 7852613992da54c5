-- Invariant: a ticket goes into one buyer's checkout, only from the listing it was offered by, and only while the buyer's
-- limit has room for it; the place in the limit is taken in the same statement. A caller who sees a place taken and no
-- ticket locked rolls back.
WITH counted AS (
    INSERT INTO fan_limits AS f (event_id, limit_key, held)
    SELECT e.event_id, :limit_key, 1 FROM shard_events e WHERE e.event_id = :event_id AND e.ticket_limit >= 1
    ON CONFLICT (event_id, limit_key) DO UPDATE SET held = f.held + 1
        WHERE f.held + f.bought + 1 <= (SELECT ticket_limit FROM shard_events WHERE event_id = EXCLUDED.event_id)
    RETURNING event_id, limit_key
), locked AS (
    UPDATE tickets t
    SET lock_kind = 'RESALE_CHECKOUT', lock_ref = :ref, lock_buyer = :buyer, lock_limit_key = c.limit_key,
        version = t.version + 1
    FROM counted c
    WHERE t.ticket_id = :ticket_id AND t.event_id = c.event_id AND t.status = 'VALID'
      AND t.lock_kind = 'LISTED' AND t.lock_ref = :from_ref
    RETURNING 1
)
SELECT (SELECT count(*) FROM counted) AS counted, (SELECT count(*) FROM locked) AS locked
