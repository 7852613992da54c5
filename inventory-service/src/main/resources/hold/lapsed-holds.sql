-- The next holds whose time is over, or whose event is cancelled, each for one sweeper only; locked until the transaction ends.
-- A checkout is not touched: its order decides how it ends.
SELECT h.hold_id, e.sale_state = 'CANCELLED' AS cancelled
FROM holds h JOIN shard_events e ON e.event_id = h.event_id
WHERE h.status = 'ACTIVE'
  AND (h.expires_at <= clock_timestamp() OR e.sale_state = 'CANCELLED')
  AND (CAST(:event_id AS uuid) IS NULL OR h.event_id = CAST(:event_id AS uuid))
ORDER BY h.expires_at
LIMIT :batch
FOR UPDATE OF h SKIP LOCKED
