-- Ends an attempt that certainly came to nothing: the message waits for the next one, or is given up when it is too old.
-- Invariant: only the holder of the row's latest lease ends it, and SENT and FAILED are never left.
UPDATE deliveries
   SET state = CASE WHEN created_at + make_interval(secs => :max_age) > clock_timestamp() THEN 'QUEUED' ELSE 'FAILED' END,
       reason = :reason,
       next_attempt_at = clock_timestamp() + make_interval(secs => :seconds),
       leased_until = NULL,
       changed_at = clock_timestamp()
 WHERE cause = :cause
   AND lease = :lease
   AND state IN ('QUEUED', 'SENDING', 'UNCERTAIN')
RETURNING state
