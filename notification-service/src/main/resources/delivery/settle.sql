-- Ends an attempt, or the look into the mail log.
-- Invariant: only the holder of the row's latest lease ends it, and SENT and FAILED are never left.
UPDATE deliveries
   SET state = :state,
       reason = :reason,
       next_attempt_at = clock_timestamp() + make_interval(secs => :seconds),
       leased_until = NULL,
       changed_at = clock_timestamp()
 WHERE cause = :cause
   AND lease = :lease
   AND state IN ('QUEUED', 'SENDING', 'UNCERTAIN')
