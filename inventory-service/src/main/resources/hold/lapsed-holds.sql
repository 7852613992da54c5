-- The next holds of an event whose time is over, each for one sweeper only; locked until the transaction ends.
-- (The clock in a subquery: then the index of due holds is read no further than it says.)
SELECT hold_id FROM holds
WHERE event_id = :event_id AND status = 'ACTIVE' AND expires_at <= (SELECT clock_timestamp())
ORDER BY expires_at
LIMIT :batch
FOR UPDATE SKIP LOCKED
