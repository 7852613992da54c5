-- The next holds whose time is over, of one event or of all, each for one sweeper only; locked until the transaction ends.
-- (The clock in a subquery: then the index of due holds is read no further than it says.)
SELECT hold_id FROM holds
WHERE status = 'ACTIVE' AND expires_at <= (SELECT clock_timestamp())
  AND (CAST(:event_id AS uuid) IS NULL OR event_id = CAST(:event_id AS uuid))
ORDER BY expires_at
LIMIT :batch
FOR UPDATE SKIP LOCKED
