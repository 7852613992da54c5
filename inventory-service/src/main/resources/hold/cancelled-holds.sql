-- The next live holds of an event if it is cancelled, each for one sweeper only; locked until the transaction ends. A checkout is not
-- touched: its order decides how it ends.
SELECT hold_id FROM holds
WHERE event_id = :event_id AND status = 'ACTIVE'
  AND EXISTS (SELECT FROM shard_events WHERE event_id = :event_id AND sale_state = 'CANCELLED')
ORDER BY expires_at
LIMIT :batch
FOR UPDATE SKIP LOCKED
