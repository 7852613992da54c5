-- Takes the next due row in one of these states for a while; the more urgent first, whatever waits behind it.
-- Invariant: a row is under at most one lease that has not run out; SKIP LOCKED keeps workers from waiting for each other.
UPDATE deliveries
   SET lease = :lease,
       leased_until = clock_timestamp() + make_interval(secs => :seconds),
       attempts = attempts + CASE state WHEN 'QUEUED' THEN 1 ELSE 0 END,
       changed_at = clock_timestamp()
 WHERE cause = (SELECT cause
                  FROM deliveries
                 WHERE state = :state
                   AND priority <= :lowest
                   AND next_attempt_at <= clock_timestamp()
                   AND (leased_until IS NULL OR leased_until <= clock_timestamp())
                 ORDER BY priority, next_attempt_at
                 LIMIT 1
                   FOR UPDATE SKIP LOCKED)
RETURNING kind, cause, event_id, order_id, user_id, subscription_id, facts, attempts, lease
