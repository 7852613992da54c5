-- The next holds whose time is over, each for one sweeper only; locked until the transaction ends.
SELECT hold_id FROM holds
WHERE status = 'ACTIVE' AND expires_at <= clock_timestamp()
ORDER BY expires_at
LIMIT :batch
FOR UPDATE SKIP LOCKED
