-- The next live holds of cancelled events, each for one sweeper only; locked until the transaction ends. A checkout is not
-- touched: its order decides how it ends.
SELECT hold_id FROM holds
WHERE status = 'ACTIVE'
  AND event_id IN (SELECT event_id FROM shard_events
                   WHERE sale_state = 'CANCELLED'
                     AND (CAST(:event_id AS uuid) IS NULL OR event_id = CAST(:event_id AS uuid)))
ORDER BY expires_at
LIMIT :batch
FOR UPDATE SKIP LOCKED
